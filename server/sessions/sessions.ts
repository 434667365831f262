// Cookie sessions: Lucia behind this one file, so that replacing it costs one file.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Adapter } from 'lucia';
import { Lucia, TimeSpan } from 'lucia';
import type { AccountId, ProviderId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { SessionStart } from '../../shared/sessions/session.ts';
import type { Database, Sql } from '../db/database.ts';
import { run } from '../db/database.ts';
import { readSessionLimits } from '../settings/session-limits.ts';
import { endOfSession, sessionById } from './store.ts';

interface Attributes {
  readonly handle: SessionId;
  readonly createdAt: number;
  readonly authenticatedAt: number;
  readonly startedBy: SessionStart;
  readonly providerId: ProviderId | null;
  readonly workspaceId: WorkspaceId | null;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}

/** What Lucia takes for the end of a session that is over, and of one that is not. */
const [OVER, NOT_OVER] = [new Date(0), new Date(8.64e15)];

/** A cookie whose value could be a session's. */
const TOKEN = /^(?<name>[\w-]+)=(?<token>[\w-]{43})$/;

/** A session that is to begin. */
export interface Opening {
  readonly accountId: AccountId;
  readonly startedBy: SessionStart;
  /** The value of its cookie, where what opens it must open the same one again; a new one by default. */
  readonly token?: string;
  /** The name it is shown under, where a session goes on under another value; a new one by default. */
  readonly handle?: SessionId;
  readonly providerId?: ProviderId;
  /** When the person proved who they are, in milliseconds; now by default. */
  readonly authenticatedAt?: number;
  /** The one workspace that it opens; all of the account's by default. */
  readonly workspaceId?: WorkspaceId;
  readonly device?: string;
  readonly network?: string;
}

/** A session that was found to be good. */
export interface FoundSession extends Attributes {
  readonly accountId: AccountId;
}

/** The sessions of people in the browser. */
export interface Sessions {
  /** Opens a session in the transaction of what lets the person in, and gives the value of its cookie, which is stored nowhere. */
  openIn(tx: Sql, opening: Opening): Promise<string>;
  /** The session that the cookie's value stands for; null where it is unknown, expired or older than the account's last change of secrets. */
  find(token: string): Promise<FoundSession | null>;
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
  const lucia = new Lucia<Attributes>(adapter(database, now), {
    // Lucia would renew at half of a fixed life; the use of a session is noted by presence, by limits that are a setting.
    sessionExpiresIn: new TimeSpan(0, 'ms'),
    sessionCookie: {
      name,
      // The server knows when a session ends; the browser only has to keep its value longer than that.
      expires: false,
      attributes: { secure: isSecure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ handle, createdAt, authenticatedAt, startedBy, providerId, workspaceId }) => ({
      handle,
      createdAt,
      authenticatedAt,
      startedBy,
      providerId,
      workspaceId,
    }),
  });
  return {
    openIn: async (tx, opening) => {
      const token = opening.token ?? randomBytes(32).toString('base64url');
      await insertSession(tx, hash(token), opening, now());
      return token;
    },
    find: async (token) => {
      const { session } = await lucia.validateSession(hash(token));
      if (session === null) return null;
      const { handle, createdAt, authenticatedAt, startedBy, providerId, workspaceId } = session;
      const accountId = session.userId as AccountId;
      return { accountId, handle, createdAt, authenticatedAt, startedBy, providerId, workspaceId };
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

async function insertSession(sql: Sql, id: string, opening: Opening, now: number): Promise<void> {
  const limits = await readSessionLimits(sql);
  await run(
    sql,
    `INSERT INTO sessions (id, account_id, handle, expires_at, created_at, authenticated_at, last_used_at, started_by, provider_id, workspace_id, device, network)
     VALUES (?1, ?2, ?3, ?4, ?5, ?11, ?5, ?6, ?7, ?8, ?9, ?10)`,
    [
      id,
      opening.accountId,
      opening.handle ?? randomUUID(),
      endOfSession({ createdAt: now, usedAt: now }, limits),
      now,
      opening.startedBy,
      opening.providerId ?? null,
      opening.workspaceId ?? null,
      opening.device ?? '',
      opening.network ?? '',
      opening.authenticatedAt ?? now,
    ],
  );
}

function adapter(database: Database, now: () => number): Adapter {
  const change = (text: string, args: (string | number)[]) =>
    database.write((tx) => run(tx, text, args)).then(() => undefined);
  return {
    getSessionAndUser: async (id) => {
      const row = await sessionById(database.read, id);
      if (row === undefined) return [null, null];
      const { accountId: userId, expiresAt, ...attributes } = row;
      // Lucia looks at the clock of the machine; whether it is over goes by the clock of the server, like everything else.
      return [
        { id, userId, expiresAt: expiresAt > now() ? NOT_OVER : OVER, attributes },
        { id: userId, attributes: {} },
      ];
    },
    // Sessions begin with what lets the person in, are listed by their own use-case, and end with what ends them.
    getUserSessions: () => Promise.reject(new Error('Not by Lucia')),
    setSession: () => Promise.reject(new Error('Not by Lucia')),
    updateSessionExpiration: () => Promise.resolve(),
    deleteSession: (id) => change('DELETE FROM sessions WHERE id = ?', [id]),
    deleteUserSessions: (userId) => change('DELETE FROM sessions WHERE account_id = ?', [userId]),
    deleteExpiredSessions: () => change('DELETE FROM sessions WHERE expires_at <= ?', [now()]),
  };
}
