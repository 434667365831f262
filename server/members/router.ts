// The procedures of members: validate, call the use-case.
import { ChangeMemberEmail, ReadMember, ResetMemberPassword } from '../../shared/contract/account.ts';
import {
  ChangeManyMembers,
  ChangeMemberRole,
  LeaveWorkspace,
  ListMembers,
  OnMember,
} from '../../shared/contract/members.ts';
import { OffboardMember, PlanOffboarding } from '../../shared/contract/offboarding.ts';
import { CreateMember, DiagnoseMember, UpdateMember } from '../../shared/contract/people.ts';
import { ExportMembers, ImportMembers } from '../../shared/contract/files.ts';
import { AssignResources, ReadAccess } from '../../shared/contract/permissions.ts';
import { ListPlaces, OfMember } from '../../shared/contract/places.ts';
import { readAccess } from '../permissions/access.ts';
import { assignResources } from '../permissions/assign.ts';
import { procedure, router } from '../trpc/init.ts';
import { offeredPlaces } from '../workspaces/offered-places.ts';
import { changeMemberEmail } from './change-email.ts';
import { changeManyMembers } from './change-many.ts';
import { changeMemberRole } from './change-role.ts';
import { createMember } from './create.ts';
import { readMember } from './details.ts';
import { diagnoseMember } from './diagnose.ts';
import { exportMembers } from './export.ts';
import { importMembers } from './import.ts';
import { offboardMember, planOffboarding } from './offboard.ts';
import { memberPlaces } from './places.ts';
import { readMembers } from './read.ts';
import { leaveWorkspace, removeMember } from './remove.ts';
import { resetMemberPassword } from './reset-password.ts';
import { deactivateMember, reactivateMember } from './switch.ts';
import { updateMember } from './update.ts';

export const membersRouter = router({
  list: procedure.input(ListMembers).query(({ ctx, input }) => readMembers(ctx, input)),
  get: procedure.input(ReadMember).query(({ ctx, input }) => readMember(ctx, input)),
  diagnose: procedure.input(DiagnoseMember).query(({ ctx, input }) => diagnoseMember(ctx, input)),
  places: procedure.input(OfMember).query(({ ctx, input }) => memberPlaces(ctx, input)),
  creationPlaces: procedure
    .input(ListPlaces)
    .query(({ ctx, input }) => offeredPlaces(ctx, 'member.create', input)),
  create: procedure.input(CreateMember).mutation(({ ctx, input }) => createMember(ctx, input)),
  update: procedure.input(UpdateMember).mutation(({ ctx, input }) => updateMember(ctx, input)),
  changeRole: procedure.input(ChangeMemberRole).mutation(({ ctx, input }) => changeMemberRole(ctx, input)),
  deactivate: procedure.input(OnMember).mutation(({ ctx, input }) => deactivateMember(ctx, input)),
  reactivate: procedure.input(OnMember).mutation(({ ctx, input }) => reactivateMember(ctx, input)),
  remove: procedure.input(OnMember).mutation(({ ctx, input }) => removeMember(ctx, input)),
  planOffboarding: procedure.input(PlanOffboarding).query(({ ctx, input }) => planOffboarding(ctx, input)),
  offboard: procedure.input(OffboardMember).mutation(({ ctx, input }) => offboardMember(ctx, input)),
  leave: procedure.input(LeaveWorkspace).mutation(({ ctx, input }) => leaveWorkspace(ctx, input)),
  assign: procedure.input(AssignResources).mutation(({ ctx, input }) => assignResources(ctx, input)),
  access: procedure.input(ReadAccess).query(({ ctx, input }) => readAccess(ctx, input)),
  export: procedure.input(ExportMembers).mutation(({ ctx, input }) => exportMembers(ctx, input)),
  import: procedure.input(ImportMembers).mutation(({ ctx, input }) => importMembers(ctx, input)),
  changeMany: procedure.input(ChangeManyMembers).mutation(({ ctx, input }) => changeManyMembers(ctx, input)),
  resetPassword: procedure
    .input(ResetMemberPassword)
    .mutation(({ ctx, input }) => resetMemberPassword(ctx, input)),
  changeEmail: procedure.input(ChangeMemberEmail).mutation(({ ctx, input }) => changeMemberEmail(ctx, input)),
});
