// Whom a login names: an address or a username, as somebody typed it. A login that names nobody costs the same work.
import { createHash } from 'node:crypto';
import { checkAddress } from '../../shared/emails/address.ts';
import { trimBlank } from '../../shared/text/blank.ts';
import type { UseCaseContext } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Candidate, LoginKey } from './store.ts';
import { candidateByLogin } from './store.ts';

/** A login and the person behind it. */
export interface Named {
  /** Undefined where it names nobody. */
  readonly candidate: Candidate | undefined;
  /** What attempts are counted by: the account, or the login where there is none. */
  readonly subject: string;
  /** An id that no account has, always the same for this login. */
  readonly nobody: string;
}

/** Looks up whom `login` names (D22: address or username). */
export async function readLogin(
  ctx: Pick<UseCaseContext, 'policy'>,
  sql: Sql,
  login: string,
): Promise<Named> {
  const asked = keyOf(login, ctx.policy.policy.identity.hasUsername);
  const candidate = await candidateByLogin(sql, asked);
  const digest = createHash('sha256').update(asked.key).digest('base64url');
  return { candidate, subject: candidate?.id ?? `nobody ${digest}`, nobody: `nobody-${digest}` };
}

/** The key to look up; one that nobody can have where the text is no login. */
function keyOf(login: string, hasUsername: boolean): LoginKey {
  const address = checkAddress(login);
  if (address.ok) return { column: 'email_key', key: address.key };
  const name = trimBlank(login);
  // Whatever is no address and no username is looked up all the same, as what nobody is called.
  const isUsername = hasUsername && /^[\w.-]{1,200}$/.test(name);
  return isUsername
    ? { column: 'username_key', key: name.toLowerCase() }
    : { column: 'email_key', key: `\u0000${name}` };
}
