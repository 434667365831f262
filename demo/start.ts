// Starts the whole demo: mail server, databases, user administrations and the page around them.
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { UserAdmin } from '../server/index.ts';
import { createUserAdmin } from '../server/index.ts';
import { createDemoApp } from './app.ts';
import type { MountedPart } from './app.ts';
import { connectProvider } from './connect-provider.ts';
import { hostDatabase } from './database.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { createIdentityProvider } from './identity-provider.ts';
import type { MailServer } from './mail-server.ts';
import { startMailServer } from './mail-server.ts';
import type { PolicyKey } from './policies.ts';
import { POLICY_KEYS, STAGES } from './policies.ts';
import { seedPast, seedToday } from './seed.ts';
import type { Settings } from './settings.ts';
import { databaseUrl, freshSettings, keepSettings, mailFile, noteRunning, readSettings } from './settings.ts';

/** How to start. */
export interface DemoOptions {
  /** The absolute path of the folder that holds its data. */
  readonly folder: string;
  /** The port to listen on; 0 for any free one. */
  readonly port: number;
  /** Whether a busy port is passed over for the next one. */
  readonly mayMove?: boolean;
  /** The parts to start; all by default. */
  readonly parts?: readonly PolicyKey[];
  /** Whether what is there is thrown away. */
  readonly isFresh?: boolean;
  /** Whether the host has a PostgreSQL of its own that follows the grid. */
  readonly hasDatabase?: boolean;
  /** Fills the folder where there is no data, or it is thrown away; by default everything that ever happened happens again. */
  readonly seed?: Seed;
  /** Other pages of the host, under `/hosts`. */
  readonly beside?: Hono;
}

/** Puts into `folder` what happened to the parts before today. */
export type Seed = (folder: string, parts: readonly PolicyKey[]) => Promise<Settings>;

/** A running demo. */
export interface Demo {
  /** Where it is reached, without a slash at the end. */
  readonly url: string;
  /** Finishes what is running and lets its files go. */
  close(): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** How long requests that are under way may take once the demo ends, in milliseconds. */
const GRACE = 500;
/** The most ports that are tried one after the other. */
const PORTS = 20;

/** Starts the demo, with new data where there is none. @throws Where the port is taken, or data cannot be opened. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  // The address stands in links and tokens, so the port must be known before the rest is made.
  const ready = Promise.withResolvers<Fetch>();
  const server = createAdaptorServer({ fetch: async (request) => (await ready.promise)(request) }) as Server;
  ready.promise.catch(() => undefined);
  const port = await listen(server, options.port, options.mayMove === true ? PORTS : 1);
  const url = `http://localhost:${port}`;
  try {
    const { fetch, close, endStreams, identity } = await assemble(options, url);
    handOver(server, identity);
    ready.resolve(fetch);
    await noteRunning(options.folder, url);
    return {
      url,
      close: async () => {
        endStreams();
        await stop(server);
        await close();
        await noteRunning(options.folder, undefined);
      },
    };
  } catch (error) {
    ready.reject(error);
    await stop(server);
    throw error;
  }
}

async function assemble(
  {
    folder,
    isFresh = false,
    parts: keys = POLICY_KEYS,
    hasDatabase = false,
    seed = seedAll,
    beside,
  }: DemoOptions,
  url: string,
): Promise<{ fetch: Fetch; endStreams(): void; close(): Promise<void>; identity: IdentityProvider }> {
  const kept = isFresh ? undefined : await readSettings(folder);
  const settings = kept ?? (await seed(folder, keys));
  const mail = await startMailServer(mailFile(folder));
  const opened = await Promise.all(
    keys.map(async (key) => [key, await open(key, { folder, url, settings, mail, hasDatabase })] as const),
  );
  const parts = new Map<PolicyKey, MountedPart>(opened);
  if (kept === undefined) {
    for (const [key, { admin, host }] of parts) await seedToday(key, admin, host);
    await keepSettings(folder, settings);
  }
  const clients = opened.map(([key, { admin }]) =>
    connectProvider(admin, { key, url, secret: settings.identitySecret }),
  );
  const identity = await createIdentityProvider(url, await Promise.all(clients));
  const app = createDemoApp({ parts, mails: mail.mails });
  if (beside !== undefined) app.route('/hosts', beside);
  return {
    fetch: (request) => app.fetch(request),
    identity,
    endStreams: () => {
      for (const [, { admin }] of opened) admin.endStreams();
    },
    close: async () => {
      await Promise.all(opened.map(([, { admin }]) => admin.close()));
      await mail.close();
    },
  };
}

/** Has it all happen, in the order and at the times in which it did. */
export async function seedAll(folder: string, keys: readonly PolicyKey[]): Promise<Settings> {
  const settings = await freshSettings(folder);
  const now = Date.now();
  const hostKeys: Settings['hostKeys'] = Object.fromEntries(
    await Promise.all(
      keys.map(
        async (key) =>
          [
            key,
            await seedPast({ key, databaseUrl: databaseUrl(folder, key), secret: settings.secret, now }),
          ] as const,
      ),
    ),
  );
  return { ...settings, hostKeys };
}

async function open(
  key: PolicyKey,
  {
    folder,
    url,
    settings,
    mail,
    hasDatabase,
  }: { folder: string; url: string; settings: Settings; mail: MailServer; hasDatabase: boolean },
): Promise<MountedPart> {
  const { policy, workspaceId } = STAGES[key];
  const baseUrl = `${url}/${key}`;
  const rowSecurity = hasDatabase ? hostDatabase(policy, workspaceId, () => admin) : undefined;
  const admin: UserAdmin = await createUserAdmin({
    policy,
    baseUrl,
    secret: settings.secret,
    database: { url: databaseUrl(folder, key) },
    // The identity provider of the demo stands on this very machine.
    allowPrivateProviders: true,
    ...(rowSecurity && { rowSecurity }),
    appUrl: `${url}/app/${key}/${policy.views[0]}?as=browser`,
    mail: { host: '127.0.0.1', port: mail.port, from: 'Meridian <no-reply@meridian.example>' },
  });
  const hostKey = settings.hostKeys[key]!;
  return { admin, host: { keyId: hostKey.id, secret: hostKey.secret, audience: baseUrl, workspaceId } };
}

/** Lets the identity provider, which speaks Node's own language, answer what is addressed to it before the rest does. */
function handOver(server: Server, identity: IdentityProvider): void {
  const others = server.listeners('request') as ((...args: Parameters<RequestListener>) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!identity.handle(request, response))
      for (const other of others) other.call(server, request, response);
  });
}

async function listen(server: Server, port: number, tries: number): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + tried, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      // A port that is taken is the one failure that another port helps against.
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried + 1 >= tries) throw error;
    }
  }
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Browsers keep connections open for a next request that need not come, and some for a first one.
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(patience);
}
