// The database on a real file: what each connection is set to, what is undone, and that nothing acknowledged is lost.
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inFolder } from '../testing/folder.ts';
import { holdLock, readOutside } from '../testing/outside.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { Database } from './database.ts';
import { all, openDatabase, run } from './database.ts';

const VALUES = 'SELECT value FROM notes ORDER BY value';

/** Runs `job` on a fresh file with a table to write into. */
function onFile(
  job: (database: Database, path: string) => Promise<void>,
  options: { lockTimeout?: number; maxWaiting?: number } = {},
): () => Promise<void> {
  return () =>
    inFolder(async (folder) => {
      const path = join(folder, 'test.db');
      const database = await openDatabase({ url: `file:${path}`, ...options });
      try {
        await database.write((tx) => run(tx, 'CREATE TABLE notes (value TEXT NOT NULL UNIQUE) STRICT'));
        await job(database, path);
      } finally {
        await database.close();
      }
    });
}

const add = (database: Database, value: string) =>
  database.write((tx) => run(tx, 'INSERT INTO notes VALUES (?)', [value]));

describe('a database file', () => {
  it(
    'SEC_R2 the writer syncs on commit and keeps references, the reader can only read',
    onFile(async ({ read, write }) => {
      const pragma = async (name: string) => {
        const found = [
          await write((tx) => all<Record<string, unknown>>(tx, `PRAGMA ${name}`)),
          await all<Record<string, unknown>>(read, `PRAGMA ${name}`),
        ];
        return found.map(([row]) => Object.values(row!)[0]);
      };
      assert.deepEqual(await pragma('journal_mode'), ['wal', 'wal']);
      assert.deepEqual(await pragma('busy_timeout'), [5000, 5000]);
      assert.deepEqual(await pragma('cache_size'), [-4000, -32_000]);
      assert.deepEqual(await pragma('query_only'), [0, 1]);
      assert.deepEqual((await pragma('synchronous'))[0], 2);
      assert.deepEqual((await pragma('foreign_keys'))[0], 1);
    }),
  );

  it(
    'M1 nothing can be written past the queue',
    onFile(async ({ read }) => {
      await assert.rejects(read.execute("INSERT INTO notes VALUES ('past')"), /readonly/i);
    }),
  );

  it(
    'SEC_K03 the file and its companions are for their owner only',
    onFile(async (database, path) => {
      await add(database, 'private');
      for (const suffix of ['', '-wal', '-shm'])
        assert.equal((await stat(path + suffix)).mode & 0o777, 0o600, suffix);
    }),
  );

  it(
    'a large write leaves bringing the log into the file to the next one',
    onFile(async ({ read, write }, path) => {
      const size = async () => (await stat(path)).size;
      const before = await size();
      const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO notes SELECT printf('%.1000d', i) FROM n`;
      assert.equal(await write((tx) => run(tx, many)), 5000);
      assert.equal(await size(), before);
      assert.equal((await all(read, VALUES)).length, 5000);
      await write((tx) => run(tx, "INSERT INTO notes VALUES ('one more')"));
      assert.ok((await size()) > 5_000_000);
    }),
  );

  it(
    'large writes that follow one another do not all leave it to the next, so that the log stays as small as a few of them',
    onFile(async ({ write }, path) => {
      const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO notes SELECT printf('%d %.1000d', ?, i) FROM n`;
      const sizes: number[] = [];
      for (let times = 0; times < 8; times += 1) {
        await write((tx) => run(tx, many, [times]));
        sizes.push((await stat(`${path}-wal`)).size);
      }
      assert.ok(sizes.at(-1)! < 3 * sizes[0]!, sizes.join());
    }),
  );

  it('refuses a database in memory, where each connection would have another one', async () => {
    await assert.rejects(openDatabase({ url: 'file::memory:' }), /name a file/);
  });

  it('opens a file whose name needs escaping', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'a b%.db');
      const database = await openDatabase({ url: `file:${encodeURI(path)}` });
      await database.close();
      assert.equal((await stat(path)).mode & 0o777, 0o600);
    }));

  it(
    'undoes everything of a write that fails',
    onFile(async (database) => {
      await assert.rejects(
        database.write(async (tx) => {
          await run(tx, "INSERT INTO notes VALUES ('half')");
          throw new Error('broken');
        }),
        /broken/,
      );
      assert.deepEqual(await all(database.read, VALUES), []);
      await add(database, 'whole');
      assert.deepEqual(
        (await all<{ value: string }>(database.read, VALUES)).map(({ value }) => value),
        ['whole'],
      );
    }),
  );

  it(
    'M3 thirty writes at once all succeed',
    onFile(async (database, path) => {
      await Promise.all(Array.from({ length: 30 }, (_, index) => add(database, `n${index}`)));
      assert.equal((await readOutside<{ value: string }>(path, VALUES)).length, 30);
    }),
  );

  it(
    'a reader sees what was committed, never what is being written',
    onFile(async (database) => {
      let seen: unknown[] = ['nothing read'];
      await database.write(async (tx) => {
        await run(tx, "INSERT INTO notes VALUES ('pending')");
        seen = await all(database.read, VALUES);
      });
      assert.deepEqual(seen, []);
      assert.equal((await all(database.read, VALUES)).length, 1);
    }),
  );

  it('finishes what is queued before it closes', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'test.db');
      const database = await openDatabase({ url: `file:${path}` });
      await database.write((tx) => run(tx, 'CREATE TABLE notes (value TEXT NOT NULL)'));
      const writes = [add(database, 'a'), add(database, 'b')];
      await database.close();
      await Promise.all(writes);
      assert.equal((await readOutside(path, VALUES)).length, 2);
    }));

  it(
    'M8 a full disk refuses, leaves nothing half done, and works again once there is room',
    onFile(async (database, path) => {
      const limit = (pages: number) => database.write((tx) => all(tx, `PRAGMA max_page_count=${pages}`));
      await add(database, 'before');
      await limit(8);
      const fill = database.write(async (tx) => {
        for (let index = 0; index < 100; index += 1)
          await run(tx, 'INSERT INTO notes VALUES (?)', [`${index}${'x'.repeat(4000)}`]);
      });
      await assert.rejects(fill, isRefusal('storage_full'));
      assert.equal((await all(database.read, VALUES)).length, 1);
      await limit(100_000);
      await add(database, 'after');
      assert.deepEqual(
        (await readOutside<{ value: string }>(path, VALUES)).map(({ value }) => value),
        ['after', 'before'],
      );
    }),
  );
});

