// Who may be given a session at all: a browser on a page of this server.
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';

/**
 * Refuses what a page of our own origin did not send: a session is a cookie, and that is for our own pages only.
 * @throws {AppError} `not_signed_in` for other pages; `account_action_by_host` under a host's key or token.
 */
export function assertOwnPage({ visit, caller }: Pick<UseCaseContext, 'visit' | 'caller'>): void {
  if (!visit.isOwnPage) fail('not_signed_in');
  if (caller.kind === 'subject' || caller.kind === 'host') fail('account_action_by_host');
}
