// Where tests keep what they need for a while: a folder of the run's own, in memory where a machine has room there. Each commit of a
// database waits for the disk, and on a busy one that is most of what a test of the server waits for.
import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** What it must have room for, in bytes: a project with all its packages, databases, and the profiles of browsers. */
const ROOM = 2_000_000_000;

/** Has this process and those that it starts keep temporary files in a folder that is gone when it ends. Where `TMPDIR` is set, it is in there. */
export function keepTempTogether(): void {
  const isFree = process.env['TMPDIR'] === undefined;
  const folder = mkdtempSync(join(isFree && hasRoom() ? MEMORY : tmpdir(), 'user-admin-'));
  // A PostgreSQL never runs as root: its folder in here belongs to another user, who has to come through.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    // Some tests start what they have installed.
    const isForData = / \/dev\/shm .*\bnoexec\b/.test(readFileSync('/proc/self/mounts', 'utf8'));
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM && !isForData;
  } catch {
    // Only Linux has one.
    return false;
  }
}
