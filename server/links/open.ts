// Opens a single-use link of an account: what became of it is told, and looking consumes nothing.
import { fail } from '../../shared/errors.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { LinkKind } from '../../shared/accounts/account.ts';
import type { AccountLink } from './store.ts';
import { linkById } from './store.ts';

/**
 * The link behind `token`, which must be of `kind`: one type is never taken for another (SEC_B10).
 * @throws {AppError} `link_invalid`, `link_used`, `sign_in_link_expired`.
 */
export async function openAccountLink(
  ctx: Pick<UseCaseContext, 'links'>,
  sql: Sql,
  { token, kind, now }: { token: string; kind: LinkKind; now: number },
): Promise<AccountLink> {
  const opened = ctx.links.openAccount(token);
  if (opened?.kind !== kind) fail('link_invalid');
  const link = (await linkById(sql, kind, opened.id)) ?? fail('link_invalid');
  if (link.usedAt !== null) fail('link_used');
  return link.expiresAt <= now ? fail('sign_in_link_expired') : link;
}
