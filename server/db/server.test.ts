// The same database layer against a real libSQL server.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSqldMissing, startSqld } from '../testing/sqld.ts';
import type { Database } from './database.ts';
import { all, openDatabase, run } from './database.ts';
import { migrateDatabase } from './migrate.ts';

const VALUES = 'SELECT value FROM notes ORDER BY value';
const add = (database: Database, value: string) =>
  database.write((tx) => run(tx, 'INSERT INTO notes VALUES (?)', [value]));

/** Runs `job` on a server with a table to write into. */
function onServer(job: (database: Database, url: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const { url, stop } = await startSqld();
    const database = await openDatabase({ url });
    try {
      await database.write((tx) => run(tx, 'CREATE TABLE notes (value TEXT NOT NULL UNIQUE)'));
      await job(database, url);
    } finally {
      await database.close();
      await stop();
    }
  };
}

describe('a database on a libSQL server', { skip: isSqldMissing }, () => {
  it(
    'undoes everything of a write that fails, and writes again at once',
    onServer(async (database) => {
      await assert.rejects(
        database.write(async (tx) => {
          await run(tx, "INSERT INTO notes VALUES ('half')");
          throw new Error('broken');
        }),
        /broken/,
      );
      await add(database, 'whole');
      assert.deepEqual(
        (await all<{ value: string }>(database.read, VALUES)).map(({ value }) => value),
        ['whole'],
      );
    }),
  );

  it(
    'M3 thirty writes at once by two processes all succeed',
    onServer(async (database, url) => {
      const other = await openDatabase({ url });
      await Promise.all(
        Array.from({ length: 30 }, (_, index) => add(index % 2 === 0 ? database : other, `n${index}`)),
      );
      assert.equal((await all(other.read, VALUES)).length, 30);
      await other.close();
    }),
  );

  it(
    'says how many rows a statement changed, without those that its triggers changed',
    onServer(async (database) => {
      await database.write(async (tx) => {
        await run(tx, 'CREATE TABLE log (value TEXT)');
        await run(
          tx,
          'CREATE TRIGGER notes_log AFTER DELETE ON notes BEGIN INSERT INTO log VALUES (old.value); INSERT INTO log VALUES (old.value); END',
        );
        await run(tx, "INSERT INTO notes VALUES ('a')");
        assert.equal(await run(tx, "DELETE FROM notes WHERE value = 'a'"), 1);
        assert.equal(await run(tx, "DELETE FROM notes WHERE value = 'a'"), 0);
        assert.equal(await run(tx, "UPDATE notes SET value = 'b' WHERE value = 'a'"), 0);
      });
    }),
  );

  it(
    'SEC_R3 a write that another process holds up is refused or waits, and nothing acknowledged is lost',
    onServer(async (database, url) => {
      const other = await openDatabase({ url });
      let isHeld = (): void => undefined;
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (isHeld = resolve));
      const end = new Promise<void>((resolve) => (release = resolve));
      const holding = other.write(async (tx) => {
        await run(tx, "INSERT INTO notes VALUES ('held')");
        isHeld();
        await end;
      });
      await held;
      const waiting = add(database, 'waited');
      release();
      await Promise.all([holding, waiting]);
      assert.deepEqual(
        (await all<{ value: string }>(database.read, VALUES)).map(({ value }) => value),
        ['held', 'waited'],
      );
      await other.close();
    }),
  );

  it(
    'SEC_R14 migrates, twice and by two at once',
    onServer(async (_database, url) => {
      await Promise.all([migrateDatabase({ url }), migrateDatabase({ url })]);
      await migrateDatabase({ url });
    }),
  );

  it('SEC_D16 a server that is gone is an error, never an empty answer', async () => {
    const { url, stop } = await startSqld();
    const database = await openDatabase({ url });
    await stop();
    await assert.rejects(all(database.read, 'SELECT 1'));
    await assert.rejects(add(database, 'lost'));
    await database.close();
  });
});
