// The procedures of resources: validate, call the use-case.
import { ListResources, RegisterResources, RemoveResource } from '../../shared/contract/permissions.ts';
import { procedure, router } from '../trpc/init.ts';
import { listResources } from './list.ts';
import { registerResources, removeResource } from './register.ts';

/** The procedures under `resources`. */
export const resourcesRouter = router({
  list: procedure.input(ListResources).query(({ ctx, input }) => listResources(ctx, input)),
  register: procedure.input(RegisterResources).mutation(({ ctx, input }) => registerResources(ctx, input)),
  remove: procedure.input(RemoveResource).mutation(({ ctx, input }) => removeResource(ctx, input)),
});