describe('a file that another process has locked', () => {
  it(
    'M1 SEC_R3 refuses while it is locked, loses nothing it acknowledged, and writes again at once',
    onFile(
      async (database, path) => {
        const acknowledged: string[] = [];
        const attempt = async (value: string): Promise<void> => {
          await add(database, value);
          acknowledged.push(value);
        };
        await attempt('before');
        for (const round of [1, 2, 3]) {
          const release = await holdLock(path);
          await assert.rejects(attempt(`locked ${round}`), isRefusal('busy'));
          await assert.rejects(attempt(`locked again ${round}`), isRefusal('busy'));
          await release();
          await attempt(`after ${round}`);
          const found = await readOutside<{ value: string }>(path, VALUES);
          assert.deepEqual(
            found.map(({ value }) => value),
            acknowledged.toSorted(),
          );
          // Nothing of ours holds the lock either.
          await (
            await holdLock(path)
          )();
        }
        assert.deepEqual(
          (await readOutside<{ integrity_check: string }>(path, 'PRAGMA integrity_check')).map(Object.values),
          [['ok']],
        );
      },
      { lockTimeout: 50 },
    ),
  );

  it(
    'SEC_R3 waits for a lock that goes away in time',
    onFile(async (database, path) => {
      const release = await holdLock(path);
      // The wait blocks this process, so the other one must already be told to end.
      const released = release();
      await add(database, 'waited');
      await released;
      assert.equal((await readOutside(path, VALUES)).length, 1);
    }),
  );

  it(
    'reads go on meanwhile',
    onFile(async (database, path) => {
      await add(database, 'there');
      const release = await holdLock(path);
      assert.equal((await all(database.read, VALUES)).length, 1);
      await release();
    }),
  );
});
