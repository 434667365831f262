// Brings a database to the schema of this version, before anything else runs on it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { DatabaseOptions, Sql } from './database.ts';
import { all, first, openClient, protect, run } from './database.ts';

/**
 * Runs what is missing of the migrations, in one transaction: the schema is the old one or the new one, never between.
 * Two processes at once are safe: the second waits and finds nothing to do.
 * @throws {Error} where the database is of a newer version, or was made by other migrations.
 */
export async function migrateDatabase(options: DatabaseOptions): Promise<void> {
  if (options.url.startsWith('file:')) await protect(options.url);
  const client = await openClient(options, 1);
  try {
    if (await isUpToDate(client)) return;
    const tx = await client.transaction('write');
    try {
      await migrate(tx);
      await tx.commit();
    } finally {
      tx.close();
    }
  } finally {
    client.close();
  }
}

/** Whether nothing is missing, found out without the lock that other processes may hold. */
async function isUpToDate(sql: Sql): Promise<boolean> {
  const hasHistory = await first(sql, `SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`);
  return hasHistory !== undefined && (await missing(sql)).length === 0;
}

async function migrate(sql: Sql): Promise<void> {
  // The table is as drizzle's own tools know it.
  await run(
    sql,
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  // A table that is made anew is missing for a moment; its references have to be right at the end.
  await run(sql, 'PRAGMA defer_foreign_keys=ON');
  for (const migration of await missing(sql)) {
    for (const statement of migration.sql) await run(sql, statement);
    await run(sql, 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)', [
      migration.hash,
      migration.folderMillis,
    ]);
  }
}

async function missing(sql: Sql): Promise<ReturnType<typeof readMigrationFiles>> {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  const done = await all<{ hash: string }>(sql, 'SELECT hash FROM __drizzle_migrations ORDER BY created_at');
  done.forEach(({ hash }, index) => {
    if (known[index] === undefined)
      throw new Error('The database is of a newer version; run that one, or restore a backup');
    if (known[index].hash !== hash)
      throw new Error(`The database was made by another migration ${index}; this version cannot use it`);
  });
  return known.slice(done.length);
}

/** The migrations stand beside this file, in the source as in the bundle. */
function migrationsFolder(): string {
  const folder = fileURLToPath(new URL('./migrations', import.meta.url));
  if (!existsSync(folder)) throw new Error(`The migrations are missing: ${folder}`);
  return folder;
}
