// Reads a page of the workspace's invitations for who may see them.
import { authorizeRead } from '../authorize.ts';
import type { ListInvitations } from '../../shared/contract/invitations.ts';
import type { InvitationPage, InvitationState } from '../../shared/invitations/invitation.ts';
import type { UseCaseContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../members/list.ts';
import { invitationPage } from './page.ts';

/** What is shown where the caller does not say: what still waits for an answer. */
const OPEN: readonly InvitationState[] = ['pending', 'expired'];

/** A page of the invitations of the workspace in the states asked for, newest first. @throws {AppError} the reason of the denial; `input_invalid` for a cursor that is none of ours. */
export async function listInvitations(ctx: UseCaseContext, input: ListInvitations): Promise<InvitationPage> {
  const { workspaceId } = await authorizeRead(ctx, 'invitation.list');
  const { states = OPEN, limit = 50 } = input;
  const before = input.after === undefined ? undefined : decodeCursor(input.after)[1];
  const { rows, last, total } = await invitationPage(ctx.read, workspaceId, {
    states,
    limit,
    before,
    now: ctx.now(),
  });
  return { rows, next: rows.length === limit && last !== null ? encodeCursor([0, last]) : null, total };
}
