// The public door of the server: one function that makes a user administration on a database.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Hono } from 'hono';
import type { HostKeyId, WorkspaceId } from '../shared/ids.ts';
import { compilePolicy } from '../shared/policy/compile.ts';
import { createPresence } from './activity/presence.ts';
import { createApp } from './app.ts';
import type { UseCaseContext, Visit } from './context.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/database.ts';
import { migrateDatabase } from './db/migrate.ts';
import { purgeExpired } from './db/retention.ts';
import type { Identified } from './http/authenticate.ts';
import { identify } from './http/authenticate.ts';
import { servedPages } from './http/pages.ts';
import type { Links } from './invitations/links.ts';
import { createLinks } from './invitations/links.ts';
import { News } from './live/news.ts';
import type { Mail } from './mail/mail.ts';
import { createMail } from './mail/mail.ts';
import type { ParsedOptions, UserAdminOptions } from './options.ts';
import { OptionsError, parseOptions } from './options.ts';
import { orderedId } from './ordered-id.ts';
import type { Refusal } from './refusals.ts';
import { createSite } from './http/page-site.ts';
import { networkOf } from './http/network.ts';
import { addressOf } from './http/peer.ts';
import { providerRoutes } from './http/provider-routes.ts';
import { NO_VISIT, visitOf } from './http/visit.ts';
import { admitNewcomer } from './sessions/admit.ts';
import { createSignOn } from './providers/sign-on.ts';
import type { AccessSnapshot } from './permissions/snapshot.ts';
import { hasNews, readSnapshot } from './permissions/snapshot.ts';
import type { PolicyBook } from './roles/policy-book.ts';
import { createPolicyBook } from './roles/policy-book.ts';
import { keepFollowing } from './permissions/keep-following.ts';
import { Follower } from './row-security/follower.ts';
import type { Keeping } from './row-security/keep-looking.ts';
import { RowSecurityError } from './row-security/options.ts';
import { hostKeySecret } from './sessions/host-keys.ts';
import { CheckedTokens } from './sessions/host-signature.ts';
import { linkSubject } from './sessions/link-subject.ts';
import type { Sessions } from './sessions/sessions.ts';
import { createSessions } from './sessions/sessions.ts';
import { createDevices } from './sign-in/devices.ts';
import type { OwnerWish } from './sign-in/set-up.ts';
import { createOwner, setUpLink } from './sign-in/set-up.ts';
import { showSignInLink } from './sign-in/shown-link.ts';
import type { Sealer } from './settings/seal.ts';
import { createSealer } from './settings/seal.ts';
import { createCallerFactory } from './trpc/init.ts';
import { appRouter } from './trpc/router.ts';
import type { Clearing } from './workspaces/clear.ts';
import { keepClearing } from './workspaces/clear.ts';
import { workspaceIds } from './workspaces/store.ts';
import { write } from './write.ts';

export { definePolicy, PolicyError } from '../shared/policy/define.ts';
export type { Policy } from '../shared/policy/policy.ts';
export { collaborators } from '../shared/presets/collaborators.ts';
export { directory } from '../shared/presets/directory.ts';
export { packages } from '../shared/presets/packages.ts';
export { tables } from '../shared/presets/tables.ts';
export { workspaces } from '../shared/presets/workspaces.ts';
export type { AccessQuestion } from './drizzle/accessible.ts';
export { accessible, accessibleKeys } from './drizzle/accessible.ts';
export { OptionsError } from './options.ts';
export type { UserAdminOptions } from './options.ts';
export type { AccessSnapshot } from './permissions/snapshot.ts';
export type { Refusal } from './refusals.ts';
export type { Drift, DriftCode, PlannedPart } from './row-security/drift.ts';
export type {
  Command,
  KindInDatabase,
  Query,
  RowSecurityOptions,
  RowSecuritySource,
  RowsOfResources,
  TableName,
} from './row-security/options.ts';
export { RowSecurityError } from './row-security/options.ts';
export type { Keeping } from './row-security/keep-looking.ts';
export type { RowSecurityListener } from './row-security/keep.ts';
export { keepRowSecurity } from './row-security/keep.ts';
export type { AppliedPart, RowSecurityPlan, RowSecurityReport } from './row-security/row-security.ts';
export { applyRowSecurity, planRowSecurity } from './row-security/row-security.ts';
export type { AppRouter } from './trpc/router.ts';

