// A workspace that was deleted and is not emptied yet: nobody finds it, others write meanwhile, and whatever stops it, it goes on.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import type { Database } from '../db/database.ts';
import { first, run } from '../db/database.ts';
import { readMembers } from '../members/read.ts';
import { readSignInOffer } from '../sign-in/offer.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { archiveWorkspace, renameWorkspace, restoreWorkspace } from './change.ts';
import { clearDeleted, markDeleted } from './clear.ts';
import { createWorkspace } from './create.ts';
import { deleteWorkspace } from './delete.ts';
import { createHostKey } from './host-keys.ts';
import { myWorkspaces } from './mine.ts';
import { getViewer } from './read.ts';
import { workspaceIds } from './store.ts';

const PEOPLE = 650;
const QUERY = { filter: {}, sort: { by: 'name', direction: 'ascending' }, limit: 10 } as const;
const wish = () => ({ idempotencyKey: randomUUID() });

describe('a workspace that was deleted', () => {
  let world: World;
  let system: UseCaseContext;
  let hostKeyId: HostKeyId;
  before(async () => {
    world = await createWorld();
    system = world.asSystem();
    ({ id: hostKeyId } = await createHostKey(system, { name: 'Shop', ...wish() }));
  });
  after(() => world.close());

  const left = async (workspaceId: WorkspaceId) =>
    (await first<{ members: number; workspaces: number }>(
      world.database.read,
      'SELECT (SELECT count(*) FROM members WHERE workspace_id = ?1) AS members, (SELECT count(*) FROM workspaces WHERE id = ?1) AS workspaces',
      [workspaceId],
    ))!;
  /** A workspace of a host with many people, one of whom belongs elsewhere too, as it is right after it was deleted. */
  async function deleted() {
    const made = await createWorkspace(world.as({ kind: 'host', hostKeyId }, null), {
      name: 'Doomed',
      owner: { email: `owner-${randomUUID()}@here.test`, subject: 'u1' },
      ...wish(),
    });
    const { id: workspaceId } = made;
    const email = `both-${randomUUID()}@acme.test`;
    await world.addMember({ email, roles: ['staff'] });
    const { accountId } = await world.addMember({ email, roles: ['owner'], workspaceId });
    await world.addMembers(
      Array.from({ length: PEOPLE }, () => ({ email: `${randomUUID()}@here.test`, roles: ['staff'] })),
      workspaceId,
    );
    const on = (version: number) => ({ workspaceId, version, ...wish() });
    await archiveWorkspace(system, on(1));
    // As deleting does, without what follows it.
    const wasThere = await world.database.write((sql) =>
      markDeleted(sql, { id: workspaceId, version: 2 }, world.clock.now),
    );
    assert.equal(wasThere, true);
    assert.equal((await left(workspaceId)).members, PEOPLE + 2);
    return { workspaceId, accountId, on };
  }

  it('is gone for everybody at once, while all that it held is still there', async () => {
    const { workspaceId, accountId, on } = await deleted();
    const owner = world.asAccount(accountId, workspaceId);
    await assert.rejects(getViewer(owner), isRefusal('not_a_member'));
    await assert.rejects(readMembers(owner, QUERY), isRefusal('not_a_member'));
    await assert.rejects(restoreWorkspace(owner, on(3)), isRefusal('not_a_member'));
    const subject = world.as(subjectCaller(hostKeyId, 'u1', world.clock.now), workspaceId);
    await assert.rejects(getViewer(subject), isRefusal('not_a_member'));
    await assert.rejects(readMembers(subject, QUERY), isRefusal('not_a_member'));
    for (const operator of [system, world.as({ kind: 'host', hostKeyId }, workspaceId)]) {
      for (const act of [restoreWorkspace, deleteWorkspace])
        await assert.rejects(act(operator, on(3)), isRefusal('workspace_not_found'));
      await assert.rejects(
        renameWorkspace(operator, { ...on(3), name: 'Other' }),
        isRefusal('workspace_not_found'),
      );
    }
    const mine = await myWorkspaces(world.asAccount(accountId), {});
    assert.deepEqual([mine.rows.map(({ id }) => id), mine.total], [[world.workspaceId], 1]);
    assert.ok(!(await workspaceIds(world.database.read)).includes(workspaceId));
    assert.equal((await readSignInOffer(world.as({ kind: 'anonymous' }), { workspaceId })).workspace, null);
    await clearDeleted(world.database);
  });

  it('is emptied between the writes of others, which wait for a piece and not for all of it', async () => {
    const { workspaceId } = await deleted();
    const seen: number[] = [];
    let isOver = false;
    const clearing = clearDeleted(world.database).then(() => (isOver = true));
    while (!isOver) {
      await breathe();
      await world.database.write(async (sql) => {
        await run(sql, 'UPDATE workspaces SET name = name WHERE id = ?', [world.workspaceId]);
        const row = await first<{ n: number }>(
          sql,
          'SELECT count(*) AS n FROM members WHERE workspace_id = ?',
          [workspaceId],
        );
        seen.push(row!.n);
      });
    }
    await clearing;
    const sizes = [PEOPLE + 2, ...seen].map((n, index, all) => (all[index - 1] ?? n) - n);
    assert.ok(Math.max(...sizes) <= 200, sizes.join());
    assert.ok(new Set(seen).size >= 3, seen.join());
    assert.deepEqual({ ...(await left(workspaceId)) }, { members: 0, workspaces: 0 });
  });

  it('goes on where it was stopped, and takes no one along who belongs elsewhere', async () => {
    const { workspaceId, accountId } = await deleted();
    const ending = new AbortController();
    const stopping: Database = {
      ...world.database,
      write: (job) => {
        ending.abort();
        return world.database.write(job);
      },
    };
    await clearDeleted(stopping, ending.signal);
    assert.deepEqual({ ...(await left(workspaceId)) }, { members: PEOPLE + 2 - 200, workspaces: 1 });
    await Promise.all([clearDeleted(world.database), clearDeleted(world.database)]);
    assert.deepEqual({ ...(await left(workspaceId)) }, { members: 0, workspaces: 0 });
    assert.equal((await myWorkspaces(world.asAccount(accountId), {})).total, 1);
    const ids =
      'SELECT count(*) AS n FROM accounts WHERE NOT EXISTS (SELECT 1 FROM members WHERE account_id = accounts.id)';
    assert.equal((await first<{ n: number }>(world.database.read, ids))!.n, 0);
  });

  it('looks through no outbox for each person that goes', async () => {
    const plan = "EXPLAIN QUERY PLAN SELECT seq FROM outbox WHERE account_id = 'somebody'";
    const { detail } = (await first<{ detail: string }>(world.database.read, plan))!;
    assert.match(detail, /^SEARCH outbox USING (COVERING )?INDEX outbox_by_account/);
  });
});
