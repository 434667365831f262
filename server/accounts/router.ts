// The procedures of one's own account: validate, call the use-case.
import {
  ChangeEmail,
  ChangePassword,
  ChangeProfile,
  ConfirmEmail,
  ConfirmIdentity,
} from '../../shared/contract/account.ts';
import { linkProcedure, procedure, router } from '../trpc/init.ts';
import { requestEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { changeProfile } from './change-profile.ts';
import { confirmEmail } from './confirm-email.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { getAccount } from './read.ts';

/** The procedures under `account`. */
export const accountRouter = router({
  get: procedure.query(({ ctx }) => getAccount(ctx)),
  changeProfile: procedure.input(ChangeProfile).mutation(({ ctx, input }) => changeProfile(ctx, input)),
  changePassword: procedure.input(ChangePassword).mutation(({ ctx, input }) => changePassword(ctx, input)),
  changeEmail: procedure.input(ChangeEmail).mutation(({ ctx, input }) => requestEmailChange(ctx, input)),
  confirmEmail: linkProcedure.input(ConfirmEmail).mutation(({ ctx, input }) => confirmEmail(ctx, input)),
  confirmIdentity: procedure.input(ConfirmIdentity).mutation(({ ctx, input }) => confirmIdentity(ctx, input)),
});
