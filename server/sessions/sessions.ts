// Cookie sessions: Lucia behind this one file, so that replacing it costs one file.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Adapter } from 'lucia';
import { Lucia, TimeSpan } from 'lucia';
import type { AccountId, ProviderId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { SessionStart } from '../../shared/sessions/session.ts';
import type { Database, Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';
import { readSessionLimits } from '../settings/session-limits.ts';

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

/** A minute in milliseconds. */
const MINUTE = 60_000;

/** A cookie whose value could be a session's. */
const TOKEN = /^(?<name>[\w-]+)=(?<token>[\w-]{43})$/;

/** A session that is to begin. */
export interface Opening {
  readonly accountId: AccountId;
  readonly startedBy: SessionStart;
  /** The value of its cookie, where what opens it must open the same one again; a new one by default. */
  readonly token?: string;
  readonly providerId?: ProviderId;
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
  // Lucia renews by the life it was made with, and that is a setting.
  const made = new Map<number, Lucia<Attributes>>();
  const luciaFor = (idleMinutes: number): Lucia<Attributes> => {
    const known = made.get(idleMinutes);
    if (known !== undefined) return known;
    const lucia = new Lucia<Attributes>(adapter(database, now), {
      sessionExpiresIn: new TimeSpan(idleMinutes * MINUTE, 'ms'),
      sessionCookie: { name, attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
      getSessionAttributes: ({ handle, createdAt, authenticatedAt, startedBy, providerId, workspaceId }) => ({
        handle,
        createdAt,
        authenticatedAt,
        startedBy,
        providerId,
        workspaceId,
      }),
    });
    made.set(idleMinutes, lucia);
    return lucia;
  };
  const current = async () => luciaFor((await readSessionLimits(database.read)).idleMinutes);
  const anyLucia = luciaFor(1);
  return {
    openIn: async (tx, opening) => {
      const token = opening.token ?? randomBytes(32).toString('base64url');
      await insertSession(tx, hash(token), opening, now());
      return token;
    },
    find: async (token) => {
      const { session } = await (await current()).validateSession(hash(token));
      if (session === null) return null;
      const { handle, createdAt, authenticatedAt, startedBy, providerId, workspaceId } = session;
      const { absoluteMinutes } = await readSessionLimits(database.read);
      if (now() - createdAt >= absoluteMinutes * MINUTE) {
        await anyLucia.invalidateSession(session.id);
        return null;
      }
      const accountId = session.userId as AccountId;
      return { accountId, handle, createdAt, authenticatedAt, startedBy, providerId, workspaceId };
    },
    end: (token) => anyLucia.invalidateSession(hash(token)),
    cookie: (token) => anyLucia.createSessionCookie(token).serialize(),
    blankCookie: () => anyLucia.createBlankSessionCookie().serialize(),
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
  const { idleMinutes } = await readSessionLimits(sql);
  await run(
    sql,
    `INSERT INTO sessions (id, account_id, handle, expires_at, created_at, authenticated_at, last_used_at, started_by, provider_id, workspace_id, device, network)
     VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?5, ?6, ?7, ?8, ?9, ?10)`,
    [
      id,
      opening.accountId,
      randomUUID(),
      now + idleMinutes * MINUTE,
      now,
      opening.startedBy,
      opening.providerId ?? null,
      opening.workspaceId ?? null,
      opening.device ?? '',
      opening.network ?? '',
    ],
  );
}

function adapter(database: Database, now: () => number): Adapter {
  // Lucia looks at the clock of the machine; what is stored goes by the clock of the server, like everything else.
  const ahead = (): number => now() - Date.now();
  const change = (text: string, args: (string | number)[]) =>
    database.write((tx) => run(tx, text, args)).then(() => undefined);
  return {
    getSessionAndUser: async (id) => {
      const row = await first<Attributes & { accountId: string; expiresAt: number }>(
        database.read,
        `SELECT s.account_id AS accountId, s.expires_at AS expiresAt, s.handle, s.created_at AS createdAt,
                s.authenticated_at AS authenticatedAt, s.started_by AS startedBy, s.provider_id AS providerId, s.workspace_id AS workspaceId
         FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.id = ? AND s.created_at >= a.valid_from`,
        [id],
      );
      if (row === undefined) return [null, null];
      const { accountId: userId, expiresAt, ...attributes } = row;
      return [
        { id, userId, expiresAt: new Date(expiresAt - ahead()), attributes },
        { id: userId, attributes: {} },
      ];
    },
    // Sessions begin with what lets the person in, are listed by their own use-case, and end with what ends them.
    getUserSessions: () => Promise.reject(new Error('Not by Lucia')),
    setSession: () => Promise.reject(new Error('Not by Lucia')),
    updateSessionExpiration: (id, expiresAt) =>
      change('UPDATE sessions SET expires_at = ?, last_used_at = ? WHERE id = ?', [
        expiresAt.getTime() + ahead(),
        now(),
        id,
      ]),
    deleteSession: (id) => change('DELETE FROM sessions WHERE id = ?', [id]),
    deleteUserSessions: (userId) => change('DELETE FROM sessions WHERE account_id = ?', [userId]),
    deleteExpiredSessions: () => change('DELETE FROM sessions WHERE expires_at <= ?', [now()]),
  };
}