/** A running user administration. */
export interface UserAdmin {
  /** Answers a request under the base URL's path; mount it in any server that speaks fetch. The peer's network address goes into the trail, and its network is what limits count by. */
  readonly fetch: (request: Request, peer?: { readonly address?: string | undefined }) => Promise<Response>;
  /** The same as a Hono application. */
  readonly app: Hono;
  /** All procedures in process, as the operator, in one workspace or (for creating some) in none. */
  caller(workspaceId: string | null): ReturnType<typeof callerOf>;
  /** The address at which the first owner is named, good for a day; null where there is a workspace already. Show it to nobody else: whoever opens it owns the deployment. */
  setUpLink(): Promise<string | null>;
  /** Makes the workspace that the deployment is run from, with its first owner, and a link by which they sign in within a quarter of an hour. */
  createOwner(owner: OwnerWish): Promise<{ readonly workspaceId: string; readonly link: string }>;
  /** Makes a link by which somebody who is here signs in within a quarter of an hour; for whoever has no other way back in. */
  showSignInLink(person: { readonly email: string }): Promise<{ readonly link: string }>;
  /** Who has what in a workspace at this moment, for `applyRowSecurity` or a store of the host's own. */
  accessSnapshot(workspaceId: string): Promise<AccessSnapshot>;
  /** Whether anything happened in the workspace since that snapshot, who has what or anything else; costs next to nothing. */
  hasNews(workspaceId: string, since: Pick<AccessSnapshot, 'entry'>): Promise<boolean>;
  /** Ends what open pages listen to, and would never end by itself; call it before your HTTP server waits for its connections. */
  endStreams(): void;
  /** Finishes what is running and lets the database go. */
  close(): Promise<void>;
}

/** The parts of the outside world that a test may replace. */
export interface Surroundings {
  readonly now?: () => number;
  readonly newId?: () => string;
  /** Told of every failure that is not a refusal; writes to the standard error by default. */
  readonly onInternalError?: (error: unknown) => void;
  /** Told of every call that was refused for who asked or how often, for the operator's log; nobody by default. */
  readonly onRefusal?: (refusal: Refusal) => void;
  /** How often it is looked whether the host's database has to follow, in milliseconds; a second by default. */
  readonly followEvery?: number;
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
  const { now = Date.now, newId = () => orderedId(now()) } = surroundings;
  const { onInternalError = reportError, onRefusal = () => undefined } = surroundings;
  if (parsed.isProduction && (surroundings.now ?? surroundings.newId) !== undefined)
    throw new OptionsError([
      { option: 'surroundings', text: 'brings a clock or ids of its own, which is for tests only' },
    ]);
  const book = createPolicyBook(compilePolicy(parsed.policy));
  const { database, follower } = await openDatabases(parsed, onInternalError);
  const links = createLinks(parsed.baseUrl, parsed.secret);
  const sealer = createSealer(parsed.secret);
  const mail = createMail({
    database,
    links,
    sealer,
    policyIn: book.policyIn,
    operator: parsed.mail,
    host: new URL(parsed.baseUrl).hostname,
    now,
    onInternalError,
  });
  const sessions = createSessions(database, new URL(parsed.baseUrl), now);
  const news = new News(database.read, onInternalError);
  const clearing = keepClearing(database, onInternalError);
  const made = { book, database, links, sessions, sealer, mail, follower, news, clearing };
  const engine = { parsed, ...made, now, newId };
  const makeContext = contextMaker(engine);
  const site = openSite({ parsed, database, sessions, makeContext, now, onInternalError, onRefusal });
  mail.start();
  const following = startFollowing(engine, makeContext, onInternalError, surroundings.followEvery);
  const sweep = (): void => void purgeExpired(database, now()).then(clearing.wake, onInternalError);
  const sweeper = setInterval(sweep, SWEEP_EVERY).unref();
  const operator = { caller: { kind: 'system' }, via: 'system' } as const;
  return {
    ...site,
    caller: (workspaceId) =>
      callerOf(makeContext({ ...operator, workspaceId: workspaceId as WorkspaceId | null })),
    setUpLink: () => setUpLink(makeContext({ ...operator, workspaceId: null })),
    createOwner: (owner) => createOwner(makeContext({ ...operator, workspaceId: null }), owner),
    showSignInLink: (person) => showSignInLink(makeContext({ ...operator, workspaceId: null }), person),
    accessSnapshot: (id) => readSnapshot(makeContext({ ...operator, workspaceId: id as WorkspaceId })),
    hasNews: (id, since) => hasNews(makeContext({ ...operator, workspaceId: id as WorkspaceId }), since),
    endStreams: news.end,
    close: async () => {
      clearInterval(sweeper);
      news.end();
      await following?.stop();
      await mail.stop();
      await clearing.stop();
      await database.close();
    },
  };
}

