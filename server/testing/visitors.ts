// Somebody in a browser, before and after they sign in.
import type { AccountId } from '../../shared/ids.ts';
import type { UseCaseContext, Visit } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { hashPassword } from '../passwords/hash.ts';
import { deviceMarkOf } from '../sign-in/devices.ts';
import { accountCaller } from './world.ts';
import type { World } from './world.ts';

/** The context of a call by nobody in particular, from a page of ours. */
export function visitor(world: World, visit: Partial<Visit> = {}): UseCaseContext {
  const ctx = world.as({ kind: 'anonymous' }, null);
  return { ...ctx, visit: { ...ctx.visit, ...visit } };
}

/** The context of the same browser's next call, by the session and the mark that the last reply gave it. */
export async function nextCall(world: World, last: UseCaseContext): Promise<UseCaseContext> {
  const header = last.replyCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
  const token = last.sessions.read(header);
  const found = token === null ? null : await last.sessions.find(token);
  const { accountId, handle, ...session } = found ?? {};
  const caller =
    accountId === undefined
      ? ({ kind: 'anonymous' } as const)
      : accountCaller(accountId, world.clock.now, { ...session, id: handle! });
  return {
    ...world.as(caller, null),
    visit: { ...last.visit, deviceMark: deviceMarkOf(header) ?? last.visit.deviceMark },
  };
}

/** Gives an account a password, past every rule. */
export async function givePassword(world: World, accountId: AccountId, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await world.database.write((tx) =>
    run(tx, 'UPDATE accounts SET password_hash = ? WHERE id = ?', [hash, accountId]),
  );
}

/** The address of the live link that an account was last sent, as its mail would say it; undefined where there is none. */
export async function sentLink(
  world: World,
  kind: 'sign-in' | 'reset',
  accountId: AccountId,
): Promise<string | undefined> {
  const row = await first<{ id: never }>(
    world.database.read,
    'SELECT l.id FROM links l JOIN outbox o ON o.link_id = l.id WHERE l.kind = ? AND l.account_id = ? AND o.account_id = l.account_id AND l.used_at IS NULL',
    [kind, accountId],
  );
  return row && world.asSystem().links.account(kind, row.id);
}

/** The secret at the end of a link. */
export function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}

/** How many sessions an account has. */
export async function sessionsOf(world: World, accountId: AccountId): Promise<number> {
  return (await all(world.database.read, 'SELECT 1 FROM sessions WHERE account_id = ?', [accountId])).length;
}
