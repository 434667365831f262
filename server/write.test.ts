// The one way to write: a wish has one effect, a refusal has none.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import { verifyAudit } from './audit/verify.ts';
import type { UseCaseContext } from './context.ts';
import { all, first, run } from './db/database.ts';
import { changeManyMembers } from './members/change-many.ts';
import { changeMemberRole } from './members/change-role.ts';
import { leaveWorkspace, removeMember } from './members/remove.ts';
import { deactivateMember, reactivateMember } from './members/switch.ts';
import { codeOf, isRefusal } from './testing/refusal.ts';
import { describeOnEachStore } from './testing/stores.ts';
import type { World } from './testing/world.ts';

type Person = Awaited<ReturnType<World['addMember']>>;

describeOnEachStore('writing', (makeWorld) => {
  let world: World;
  let owner: Person;
  let second: Person;
  let admin: Person;
  let staff: Person;
  before(async () => {
    world = await makeWorld();
    owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
    second = await world.addMember({ email: 'otto@acme.test', name: 'Otto', roles: ['owner'] });
    admin = await world.addMember({ email: 'ada@acme.test', name: 'Ada', roles: ['admin'] });
    staff = await world.addMember({ email: 'stan@acme.test', name: 'Stan', roles: ['staff'] });
  });
  after(() => world.close());

  const versionOf = async ({ id }: Person) =>
    (await first<{ version: number }>(world.database.read, 'SELECT version FROM members WHERE id = ?', [id]))!
      .version;
  const entries = async () =>
    (await first<{ count: number }>(world.database.read, 'SELECT count(*) AS count FROM audit'))!.count;
  const change = (
    actor: Person,
    target: Person,
    version: number,
    role: string,
    idempotencyKey: string = randomUUID(),
  ) =>
    changeMemberRole(world.asAccount(actor.accountId), {
      memberId: target.id,
      version,
      roles: [role],
      idempotencyKey,
    });

  it('X10 SEC_G16 the same wish twenty times at once has one effect and twenty equal replies', async () => {
    const [version, trail, key] = [await versionOf(staff), await entries(), randomUUID()];
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => change(owner, staff, version, 'member', key)),
    );
    assert.equal(replies[0]!.version, version + 1);
    for (const reply of replies) assert.deepEqual(reply, replies[0]);
    assert.equal(await versionOf(staff), version + 1);
    assert.equal(await entries(), trail + 1);
  });

  it('X11 a key that was used for something else is refused, in this workspace and in another', async () => {
    const [version, key] = [await versionOf(staff), randomUUID()];
    await change(owner, staff, version, 'staff', key);
    await assert.rejects(change(owner, staff, version, 'admin', key), isRefusal('idempotency_mismatch'));
    await assert.rejects(change(owner, admin, version, 'staff', key), isRefusal('idempotency_mismatch'));
    const workspaceId = await world.addWorkspace('Other');
    const input = { memberId: staff.id, version, roles: ['staff'], idempotencyKey: key };
    await assert.rejects(
      changeMemberRole(world.asAccount(owner.accountId, workspaceId), input),
      isRefusal('idempotency_mismatch'),
    );
    assert.equal(await versionOf(staff), version + 1);
  });

  it('SEC_G16 nobody is answered with what another asked', async () => {
    const [version, key] = [await versionOf(staff), randomUUID()];
    await change(owner, staff, version, 'member', key);
    // Otto's wish is his own, so it is carried out, and finds that the person changed.
    await assert.rejects(change(second, staff, version, 'member', key), isRefusal('changed_meanwhile'));
  });

  it('SEC_A14 who was switched off since gets no reply of before', async () => {
    const [version, key] = [await versionOf(staff), randomUUID()];
    const other = await world.addMember({ email: 'off@acme.test', roles: ['admin'] });
    await change(other, staff, version, 'staff', key);
    await deactivateMember(world.asAccount(owner.accountId), {
      memberId: other.id,
      version: other.version,
      idempotencyKey: randomUUID(),
    });
    await assert.rejects(change(other, staff, version, 'staff', key), isRefusal('actor_deactivated'));
  });

  it('SEC_R13 whoever left is still told so when they ask again', async () => {
    const other = await world.addMember({ email: 'gone@acme.test', roles: ['staff'] });
    const input = { version: other.version, idempotencyKey: randomUUID() };
    const reply = await leaveWorkspace(world.asAccount(other.accountId), input);
    assert.deepEqual(await leaveWorkspace(world.asAccount(other.accountId), input), reply);
  });

  it('a wish that was refused may be asked again with its key', async () => {
    const [version, key] = [await versionOf(staff), randomUUID()];
    await assert.rejects(change(owner, staff, version - 1, 'member', key), isRefusal('changed_meanwhile'));
    await assert.rejects(change(owner, staff, version - 1, 'member', key), isRefusal('changed_meanwhile'));
    assert.equal((await change(owner, staff, version, 'member', key)).version, version + 1);
  });

  it('SEC_A22 what is refused or changes nothing leaves every table as it was', async () => {
    const stranger = await world.addMember({
      email: 'ute@other.test',
      roles: ['owner'],
      workspaceId: await world.addWorkspace('Elsewhere'),
    });
    const [version, on] = [
      await versionOf(staff),
      async (target: Person) => ({
        memberId: target.id,
        version: await versionOf(target),
        idempotencyKey: randomUUID(),
      }),
    ];
    const current = (await first<{ role: string }>(
      world.database.read,
      'SELECT role FROM member_roles r JOIN members m ON m.seq = r.member_seq WHERE m.id = ?',
      [staff.id],
    ))!.role;
    const before = await world.dump();
    const refused = await Promise.allSettled([
      change(owner, staff, version, current),
      change(owner, owner, 1, 'admin'),
      change(admin, owner, 1, 'staff'),
      change(admin, staff, version, 'admin'),
      change(staff, admin, 1, 'staff'),
      change(stranger, staff, version, 'admin'),
      change(owner, stranger, 1, 'staff'),
      change(owner, staff, version, 'Owner'),
      change(owner, staff, version, 'owner,staff'),
      change(owner, staff, version, 'anon'),
      change(owner, staff, version, '__proto__'),
      changeMemberRole(world.asAccount(owner.accountId), {
        memberId: staff.id,
        version,
        roles: [],
        idempotencyKey: randomUUID(),
      }),
      changeMemberRole(world.asAccount(owner.accountId), {
        memberId: staff.id,
        version,
        roles: ['admin', 'staff'],
        idempotencyKey: randomUUID(),
      }),
      changeMemberRole(world.as({ kind: 'anonymous' }), {
        memberId: staff.id,
        version,
        roles: ['admin'],
        idempotencyKey: randomUUID(),
      }),
      deactivateMember(world.asAccount(admin.accountId), await on(owner)),
      deactivateMember(world.asAccount(owner.accountId), await on(owner)),
      reactivateMember(world.asAccount(owner.accountId), await on(staff)),
      removeMember(world.asAccount(owner.accountId), await on(staff)),
      leaveWorkspace(world.asAccount(stranger.accountId), { version: 1, idempotencyKey: randomUUID() }),
      leaveWorkspace(world.asAccount(staff.accountId), {
        version: version + 1,
        idempotencyKey: randomUUID(),
      }),
      changeManyMembers(world.asAccount(staff.accountId), {
        selection: { ids: [admin.id] },
        change: { action: 'member.deactivate' },
        idempotencyKey: randomUUID(),
      }),
    ]);
    assert.deepEqual(refused.map(codeOf), [
      'role_unchanged',
      'is_self',
      'outranked',
      'role_not_yours_to_give',
      'not_granted',
      'not_a_member',
      'member_not_found',
      'role_unknown',
      'role_unknown',
      'role_not_assignable',
      'role_unknown',
      'role_required',
      'one_role_only',
      'not_signed_in',
      'outranked',
      'is_self',
      'already_active',
      'not_in_policy',
      'not_a_member',
      'changed_meanwhile',
      'not_granted',
    ]);
    assert.deepEqual(await world.dump(), before);
    assert.equal(world.mail.woken, 0);
  });

  it('SEC_L02 a failure after the change undoes the change and its entry', async () => {
    const before = await world.dump();
    const ctx = world.asSystem();
    const broken = ctx.write(
      { action: 'member.change-role', input: {}, idempotencyKey: randomUUID() },
      async (tx) => {
        await run(tx.sql, "UPDATE members SET status = 'deactivated'");
        await tx.audit({ action: 'member.deactivate', target: { kind: 'member', id: staff.id } });
        throw new Error('broken');
      },
    );
    await assert.rejects(broken, /broken/);
    assert.deepEqual(await world.dump(), before);
  });

  it('SEC_E01 a workspace that a stranger only names hears nothing of what they do', async () => {
    const foreign = await world.addWorkspace('Foreign');
    const heard = async () =>
      (await all(world.database.read, 'SELECT 1 FROM audit WHERE workspace_id = ?', [foreign])).length;
    const note = (ctx: UseCaseContext) =>
      ctx.write({ action: 'account.sign-in', input: null }, (tx) =>
        tx.audit({ action: 'account.sign-in', target: { kind: 'account', id: 'somebody' } }),
      );
    await note(world.asAccount(staff.accountId, foreign));
    await note(world.as({ kind: 'anonymous' }, foreign));
    assert.equal(await heard(), 0);
    await note(world.as({ kind: 'system' }, foreign));
    assert.equal(await heard(), 1);
  });

  it('SEC_L03 the trail cannot be changed, and its chain is whole after everything above', async () => {
    for (const text of [
      'UPDATE audit SET at = 0',
      'DELETE FROM audit',
      'DELETE FROM audit_personal',
      "UPDATE audit_personal SET data = '{}'",
      'INSERT OR REPLACE INTO audit SELECT * FROM audit LIMIT 1',
      'INSERT OR REPLACE INTO audit_personal SELECT * FROM audit_personal LIMIT 1',
    ]) {
      await assert.rejects(
        world.database.write((tx) => run(tx, text)),
        text,
      );
    }
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
    assert.ok((await all(world.database.read, 'SELECT 1 FROM audit')).length > 0);
  });
});
