// Far down the list in an order in which many share a value, on a real database: what is read does not grow with how far.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { MemberPage } from '../../shared/members/member.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import type { MemberQuery } from './list.ts';
import { listMembers } from './list.ts';

describe('a place far down the list', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
    await world.addMembers(
      Array.from({ length: 2500 }, (_, n) => ({ email: `m${n}@many.test`, roles: ['staff'] })),
      world.workspaceId,
    );
  });
  after(() => world.close());

  /** The page, and how each of its statements goes along the index of the order. */
  async function read(query: MemberQuery): Promise<{ page: MemberPage; ways: string[] }> {
    const ways: string[] = [];
    const recorder: Sql = {
      execute: async (statement) => {
        const { sql, args = [] } = statement as { sql: string; args?: never[] };
        const plan = await all<{ detail: string }>(world.database.read, `EXPLAIN QUERY PLAN ${sql}`, args);
        const steps = plan.map(({ detail }) => detail).filter((detail) => /INDEX members_by_/.test(detail));
        if (steps.length > 0) ways.push(steps.join(' | '));
        return world.database.read.execute(statement);
      },
    };
    const text = await listMembers(recorder, world.policy, world.workspaceId, query);
    return { page: JSON.parse(text) as MemberPage, ways };
  }

  it('is found by the value and the row together, and not by reading everybody with the same value', async () => {
    for (const by of ['roles', 'status', 'lastSignIn'] as const)
      for (const direction of ['ascending', 'descending'] as const) {
        const query = { filter: {}, sort: { by, direction }, limit: 50 };
        const { page, ways } = await read({ ...query, from: { position: 2300 } });
        assert.equal(page.rows.length, 50);
        const next = await read({ ...query, from: { after: page.next! } });
        const back = await read({ ...query, from: { before: page.previous! } });
        // The first one samples the order from its beginning, where there is no row to begin after.
        const further = [...ways.slice(1), ...next.ways, ...back.ways];
        assert.equal(further.length, 4, `${by} ${direction}`);
        for (const way of further) assert.match(way, /=\? AND \w+=\? AND seq[<>]\?/, `${by} ${direction}`);
      }
  });
});
