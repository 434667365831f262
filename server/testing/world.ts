// A small world for tests: a real database in a temporary folder, one workspace, people in it, a clock that is set by hand.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { parseAddress } from '../../shared/emails/address.ts';
import type { AccountId, HostKeyId, MemberId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Caller, CallerSession, UseCaseContext } from '../context.ts';
import type { Database, Sql } from '../db/database.ts';
import { all, openDatabase, run } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { createLinks } from '../invitations/links.ts';
import { News } from '../live/news.ts';
import { createMail } from '../mail/mail.ts';
import type { NewMember } from '../members/store.ts';
import { insertMembers } from '../members/store.ts';
import type { MailOptions } from '../options.ts';
import { orderedId } from '../ordered-id.ts';
import { createSignOn } from '../providers/sign-on.ts';
import { createPolicyBook } from '../roles/policy-book.ts';
import { Follower } from '../row-security/follower.ts';
import type { RowSecuritySource } from '../row-security/options.ts';
import { hostKeySecret } from '../sessions/host-keys.ts';
import { createSessions } from '../sessions/sessions.ts';
import { createSealer } from '../settings/seal.ts';
import { createDevices } from '../sign-in/devices.ts';
import { clearDeleted } from '../workspaces/clear.ts';
import { write } from '../write.ts';
import { placeMigrated } from './migrated.ts';

/** The moment at which every test world begins: 2026-01-15, noon UTC. */
export const START = Date.UTC(2026, 0, 15, 12);

/** What links and keys of a test world are derived from. */
export const SECRET = 'a secret for tests only, long enough';

/** The name of the session that `accountCaller` makes up. */
const SESSION = 'session-of-a-test' as SessionId;

/** Where a test world believes to be reached. */
const BASE_URL = 'https://people.example';

/** A mail server where nobody listens. */
const NOBODY: MailOptions = { host: '127.0.0.1', port: 1, isSecure: false, from: 'people@acme.test' };

/** A world to test in. Close it when done. */
export interface World {
  readonly url: string;
  readonly database: Database;
  readonly policy: ReturnType<typeof compilePolicy>;
  readonly workspaceId: WorkspaceId;
  /** The clock; move it with `clock.now += …`. */
  readonly clock: { now: number };
  /** How often a use-case told the outbox that there is mail. */
  readonly mail: { woken: number };
  /** Adds a person; the roles default to none. */
  addMember(person: {
    email: string;
    name?: string;
    roles: readonly string[];
    status?: MemberStatus;
    workspaceId?: WorkspaceId;
  }): Promise<{ id: MemberId; accountId: AccountId; version: number }>;
  addWorkspace(name?: string): Promise<WorkspaceId>;
  /** Adds many people at once, into the home workspace by default. */
  addMembers(
    people: readonly {
      email: string;
      name?: string;
      roles: readonly string[];
      status?: MemberStatus;
      lastSignInAt?: number;
      username?: string;
    }[],
    workspaceId?: WorkspaceId,
  ): Promise<{ id: MemberId; accountId: AccountId }[]>;
  /** Everything that the database holds, table by table; two dumps are equal where nothing was changed in between. */
  dump(): Promise<Record<string, unknown[]>>;
  /** The context of a call by `caller`, the operator by default. */
  as(caller: Caller, workspaceId?: WorkspaceId | null): UseCaseContext;
  asSystem(): UseCaseContext;
  /** The context of a call by a person through their session. */
  asAccount(accountId: AccountId, workspaceId?: WorkspaceId): UseCaseContext;
  close(): Promise<void>;
}

/** How a world differs from the usual one. */
export interface WorldOptions {
  readonly policy?: Policy;
  /** Whether there is a mail server of the operator's; nobody listens there. */
  readonly hasMail?: boolean;
  /** The operator's mail server, where one is listening. */
  readonly operator?: MailOptions;
  /** A database elsewhere; a fresh file by default. */
  readonly url?: string;
  /** A host's database that is to follow. */
  readonly rowSecurity?: RowSecuritySource;
  /** Told what that database says where it refuses. */
  readonly onInternalError?: (error: unknown) => void;
  /** A workspace that is there already, as another process of the same deployment finds it; a new one by default. */
  readonly workspaceId?: WorkspaceId;
}

