// People who have not signed in for long: who counts, how a bulk change reaches them, and that looking for them stays cheap.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ListMembers } from '../../shared/contract/members.ts';
import type { MemberPage } from '../../shared/members/member.ts';
import { all } from '../db/database.ts';
import type { Sql } from '../db/database.ts';
import type { World } from '../testing/world.ts';
import { START, createWorld } from '../testing/world.ts';
import { changeManyMembers } from './change-many.ts';
import type { MemberQuery } from './list.ts';
import { listMembers } from './list.ts';

const DAY = 24 * 60 * 60 * 1000;
const SORT = { by: 'name', direction: 'ascending' } as const;

describe('dormant people', () => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  before(async () => {
    world = await createWorld();
    owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
  });
  after(() => world.close());

  const page = async (
    filter: MemberQuery['filter'],
    over: Partial<MemberQuery> = {},
    workspaceId = world.workspaceId,
  ) =>
    JSON.parse(
      await listMembers(world.database.read, world.policy, workspaceId, {
        filter,
        sort: SORT,
        limit: 200,
        ...over,
      }),
    ) as MemberPage;

  it('D43 are those whose last sign-in is before the moment, and those who never came; to the millisecond', async () => {
    const workspaceId = await world.addWorkspace('Edges');
    const since = START - 90 * DAY;
    await world.addMembers(
      [
        { email: 'never@edge.test', roles: ['staff'] },
        { email: 'before@edge.test', roles: ['staff'], lastSignInAt: since - 1 },
        { email: 'at@edge.test', roles: ['staff'], lastSignInAt: since },
        { email: 'after@edge.test', roles: ['staff'], lastSignInAt: since + 1 },
        { email: 'off@edge.test', roles: ['member'], status: 'deactivated', lastSignInAt: 1 },
      ],
      workspaceId,
    );
    const found = async (filter: MemberQuery['filter']) => {
      const { rows, total } = await page({ dormantSince: since, ...filter }, {}, workspaceId);
      assert.deepEqual(total, { count: rows.length, isExact: true });
      return rows.map(({ email }) => email.split('@')[0]);
    };
    assert.deepEqual(await found({}), ['before', 'never', 'off']);
    assert.deepEqual(await found({ statuses: ['active'] }), ['before', 'never']);
    assert.deepEqual(await found({ roles: ['member'] }), ['off']);
    assert.deepEqual(await found({ search: 'nev' }), ['never']);
    for (const dormantSince of [-1, 1.5, 1e17, '0'])
      assert.equal(ListMembers.safeParse({ filter: { dormantSince } }).success, false);
  });

  it('D43 W10 can all be switched off at once, and nobody else is', async () => {
    const since = START - 90 * DAY;
    const people = Array.from({ length: 450 }, (_, index) => ({
      email: `b${index}@bulk.test`,
      roles: ['staff'],
      lastSignInAt: index % 3 === 0 ? START : index,
    }));
    await world.addMembers(people);
    const wish = {
      filter: { dormantSince: since, statuses: ['active' as const], roles: ['staff'] },
      except: [],
    };
    let changed = 0;
    let after: string | null = '';
    while (after !== null) {
      const step = await changeManyMembers(world.asAccount(owner.accountId), {
        selection: { ...wish, ...(after === '' ? {} : { after }) },
        change: { action: 'member.deactivate' },
        idempotencyKey: randomUUID(),
      });
      assert.deepEqual(
        step.results.filter(({ refused }) => refused !== undefined),
        [],
      );
      changed += step.results.length;
      after = step.next;
    }
    assert.equal(changed, 300);
    assert.equal((await page(wish.filter)).rows.length, 0);
    assert.equal((await page({ statuses: ['deactivated'] }, { limit: 1 })).total.count, 300);
    assert.equal((await page({ statuses: ['active'], roles: ['staff'] })).total.count, 150);
  });

  it('D43 are found along an index, never by reading everybody, whichever the order', async () => {
    const workspaceId = await world.addWorkspace('Many');
    await world.addMembers(
      Array.from({ length: 3000 }, (_, index) => ({
        email: `m${index}@many.test`,
        roles: ['staff'],
        lastSignInAt: index * 1000,
      })),
      workspaceId,
    );
    const statements: { sql: string; args: never }[] = [];
    const recorder: Sql = {
      execute: (statement) => {
        statements.push(statement as never);
        return world.database.read.execute(statement);
      },
    };
    for (const dormantSince of [10_000, 2_900_000])
      for (const by of ['name', 'lastSignIn'] as const)
        for (const from of [undefined, { position: 5 }])
          await listMembers(recorder, world.policy, workspaceId, {
            filter: { dormantSince },
            sort: { by, direction: 'ascending' },
            limit: 50,
            ...(from && { from }),
          });
    for (const { sql, args } of statements) {
      const plan = await all<{ detail: string }>(world.database.read, `EXPLAIN QUERY PLAN ${sql}`, args);
      for (const { detail } of plan) assert.doesNotMatch(detail, /SCAN (m|members)\b/, `${detail} in ${sql}`);
    }
    const many = await page(
      { dormantSince: 2_900_000 },
      { limit: 50, sort: { by: 'lastSignIn', direction: 'ascending' } },
      workspaceId,
    );
    assert.equal(many.total.isExact, false);
    assert.ok(many.total.count >= 500);
    assert.equal(many.rows[0]!.lastSignInAt, 2_899_000);
  });
});
