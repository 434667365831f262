// Whose link it is, also where it cannot be used any more: for the words of its page, and to send a new one. Changes nothing.
import type { Language } from '../../shared/accounts/account.ts';
import { languageFrom } from '../accounts/visitor.ts';
import type { UseCaseContext } from '../context.ts';
import { first } from '../db/database.ts';
import type { AccountLink } from './store.ts';

/** Who holds a link that was made here. */
export interface LinkHolder {
  readonly kind: AccountLink['kind'];
  /** Null where it is nobody's: for the set-up, or where the account is gone. */
  readonly email: string | null;
  readonly language: Language | null;
  /** Where it leads afterwards, as it was asked for; undefined where nobody said. */
  readonly to: string | undefined;
}

/** The holder of the link behind `token`; undefined where it was not made here or is long gone. */
export async function linkHolder(
  ctx: Pick<UseCaseContext, 'links' | 'read'>,
  token: string,
): Promise<LinkHolder | undefined> {
  const opened = ctx.links.openAccount(token);
  if (opened === undefined) return undefined;
  const row = await first<{ email: string | null; language: string | null; target: string | null }>(
    ctx.read,
    `SELECT a.email, a.language, json_extract(l.data, '$.to') AS target
     FROM links l LEFT JOIN accounts a ON a.id = l.account_id WHERE l.id = ? AND l.kind = ?`,
    [opened.id, opened.kind],
  );
  if (row === undefined) return undefined;
  const { email, language, target } = row;
  return { kind: opened.kind, email, language: languageFrom(language), to: target ?? undefined };
}