/** Lets the host's own database follow by itself, where there is one. */
function startFollowing(
  { parsed, database: { read }, follower }: Engine,
  makeContext: MakeContext,
  onInternalError: (error: unknown) => void,
  every: number | undefined,
): Keeping | undefined {
  if (follower === null) return undefined;
  return keepFollowing({
    read,
    follower,
    hasSeveralRoles: parsed.policy.rolesPerMember === 'many',
    workspaceIds: () => workspaceIds(read),
    contextFor: (workspaceId) => makeContext({ caller: { kind: 'system' }, via: 'system', workspaceId }),
    onInternalError,
    ...(every !== undefined && { every }),
  });
}

/** The database, and the host's own where one is to follow, with what the host says of every workspace looked at. @throws {OptionsError} */
async function openDatabases(
  { database: place, rowSecurity, policy }: ParsedOptions,
  onInternalError: (error: unknown) => void,
): Promise<Pick<Engine, 'database' | 'follower'>> {
  await migrateDatabase(place);
  const database = await openDatabase(place);
  if (rowSecurity === undefined) return { database, follower: null };
  const follower = new Follower(rowSecurity, policy, onInternalError);
  try {
    follower.check(await workspaceIds(database.read));
    return { database, follower };
  } catch (error) {
    await database.close();
    if (!(error instanceof RowSecurityError)) throw error;
    throw new OptionsError([{ option: 'rowSecurity.optionsFor', text: error.message }]);
  }
}

