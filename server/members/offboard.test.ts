// Seeing somebody out on a real database: everything at once, nothing where a part is refused, and nothing that is not the caller's.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, it } from 'node:test';
import type { OffboardMember } from '../../shared/contract/offboarding.ts';
import type { MemberId } from '../../shared/ids.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { createSessions } from '../sessions/sessions.ts';
import { manyRoles } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { accountOf, openSession } from '../testing/sessions.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { offboardMember, planOffboarding } from './offboard.ts';
import { deactivateMember } from './switch.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const wish = () => ({ idempotencyKey: randomUUID() });

describeOnEachStore('seeing somebody out', (makeWorld) => {
  let world: World;
  let owner: Person;
  let admin: Person;
  let heir: Person;
  let asOwner: UseCaseContext;
  let sessions: ReturnType<typeof createSessions>;
  let count = 0;
  before(async () => {
    world = await makeWorld({ policy: manyRoles });
    owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
    heir = await world.addMember({ email: 'hans@acme.test', name: 'Hans', roles: ['staff'] });
    asOwner = world.asAccount(owner.accountId);
    sessions = createSessions(world.database, new URL('https://people.example'), () => world.clock.now);
  });
  after(() => world.close());
  beforeEach(async () => {
    count += 1;
    admin = await world.addMember({ email: `adam${count}@acme.test`, name: 'Adam', roles: ['admin'] });
    await createInvitations(world.asAccount(admin.accountId), {
      addresses: `one${count}@new.test two${count}@new.test`,
      roles: ['staff'],
      ...wish(),
    });
    await world.database.write((tx) =>
      run(
        tx,
        "INSERT INTO resources (id, workspace_id, kind, key, name, name_key, owner_id, created_at) VALUES (?, ?, 'table', ?, 'Orders', 'orders', ?, 0)",
        [randomUUID(), world.workspaceId, `orders-${count}`, admin.id],
      ),
    );
  });

  const leave = (more: Partial<OffboardMember> = {}): OffboardMember => ({
    memberId: admin.id,
    version: 1,
    end: 'deactivate',
    revokeInvitations: true,
    ...wish(),
    ...more,
  });
  const openInvitations = async () =>
    (await first<{ count: number }>(
      world.database.read,
      "SELECT count(*) AS count FROM invitations WHERE state = 'pending' AND invited_by = ?",
      [admin.id],
    ))!.count;
  const ownerOf = async () =>
    (await first<{ owner: MemberId | null }>(
      world.database.read,
      'SELECT owner_id AS owner FROM resources WHERE key = ?',
      [`orders-${count}`],
    ))!.owner;

  it('P42 W46 says beforehand what there is to be seen to', async () => {
    await openSession(world.database, sessions, admin.accountId);
    assert.deepEqual(await planOffboarding(asOwner, { memberId: admin.id }), {
      ends: ['deactivate', 'remove'],
      sessions: 1,
      invitations: 2,
      owned: [{ kind: 'table', count: 1 }],
    });
  });

  it('P42 W10 W46 does everything in one step, each part in the trail with the reason', async () => {
    const session = await openSession(world.database, sessions, admin.accountId);
    const done = await offboardMember(asOwner, leave({ handOverTo: heir.id, note: 'Last day today' }));
    assert.deepEqual(
      [done.member?.status, done.sessions, done.invitations, done.handedOver],
      ['deactivated', 1, 2, 1],
    );
    assert.equal(await accountOf(sessions, session), null);
    assert.deepEqual([await openInvitations(), await ownerOf()], [0, heir.id]);
    const trail = await all<{ action: string; note: string }>(
      world.database.read,
      "SELECT action, data ->> '$.note' AS note FROM audit JOIN audit_personal USING (seq) ORDER BY seq DESC LIMIT 4",
    );
    assert.deepEqual(
      trail.map(({ action, note }) => [action, note]),
      [
        ['member.deactivate', 'Last day today'],
        ['member.offboard', 'Last day today'],
        ['invitation.revoke', 'Last day today'],
        ['invitation.revoke', 'Last day today'],
      ],
    );
  });

  it('P42 D36 keeps what they made and sent where that is wanted', async () => {
    const done = await offboardMember(asOwner, leave({ revokeInvitations: false }));
    assert.deepEqual([done.invitations, done.handedOver], [0, 0]);
    assert.deepEqual([await openInvitations(), await ownerOf()], [2, admin.id]);
  });

  it('P42 W37 removes for good, and what they owned belongs to somebody else', async () => {
    const done = await offboardMember(asOwner, leave({ end: 'remove', handOverTo: heir.id }));
    assert.equal(done.member, null);
    assert.equal(await ownerOf(), heir.id);
    const left = await first(world.database.read, 'SELECT 1 FROM accounts WHERE id = ?', [admin.accountId]);
    assert.equal(left, undefined);
  });

  it('P42 sees out somebody who was switched off before', async () => {
    await deactivateMember(asOwner, { memberId: admin.id, version: 1, ...wish() });
    const done = await offboardMember(asOwner, leave({ version: 2, handOverTo: heir.id }));
    assert.deepEqual([done.member?.status, done.invitations, done.handedOver], ['deactivated', 2, 1]);
  });

  it('P42 does nothing at all where a part is refused in the middle', async () => {
    const off = await world.addMember({
      email: `off${count}@acme.test`,
      roles: ['staff'],
      status: 'deactivated',
    });
    const stored = await world.dump();
    const refused = [
      // After the invitations were taken back.
      [leave({ handOverTo: off.id }), 'member_deactivated'],
      [leave({ handOverTo: randomUUID() as MemberId }), 'member_not_found'],
      [leave({ handOverTo: admin.id }), 'input_invalid'],
      [leave({ version: 7 }), 'changed_meanwhile'],
    ] as const;
    for (const [input, reason] of refused)
      await assert.rejects(offboardMember(asOwner, input), isRefusal(reason));
    // After everything but the last step: the statement itself fails.
    await world.database.write((tx) =>
      tx.execute(
        "CREATE TRIGGER stop BEFORE UPDATE OF status ON members BEGIN SELECT RAISE(ABORT, 'stopped'); END",
      ),
    );
    await assert.rejects(offboardMember(asOwner, leave({ handOverTo: heir.id })), /stopped/);
    await world.database.write((tx) => tx.execute('DROP TRIGGER stop'));
    assert.deepEqual(await world.dump(), stored);
  });

  it('P42 is for whoever manages the person, and never for oneself', async () => {
    const asAdmin = world.asAccount(admin.accountId);
    const asStaff = world.asAccount(heir.accountId);
    await assert.rejects(offboardMember(asAdmin, leave()), isRefusal('is_self'));
    await assert.rejects(offboardMember(asAdmin, leave({ memberId: owner.id })), isRefusal('outranked'));
    await assert.rejects(offboardMember(asStaff, leave()), isRefusal('not_granted'));
    await assert.rejects(planOffboarding(asStaff, { memberId: admin.id }), isRefusal('not_granted'));
  });
});

