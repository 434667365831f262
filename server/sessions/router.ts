// The procedures of sessions: validate, call the use-case.
import {
  EndMemberSessions,
  EndOtherSessions,
  EndSession,
  ReadMember,
} from '../../shared/contract/account.ts';
import { procedure, router } from '../trpc/init.ts';
import { endMemberSessions, listMemberSessions } from './of-member.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './own.ts';

/** The procedures under `sessions`. */
export const sessionsRouter = router({
  list: procedure.query(({ ctx }) => listOwnSessions(ctx)),
  end: procedure.input(EndSession).mutation(({ ctx, input }) => endOwnSession(ctx, input)),
  endOthers: procedure.input(EndOtherSessions).mutation(({ ctx, input }) => endOtherSessions(ctx, input)),
  ofMember: procedure.input(ReadMember).query(({ ctx, input }) => listMemberSessions(ctx, input)),
  endOfMember: procedure.input(EndMemberSessions).mutation(({ ctx, input }) => endMemberSessions(ctx, input)),
});
