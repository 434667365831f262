// Reading the trail on a real database: who may, what it says, and what erasure leaves of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import { all, run } from '../db/database.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { removeMember } from '../members/remove.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { renameWorkspace } from '../workspaces/change.ts';
import { erasePersonal } from './erase.ts';
import { listAudit } from './list.ts';
import { verifyAudit } from './verify.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const key = () => randomUUID();
type Person = Awaited<ReturnType<World['addMember']>>;

describe('reading the trail', () => {
  let world: World;
  let owner: Person;
  let editor: Person;
  let asOwner: UseCaseContext;
  before(async () => {
    world = await createWorld({ policy: collaborators });
    owner = await world.addMember({ email: 'olga@p.test', name: 'Olga Owner', roles: ['owner'] });
    editor = await world.addMember({ email: 'Ed@p.test', name: '', roles: ['editor'] });
    asOwner = world.asAccount(owner.accountId);
    await changeMemberRole(asOwner, {
      memberId: editor.id,
      version: 1,
      roles: ['viewer'],
      idempotencyKey: key(),
    });
    world.clock.now += 60_000;
    await renameWorkspace(asOwner, {
      workspaceId: world.workspaceId,
      name: 'Zenith',
      version: 1,
      idempotencyKey: key(),
    });
  });
  after(() => world.close());
  const list = async (ctx = asOwner) => (await listAudit(ctx, { limit: 200 })).rows;

  it('says who did what to whom, when, before and after, newest first (SEC_L01)', async () => {
    const rows = await list();
    assert.deepEqual(
      rows.map(({ seq: _seq, ...row }): Omit<AuditEntry, 'seq'> => row),
      [
        {
          at: world.clock.now,
          action: 'workspace.rename',
          via: 'session',
          actor: { kind: 'member', id: owner.id, name: 'Olga Owner' },
          target: { kind: 'workspace', id: world.workspaceId, name: 'Zenith' },
          before: { name: 'Acme' },
          after: { name: 'Zenith' },
          note: null,
        },
        {
          at: world.clock.now - 60_000,
          action: 'member.change-role',
          via: 'session',
          actor: { kind: 'member', id: owner.id, name: 'Olga Owner' },
          target: { kind: 'member', id: editor.id, name: 'Ed@p.test' },
          before: { roles: ['editor'] },
          after: { roles: ['viewer'] },
          note: null,
        },
      ],
    );
  });

  it('is for owner and creator of that workspace only (C10, SEC_L07)', async () => {
    for (const [role, code] of [
      ['owner', null],
      ['creator', null],
      ['editor', 'not_granted'],
      ['commenter', 'not_granted'],
      ['viewer', 'not_granted'],
    ] as const) {
      const { accountId } = await world.addMember({ email: `${role}@q.test`, roles: [role] });
      if (code === null) assert.equal((await list(world.asAccount(accountId))).length, 2);
      else await assert.rejects(list(world.asAccount(accountId)), refusal(code));
    }
    await assert.rejects(list(world.as({ kind: 'anonymous' })), refusal('not_signed_in'));
    const other = await world.addWorkspace();
    await assert.rejects(list(world.asAccount(owner.accountId, other)), refusal('not_a_member'));
    const boss = await world.addMember({ email: 'b@other.test', roles: ['owner'], workspaceId: other });
    assert.deepEqual(
      await list(world.asAccount(boss.accountId, other)),
      [],
      'SEC_E06 nothing of another workspace',
    );
    const { next } = await listAudit(asOwner, { limit: 1 });
    assert.deepEqual(
      (await listAudit(world.asAccount(boss.accountId, other), { limit: 5, before: next! })).rows,
      [],
      'SEC_E06 nor by its cursor',
    );
  });

  it('comes in pages, each entry once', async () => {
    const seen: number[] = [];
    let before: string | undefined;
    do {
      const page = await listAudit(asOwner, { limit: 1, before });
      seen.push(...page.rows.map(({ seq }) => seq));
      before = page.next ?? undefined;
    } while (before !== undefined);
    assert.deepEqual(
      seen,
      (await list()).map(({ seq }) => seq),
    );
    await assert.rejects(listAudit(asOwner, { limit: 1, before: 'nonsense' }), refusal('input_invalid'));
  });

  it('names people where they stand apart from the chain, and no chained column holds a name or an address (SEC_L10)', async () => {
    const columns = await all<Record<string, unknown>>(world.database.read, 'SELECT * FROM audit');
    for (const value of ['Olga', 'olga@p.test', 'Ed@p.test', '192.0.2.1'])
      assert.ok(!JSON.stringify(columns).includes(value), value);
  });
});

