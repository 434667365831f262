// Checking the chain by stretches, for who may: in the home workspace, by whoever runs it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { AuditCheck } from '../../shared/audit/entry.ts';
import type { UseCaseContext } from '../context.ts';
import { run } from '../db/database.ts';
import { registerResources } from '../resources/register.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { checkAudit } from './check.ts';

const ENTRIES = 4100;

describe('checking the chain', () => {
  let world: World;
  let asOwner: UseCaseContext;
  before(async () => {
    world = await createWorld();
    const owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    asOwner = world.asAccount(owner.accountId);
    for (let n = 0; n < ENTRIES; n += 410) {
      const resources = Array.from({ length: 410 }, (_, k) => ({ key: `t${n + k}`, name: `Table ${n + k}` }));
      await registerResources(world.asSystem(), { kind: 'table', resources, idempotencyKey: randomUUID() });
    }
  });
  after(() => world.close());

  async function checked(ctx: UseCaseContext): Promise<{ last: AuditCheck; calls: number }> {
    let last = await checkAudit(ctx, { after: 0 });
    let calls = 1;
    for (; last.hasMore; calls += 1) last = await checkAudit(ctx, { after: last.checked });
    return { last, calls };
  }

  it('is refused where the deployment is not run from, and to who may not read the trail', async () => {
    await assert.rejects(checkAudit(asOwner, { after: 0 }), isRefusal('not_home'));
    await world.database.write((sql) =>
      run(sql, 'UPDATE workspaces SET home = 1 WHERE id = ?', [world.workspaceId]),
    );
    const { accountId } = await world.addMember({ email: 'stella@acme.test', roles: ['staff'] });
    await assert.rejects(checkAudit(world.asAccount(accountId), { after: 0 }), isRefusal('not_granted'));
    await assert.rejects(
      checkAudit(world.as({ kind: 'anonymous' }), { after: 0 }),
      isRefusal('not_signed_in'),
    );
  });

  it('goes through the whole chain in stretches and finds it whole (W15)', async () => {
    const { last, calls } = await checked(asOwner);
    assert.deepEqual(last, { checked: ENTRIES, total: ENTRIES, broken: null, hasMore: false });
    assert.equal(calls, 3);
    await assert.rejects(checkAudit(asOwner, { after: ENTRIES + 5 }), isRefusal('input_invalid'));
  });

  it('names the first entry that was changed, in a later stretch too (W15)', async () => {
    const seq = 2345;
    await world.database.write(async (sql) => {
      await run(sql, 'DROP TRIGGER audit_no_update');
      await run(sql, "UPDATE audit SET action = 'member.leave' WHERE seq IN (?, ?)", [seq, seq + 500]);
    });
    assert.deepEqual((await checked(asOwner)).last, {
      checked: seq - 1,
      total: ENTRIES,
      broken: { seq, reason: 'altered' },
      hasMore: false,
    });
  });
});
