// The procedure of the trail.
import { ListAudit } from '../../shared/contract/workspaces.ts';
import { procedure, router } from '../trpc/init.ts';
import { listAudit } from './list.ts';

/** The procedures under `audit`. */
export const auditRouter = router({
  list: procedure.input(ListAudit).query(({ ctx, input }) => listAudit(ctx, input)),
});
