// The hashes that a page checks the files of the build by, as `integrity.json` beside them.
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes the hash of every script in `folder`, by its name, in the form that `integrity=` and import maps take. */
export async function writeIntegrity(folder: string): Promise<void> {
  const names = globSync('*.js', { cwd: folder }).sort();
  const hashes = await Promise.all(
    names.map(async (name) => [name, hashOf(await readFile(join(folder, name)))]),
  );
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

function hashOf(file: Buffer): string {
  return `sha384-${createHash('sha384').update(file).digest('base64')}`;
}
