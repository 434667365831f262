// The public door of the server: one function that makes a user administration on a database.
import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { HostKeyId, WorkspaceId } from '../shared/ids.ts';
import type { CompiledPolicy } from '../shared/policy/compile.ts';
import { compilePolicy } from '../shared/policy/compile.ts';
import { createApp } from './app.ts';
import type { UseCaseContext, Visit } from './context.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/database.ts';
import { migrateDatabase } from './db/migrate.ts';
import { purgeExpired } from './db/retention.ts';
import type { Identified } from './http/authenticate.ts';
import { identify } from './http/authenticate.ts';
import { invitationPage } from './http/invitation-page.ts';
import type { Links } from './invitations/links.ts';
import { createLinks } from './invitations/links.ts';
import type { Mail } from './mail/mail.ts';
import { createMail } from './mail/mail.ts';
import type { ParsedOptions, UserAdminOptions } from './options.ts';
import { OptionsError, parseOptions } from './options.ts';
import { NO_VISIT, visitOf } from './http/visit.ts';
import { hostKeySecret } from './sessions/host-keys.ts';
import { linkSubject } from './sessions/link-subject.ts';
import type { Sessions } from './sessions/sessions.ts';
import { createSessions } from './sessions/sessions.ts';
import { createCallerFactory } from './trpc/init.ts';
import { appRouter } from './trpc/router.ts';
import { write } from './write.ts';

export { definePolicy, PolicyError } from '../shared/policy/define.ts';
export type { Policy } from '../shared/policy/policy.ts';
export { collaborators } from '../shared/presets/collaborators.ts';
export { tables } from '../shared/presets/tables.ts';
export { OptionsError } from './options.ts';
export type { UserAdminOptions } from './options.ts';
export type { AppRouter } from './trpc/router.ts';

/** A running user administration. */
export interface UserAdmin {
  /** Answers a request under the base URL's path; mount it in any server that speaks fetch. The peer's network address goes into the trail. */
  readonly fetch: (request: Request, peer?: { readonly address?: string | undefined }) => Promise<Response>;
  /** The same as a Hono application. */
  readonly app: Hono;
  /** All procedures in process, as the operator, in one workspace or (for creating some) in none. */
  caller(workspaceId: string | null): ReturnType<typeof callerOf>;
  /** Finishes what is running and lets the database go. */
  close(): Promise<void>;
}

/** The parts of the outside world that a test may replace. */
export interface Surroundings {
  readonly now?: () => number;
  readonly newId?: () => string;
  /** Told of every failure that is not a refusal; writes to the standard error by default. */
  readonly onInternalError?: (error: unknown) => void;
}

/** How often what has served its time is deleted, in milliseconds. */
const SWEEP_EVERY = 10 * 60 * 1000;

const callerOf = createCallerFactory(appRouter);

/**
 * Makes a user administration: brings the database up to date, opens it, and answers requests.
 * @throws {OptionsError} naming every option that is missing or wrong.
 * @throws {PolicyError} naming every place of the policy that makes no sense.
 */
export async function createUserAdmin(
  options: UserAdminOptions,
  surroundings: Surroundings = {},
): Promise<UserAdmin> {
  const parsed = parseOptions(options);
  const { now = Date.now, newId = randomUUID, onInternalError = reportError } = surroundings;
  if (parsed.isProduction && (surroundings.now ?? surroundings.newId) !== undefined)
    throw new OptionsError([
      { option: 'surroundings', text: 'brings a clock or ids of its own, which is for tests only' },
    ]);
  const policy = compilePolicy(parsed.policy);
  await migrateDatabase(parsed.database);
  const database = await openDatabase(parsed.database);
  const links = createLinks(parsed.baseUrl, parsed.secret);
  const mail = createMail({ database, links, policy, options: parsed.mail, now, onInternalError });
  const sessions = createSessions(database, new URL(parsed.baseUrl), now);
  const makeContext = contextMaker({ parsed, policy, database, links, sessions, mail, now, newId });
  const site = openSite({ parsed, database, sessions, makeContext, now, onInternalError });
  mail.start();
  const sweep = (): void => void purgeExpired(database, now()).catch(onInternalError);
  const sweeper = setInterval(sweep, SWEEP_EVERY).unref();
  const operator = { caller: { kind: 'system' }, via: 'system' } as const;
  return {
    ...site,
    caller: (workspaceId) =>
      callerOf(makeContext({ ...operator, workspaceId: workspaceId as WorkspaceId | null })),
    close: async () => {
      clearInterval(sweeper);
      await mail.stop();
      await database.close();
    },
  };
}

/** What calls work with, made once for all of them. */
interface Engine {
  readonly parsed: ParsedOptions;
  readonly policy: CompiledPolicy;
  readonly database: Database;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly mail: Mail;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Makes the context of one call, by whoever asks from an address of the network. */
type MakeContext = (who: Omit<Identified, 'link'>, ip?: string | null, visit?: Visit) => UseCaseContext;

function contextMaker({ parsed, policy, database, links, sessions, mail, now, newId }: Engine): MakeContext {
  const shared = {
    policy,
    settings: { hasMail: parsed.mail !== undefined, invitationHours: parsed.invitationHours },
    links,
    sessions,
    hostKeySecret: (id: HostKeyId, generation: number) => hostKeySecret(parsed.secret, id, generation),
    read: database.read,
    now,
    newId,
    mailWaiting: () => mail.wake(),
  };
  return (who, ip = null, visit = NO_VISIT) => {
    const base = { ...shared, ...who, requestId: newId(), ip, visit, replyCookies: [] };
    return { ...base, write: (wish, job) => write(database, base, wish, job) };
  };
}

/** The side that requests come in on. */
function openSite({
  parsed,
  database,
  sessions,
  makeContext,
  now,
  onInternalError,
}: Pick<Engine, 'parsed' | 'database' | 'sessions' | 'now'> & {
  readonly makeContext: MakeContext;
  readonly onInternalError: (error: unknown) => void;
}): Pick<UserAdmin, 'app' | 'fetch'> {
  const { baseUrl, secret, origins, appUrl = null } = parsed;
  const { origin, pathname, protocol } = new URL(baseUrl);
  const doors = { sql: database.read, secret, audience: baseUrl, now, sessions, origin };
  const addresses = new WeakMap<Request, string>();
  const contextFor = async ({ link, ...who }: Identified, request: Request): Promise<UseCaseContext> => {
    const ip = addresses.get(request) ?? null;
    const context = makeContext(who, ip, visitOf(request, ip, origin));
    if (link !== null) await linkSubject(context, link);
    return context;
  };
  const identifyRequest = (request: Request) => identify(request, doors);
  const pages = invitationPage({
    contextFor: async (request) => contextFor(await identifyRequest(request), request),
    sessions,
    appUrl,
    baseUrl,
    secret,
  });
  const app = createApp({
    path: pathname.replace(/\/+$/, ''),
    isSecure: protocol === 'https:',
    origins,
    isHealthy: () =>
      database.read.execute('SELECT 1').then(
        () => true,
        () => false,
      ),
    identify: identifyRequest,
    contextFor,
    pages,
    onInternalError,
  });
  return {
    app,
    fetch: async (request, peer) => {
      if (peer?.address !== undefined) addresses.set(request, peer.address);
      return app.fetch(request);
    },
  };
}

function reportError(error: unknown): void {
  console.error('user-admin:', error);
}