/** What calls work with, made once for all of them. */
interface Engine {
  readonly parsed: ParsedOptions;
  readonly book: PolicyBook;
  readonly database: Database;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly sealer: Sealer;
  readonly mail: Mail;
  readonly follower: Follower | null;
  readonly news: News;
  readonly clearing: Clearing;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Makes the context of one call, by whoever asks from an address of the network. */
type MakeContext = (
  who: Omit<Identified, 'link' | 'newcomer'>,
  ip?: string | null,
  visit?: Visit,
) => UseCaseContext;

function contextMaker(engine: Engine): MakeContext {
  const { parsed, book, database, links, sessions, sealer, mail, follower, news, clearing, now, newId } =
    engine;
  const shared = {
    settings: {
      mail: parsed.mail,
      invitationHours: parsed.invitationHours,
      baseUrl: parsed.baseUrl,
      appUrl: parsed.appUrl ?? null,
    },
    links,
    sessions,
    devices: createDevices(new URL(parsed.baseUrl), parsed.secret),
    sealer,
    follower,
    news,
    signOn: createSignOn({ ...parsed, now }),
    hostKeySecret: (id: HostKeyId, generation: number) => hostKeySecret(parsed.secret, id, generation),
    read: database.read,
    now,
    newId,
    mailWaiting: () => mail.wake(),
    tryMail: mail.tryOut,
  };
  return (who, ip = null, visit = NO_VISIT) => {
    const call = book.forCall(who.workspaceId);
    const base = { ...shared, ...who, ...call, requestId: newId(), ip, visit, replyCookies: [] };
    const context: UseCaseContext = {
      ...base,
      again: async () => context,
      write: async (wish, job) => {
        const answer = await write(database, base, wish, job);
        news.wake();
        if (wish.action === 'workspace.delete') clearing.wake();
        return answer;
      },
    };
    return context;
  };
}

/** What the side that requests come in on is opened with. */
type SiteParts = Pick<Engine, 'parsed' | 'database' | 'sessions' | 'now'> & {
  readonly makeContext: MakeContext;
  readonly onInternalError: (error: unknown) => void;
  readonly onRefusal: (refusal: Refusal) => void;
};

/** The side that requests come in on. */
function openSite(parts: SiteParts): Pick<UserAdmin, 'app' | 'fetch'> {
  const { parsed, database, onInternalError, onRefusal } = parts;
  const { baseUrl, origins, trustedProxies } = parsed;
  const { pathname, protocol } = new URL(baseUrl);
  const { identifyRequest, contextFor, from, addressNow } = openDoor(parts);
  const app = createApp({
    path: pathname.replace(/\/+$/, ''),
    isSecure: protocol === 'https:',
    origins,
    isHealthy: () =>
      database.read.execute('SELECT 1').then(
        () => true,
        () => false,
      ),
    network: () => networkOf(addressNow()),
    identify: identifyRequest,
    contextFor,
    pages: pagesOf(parsed, { identifyRequest, contextFor }),
    onInternalError,
    onRefusal,
  });
  return {
    app,
    fetch: (request, peer) =>
      from(addressOf(request, peer?.address, trustedProxies), async () => app.fetch(request)),
  };
}

/** Who asks, and the context of their call. */
interface Door {
  identifyRequest(request: Request): Promise<Identified>;
  contextFor(identified: Identified, request: Request): Promise<UseCaseContext>;
  /** Runs what answers a request that comes from `address`. */
  from<T>(address: string | undefined, job: () => T): T;
  /** The address that the request comes from which is answered now; null where unknown. */
  addressNow(): string | null;
}

function openDoor({ parsed, database, sessions, makeContext, now }: SiteParts): Door {
  const { baseUrl, secret } = parsed;
  const { origin } = new URL(baseUrl);
  const checked = new CheckedTokens();
  const doors = { sql: database.read, secret, audience: baseUrl, now, sessions, origin, checked };
  // Not by the request: what reads a body of unknown length puts another request in its place.
  const peers = new AsyncLocalStorage<string | undefined>();
  const addressNow = (): string | null => peers.getStore() ?? null;
  const notePresence = createPresence(database);
  return {
    identifyRequest: (request) => identify(request, doors),
    contextFor: async ({ link, newcomer, ...who }, request) => {
      const ip = addressNow();
      const context = makeContext(who, ip, visitOf(request, ip, origin));
      if (link !== null) await linkSubject(context, link);
      if (newcomer !== null) await admitNewcomer(context, newcomer);
      await notePresence(context);
      const again = async () => {
        const { link: _link, newcomer: _newcomer, ...still } = await identify(request, doors);
        return makeContext(still, ip, context.visit);
      };
      return { ...context, again };
    },
    from: (address, job) => peers.run(address, job),
    addressNow,
  };
}

function pagesOf(
  { baseUrl, secret }: ParsedOptions,
  { identifyRequest, contextFor }: Pick<Door, 'identifyRequest' | 'contextFor'>,
): Hono {
  const pages = servedPages({
    contextFor: async (request) => contextFor(await identifyRequest(request), request),
    baseUrl,
    secret,
  });
  const site = createSite({
    // What a provider says stands behind whatever is changed there.
    contextFor: async (request) =>
      contextFor({ ...(await identifyRequest(request)), via: 'provider' }, request),
    baseUrl,
    secret,
  });
  pages.route('/', providerRoutes(site));
  return pages;
}

function reportError(error: unknown): void {
  console.error('user-admin:', error);
}
