// What an invitation says to whoever holds its link. Changes nothing, however often it is asked.
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { accountById } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import { workspaceById } from '../workspaces/store.ts';
import type { Visitor } from './opened.ts';
import { assertInviterMay, openLink, visitorOf } from './opened.ts';

/** Who invited whom to what, and who is looking. */
export interface InvitationPeek {
  readonly workspace: { readonly id: WorkspaceId; readonly name: string };
  /** Null where the operator invited. */
  readonly invitedBy: { readonly name: string } | null;
  readonly email: string;
  readonly name: string;
  readonly message: string;
  readonly roles: readonly { readonly name: string; readonly description: string }[];
  readonly expiresAt: number;
  /** Whether the address has an account already, so that only its holder, signed in, can accept. */
  readonly hasAccount: boolean;
  readonly visitor: { readonly is: Visitor['is']; readonly email: string | null };
}

/** What the invitation behind `token` says. @throws {AppError} what became of it, where it cannot be answered; nothing else is said of it then. */
export async function peekInvitation(
  ctx: UseCaseContext,
  { token }: { token: string },
): Promise<InvitationPeek> {
  const { invitation } = await openLink(ctx, ctx.read, token, ctx.now());
  await assertInviterMay(ctx, ctx.read, invitation);
  const workspace = (await workspaceById(ctx.read, invitation.workspaceId)) ?? fail('link_invalid');
  const visitor = await visitorOf(ctx, ctx.read, invitation);
  const viewing =
    ctx.caller.kind === 'account' ? await accountById(ctx.read, ctx.caller.accountId) : undefined;
  const { inviterName, email, name, message, roles, expiresAt } = invitation;
  return {
    workspace: { id: workspace.id, name: workspace.name },
    invitedBy: inviterName === null ? null : { name: inviterName },
    email,
    name,
    message,
    expiresAt,
    roles: roles.flatMap((key) => {
      const role = ctx.policy.roles.get(key);
      return role === undefined ? [] : [{ name: role.name, description: role.description }];
    }),
    hasAccount: visitor.account !== undefined,
    visitor: { is: visitor.is, email: viewing?.email ?? null },
  };
}
