// The procedures of members: validate, call the use-case.
import { ChangeMemberEmail, ResetMemberPassword } from '../../shared/contract/account.ts';
import {
  ChangeManyMembers,
  ChangeMemberRole,
  LeaveWorkspace,
  ListMembers,
  OnMember,
} from '../../shared/contract/members.ts';
import { procedure, router } from '../trpc/init.ts';
import { changeMemberEmail } from './change-email.ts';
import { changeManyMembers } from './change-many.ts';
import { changeMemberRole } from './change-role.ts';
import { readMembers } from './read.ts';
import { leaveWorkspace, removeMember } from './remove.ts';
import { resetMemberPassword } from './reset-password.ts';
import { deactivateMember, reactivateMember } from './switch.ts';

export const membersRouter = router({
  list: procedure.input(ListMembers).query(({ ctx, input }) => readMembers(ctx, input)),
  changeRole: procedure.input(ChangeMemberRole).mutation(({ ctx, input }) => changeMemberRole(ctx, input)),
  deactivate: procedure.input(OnMember).mutation(({ ctx, input }) => deactivateMember(ctx, input)),
  reactivate: procedure.input(OnMember).mutation(({ ctx, input }) => reactivateMember(ctx, input)),
  remove: procedure.input(OnMember).mutation(({ ctx, input }) => removeMember(ctx, input)),
  leave: procedure.input(LeaveWorkspace).mutation(({ ctx, input }) => leaveWorkspace(ctx, input)),
  changeMany: procedure.input(ChangeManyMembers).mutation(({ ctx, input }) => changeManyMembers(ctx, input)),
  resetPassword: procedure
    .input(ResetMemberPassword)
    .mutation(({ ctx, input }) => resetMemberPassword(ctx, input)),
  changeEmail: procedure.input(ChangeMemberEmail).mutation(({ ctx, input }) => changeMemberEmail(ctx, input)),
});