describe('erasing a person', () => {
  let world: World;
  let olga: Person;
  let ed: Person;
  let asOlga: UseCaseContext;
  before(async () => {
    world = await createWorld({ policy: collaborators });
    olga = await world.addMember({ email: 'olga@p.test', name: 'Olga Owner', roles: ['owner'] });
    ed = await world.addMember({ email: 'Ed@p.test', name: 'Ed Editor', roles: ['owner'] });
    asOlga = world.asAccount(olga.accountId);
    // Ed acts, is acted on, owns another workspace, is named by an invitation, and goes.
    await renameWorkspace(world.asAccount(ed.accountId), {
      workspaceId: world.workspaceId,
      name: 'By Ed',
      version: 1,
      idempotencyKey: key(),
    });
    await createWorkspace(world.as({ kind: 'system' }, null), {
      name: 'Side',
      owner: { email: 'ED@p.test', name: 'Ed Side' },
      idempotencyKey: key(),
    });
    await asOlga.write({ action: 'invitation.create', input: 1 }, (tx) =>
      tx.audit(
        {
          action: 'invitation.create',
          target: { kind: 'invitation', id: 'inv-ed' },
          personal: { email: 'eD@p.test', name: 'Eddy' },
        },
        {
          action: 'invitation.create',
          target: { kind: 'invitation', id: 'inv-ned' },
          personal: { email: 'ned@p.test', name: 'Ned' },
        },
      ),
    );
    await changeMemberRole(asOlga, { memberId: ed.id, version: 1, roles: ['viewer'], idempotencyKey: key() });
    await removeMember(asOlga, { memberId: ed.id, version: 2, idempotencyKey: key() });
  });
  after(() => world.close());
  const values = async () =>
    JSON.stringify(
      await all<{ data: string }>(
        world.database.read,
        'SELECT data FROM audit_personal WHERE data IS NOT NULL',
      ),
    );

  it("is the operator's alone", async () => {
    await assert.rejects(erasePersonal(asOlga, { memberId: ed.id }), refusal('not_granted'));
    await assert.rejects(
      erasePersonal(world.as({ kind: 'anonymous' }), { memberId: ed.id }),
      refusal('not_signed_in'),
    );
    assert.match(await values(), /Ed Editor/);
  });

  it('blanks what is about or by them, also by address, also of somebody long gone, and nothing of others', async () => {
    const { entries } = await erasePersonal(world.asSystem(), { memberId: ed.id });
    assert.equal(entries, 5, 'rename, joining elsewhere, invitation, role, removal');
    assert.doesNotMatch(await values(), /\bEd |Eddy|\bed@p/i);
    assert.match(await values(), /ned@p\.test/);
    assert.match(await values(), /Olga Owner/);
  });

  it('leaves the chain whole, and the entries with the ids (SEC_L10)', async () => {
    assert.ok((await verifyAudit(world.database.read)).isWhole);
    const rows = (await listAudit(asOlga, { limit: 200 })).rows;
    const removal = rows.find(({ action }) => action === 'member.remove')!;
    assert.deepEqual(removal.target, { kind: 'member', id: ed.id, name: null });
    assert.equal(removal.actor.name, 'Olga Owner', "who is still here is shown by today's name");
    assert.equal(rows.find(({ action }) => action === 'workspace.rename')!.actor.name, null);
    assert.deepEqual(rows[0]!.action, 'person.erase');
  });

  it('finds every membership of an account', async () => {
    const rest = await all<{ id: string }>(
      world.database.read,
      "SELECT id FROM accounts WHERE email_key = 'ed@p.test'",
    );
    assert.equal(rest.length, 1, 'the other workspace keeps the account');
    assert.deepEqual(
      await erasePersonal(world.asSystem(), { accountId: rest[0]!.id as never }),
      { entries: 0 },
      'there is nothing left to blank',
    );
    assert.ok((await erasePersonal(world.asSystem(), { accountId: olga.accountId })).entries > 0);
    assert.doesNotMatch(await values(), /Olga/);
    assert.ok((await verifyAudit(world.database.read)).isWhole);
  });

  it('can only blank: the values cannot be put back', async () => {
    await assert.rejects(
      world.database.write((tx) => run(tx, 'UPDATE audit_personal SET data = \'{"actor":"Mallory"}\'')),
      /can only be blanked/,
    );
  });
});
