// People as tests let them in: with a password, through a real session, by a link out of the outbox.
import type { AccountId, LinkId, WorkspaceId } from '../../shared/ids.ts';
import { storePassword } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import type { LinkKind } from '../../shared/accounts/account.ts';
import type { AccountMailKind } from '../mail/store.ts';
import { hashPassword } from '../passwords/hash.ts';
import type { Opening } from '../sessions/sessions.ts';
import { openSession } from './sessions.ts';
import type { World } from './world.ts';

/** Gives somebody a password. */
export async function givePassword(
  world: World,
  id: AccountId,
  password: string,
  { mustChange = false }: { mustChange?: boolean } = {},
): Promise<void> {
  const hash = await hashPassword(password);
  await world.database.write((sql) => storePassword({ sql, now: world.clock.now }, id, hash, { mustChange }));
}

/** Somebody at a browser of their own. */
export interface SignedIn {
  /** The value of the session's cookie. */
  readonly token: string;
  /** The context of the next call through it. @throws where the session is no more. */
  call(workspaceId?: WorkspaceId | null): Promise<UseCaseContext>;
  /** Whether the session still opens the account. */
  isIn(): Promise<boolean>;
}

/** Opens a session of the account. */
export async function signIn(
  world: World,
  accountId: AccountId,
  opening: Partial<Opening> = {},
): Promise<SignedIn> {
  const { sessions } = world.asSystem();
  const token = await openSession(world.database, sessions, accountId, opening);
  return browserWith(world, token);
}

/** The browser that got `cookie` in a reply. */
export function browserOf(world: World, cookie: string | undefined): SignedIn {
  const token = world.asSystem().sessions.read(cookie?.split(';')[0] ?? '');
  if (token === null) throw new Error(`No session in "${cookie}"`);
  return browserWith(world, token);
}

function browserWith(world: World, token: string): SignedIn {
  const { sessions } = world.asSystem();
  return {
    token,
    isIn: async () => (await sessions.find(token)) !== null,
    call: async (workspaceId) => {
      const found = await sessions.find(token);
      if (found === null) throw new Error('The session has ended');
      const { accountId, handle: id, ...session } = found;
      return world.as({ kind: 'account', accountId, session: { id, ...session } }, workspaceId);
    },
  };
}

/** A mail about an account that waits in the outbox. */
export interface WaitingNews {
  readonly kind: AccountMailKind;
  readonly accountId: AccountId;
  readonly linkId: LinkId | null;
  readonly data: Readonly<Record<string, string>>;
}

/** The mails about accounts that wait, oldest first. */
export async function waitingNews(world: World): Promise<WaitingNews[]> {
  const rows = await all<Omit<WaitingNews, 'data'> & { data: string }>(
    world.database.read,
    'SELECT kind, account_id AS accountId, link_id AS linkId, data FROM outbox WHERE account_id IS NOT NULL ORDER BY seq',
  );
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, string> }));
}

/** The token of a link, as it stands in its mail. */
export function tokenOf(world: World, kind: LinkKind, id: LinkId | null): string {
  if (id === null) throw new Error('This mail brings no link');
  return world.asSystem().links.account(kind, id).split('/').at(-1)!;
}
