// The procedures of invitations: validate, call the use-case.
import {
  AnswerInvitation,
  ChangeManyInvitations,
  CopyInvitationLink,
  CreateInvitations,
  ListInvitations,
  OnInvitation,
  PeekInvitation,
} from '../../shared/contract/invitations.ts';
import { ListPlaces } from '../../shared/contract/places.ts';
import { linkProcedure, procedure, router } from '../trpc/init.ts';
import { offeredPlaces } from '../workspaces/offered-places.ts';
import { acceptInvitation } from './accept.ts';
import { changeManyInvitations } from './change-many.ts';
import { copyInvitationLink } from './copy-link.ts';
import { createInvitations } from './create.ts';
import { declineInvitation } from './decline.ts';
import { listInvitations } from './list.ts';
import { peekInvitation } from './peek.ts';
import { resendInvitation } from './resend.ts';
import { revokeInvitation } from './revoke.ts';

export const invitationsRouter = router({
  create: procedure.input(CreateInvitations).mutation(({ ctx, input }) => createInvitations(ctx, input)),
  list: procedure.input(ListInvitations).query(({ ctx, input }) => listInvitations(ctx, input)),
  places: procedure
    .input(ListPlaces)
    .query(({ ctx, input }) => offeredPlaces(ctx, 'invitation.create', input)),
  resend: procedure.input(OnInvitation).mutation(({ ctx, input }) => resendInvitation(ctx, input)),
  revoke: procedure.input(OnInvitation).mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  changeMany: procedure
    .input(ChangeManyInvitations)
    .mutation(({ ctx, input }) => changeManyInvitations(ctx, input)),
  link: procedure.input(CopyInvitationLink).mutation(({ ctx, input }) => copyInvitationLink(ctx, input)),
  // Changes nothing, and is none the less posted: the input of a query stands in the address, where a secret must not.
  peek: linkProcedure.input(PeekInvitation).mutation(({ ctx, input }) => peekInvitation(ctx, input)),
  accept: linkProcedure.input(AnswerInvitation).mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  decline: linkProcedure.input(AnswerInvitation).mutation(({ ctx, input }) => declineInvitation(ctx, input)),
});
