// What an invitation says to whoever holds its link. Changes nothing, however often it is asked.
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { accountById } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import { workspaceById } from '../workspaces/store.ts';
import type { Visitor } from './opened.ts';
import { offeredOf, openLink, visitorOf } from './opened.ts';
import type { StoredInvitation } from './store.ts';

/** A workspace that somebody is invited into, and what they will be there. */
export interface InvitedPlace {
  readonly workspace: { readonly id: WorkspaceId; readonly name: string };
  readonly roles: readonly { readonly name: string; readonly description: string }[];
}

/** Who invited whom to what, and who is looking. */
export interface InvitationPeek extends InvitedPlace {
  /** The other workspaces that the same letter invites into. */
  readonly others: readonly InvitedPlace[];
  /** Null where the operator invited. */
  readonly invitedBy: { readonly name: string } | null;
  readonly email: string;
  readonly name: string;
  readonly message: string;
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
  const opened = await openLink(ctx, ctx.read, token, ctx.now());
  const [invitation, ...others] = await offeredOf(ctx, ctx.read, opened);
  const place = (await placeOf(ctx, invitation)) ?? fail('link_invalid');
  const visitor = await visitorOf(ctx, ctx.read, invitation);
  const viewing =
    ctx.caller.kind === 'account' ? await accountById(ctx.read, ctx.caller.accountId) : undefined;
  const { inviterName, email, name, message, expiresAt } = invitation;
  return {
    ...place,
    others: (await Promise.all(others.map((other) => placeOf(ctx, other)))).flatMap((other) => other ?? []),
    invitedBy: inviterName === null ? null : { name: inviterName },
    email,
    name,
    message,
    expiresAt,
    hasAccount: visitor.account !== undefined,
    visitor: { is: visitor.is, email: viewing?.email ?? null },
  };
}

async function placeOf(
  ctx: UseCaseContext,
  { workspaceId, roles }: StoredInvitation,
): Promise<InvitedPlace | undefined> {
  const workspace = await workspaceById(ctx.read, workspaceId);
  const policy = await ctx.policyIn(ctx.read, workspaceId);
  return (
    workspace && {
      workspace: { id: workspace.id, name: workspace.name },
      roles: roles.flatMap((key) => {
        const role = policy.roles.get(key);
        return role === undefined ? [] : [{ name: role.name, description: role.description }];
      }),
    }
  );
}
