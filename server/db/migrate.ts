// Brings a database to the schema of this version, before anything else runs on it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import type { DatabaseOptions } from './database.ts';

/** Runs what is missing of the migrations, in one transaction. Two processes at once are safe: the second finds nothing to do. */
export async function migrateDatabase(options: DatabaseOptions): Promise<void> {
  const client = createClient({
    url: options.url,
    timeout: 5000,
    concurrency: 1,
    ...(options.authToken === undefined ? {} : { authToken: options.authToken }),
  });
  try {
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
  } finally {
    client.close();
  }
}

/** The migrations stand beside this file, in the source as in the bundle. */
function migrationsFolder(): string {
  const folder = fileURLToPath(new URL('./migrations', import.meta.url));
  if (!existsSync(folder)) throw new Error(`The migrations are missing: ${folder}`);
  return folder;
}
