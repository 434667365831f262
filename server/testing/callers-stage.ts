// Somebody of every sort before a deployment that has something of every sort to be aimed at.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import type { AccountId, MemberId } from '../../shared/ids.ts';
import { all } from '../db/database.ts';
import type { Answer, Deployment } from './deployment.ts';
import { BASE_URL, deploy } from './deployment.ts';
import type { Aim } from './every-procedure.ts';
import {
  BY_ACCOUNT,
  BY_ANYBODY,
  BY_LINK,
  BY_OWN_PAGE,
  BY_PERSON,
  PROCEDURES,
  PROVIDER,
  inputsAt,
} from './every-procedure.ts';
import { withPasswords } from './policies.ts';
import type { HostKey } from './token.ts';
import { hostToken } from './token.ts';

/** The headers of a page of ours. */
export const OWN_PAGE = { Origin: new URL(BASE_URL).origin, 'Sec-Fetch-Site': 'same-origin' };

/** Who asks: somebody switched off, without rights, without all rights, and the owner of another workspace. */
type Who = 'off' | 'staff' | 'admin' | 'stranger';

/** What a caller is to be refused with, and what they may call. */
interface Expected {
  readonly but?: readonly string[];
  readonly reasons: readonly string[];
}

/** A deployment with all of that. Close its site when done. */
export interface CallersStage {
  readonly site: Deployment;
  /** What is there to be reached. */
  readonly aim: Aim;
  /** Another host with a workspace of its own. */
  readonly otherKey: HostKey;
  readonly elsewhere: { readonly id: string; readonly ownerId: string };
  readonly people: Readonly<Record<Who, { readonly id: MemberId; readonly accountId: AccountId }>>;
  /** The headers of a call through a new session, from a page of ours. */
  byCookie(who: Who, workspaceId?: string): Promise<Record<string, string>>;
  /** The headers of a call by a host's key. */
  byKey(key: HostKey, claims: Record<string, unknown>): Record<string, string>;
  ask(name: string, input: unknown, headers: Record<string, string>): Promise<Answer>;
  /** All that is stored, as a digest for each table, but for the sessions that asking itself opens, and that somebody came. */
  stored(): Promise<string>;
  /** Asserts that everything but what is open to these headers is refused for one of the reasons, shows nothing and changes nothing. */
  assertRefused(headers: Record<string, string>, expected: Expected): Promise<void>;
}

/** Makes a stage. */
export async function openCallersStage(): Promise<CallersStage> {
  const site = await deploy({ policy: withPasswords });
  const otherKey = await site.userAdmin
    .caller(null)
    .workspaces.createHostKey({ name: 'Other host', ...wish() });
  const elsewhere = await site.userAdmin.caller(null).workspaces.create({
    name: 'Elsewhere',
    hostKeyId: otherKey.id,
    owner: { email: 'stranger@else.test', subject: 'stranger' },
    ...wish(),
  });
  const aim = await hide(site);
  const people = await gather(site, elsewhere.ownerId);
  const ask: CallersStage['ask'] = (name, input, headers) =>
    PROCEDURES.get(name)!.type === 'mutation'
      ? site.mutate(name, input, headers)
      : site.query(name, input, headers);
  const stored = () => dump(site);
  return {
    site,
    aim,
    otherKey,
    elsewhere,
    people,
    ask,
    stored,
    byCookie: async (who, workspaceId = site.workspaceId) => ({
      Cookie: await site.cookieOf(people[who].accountId),
      'ua-workspace': workspaceId,
      ...OWN_PAGE,
    }),
    byKey: (key, claims) => ({
      Authorization: `Bearer ${hostToken(key, site.clock.now, { aud: BASE_URL, ...claims })}`,
    }),
    assertRefused: (headers, expected) => assertRefused({ aim, ask, stored }, headers, expected),
  };
}

function wish(): { idempotencyKey: string } {
  return { idempotencyKey: randomUUID() };
}