/** Makes a world. */
export async function createWorld({
  policy: data = tables,
  hasMail = false,
  operator = hasMail ? NOBODY : undefined,
  url,
  workspaceId: given,
  rowSecurity,
  onInternalError = (error) => {
    throw error;
  },
}: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
  const address = url ?? `file:${join(folder, 'test.db')}`;
  await (url === undefined ? placeMigrated(join(folder, 'test.db')) : migrateDatabase({ url }));
  const database = await openDatabase({ url: address });
  const policy = compilePolicy(data);
  const book = createPolicyBook(policy);
  const clock = { now: START };
  const mail = { woken: 0 };
  const sessions = createSessions(database, new URL('https://people.example'), () => clock.now);
  const sealer = createSealer(SECRET);
  const links = createLinks('https://people.example', SECRET);

  const { tryOut } = createMail({
    database,
    links,
    sealer,
    policyIn: book.policyIn,
    operator,
    host: new URL(BASE_URL).hostname,
    now: () => clock.now,
    onInternalError,
  });
  const news = new News(database.read, onInternalError);
  const follower = rowSecurity === undefined ? null : new Follower(rowSecurity, data, onInternalError);
  const signOn = createSignOn({ secret: SECRET, allowPrivateProviders: true, now: () => clock.now });
  const as = (caller: Caller, workspaceId: WorkspaceId | null = home): UseCaseContext => {
    const base: Omit<UseCaseContext, 'write' | 'mailWaiting' | 'tryMail' | 'again'> = {
      caller,
      via: viaOf(caller),
      workspaceId,
      ...book.forCall(workspaceId),
      settings: { mail: operator, invitationHours: 24, baseUrl: BASE_URL, appUrl: null },
      links,
      sessions,
      sealer,
      follower,
      devices: createDevices(new URL(BASE_URL), SECRET),
      visit: { device: 'Firefox on Linux', network: '192.0.2.0/24', language: 'en', isOwnPage: true },
      replyCookies: [],
      signOn,
      news,
      hostKeySecret: (id, generation) => hostKeySecret(SECRET, id, generation),
      read: database.read,
      now: () => clock.now,
      newId: () => orderedId(clock.now),
      requestId: randomUUID(),
      ip: '192.0.2.1',
    };
    return {
      ...base,
      again: async () => as(caller, workspaceId),
      write: async (wish, job) => {
        const answer = await write(holdingSession(database, caller), base, wish, job);
        if (wish.action === 'workspace.delete') await clearDeleted(database);
        return answer;
      },
      mailWaiting: () => (mail.woken += 1),
      tryMail: tryOut,
    };
  };
  const addWorkspace = async (name = 'Acme'): Promise<WorkspaceId> => {
    const id = randomUUID() as WorkspaceId;
    await database.write((tx) =>
      run(tx, 'INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES (?, ?, 24, ?)', [
        id,
        name,
        clock.now,
      ]),
    );
    return id;
  };
  const home = given ?? (await addWorkspace());
  return {
    url: address,
    database,
    policy,
    workspaceId: home,
    clock,
    mail,
    addWorkspace,
    as,
    asSystem: () => as({ kind: 'system' }),
    asAccount: (accountId, workspaceId) => as(accountCaller(accountId, clock.now), workspaceId),
    addMembers: (people, workspaceId = home) => addMembers(database, policy, workspaceId, clock.now, people),
    dump: () => dump(database.read),
    addMember: (person) => addMember(database, policy, person.workspaceId ?? home, clock.now, person),
    close: async () => {
      news.end();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The database with the session that `accountCaller` made up, for as long as a write lasts: no other statement ever sees it. */
function holdingSession(database: Database, caller: Caller): Database {
  if (caller.kind !== 'account' || caller.session.id !== SESSION) return database;
  const { accountId } = caller;
  return {
    ...database,
    write: (job) =>
      database.write(async (sql) => {
        await run(
          sql,
          `INSERT INTO sessions (id, handle, account_id, expires_at, created_at, authenticated_at, last_used_at, started_by)
           SELECT ?1, ?1, id, 0, 0, 0, 0, 'link' FROM accounts WHERE id = ?2 ON CONFLICT DO NOTHING`,
          [SESSION, accountId],
        );
        const result = await job(sql);
        await run(sql, 'DELETE FROM sessions WHERE id = ?', [SESSION]);
        return result;
      }),
  };
}

async function addMember(
  database: Database,
  policy: ReturnType<typeof compilePolicy>,
  workspaceId: WorkspaceId,
  createdAt: number,
  {
    email,
    name = '',
    roles,
    status = 'active',
  }: { email: string; name?: string; roles: readonly string[]; status?: MemberStatus },
): Promise<{ id: MemberId; accountId: AccountId; version: number }> {
  const address = parseAddress(email);
  if (!address.ok) throw new Error(`Not an address: ${email}`);
  return database.write(async (tx) => {
    await run(
      tx,
      'INSERT INTO accounts (id, email, email_key, email_verified_at, name, created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      [randomUUID(), address.email, address.key, createdAt, name, createdAt],
    );
    const account = await tx.execute({
      sql: 'SELECT id FROM accounts WHERE email_key = ?',
      args: [address.key],
    });
    const accountId = account.rows[0]!['id'] as AccountId;
    const member: NewMember = {
      id: randomUUID() as MemberId,
      workspaceId,
      accountId,
      name,
      email: address.email,
      emailKey: address.key,
      roles,
      createdAt,
      status,
    };
    await insertMembers(tx, policy, [member]);
    return { id: member.id, accountId, version: 1 };
  });
}

async function addMembers(
  database: Database,
  policy: ReturnType<typeof compilePolicy>,
  workspaceId: WorkspaceId,
  createdAt: number,
  people: Parameters<World['addMembers']>[0],
): Promise<{ id: MemberId; accountId: AccountId }[]> {
  const members = people.map(({ email, name = '', ...rest }): NewMember & { username?: string } => {
    const address = parseAddress(email);
    if (!address.ok) throw new Error(`Not an address: ${email}`);
    return {
      id: randomUUID() as MemberId,
      accountId: randomUUID() as AccountId,
      workspaceId,
      name,
      email: address.email,
      emailKey: address.key,
      createdAt,
      ...rest,
    };
  });
  await database.write(async (tx) => {
    for (let start = 0; start < members.length; start += 500) {
      const chunk = members.slice(start, start + 500);
      const accounts = chunk.flatMap(({ accountId, email, emailKey, name, username = null }) => [
        accountId,
        email,
        emailKey,
        createdAt,
        name,
        createdAt,
        username,
        username && username.toLowerCase(),
      ]);
      await run(
        tx,
        `INSERT INTO accounts (id, email, email_key, email_verified_at, name, created_at, username, username_key) VALUES ${chunk.map(() => '(?,?,?,?,?,?,?,?)').join(',')}`,
        accounts,
      );
      await insertMembers(tx, policy, chunk);
    }
  });
  return members.map(({ id, accountId }) => ({ id, accountId }));
}

async function dump(sql: Sql): Promise<Record<string, unknown[]>> {
  const tables = await all<{ name: string }>(
    sql,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'member_grams%' ORDER BY name",
  );
  const rows = await Promise.all(tables.map(({ name }) => all<object>(sql, `SELECT * FROM "${name}"`)));
  return Object.fromEntries(tables.map(({ name }, index) => [name, rows[index]!.map((row) => ({ ...row }))]));
}

function viaOf(caller: Caller): AuditEntry['via'] {
  if (caller.kind === 'anonymous') return 'link';
  if (caller.kind === 'account') return 'session';
  if (caller.kind === 'subject') return 'host-token';
  return caller.kind === 'host' ? 'host-key' : 'system';
}

/** A caller by host token, as the host's key would introduce them: just signed, for somebody who just proved who they are. */
export function subjectCaller(hostKeyId: HostKeyId, subject: string, now = START): Caller {
  return { kind: 'subject', hostKeyId, subject, issuedAt: now, authenticatedAt: now };
}

/** A caller through a session that began at `now`, with `session` over the usual one. */
export function accountCaller(
  accountId: AccountId,
  now = START,
  session: Partial<CallerSession> = {},
): Caller & { kind: 'account' } {
  return {
    kind: 'account',
    accountId,
    session: {
      id: SESSION,
      createdAt: now,
      authenticatedAt: now,
      startedBy: 'link',
      providerId: null,
      workspaceId: null,
      ...session,
    },
  };
}
