// Migrations on real files: run twice, run by several processes at once, torn, and refused by another version.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inFolder } from '../testing/folder.ts';
import { all, openClient, openDatabase, run } from './database.ts';
import { migrateDatabase } from './migrate.ts';

const HISTORY = 'SELECT hash FROM __drizzle_migrations';
const START = `const { migrateDatabase } = await import(process.argv[1]);
const { openDatabase } = await import(process.argv[2]);
await migrateDatabase({ url: process.argv[3] });
await (await openDatabase({ url: process.argv[3] })).close();`;

/** Starts as a server does, in a process of its own. */
function startOutside(url: string): Promise<unknown> {
  const files = ['./migrate.ts', './database.ts'].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  return promisify(execFile)(process.execPath, ['--input-type=module', '-e', START, ...files, url]);
}

/** What a database holds beside its data. */
async function schemaOf(url: string): Promise<unknown[]> {
  const client = await openClient({ url }, 1);
  const rows = await all<{ sql: string }>(client, 'SELECT name, sql FROM sqlite_schema ORDER BY name');
  client.close();
  return rows.map((row) => ({ ...row }));
}

describe('migrating', () => {
  it('SEC_R14 a second run changes nothing', () =>
    inFolder(async (folder) => {
      const url = `file:${join(folder, 'test.db')}`;
      await migrateDatabase({ url });
      const schema = await schemaOf(url);
      await migrateDatabase({ url });
      assert.deepEqual(await schemaOf(url), schema);
    }));

  it('SEC_R14 SEC_R12 four processes that start at once on no file all come up', () =>
    inFolder(async (folder) => {
      const url = `file:${join(folder, 'test.db')}`;
      await Promise.all([1, 2, 3, 4].map(() => startOutside(url)));
      const client = await openClient({ url }, 1);
      const history = await all<{ hash: string }>(client, HISTORY);
      client.close();
      assert.equal(history.length, new Set(history.map(({ hash }) => hash)).size);
    }));

  it('keeps the search index in small pages, those of who is gone too, so that no commit walks far in one', () =>
    inFolder(async (folder) => {
      const url = `file:${join(folder, 'test.db')}`;
      await migrateDatabase({ url });
      const client = await openClient({ url }, 1);
      const grams = Array.from({ length: 200 }, (_, n) => `1g${n}`).join(' ');
      const rows = Array.from({ length: 1000 }, (_, n) => `(${n + 1},'${grams}')`).join(',');
      await run(client, `INSERT INTO member_grams (rowid, grams) VALUES ${rows}`);
      await run(client, 'DELETE FROM member_grams WHERE rowid <= 900');
      const pages = await all<{ size: number }>(
        client,
        'SELECT length(block) AS size FROM member_grams_data ORDER BY size',
      );
      client.close();
      assert.ok(pages.at(-1)!.size < 600, `${pages.at(-1)!.size} bytes`);
    }));

  it('starts while another process writes', () =>
    inFolder(async (folder) => {
      const url = `file:${join(folder, 'test.db')}`;
      await migrateDatabase({ url });
      const database = await openDatabase({ url });
      // Nothing is missing, so no lock is asked for.
      await database.write(() => migrateDatabase({ url, lockTimeout: 1 }));
      await database.close();
    }));

  it('SEC_R14 a migration that fails leaves the old schema', () =>
    inFolder(async (folder) => {
      const url = `file:${join(folder, 'test.db')}`;
      const client = await openClient({ url }, 1);
      // In the way of a later migration, so that those before it have run by then.
      await run(client, 'CREATE TABLE deliveries (value TEXT)');
      const before = await schemaOf(url);
      await assert.rejects(migrateDatabase({ url }), /deliveries/);
      assert.deepEqual(await schemaOf(url), before);
      await run(client, 'DROP TABLE deliveries');
      client.close();
      await migrateDatabase({ url });
    }));

  it('SEC_R14 refuses a database of a newer version, and one that other migrations made', () =>
    inFolder(async (folder) => {
      const url = `file:${join(folder, 'test.db')}`;
      await migrateDatabase({ url });
      const client = await openClient({ url }, 1);
      await run(
        client,
        "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)",
      );
      await assert.rejects(migrateDatabase({ url }), /newer version/);
      await run(client, "DELETE FROM __drizzle_migrations WHERE hash = 'later'");
      await run(client, "UPDATE __drizzle_migrations SET hash = 'altered' WHERE rowid = 1");
      client.close();
      await assert.rejects(migrateDatabase({ url }), /another migration 0/);
    }));
});
