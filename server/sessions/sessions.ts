// Cookie sessions: Lucia behind this one file, so that replacing it costs one file.
import { createHash, randomBytes } from 'node:crypto';
import type { Adapter } from 'lucia';
import { Lucia, TimeSpan } from 'lucia';
import type { AccountId } from '../../shared/ids.ts';
import type { Database, Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ createdAt: number }>;
    DatabaseSessionAttributes: { createdAt: number };
  }
}

/** How long a session lives without being used, in milliseconds; use renews it. */
const IDLE_LIFE = 7 * 24 * 60 * 60 * 1000;
/** How long it lives whatever the use, in milliseconds; Lucia alone would renew it for ever. */
const ABSOLUTE_LIFE = 30 * 24 * 60 * 60 * 1000;

/** A cookie whose value could be a session's. */
const TOKEN = /^(?<name>[\w-]+)=(?<token>[\w-]{43})$/;

/** The sessions of people in the browser. */
export interface Sessions {
  /** Opens a session and gives the value of its cookie, which is stored nowhere. */
  open(accountId: AccountId): Promise<string>;
  /** Opens a session whose cookie has this very value, in the transaction of what lets the person in. */
  openIn(tx: Sql, accountId: AccountId, token: string): Promise<void>;
  /** Whose session the cookie's value stands for; null where it is unknown, expired or too old. */
  accountOf(token: string): Promise<AccountId | null>;
  /** Ends the session for good. */
  end(token: string): Promise<void>;
  /** The header that gives the browser a session. */
  cookie(token: string): string;
  /** The header that takes it away. */
  blankCookie(): string;
  /** The session's value in a `Cookie` header, if there is one. */
  read(cookieHeader: string): string | null;
}

/** Sessions on `database`, with cookies fit for `baseUrl`. */
export function createSessions(database: Database, baseUrl: URL, now: () => number): Sessions {
  // Some browsers drop `__Host-` and Secure cookies on a loopback http address, so there, and only there, they go without.
  const isSecure = baseUrl.protocol === 'https:';
  const name = isSecure ? '__Host-user-admin' : 'user-admin';
  const lucia = new Lucia<{ createdAt: number }>(adapter(database, now), {
    sessionExpiresIn: new TimeSpan(IDLE_LIFE, 'ms'),
    sessionCookie: {
      name,
      attributes: { secure: isSecure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ createdAt }) => ({ createdAt }),
  });
  return {
    open: async (accountId) => {
      const token = randomBytes(32).toString('base64url');
      await lucia.createSession(accountId, { createdAt: now() }, { sessionId: hash(token) });
      return token;
    },
    openIn: (tx, accountId, token) =>
      insertSession(tx, {
        id: hash(token),
        accountId,
        expiresAt: now() + IDLE_LIFE,
        createdAt: now(),
      }),
    accountOf: async (token) => {
      const { session } = await lucia.validateSession(hash(token));
      if (session === null) return null;
      if (now() - session.createdAt >= ABSOLUTE_LIFE) {
        await lucia.invalidateSession(session.id);
        return null;
      }
      return session.userId as AccountId;
    },
    end: (token) => lucia.invalidateSession(hash(token)),
    cookie: (token) => lucia.createSessionCookie(token).serialize(),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
    // Lucia's own reader throws on a cookie that is no proper escape, whoever set it.
    read: (cookieHeader) =>
      cookieHeader
        .split(';')
        .map((pair) => TOKEN.exec(pair.trim())?.groups)
        .find((cookie) => cookie?.['name'] === name)?.['token'] ?? null,
  };
}

/** Lucia looks sessions up by the very text it is given; given the hash, a copy of the database opens nothing. */
function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

async function insertSession(
  sql: Sql,
  {
    id,
    accountId,
    expiresAt,
    createdAt,
  }: { id: string; accountId: AccountId; expiresAt: number; createdAt: number },
): Promise<void> {
  await run(sql, 'INSERT INTO sessions (id, account_id, expires_at, created_at) VALUES (?, ?, ?, ?)', [
    id,
    accountId,
    expiresAt,
    createdAt,
  ]);
}

function adapter(database: Database, now: () => number): Adapter {
  // Lucia looks at the clock of the machine; what is stored goes by the clock of the server, like everything else.
  const ahead = (): number => now() - Date.now();
  const change = (text: string, args: (string | number)[]) =>
    database.write((tx) => run(tx, text, args)).then(() => undefined);
  return {
    getSessionAndUser: async (id) => {
      const row = await first<{ accountId: string; expiresAt: number; createdAt: number }>(
        database.read,
        'SELECT account_id AS accountId, expires_at AS expiresAt, created_at AS createdAt FROM sessions WHERE id = ?',
        [id],
      );
      if (row === undefined) return [null, null];
      const { accountId: userId, createdAt } = row;
      return [
        { id, userId, expiresAt: new Date(row.expiresAt - ahead()), attributes: { createdAt } },
        { id: userId, attributes: {} },
      ];
    },
    getUserSessions: () => Promise.reject(new Error('Sessions are listed by their own use-case')),
    setSession: ({ id, userId, expiresAt, attributes }) =>
      database.write((tx) =>
        insertSession(tx, {
          id,
          accountId: userId as AccountId,
          expiresAt: expiresAt.getTime() + ahead(),
          createdAt: attributes.createdAt,
        }),
      ),
    updateSessionExpiration: (id, expiresAt) =>
      change('UPDATE sessions SET expires_at = ? WHERE id = ?', [expiresAt.getTime() + ahead(), id]),
    deleteSession: (id) => change('DELETE FROM sessions WHERE id = ?', [id]),
    deleteUserSessions: (userId) => change('DELETE FROM sessions WHERE account_id = ?', [userId]),
    deleteExpiredSessions: () => change('DELETE FROM sessions WHERE expires_at <= ?', [now()]),
  };
}
