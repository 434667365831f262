// The trail narrowed by person, actor, action and time, against a naive filter of the whole, page by page.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { AuditEntry, AuditFilter } from '../../shared/audit/entry.ts';
import { ListAudit } from '../../shared/contract/audit.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import { all } from '../db/database.ts';
import { encodeCursor } from '../members/list.ts';
import { registerResources } from '../resources/register.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { START, createWorld } from '../testing/world.ts';
import { listAudit } from './list.ts';

const ACTIONS = ['member.change-role', 'member.deactivate', 'invitation.create', 'role.change'] as const;
type Person = Awaited<ReturnType<World['addMember']>>;

describe('the trail, narrowed', () => {
  let world: World;
  let people: Person[];
  let asOwner: UseCaseContext;
  let whole: readonly AuditEntry[];
  before(async () => {
    world = await createWorld();
    people = [];
    for (const name of ['ana', 'bo', 'cy'])
      people.push(await world.addMember({ email: `${name}@acme.test`, name, roles: ['owner'] }));
    asOwner = world.asAccount(people[0]!.accountId);
    // Several entries of one moment, several moments of one actor, and the operator in between.
    for (let n = 0; n < 60; n += 1) {
      if (n % 3 === 0) world.clock.now += 60_000;
      const ctx = n % 7 === 0 ? world.asSystem() : world.asAccount(people[n % 2]!.accountId);
      await ctx.write({ action: 'member.change-role', input: n }, (tx) =>
        tx.audit({
          action: ACTIONS[n % 4]!,
          target: { kind: 'member', id: people[n % 3]!.id },
          after: { n },
        }),
      );
    }
    whole = (await listAudit(asOwner, { limit: 200 })).rows;
  });
  after(() => world.close());

  const naive = ({ person, actor, actions, from = 0, to = Infinity }: AuditFilter) =>
    whole.filter(
      (entry) =>
        (person === undefined || entry.target.id === person) &&
        (actor === undefined || entry.actor.id === actor || entry.actor.kind === actor) &&
        (actions === undefined || actions.includes(entry.action)) &&
        entry.at >= from &&
        entry.at < to,
    );

  async function walked(filter: AuditFilter, limit: number, ctx = asOwner): Promise<readonly AuditEntry[]> {
    const rows: AuditEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(ctx, { filter, limit, before: cursor });
      assert.ok(page.rows.length <= limit);
      rows.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return rows;
  }

  const filters = fc.record(
    {
      person: fc.integer({ min: 0, max: 2 }).map((at) => people[at]!.id),
      actor: fc.oneof(
        fc.constant('system' as const),
        fc.integer({ min: 0, max: 2 }).map((at) => people[at]!.id),
      ),
      actions: fc.subarray([...ACTIONS, 'member.leave'], { minLength: 1 }),
      from: fc.integer({ min: -1, max: 22 }).map((minutes) => START + minutes * 60_000),
      to: fc.integer({ min: -1, max: 22 }).map((minutes) => START + minutes * 60_000 + 1),
    },
    { requiredKeys: [] },
  );

  it('holds exactly what fits, newest first, in pages of any size, each entry once (W15, C10)', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 70 }), async (filter, limit) => {
        assert.deepEqual(await walked(filter, limit), naive(filter));
      }),
      { numRuns: 150 },
    );
  });

  it('counts the first moment and no more the last', async () => {
    const at = whole[20]!.at;
    const only = await walked({ from: at, to: at + 1 }, 50);
    assert.ok(only.length > 0 && only.every((entry) => entry.at === at));
    assert.deepEqual(await walked({ from: at + 1, to: at + 2 }, 50), []);
  });

  it('says nothing of another workspace, whoever is named (SEC_E06)', async () => {
    const other = await world.addWorkspace();
    const boss = await world.addMember({ email: 'boss@other.test', roles: ['owner'], workspaceId: other });
    const ctx = world.asAccount(boss.accountId, other);
    for (const filter of [{}, { person: people[0]!.id }, { actor: people[1]!.id }, { actions: ACTIONS }])
      assert.deepEqual(await walked(filter, 50, ctx), []);
    await assert.rejects(walked({}, 5, world.as({ kind: 'anonymous' })), isRefusal('not_signed_in'));
  });

  it('walks an index for each filter and sorts no more than a page', async () => {
    const { read } = world.database;
    const asked: { sql: string; args: string[] }[] = [];
    const execute: Sql['execute'] = (statement) => {
      asked.push(statement as (typeof asked)[number]);
      return read.execute(statement);
    };
    const { id } = people[0]!;
    for (const [filter, walk] of [
      [{}, 'audit_by_time (workspace_id=? AND at<?)'],
      [{ actor: 'host' }, 'audit_by_time (workspace_id=? AND at<?)'],
      [{ actor: id }, 'audit_by_actor (workspace_id=? AND actor_id=? AND at<?)'],
      [{ person: id, actor: id }, 'audit_by_target (workspace_id=? AND target_id=? AND at<?)'],
      [{ actions: ACTIONS, from: 9 }, 'audit_by_action (workspace_id=? AND action=? AND at>? AND at<?)'],
    ] as const) {
      asked.length = 0;
      await listAudit({ ...asOwner, read: { execute } }, { filter, limit: 5, before: encodeCursor([9, 9]) });
      const { sql, args } = asked.find((each) => each.sql.includes('INDEXED BY'))!;
      const plan = (await all<{ detail: string }>(read, `EXPLAIN QUERY PLAN ${sql}`, args)).map(
        ({ detail }) => detail,
      );
      const inner = plan.slice(
        0,
        plan.findIndex((line) => line.startsWith('SCAN (')),
      );
      assert.ok(
        inner.some((line) => line.startsWith('SEARCH audit') && line.endsWith(walk)),
        plan.join('\n'),
      );
      assert.ok(!inner.join().includes('TEMP B-TREE'), plan.join('\n'));
    }
  });

  it('looks at so many entries for a page: one can be empty and not the last', async () => {
    const long = await createWorld();
    const owner = await long.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    for (let n = 0; n < 5; n += 1) {
      const resources = Array.from({ length: 410 }, (_, k) => ({ key: `t${n}-${k}`, name: 'Table' }));
      await registerResources(long.asSystem(), { kind: 'table', resources, idempotencyKey: randomUUID() });
    }
    const asLong = long.asAccount(owner.accountId);
    const filter = { actor: 'host' } as const;
    const page = await listAudit(asLong, { filter, limit: 5 });
    assert.deepEqual(page.rows, []);
    assert.deepEqual(await listAudit(asLong, { filter, limit: 5, before: page.next! }), {
      rows: [],
      next: null,
    });
    assert.equal((await walked({ actor: 'system' }, 200, asLong)).length, 5 * 410);
    await long.close();
  });

  it('takes no filter that it does not know', () => {
    for (const filter of [{ who: 'x' }, { actor: 'me' }, { actions: [] }, { actions: ["'"] }, { from: -1 }])
      assert.equal(ListAudit.safeParse({ filter }).success, false, JSON.stringify(filter));
    assert.ok(ListAudit.safeParse({ filter: { actor: 'host', person: 'a-person' as MemberId } }).success);
  });
});
