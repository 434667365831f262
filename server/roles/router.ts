// The procedure of roles.
import { procedure, router } from '../trpc/init.ts';
import { listRoles } from './list.ts';

/** The procedures under `roles`. */
export const rolesRouter = router({
  list: procedure.query(({ ctx }) => listRoles(ctx)),
});
