// Makes a mail about an account at the moment it goes out, or finds that it has no business any more.
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { isGuard } from '../../shared/policy/compile.ts';
import type { Role } from '../../shared/policy/policy.ts';
import type { Sql } from '../db/database.ts';
import type { LinkKind } from '../../shared/accounts/account.ts';
import type { AccountLink } from '../links/store.ts';
import { linkById } from '../links/store.ts';
import type { AccountLetterFacts } from './account-letter.ts';
import { accountLetter } from './account-letter.ts';
import type { Addressee, Place } from './addressee.ts';
import { activePlaces, addresseeById } from './addressee.ts';
import type { LetterSources } from './compose.ts';
import type { AccountMailKind, WaitingNotice } from './store.ts';
import type { OutgoingMail } from './transport.ts';
import { languageOf } from './words.ts';

/** The kind of link that a mail brings; those that are not here bring none. */
const LINK_OF: Readonly<Partial<Record<AccountMailKind, LinkKind>>> = {
  'sign-in': 'sign-in',
  reset: 'reset',
  'confirm-email': 'email',
};

/**
 * The mail to send; `gone` where the account is gone or switched off everywhere, the link was used, replaced or has expired,
 * or what it tells is no longer so.
 */
export async function composeNotice(
  sql: Sql,
  waiting: WaitingNotice,
  now: number,
  sources: LetterSources,
): Promise<OutgoingMail | 'gone'> {
  const person = await addresseeById(sql, waiting.accountId);
  const places = await activePlaces(sql, waiting.accountId, workspacesOf(waiting));
  if (person === undefined) return 'gone';
  if (places.length === 0) return 'gone';
  const link = await linkFor(sql, waiting, now);
  if (link === 'gone') return 'gone';
  const to = recipient(waiting, person, link);
  if (to === undefined) return 'gone';
  const role =
    waiting.kind === 'in-charge'
      ? guardedRole(places[0]!, await sources.policyIn(sql, places[0]!.id))
      : undefined;
  if (waiting.kind === 'in-charge' && role === undefined) return 'gone';
  // At an address that nobody proved yet may sit a stranger, who learns neither the person's name nor where they belong.
  const isStranger = waiting.kind === 'confirm-email';
  const name = isStranger ? '' : person.name;
  const letter = accountLetter(
    {
      kind: waiting.kind,
      name,
      email: to,
      place: placeOf(waiting, isStranger ? [] : places, sources),
      link:
        waiting.kind === 'account-made'
          ? { href: sources.links.signIn(places[0]!.id), expiresAt: null }
          : link && { href: sources.links.account(link.kind, link.id), expiresAt: link.expiresAt },
      role,
      isByOthers: waiting.data['by'] === 'administrator',
      hasPassword: waiting.data['password'] === 'yes',
    },
    languageOf(person.language, waiting.data['language']),
  );
  return {
    ...letter,
    to,
    toName: name,
    messageId: `<${waiting.kind}.${waiting.linkId ?? `${waiting.accountId}.${waiting.seq}`}@${sources.host}>`,
  };
}

/** The workspaces that the mail is about; none where it is about the account as a whole. */
function workspacesOf({ data }: WaitingNotice): string[] {
  const { workspaceId, alsoIn = '' } = data;
  return workspaceId === undefined ? [] : [workspaceId, ...alsoIn.split(' ').filter((id) => id !== '')];
}

/** What the mail names: the one workspace, all of those it was sent for, or the server. */
function placeOf(
  { data }: WaitingNotice,
  [first, ...others]: readonly Place[],
  { host }: LetterSources,
): AccountLetterFacts['place'] {
  if (first === undefined) return { host };
  if (others.length === 0) return { workspace: first.name };
  return data['workspaceId'] === undefined
    ? { host }
    : { workspace: first.name, others: others.map(({ name }) => name) };
}

/** The link that the mail brings, undefined for one that brings none. */
async function linkFor(
  sql: Sql,
  { kind, accountId, linkId }: WaitingNotice,
  now: number,
): Promise<AccountLink | 'gone' | undefined> {
  const wanted = LINK_OF[kind];
  if (wanted === undefined) return undefined;
  const link = linkId === null ? undefined : await linkById(sql, wanted, linkId);
  const isAlive =
    link !== undefined && link.accountId === accountId && link.usedAt === null && link.expiresAt > now;
  return isAlive ? link : 'gone';
}

/** Where the mail goes. A link that confirms an address goes to no other than that. */
function recipient(
  { kind, data }: WaitingNotice,
  person: Addressee,
  link: AccountLink | undefined,
): string | undefined {
  if (kind === 'email-changed') return data['to'];
  return kind === 'confirm-email' ? link?.data['email'] : person.email;
}

/** The guarded role that the person holds there, which the letter tells of. */
function guardedRole({ roles }: Place, policy: CompiledPolicy): Role | undefined {
  const key = roles.find((held) => isGuard(policy, [held]));
  return key === undefined ? undefined : policy.roles.get(key);
}
