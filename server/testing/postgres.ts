// PostgreSQL for tests: the one that runs in process, and a real one in a folder of its own where the machine has it.
import { PGlite } from '@electric-sql/pglite';
import { execFileSync, spawn } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import type { Query } from '../row-security/options.ts';
import { connectPostgres } from './postgres-wire.ts';

/** A running PostgreSQL with one connection as its superuser. */
export interface Postgres {
  readonly query: Query;
  /** Another connection beside it, where there can be several. */
  readonly connect?: () => Promise<{ readonly query: Query; close(): void }>;
  stop(): Promise<void>;
}

/** Where Debian and others keep the programs of each version. */
const PLACES = '/usr/lib/postgresql';
const PROGRAMS = existsSync(PLACES)
  ? readdirSync(PLACES)
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(PLACES, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')))
  : undefined;

const isMissing: string | false =
  PROGRAMS === undefined ? `PostgreSQL is not installed here (nothing in ${PLACES})` : false;

/** Describes `suite` on the PostgreSQL in process, and on a real one where there is one. */
export function describeOnEachPostgres(
  name: string,
  suite: (start: () => Promise<Postgres>, kind: 'in process' | 'real') => void,
): void {
  describe(`${name}, on PostgreSQL in process`, () => suite(startInProcess, 'in process'));
  describe(`${name}, on a real PostgreSQL`, { skip: isMissing }, () => suite(startReal, 'real'));
}

async function startInProcess(): Promise<Postgres> {
  const database = await PGlite.create();
  return {
    query: async (sql, params) => (await database.query<Record<string, unknown>>(sql, [...params])).rows,
    stop: () => database.close(),
  };
}

async function startReal(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'ua-pg-'));
  const user = unprivileged();
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid!);
  const data = join(folder, 'data');
  execFileSync(
    join(PROGRAMS!, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8'],
    {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  // Only a socket in the folder: no port that another could have.
  const options = ['-D', data, '-k', folder, '-h', '', '-F', '-c', 'max_connections=20'];
  const child = spawn(join(PROGRAMS!, 'postgres'), options, {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (chunk: string) => (complaints = (complaints + chunk).slice(-4000)));
  const ended = once(child, 'exit');
  const connect = () => connectPostgres(join(folder, '.s.PGSQL.5432'), 'postgres');
  const first = await untilUp(connect, () => {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended before it answered:\n${complaints}`);
  });
  return {
    query: first.query,
    connect,
    stop: async () => {
      first.close();
      // "Fast": it ends the sessions of others and leaves at once.
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilUp<T>(connect: () => Promise<T>, assertAlive: () => void): Promise<T> {
  for (;;) {
    assertAlive();
    try {
      return await connect();
    } catch (error) {
      // Not listening yet, or still starting up.
      if (!/ENOENT|ECONNREFUSED|starting up/.test(String(error))) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Whom it runs as: PostgreSQL refuses to run as root, so somebody without rights stands in. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
