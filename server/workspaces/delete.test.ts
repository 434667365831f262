// Deleting workspaces on a real database: only archived ones, with all that is in them and nothing else.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { registerResources } from '../resources/register.ts';
import type { World } from '../testing/world.ts';
import { plantSession } from '../testing/sessions.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { archiveWorkspace } from './change.ts';
import { createWorkspace } from './create.ts';
import { deleteWorkspace } from './delete.ts';
import { createHostKey } from './host-keys.ts';
import { getViewer } from './read.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const key = () => randomUUID();
const TABLES = [
  'members',
  'member_roles',
  'member_totals',
  'invitations',
  'invitation_roles',
  'outbox',
  'deliveries',
  'resources',
  'grants',
  'grant_actions',
  'member_grants',
  'roles',
  'reviews',
  'review_items',
  'subjects',
  'departures',
  'accounts',
  'sessions',
  'workspaces',
];

describe('deleting a workspace', () => {
  let world: World;
  let system: UseCaseContext;
  before(async () => {
    world = await createWorld();
    system = world.asSystem();
    await fill(world.workspaceId, 'kept');
  });
  after(() => world.close());

  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        TABLES.map(
          async (table) =>
            [
              table,
              (await first<{ n: number }>(world.database.read, `SELECT count(*) AS n FROM ${table}`))!.n,
            ] as const,
        ),
      ),
    );
  /** Puts something into every table that hangs on a workspace. */
  async function fill(workspaceId: WorkspaceId, name: string): Promise<void> {
    await registerResources(world.as({ kind: 'system' }, workspaceId), {
      kind: 'table',
      resources: Array.from({ length: 210 }, (_, n) => ({ key: `t${n}`, name: `T${n}` })),
      idempotencyKey: key(),
    });
    await world.database.write(async (tx) => {
      await run(tx, 'INSERT INTO deliveries (workspace_id, at) VALUES (?, 0)', [workspaceId]);
      await run(tx, "INSERT INTO departures (workspace_id, digest, at) VALUES (?, 'somebody', 0)", [
        workspaceId,
      ]);
      await run(
        tx,
        "INSERT INTO grants (resource_seq, role, version) SELECT seq, 'staff', 1 FROM resources WHERE workspace_id = ?",
        [workspaceId],
      );
      await run(
        tx,
        "INSERT INTO member_grants SELECT m.seq, r.seq, 'read', 0 FROM members m JOIN resources r ON r.workspace_id = m.workspace_id WHERE m.workspace_id = ?",
        [workspaceId],
      );
      await run(
        tx,
        "INSERT INTO roles (workspace_id, key, name, description, capabilities, created_at) VALUES (?, 'custom-1', 'Own', '', '[]', 0)",
        [workspaceId],
      );
      await run(
        tx,
        "INSERT INTO reviews (id, workspace_id, name, scope, due_at, created_at) VALUES (?, ?, 'Spring', '{}', 1, 0)",
        [name, workspaceId],
      );
      await run(
        tx,
        "INSERT INTO review_items (review_seq, member_id, snapshot) SELECT seq, 'somebody', '{}' FROM reviews WHERE id = ?",
        [name],
      );
      for (let n = 0; n < 3; n++) {
        const id = `${name}-${n}`;
        await run(
          tx,
          `INSERT INTO invitations (id, workspace_id, email, email_key, name, message, state, delivery, created_at, expires_at) VALUES (?, ?, ?, ?, '', '', 'pending', 'queued', 0, 1)`,
          [id, workspaceId, `${id}@x.test`, `${id}@x.test`],
        );
        await run(
          tx,
          "INSERT INTO invitation_roles (invitation_seq, role) SELECT seq, 'staff' FROM invitations WHERE id = ?",
          [id],
        );
        await run(
          tx,
          "INSERT INTO outbox (kind, invitation_id, generation, next_at, created_at) VALUES ('invitation', ?, 1, 0, 0)",
          [id],
        );
      }
    });
  }
  const openSession = (accountId: string) =>
    world.database.write((tx) => plantSession(tx, { id: randomUUID(), accountId, expiresAt: 9e15 }));
  const on = (workspaceId: WorkspaceId, version: number) => ({ workspaceId, version, idempotencyKey: key() });

  it('takes everything of it and nothing of another, lets accounts without membership go, and keeps the trail', async () => {
    const both = await world.addMember({ email: 'both@acme.test', roles: ['staff'] });
    const off = await world.addMember({ email: 'off@acme.test', roles: ['staff'], status: 'deactivated' });
    const untouched = await counts();

    const hostKeyId = (await createHostKey(system, { name: 'Shop', idempotencyKey: key() })).id;
    const made = await createWorkspace(world.as({ kind: 'host', hostKeyId }, null), {
      name: 'Doomed',
      owner: { email: 'only@here.test', subject: 'u1' },
      idempotencyKey: key(),
    });
    await fill(made.id, 'doomed');
    for (let n = 0; n < 450; n++)
      await world.addMember({ email: `m${n}@here.test`, roles: ['member'], workspaceId: made.id });
    for (const email of ['both@acme.test', 'off@acme.test'])
      await world.addMember({ email, roles: ['owner'], workspaceId: made.id });
    const only = (await first<{ id: string }>(
      world.database.read,
      "SELECT id FROM accounts WHERE email_key = 'only@here.test'",
    ))!.id;
    for (const account of [both.accountId, off.accountId, only]) await openSession(account);

    const as = world.as({ kind: 'host', hostKeyId }, null);
    await archiveWorkspace(as, on(made.id, 1));
    assert.deepEqual(await deleteWorkspace(as, on(made.id, 2)), { id: made.id });

    assert.deepEqual(
      await counts(),
      { ...untouched, sessions: 1 },
      'only the session of who is active elsewhere is left',
    );
    assert.deepEqual(
      (await all<{ account_id: string }>(world.database.read, 'SELECT account_id FROM sessions')).map(
        (row) => row.account_id,
      ),
      [both.accountId],
    );
    const found = await first<{ n: number }>(world.database.read, 'SELECT count(*) AS n FROM member_grams');
    assert.equal(found!.n, untouched['members'], 'the search index went along');
    const trail = await all<{ action: string }>(
      world.database.read,
      'SELECT action FROM audit WHERE workspace_id = ? AND target_kind <> ? ORDER BY seq',
      [made.id, 'resource'],
    );
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['workspace.create', 'member.join', 'workspace.archive', 'workspace.delete'],
    );
    assert.equal((await verifyAudit(world.database.read)).isWhole, true);
    await assert.rejects(
      getViewer(world.as(subjectCaller(hostKeyId, 'u1'), made.id)),
      refusal('not_a_member'),
    );
    assert.deepEqual(
      await world.database.read.execute('PRAGMA foreign_key_check').then(({ rows }) => rows.length),
      0,
    );
  });

  it('takes two deliberate steps, the right of an owner, and the version seen', async () => {
    const workspaceId = await world.addWorkspace();
    const owner = world.asAccount(
      (await world.addMember({ email: 'olga@acme.test', roles: ['owner'], workspaceId })).accountId,
      workspaceId,
    );
    const admin = world.asAccount(
      (await world.addMember({ email: 'adam@acme.test', roles: ['admin'], workspaceId })).accountId,
      workspaceId,
    );
    const earlier = await counts();
    await assert.rejects(deleteWorkspace(owner, on(workspaceId, 1)), refusal('workspace_not_archived'));
    await assert.rejects(
      deleteWorkspace(world.as({ kind: 'system' }, null), on(workspaceId, 1)),
      refusal('workspace_not_archived'),
    );
    await archiveWorkspace(owner, on(workspaceId, 1));
    await assert.rejects(deleteWorkspace(admin, on(workspaceId, 2)), refusal('not_granted'));
    await assert.rejects(deleteWorkspace(owner, on(workspaceId, 1)), refusal('changed_meanwhile'));
    assert.deepEqual(await counts(), earlier);
    const retried = on(workspaceId, 2);
    assert.deepEqual(
      await deleteWorkspace(owner, retried),
      await deleteWorkspace(owner, retried),
      'a retry has the same answer, though nobody is a member any more',
    );
    await assert.rejects(deleteWorkspace(owner, on(workspaceId, 2)), refusal('not_signed_in'));
  });
});