describeOnEachStore('handing over what opens something', (makeWorld) => {
  it('P42 takes the right to assign it, because it opens it to who gets it', async () => {
    const base = packages.roles.find(({ key }) => key === 'user')!;
    const manager = { ...base, key: 'manager', name: 'Manager', rank: 15, gives: ['user'] };
    const holding = ['team.open', 'members.view', 'members.manage'];
    const world = await makeWorld({
      policy: {
        ...packages,
        roles: [{ ...packages.roles[0]!, gives: ['admin', 'manager', 'user'] }, manager, base],
        capabilities: packages.capabilities.map((one) =>
          holding.includes(one.key) ? { ...one, roles: ['admin', 'manager'] } : one,
        ),
      },
    });
    try {
      const [admin, boss, user, other] = [
        await world.addMember({ email: 'ada@acme.test', roles: ['admin'] }),
        await world.addMember({ email: 'mia@acme.test', roles: ['manager'] }),
        await world.addMember({ email: 'uma@acme.test', roles: ['user'] }),
        await world.addMember({ email: 'udo@acme.test', roles: ['user'] }),
      ];
      await world.database.write((tx) =>
        run(
          tx,
          "INSERT INTO resources (id, workspace_id, kind, key, name, name_key, owner_id, created_at) VALUES ('res-1', ?, 'package', 'crm', 'CRM', 'crm', ?, 0)",
          [world.workspaceId, user!.id],
        ),
      );
      const to = (handOverTo: MemberId): OffboardMember => ({
        memberId: user!.id,
        version: 1,
        end: 'deactivate',
        revokeInvitations: true,
        handOverTo,
        ...wish(),
      });
      const asBoss = world.asAccount(boss!.accountId);
      await assert.rejects(offboardMember(asBoss, to(boss!.id)), isRefusal('not_granted'));
      await assert.rejects(offboardMember(asBoss, to(other!.id)), isRefusal('not_granted'));
      const asAdmin = world.asAccount(admin!.accountId);
      assert.equal((await offboardMember(asAdmin, to(admin!.id))).handedOver, 1);
    } finally {
      await world.close();
    }
  });

  it('W37 a policy that removes nobody refuses it here too', async () => {
    const world = await makeWorld({ policy: packages });
    try {
      const admin = await world.addMember({ email: 'ada@acme.test', roles: ['admin'] });
      const user = await world.addMember({ email: 'uma@acme.test', roles: ['user'] });
      const ctx = world.asAccount(admin.accountId);
      const input = { memberId: user.id, version: 1, revokeInvitations: true, ...wish() };
      await assert.rejects(offboardMember(ctx, { ...input, end: 'remove' }), isRefusal('not_in_policy'));
      assert.deepEqual((await planOffboarding(ctx, { memberId: user.id })).ends, ['deactivate']);
    } finally {
      await world.close();
    }
  });
});
