// Creating workspaces on a real database: by the operator, by hosts, and by nobody else.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { CreateWorkspace } from '../../shared/contract/workspaces.ts';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import type { World } from '../testing/world.ts';
import { plantSession } from '../testing/sessions.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { archiveWorkspace } from './change.ts';
import { createWorkspace } from './create.ts';
import { deleteWorkspace } from './delete.ts';
import { createHostKey } from './host-keys.ts';
import { getViewer } from './read.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const wish = (over: Partial<CreateWorkspace> = {}): CreateWorkspace => ({
  name: 'Apollo',
  owner: { email: 'Ada@acme.test', name: 'Ada' },
  idempotencyKey: randomUUID(),
  ...over,
});

describe('creating a workspace', () => {
  let world: World;
  let host: UseCaseContext;
  let hostKeyId: HostKeyId;
  let otherKeyId: HostKeyId;
  before(async () => {
    world = await createWorld();
    hostKeyId = (await createHostKey(world.asSystem(), { name: 'Shop', idempotencyKey: randomUUID() })).id;
    otherKeyId = (await createHostKey(world.asSystem(), { name: 'Other', idempotencyKey: randomUUID() })).id;
    host = world.as({ kind: 'host', hostKeyId }, null);
  });
  after(() => world.close());
  const nothingHappens = async (job: () => Promise<unknown>, code: ErrorCode) => {
    const count = () =>
      all(
        world.database.read,
        'SELECT (SELECT count(*) FROM workspaces) AS w, (SELECT count(*) FROM accounts) AS a, (SELECT count(*) FROM members) AS m, (SELECT count(*) FROM audit) AS t',
      );
    const [earlier] = await count();
    await assert.rejects(job, refusal(code));
    assert.deepEqual({ ...((await count())[0] as object) }, { ...(earlier as object) });
  };

  it('makes the first owner a member from the start, with an account that proved nothing yet, and records both', async () => {
    const made = await createWorkspace(
      world.as({ kind: 'system' }, null),
      wish({ owner: { email: 'First@acme.test', name: ' Fay  First ' } }),
    );
    assert.equal(made.name, 'Apollo');
    assert.equal(made.version, 1);
    const member = await first<Record<string, unknown>>(
      world.database.read,
      `SELECT m.name, m.email, m.email_key, m.status, r.role, a.email_verified_at AS verified
      FROM members m JOIN member_roles r ON r.member_seq = m.seq JOIN accounts a ON a.id = m.account_id WHERE m.id = ?`,
      [made.ownerId],
    );
    assert.deepEqual(
      { ...member },
      {
        name: 'Fay First',
        email: 'First@acme.test',
        email_key: 'first@acme.test',
        status: 'active',
        role: 'owner',
        verified: null,
      },
    );
    const trail = await all<Record<string, unknown>>(
      world.database.read,
      'SELECT action, target_id, actor_kind, after FROM audit WHERE workspace_id = ? ORDER BY seq',
      [made.id],
    );
    assert.deepEqual(
      trail.map((row) => ({ ...row })),
      [
        {
          action: 'workspace.create',
          target_id: made.id,
          actor_kind: 'system',
          after: '{"name":"Apollo","hostKeyId":null}',
        },
        {
          action: 'member.join',
          target_id: made.ownerId,
          actor_kind: 'system',
          after: '{"roles":["owner"],"status":"active"}',
        },
      ],
    );
  });

  it("lets a host create under its key, and the owner come by the host's own id", async () => {
    const workspaceId = 'project-0042' as WorkspaceId;
    const made = await createWorkspace(
      host,
      wish({ workspaceId, owner: { email: 'sub@acme.test', subject: 'user-7' } }),
    );
    assert.equal(made.id, workspaceId);
    const viewer = await getViewer(world.as(subjectCaller(hostKeyId, 'user-7'), workspaceId));
    assert.deepEqual(viewer.actor.roles, ['owner']);
    await assert.rejects(
      getViewer(world.as(subjectCaller(otherKeyId, 'user-7'), workspaceId)),
      refusal('not_a_member'),
      'SEC_D12 the same subject of another key is another person',
    );
  });

  it('answers an address with an account elsewhere like a new one, and shows nothing of that account (SEC_B18, SEC_E05)', async () => {
    const elsewhere = await world.addMember({
      email: 'known@acme.test',
      name: 'Real Name',
      roles: ['staff'],
    });
    const known = await createWorkspace(host, wish({ owner: { email: 'KNOWN@acme.test' } }));
    const fresh = await createWorkspace(host, wish({ owner: { email: 'FRESH@acme.test' } }));
    assert.deepEqual(Object.keys(known).sort(), Object.keys(fresh).sort());
    const viewer = await getViewer(world.asAccount(elsewhere.accountId, known.id));
    assert.equal(viewer.memberId, known.ownerId, 'it is one account');
    assert.deepEqual([viewer.name, viewer.email], ['', 'KNOWN@acme.test']);
    const kept = await first<{ name: string; email: string }>(
      world.database.read,
      'SELECT name, email FROM accounts WHERE id = ?',
      [elsewhere.accountId],
    );
    assert.deepEqual(
      { ...kept },
      { name: 'Real Name', email: 'known@acme.test' },
      'the account is left alone',
    );
  });

  it('gives nobody a workspace who only claims its owner’s address: sessions of an account that never proved its mailbox end (SEC_B25)', async () => {
    const { accountId } = await world.addMember({ email: 'squatted@acme.test', roles: ['staff'] });
    const { accountId: proved } = await world.addMember({ email: 'proved@acme.test', roles: ['staff'] });
    await world.database.write(async (tx) => {
      await run(tx, 'UPDATE accounts SET email_verified_at = NULL WHERE id = ?', [accountId]);
      for (const id of [accountId, proved])
        await plantSession(tx, { id: `session of ${id}`, accountId: id, expiresAt: world.clock.now + 1 });
    });
    for (const email of ['Squatted@acme.test', 'proved@acme.test'])
      await createWorkspace(host, wish({ owner: { email } }));
    const left = await all<{ account: string }>(
      world.database.read,
      'SELECT account_id AS account FROM sessions',
    );
    assert.deepEqual(
      left.map(({ account }) => account),
      [proved],
    );
  });

  it('has one effect and one answer under one key (SEC_X10)', async () => {
    const same = wish({ owner: { email: 'twice@acme.test' } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => createWorkspace(host, same)));
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    const rows = await all(world.database.read, "SELECT 1 FROM members WHERE email_key = 'twice@acme.test'");
    assert.equal(rows.length, 1);
    await assert.rejects(createWorkspace(host, { ...same, name: 'Other' }), refusal('idempotency_mismatch'));
  });

  it('gives an id only once, also after deletion, so that nobody inherits a trail (SEC_D07, SEC_E01)', async () => {
    const workspaceId = 'project-0043' as WorkspaceId;
    await createWorkspace(host, wish({ workspaceId }));
    await nothingHappens(() => createWorkspace(host, wish({ workspaceId })), 'already_exists');
    const system = world.as({ kind: 'system' }, workspaceId);
    await archiveWorkspace(system, { workspaceId, version: 1, idempotencyKey: randomUUID() });
    await deleteWorkspace(system, { workspaceId, version: 2, idempotencyKey: randomUUID() });
    const other = world.as({ kind: 'host', hostKeyId: otherKeyId }, null);
    await nothingHappens(() => createWorkspace(other, wish({ workspaceId })), 'already_exists');
  });

  it('is for the operator and hosts only, and for a host under no other key', async () => {
    const owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    await nothingHappens(() => createWorkspace(world.asAccount(owner.accountId), wish()), 'not_granted');
    await nothingHappens(() => createWorkspace(world.as({ kind: 'anonymous' }), wish()), 'not_signed_in');
    await nothingHappens(
      () => createWorkspace(world.as(subjectCaller(hostKeyId, 'user-7')), wish()),
      'not_granted',
    );
    await nothingHappens(() => createWorkspace(host, wish({ hostKeyId: otherKeyId })), 'not_granted');
    await nothingHappens(
      () => createWorkspace(world.as({ kind: 'host', hostKeyId: 'no-such-key' as HostKeyId }, null), wish()),
      'token_invalid',
    );
    await nothingHappens(
      () =>
        createWorkspace(world.as({ kind: 'system' }, null), wish({ hostKeyId: 'no-such-key' as HostKeyId })),
      'host_key_not_found',
    );
  });

  it("lets the operator register one under a host's key", async () => {
    const made = await createWorkspace(
      world.as({ kind: 'system' }, null),
      wish({ hostKeyId, owner: { email: 'op@acme.test', subject: 'user-8' } }),
    );
    assert.equal(
      (await getViewer(world.as(subjectCaller(hostKeyId, 'user-8'), made.id))).email,
      'op@acme.test',
    );
  });

  it('refuses what is no name, no address, and a subject without a key', async () => {
    for (const name of ['   ', 'a\u202eb', 'x\ny', 'x'.repeat(101)])
      await nothingHappens(() => createWorkspace(host, wish({ name })), 'name_invalid');
    for (const email of ['ada', 'a@b', 'a@b.test,c@d.test', 'Ada <ada@acme.test>', '\u212a@x.com']) {
      await nothingHappens(() => createWorkspace(host, wish({ owner: { email } })), 'email_invalid');
    }
    await nothingHappens(
      () => createWorkspace(host, wish({ owner: { email: 'a@b.test', name: 'a\u0000b' } })),
      'name_invalid',
    );
    await nothingHappens(
      () =>
        createWorkspace(
          world.as({ kind: 'system' }, null),
          wish({ owner: { email: 'a@b.test', subject: 'x' } }),
        ),
      'input_invalid',
    );
  });
});
