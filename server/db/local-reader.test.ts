// The reader of an embedded file: it keeps statements, and never a snapshot.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Local from 'libsql';
import { inFolder } from '../testing/folder.ts';
import type { Sql } from './database.ts';
import { all } from './database.ts';
import { openLocalReader } from './local-reader.ts';

/** Runs `job` beside a writer that, without a write-ahead log, is stopped by whoever still looks at an old state. */
const besideWriter = (job: (reader: Sql, writer: Local.Database) => Promise<void>) => () =>
  inFolder(async (folder) => {
    const path = join(folder, 'test.db');
    const writer = new Local(path, { timeout: 1 });
    writer.exec('CREATE TABLE notes (value TEXT)');
    const reader = openLocalReader(path, 50);
    try {
      await job(reader, writer);
    } finally {
      reader.close();
      writer.close();
    }
  });

const values = async (reader: Sql) =>
  (await all<{ value: string }>(reader, 'SELECT value FROM notes ORDER BY value')).map(({ value }) => value);

describe('the reader of a file', () => {
  it(
    'sees every change at once with a statement that it kept',
    besideWriter(async (reader, writer) => {
      for (const count of [0, 1, 2, 3]) {
        assert.equal((await values(reader)).length, count);
        writer.exec(`INSERT INTO notes VALUES ('${count}')`);
      }
      writer.exec('ALTER TABLE notes ADD COLUMN more TEXT');
      assert.deepEqual(
        { ...(await all<object>(reader, 'SELECT * FROM notes LIMIT 1'))[0] },
        { value: '0', more: null },
      );
    }),
  );

  it(
    'M1 SEC_R7 holds on to nothing after it met a lock',
    besideWriter(async (reader, writer) => {
      await values(reader);
      writer.exec('BEGIN EXCLUSIVE');
      for (const attempt of [1, 2])
        await assert.rejects(values(reader), { code: 'SQLITE_BUSY' }, String(attempt));
      writer.exec("INSERT INTO notes VALUES ('a'); COMMIT");
      assert.deepEqual(await values(reader), ['a']);
      // Somebody who still looked at the old state would stop this.
      writer.exec("INSERT INTO notes VALUES ('b')");
      assert.deepEqual(await values(reader), ['a', 'b']);
    }),
  );

  it(
    'SEC_R7 holds on to nothing after a statement that failed half way',
    besideWriter(async (reader, writer) => {
      writer.exec("INSERT INTO notes VALUES ('1'), ('no JSON')");
      await assert.rejects(all(reader, 'SELECT json(value) FROM notes'), { code: 'SQLITE_ERROR' });
      writer.exec("DELETE FROM notes WHERE value = 'no JSON'");
      assert.deepEqual(await values(reader), ['1']);
      assert.equal((await all(reader, 'SELECT json(value) FROM notes')).length, 1);
    }),
  );

  it(
    'reads on when more statements were asked than it keeps',
    besideWriter(async (reader) => {
      for (let number = 0; number < 450; number += 1)
        assert.equal(
          (await all<{ number: number }>(reader, `SELECT ${number % 230} AS number`))[0]!.number,
          number % 230,
        );
    }),
  );

  it(
    'takes values of every kind, and refuses to write',
    besideWriter(async (reader) => {
      const [row] = await all<Record<string, unknown>>(
        reader,
        'SELECT ? AS a, ? AS b, ? AS c, ? AS d, ?1 AS e',
        ['text', 1.5, null, true],
      );
      assert.deepEqual({ ...row }, { a: 'text', b: 1.5, c: null, d: 1, e: 'text' });
      await assert.rejects(all(reader, "INSERT INTO notes VALUES ('x') RETURNING value"), /readonly/i);
    }),
  );
});
