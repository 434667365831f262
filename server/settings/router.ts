// The procedures of what holds for a whole deployment: validate, call the use-case.
import { ForgetMail, SaveMail, SaveSessionLimits, SendTestMail } from '../../shared/contract/settings.ts';
import { procedure, router } from '../trpc/init.ts';
import { forgetMail, getMail, saveMail } from './save-mail.ts';
import { getSessionLimits, saveSessionLimits } from './save-session-limits.ts';
import { sendTestMail } from './send-test-mail.ts';

/** The procedures under `settings`. */
export const settingsRouter = router({
  mail: procedure.query(({ ctx }) => getMail(ctx)),
  saveMail: procedure.input(SaveMail).mutation(({ ctx, input }) => saveMail(ctx, input)),
  forgetMail: procedure.input(ForgetMail).mutation(({ ctx, input }) => forgetMail(ctx, input)),
  sendTestMail: procedure.input(SendTestMail).mutation(({ ctx }) => sendTestMail(ctx)),
  sessionLimits: procedure.query(({ ctx }) => getSessionLimits(ctx)),
  saveSessionLimits: procedure
    .input(SaveSessionLimits)
    .mutation(({ ctx, input }) => saveSessionLimits(ctx, input)),
});
