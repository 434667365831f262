// The procedures of the trail.
import { ListAudit, VerifyAudit } from '../../shared/contract/audit.ts';
import { procedure, router } from '../trpc/init.ts';
import { checkAudit } from './check.ts';
import { listAudit } from './list.ts';

/** The procedures under `audit`. */
export const auditRouter = router({
  list: procedure.input(ListAudit).query(({ ctx, input }) => listAudit(ctx, input)),
  verify: procedure.input(VerifyAudit).query(({ ctx, input }) => checkAudit(ctx, input)),
});
