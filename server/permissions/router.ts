// The procedures of permissions: validate, call the use-case.
import {
  CheckAccess,
  ListAccessible,
  ListGrants,
  ReadDrift,
  RepairDatabase,
  SaveGrants,
} from '../../shared/contract/permissions.ts';
import { procedure, router } from '../trpc/init.ts';
import { listAccessible } from './accessible.ts';
import { checkAccess } from './check.ts';
import { readDrift } from './drift.ts';
import { listGrants } from './list.ts';
import { repairDatabase } from './repair.ts';
import { saveGrants } from './save.ts';

/** The procedures under `permissions`. */
export const permissionsRouter = router({
  list: procedure.input(ListGrants).query(({ ctx, input }) => listGrants(ctx, input)),
  save: procedure.input(SaveGrants).mutation(({ ctx, input }) => saveGrants(ctx, input)),
  check: procedure.input(CheckAccess).query(({ ctx, input }) => checkAccess(ctx, input)),
  drift: procedure.input(ReadDrift).query(({ ctx, input }) => readDrift(ctx, input)),
  repair: procedure.input(RepairDatabase).mutation(({ ctx, input }) => repairDatabase(ctx, input)),
  accessible: procedure.input(ListAccessible).query(({ ctx, input }) => listAccessible(ctx, input)),
});
