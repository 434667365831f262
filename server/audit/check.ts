// Checks a stretch of the chain for who may see the trail and runs the deployment: the chain is one for all workspaces.
import type { AuditCheck } from '../../shared/audit/entry.ts';
import { fail } from '../../shared/errors.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { countEntries, headAt, verifyAfter } from './verify.ts';

/** How many entries one call checks: some hundredths of a second. */
const STRETCH = 2000;

/**
 * Checks the entries after one that was checked before, and names the first that is not as it was written.
 * @throws {AppError} the reason of the denial; `not_home` where the deployment is not run from; `input_invalid` for an entry that is not there.
 */
export async function checkAudit(ctx: UseCaseContext, { after }: { after: number }): Promise<AuditCheck> {
  await authorizeRead(ctx, 'audit.list');
  await authorizeRead(ctx, 'deployment.view');
  const total = await countEntries(ctx.read);
  const head = (await headAt(ctx.read, after)) ?? fail('input_invalid', { field: 'after' });
  const verdict = await verifyAfter(ctx.read, head, STRETCH);
  if (!verdict.isWhole) {
    const { seq, reason } = verdict;
    return { checked: seq - 1, total, broken: { seq, reason }, hasMore: false };
  }
  const { seq } = verdict.head;
  return { checked: seq, total, broken: null, hasMore: seq === after + STRETCH };
}