/** Puts one of everything into the workspace, each with a name that no reply may show. */
async function hide(site: Deployment): Promise<Aim> {
  const here = site.userAdmin.caller(site.workspaceId);
  const target = await site.addMember({
    email: 'hidden.target@acme.test',
    name: 'Hidden Target',
    roles: ['member'],
  });
  const { results } = await here.invitations.create({
    addresses: 'hidden.guest@acme.test',
    roles: ['staff'],
    ...wish(),
  });
  const { resources } = await here.resources.register({
    kind: 'table',
    resources: [{ key: 'hidden', name: 'Hidden Table' }],
    ...wish(),
  });
  const review = await here.reviews.start({
    name: 'Hidden Review',
    scope: {},
    dueAt: site.clock.now + 86_400_000,
    ...wish(),
  });
  const provider = await here.providers.create({ ...PROVIDER, ...wish() });
  const domain = 'hidden.test';
  await here.providers.addDomain({ domain, ...wish() });
  await site.cookieOf(target.accountId);
  const [session] = await all<{ id: string }>(
    site.database.read,
    'SELECT handle AS id FROM sessions WHERE account_id = ?',
    [target.accountId],
  );
  return {
    workspaceId: site.workspaceId,
    memberId: target.id,
    invitationId: results[0]!.invitationId!,
    resourceId: resources[0]!.id,
    reviewId: review.id,
    hostKeyId: site.key.id,
    providerId: provider.id,
    sessionId: session!.id,
    domain,
  };
}

async function gather(site: Deployment, strangerId: MemberId): Promise<CallersStage['people']> {
  const [stranger] = await all<{ accountId: AccountId }>(
    site.database.read,
    'SELECT account_id AS accountId FROM members WHERE id = ?',
    [strangerId],
  );
  return {
    off: await site.addMember({ email: 'off@acme.test', roles: ['owner'], status: 'deactivated' }),
    staff: await site.addMember({ email: 'staff@acme.test', roles: ['staff'] }),
    admin: await site.addMember({ email: 'admin@acme.test', roles: ['admin'] }),
    stranger: { id: strangerId, accountId: stranger!.accountId },
  };
}

async function dump({ database: { read } }: Deployment): Promise<string> {
  const tables = await all<{ name: string }>(
    read,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('sessions', 'visits') AND name NOT LIKE 'member_grams%'",
  );
  const lines = tables.map(async ({ name }) => {
    const columns =
      name === 'members' ? 'id, account_id, name, email, status, source, valid_from, version' : '*';
    const rows = JSON.stringify(await all(read, `SELECT ${columns} FROM "${name}"`));
    // Short, so that where two differ the table is named and no page of rows is printed.
    return `${name}: ${createHash('sha256').update(rows).digest('hex')}`;
  });
  return (await Promise.all(lines)).join('\n');
}

async function assertRefused(
  { aim, ask, stored }: Pick<CallersStage, 'aim' | 'ask' | 'stored'>,
  headers: Record<string, string>,
  { but = [], reasons }: Expected,
): Promise<void> {
  const before = await stored();
  // Through a session one's own account is open, and so is signing in as another: tests of their own say how far.
  const open = [
    ...but,
    ...BY_ANYBODY,
    ...(reasons.includes('not_signed_in') ? [] : BY_PERSON),
    ...('Cookie' in headers ? [...BY_ACCOUNT, ...BY_OWN_PAGE] : []),
  ];
  for (const [name, input] of Object.entries(inputsAt(aim))) {
    if (open.includes(name)) continue;
    const answer = await ask(name, input, headers);
    assert.ok(
      expectedOf(name, headers, reasons).includes(answer.reason ?? 'ok'),
      `${name} was answered ${answer.status} ${answer.text}`,
    );
    assert.doesNotMatch(answer.text, /hidden/i, name);
  }
  assert.equal(await stored(), before);
}

function expectedOf(
  name: string,
  headers: Record<string, string>,
  reasons: readonly string[],
): readonly string[] {
  // The door refuses such a token, whatever is asked with it.
  if (reasons.includes('token_invalid')) return reasons;
  if (BY_LINK.includes(name)) return [...reasons, 'link_invalid'];
  if (BY_ACCOUNT.includes(name)) return [...reasons, 'account_action_by_host'];
  // No page of ours brings a host's token; what does may be given no cookie.
  if (BY_OWN_PAGE.includes(name)) return 'Origin' in headers ? ['account_action_by_host'] : ['not_signed_in'];
  return reasons;
}
