// What somebody may reach, as a list: the same answers as the check, on a real database.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { AccountId, MemberId, ResourceId } from '../../shared/ids.ts';
import { packages } from '../../shared/presets/packages.ts';
import type { UseCaseContext } from '../context.ts';
import { run } from '../db/database.ts';
import { registerResources } from '../resources/register.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import type { AccessibleQuery } from './accessible.ts';
import { listAccessible } from './accessible.ts';
import { checkAccess } from './check.ts';

const KEYS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const ABOUT = { kind: 'package', action: 'use' } as const;

describe('listing what somebody may reach', () => {
  let world: World;
  let ids: ResourceId[];
  const people: { id: MemberId; accountId: AccountId }[] = [];
  before(async () => {
    world = await createWorld({ policy: packages });
    for (const [email, role] of [
      ['boss', 'admin'],
      ['one', 'user'],
      ['two', 'user'],
    ] as const)
      people.push(await world.addMember({ email: `${email}@acme.test`, roles: [role] }));
    const { resources } = await registerResources(world.asSystem(), {
      kind: 'package',
      resources: KEYS.map((key) => ({ key, name: key === 'delta' ? 'alpha' : key })),
      idempotencyKey: randomUUID(),
    });
    ids = resources.map(({ id }) => id);
  });
  after(() => world.close());

  const listed = async (
    who: AccessibleQuery['who'],
    limit = 2000,
    ctx: UseCaseContext = world.asSystem(),
  ): Promise<string[]> => {
    const keys: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAccessible(ctx, { ...ABOUT, who, limit, after });
      keys.push(...page.rows.map(({ key }) => key));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return keys.toSorted();
  };
  const checked = async (who: AccessibleQuery['who'], ctx = world.asSystem()): Promise<string[]> => {
    const keys: string[] = [];
    for (const key of KEYS)
      if ((await checkAccess(ctx, { ...ABOUT, who, resource: { key } })).allowed) keys.push(key);
    return keys.toSorted();
  };

  it('P31 P32 says the same as the check of everybody, whoever made, was given or was switched off what, in pages of any size', async () => {
    const index = fc.nat({ max: KEYS.length - 1 });
    const case_ = fc.record({
      given: fc.array(fc.tuple(fc.constantFrom(1, 2), index), { maxLength: 6 }),
      owned: fc.array(fc.tuple(fc.constantFrom(0, 1, 2), index), { maxLength: 4 }),
      off: fc.option(fc.constantFrom(0, 1, 2)),
      limit: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(case_, async ({ given, owned, off, limit }) => {
        await world.database.write(async (tx) => {
          await run(tx, 'DELETE FROM member_grants');
          await run(tx, 'UPDATE resources SET owner_id = NULL');
          await run(tx, "UPDATE members SET status = 'active'");
          for (const [person, resource] of given)
            await run(
              tx,
              `INSERT INTO member_grants SELECT m.seq, r.seq, 'use', 0 FROM members m, resources r WHERE m.id = ? AND r.id = ? ON CONFLICT DO NOTHING`,
              [people[person]!.id, ids[resource]!],
            );
          for (const [person, resource] of owned)
            await run(tx, 'UPDATE resources SET owner_id = ? WHERE id = ?', [
              people[person]!.id,
              ids[resource]!,
            ]);
          if (off !== null)
            await run(tx, "UPDATE members SET status = 'deactivated' WHERE id = ?", [people[off]!.id]);
        });
        for (const { id: memberId } of people)
          assert.deepEqual(await listed({ memberId }, limit), await checked({ memberId }));
      }),
      { numRuns: 30 },
    );
    await world.database.write((tx) => run(tx, "UPDATE members SET status = 'active'"));
  });

  it('answers for roles and visitors, who have nothing themselves, and for strangers', async () => {
    assert.deepEqual(await listed({ role: 'admin' }), KEYS.toSorted());
    for (const who of [
      { role: 'user' },
      { role: 'gone' },
      'visitor',
      { memberId: 'not-a-member' as MemberId },
    ] as const)
      assert.deepEqual(await listed(who), []);
  });

  it('SEC_E01 tells people of themselves alone, and nobody of another workspace', async () => {
    const [boss, one] = people as [(typeof people)[0], (typeof people)[0]];
    const myself = world.asAccount(one.accountId);
    assert.deepEqual(await listed('me', 2, myself), await checked({ memberId: one.id }));
    await assert.rejects(listed({ memberId: boss.id }, 2, myself), isRefusal('not_granted'));
    await assert.rejects(listed('me', 2, world.as({ kind: 'anonymous' })), isRefusal('not_signed_in'));
    const elsewhere = world.as({ kind: 'system' }, await world.addWorkspace('Other'));
    assert.deepEqual(await listed({ memberId: boss.id }, 2, elsewhere), []);
    assert.deepEqual(await listed({ role: 'admin' }, 2, elsewhere), []);
  });
});
