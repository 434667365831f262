// A database in which all migrations have run, made once for each file of tests and copied for each of their worlds.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateDatabase } from '../db/migrate.ts';
import { inFolder } from './folder.ts';

let migrated: Promise<Buffer> | undefined;

/** Puts one where `path` names no file yet. */
export async function placeMigrated(path: string): Promise<void> {
  migrated ??= inFolder(async (folder) => {
    const file = join(folder, 'migrated.db');
    await migrateDatabase({ url: `file:${file}` });
    return readFile(file);
  });
  await writeFile(path, await migrated, { flag: 'wx', mode: 0o600 });
}
