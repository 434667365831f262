// Keeps the asking browser in where everything that opened the account was ended, by a session with a new value (SEC_D02).
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { endSessionNamed } from './session-store.ts';

/** Opens the caller's session again under another value and the same name, as of now; the cookie goes into the reply. */
export async function keepIn(ctx: UseCaseContext, tx: WriteTransaction): Promise<void> {
  if (ctx.caller.kind !== 'account') fail('not_signed_in');
  const { accountId, session } = ctx.caller;
  const { device, network } = ctx.visit;
  await endSessionNamed(tx.sql, session.id);
  const token = await ctx.sessions.openIn(tx.sql, {
    accountId,
    handle: session.id,
    startedBy: session.startedBy,
    ...(session.providerId !== null && { providerId: session.providerId }),
    ...(session.workspaceId !== null && { workspaceId: session.workspaceId }),
    device,
    network,
  });
  ctx.replyCookies.push(ctx.sessions.cookie(token));
}
