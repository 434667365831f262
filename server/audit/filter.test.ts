// The trail narrowed by person, actor, action and time, against a naive filter of the whole, page by page.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { AuditEntry, AuditFilter } from '../../shared/audit/entry.ts';
import { ListAudit } from '../../shared/contract/audit.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
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
    const plan = async (sql: string, ...args: string[]) =>
      JSON.stringify(await all(world.database.read, `EXPLAIN QUERY PLAN ${sql}`, args));
    for (const [index, column] of [
      ['audit_by_target', 'target_id'],
      ['audit_by_actor', 'actor_id'],
      ['audit_by_action', 'action'],
    ]) {
      const text = await plan(
        `SELECT seq FROM audit INDEXED BY ${index} WHERE workspace_id = ? AND ${column} = ? AND (at, seq) < (9, 9) ORDER BY at DESC, seq DESC LIMIT 5`,
        'w',
        'x',
      );
      assert.match(text, new RegExp(`${index} \\(workspace_id=\\? AND ${column}=\\? AND at<`));
      assert.doesNotMatch(text, /TEMP B-TREE/);
    }
  });

  it('takes no filter that it does not know', () => {
    for (const filter of [{ who: 'x' }, { actor: 'me' }, { actions: [] }, { actions: ["'"] }, { from: -1 }])
      assert.equal(ListAudit.safeParse({ filter }).success, false, JSON.stringify(filter));
    assert.ok(ListAudit.safeParse({ filter: { actor: 'host', person: 'a-person' as MemberId } }).success);
  });
});
