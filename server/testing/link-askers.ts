// People of a test world who ask for links, and what they do with them.
import assert from 'node:assert/strict';
import type { AccountId } from '../../shared/ids.ts';
import { all } from '../db/database.ts';
import { requestLink } from '../sign-in/request-link.ts';
import { resetPassword } from '../sign-in/reset.ts';
import { sentLink, tokenOf, visitor } from './visitors.ts';
import type { World } from './world.ts';

type Kind = 'sign-in' | 'reset';

/** A password that every policy takes. */
export const PASSWORD = 'correct horse battery';

let count = 0;

/** A new owner with an address of their own. */
export async function newPerson(world: World, status: 'active' | 'deactivated' = 'active') {
  const email = `person${(count += 1)}@acme.test`;
  return { email, ...(await world.addMember({ email, roles: ['owner'], status })) };
}

/** Asks for a link, from no network in particular. */
export function askForLink(world: World, login: string, kind: Kind = 'sign-in', to?: string) {
  const wish = { kind, login, ...(to === undefined ? {} : { to }) };
  return requestLink(visitor(world, { network: '' }), wish);
}

/** The secret of the link that the person is sent on asking. */
export async function tokenFor(
  world: World,
  { email, accountId }: { email: string; accountId: AccountId },
  kind: Kind = 'sign-in',
): Promise<string> {
  await askForLink(world, email, kind);
  return tokenOf((await sentLink(world, kind, accountId)) ?? assert.fail('nothing was sent'));
}

/** Chooses a new password by a link, from a browser of its own. */
export function choosePassword(world: World, token: string, password = PASSWORD, confirmation = password) {
  return resetPassword(visitor(world), { token, password, confirmation });
}

/** To whom the outbox would send, by address. */
export async function receivers(world: World): Promise<string[]> {
  const rows = await all<{ email: string }>(
    world.database.read,
    'SELECT a.email FROM outbox o JOIN accounts a ON a.id = o.account_id',
  );
  return rows.map(({ email }) => email);
}
