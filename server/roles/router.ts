// The procedures of roles: validate, call the use-case.
import { ChangeRole, CreateRole, DeleteRole } from '../../shared/contract/roles.ts';
import { procedure, router } from '../trpc/init.ts';
import { changeRole } from './change.ts';
import { createRole } from './create.ts';
import { deleteRole } from './delete.ts';
import { listRoles } from './list.ts';

/** The procedures under `roles`. */
export const rolesRouter = router({
  list: procedure.query(({ ctx }) => listRoles(ctx)),
  create: procedure.input(CreateRole).mutation(({ ctx, input }) => createRole(ctx, input)),
  change: procedure.input(ChangeRole).mutation(({ ctx, input }) => changeRole(ctx, input)),
  delete: procedure.input(DeleteRole).mutation(({ ctx, input }) => deleteRole(ctx, input)),
});
