// The procedures of activity: validate, call the use-case.
import { ReadMember } from '../../shared/contract/account.ts';
import { procedure, router } from '../trpc/init.ts';
import { getMemberActivity, listOwnSignIns } from './read.ts';

/** The procedures under `activity`. */
export const activityRouter = router({
  own: procedure.query(({ ctx }) => listOwnSignIns(ctx)),
  member: procedure.input(ReadMember).query(({ ctx, input }) => getMemberActivity(ctx, input)),
});
