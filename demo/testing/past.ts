// What happened to the parts of the demo before today, made once for all tests of a run: each begins with a copy.
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { POLICY_KEYS } from '../policies.ts';
import { freshSettings, keepSettings, readSettings } from '../settings.ts';
import type { Seed } from '../start.ts';
import { seedAll } from '../start.ts';

const FILE = /^(\w+)\.db(?:-wal)?$/;

/** Makes the past of every part, in `folder`. */
export async function keepPast(folder: string): Promise<void> {
  await keepSettings(folder, await seedAll(folder, POLICY_KEYS));
}

/** Begins with a copy of what `keepPast` left in `past`. */
export function seedFrom(past: string): Seed {
  return async (folder, parts) => {
    // Empties the folder.
    await freshSettings(folder);
    // Some of it may stand in the log beside the file still.
    const files = (await readdir(past)).filter((name) => parts.some((key) => FILE.exec(name)?.[1] === key));
    for (const name of files) await copyFile(join(past, name), join(folder, name));
    return (await readSettings(past))!;
  };
}
