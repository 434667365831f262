// The locks of an open file: whatever else this process does with it, another process that comes and goes must not take the log away.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inFolder } from '../testing/folder.ts';
import { readOutside } from '../testing/outside.ts';
import { openDatabase } from './database.ts';
import { migrateDatabase } from './migrate.ts';

/** Reads the file and lets it go for good, as a command does that ends properly: the last one to leave takes the log with it. */
const COME_AND_GO = `
  (() => { const db = new (require('libsql'))(process.argv[1]); db.prepare('SELECT * FROM t').all(); db.close(); })();
  setImmediate(() => { gc(); setImmediate(gc); });`;

const comeAndGo = (path: string): void => {
  execFileSync(process.execPath, ['--expose-gc', '-e', COME_AND_GO, path], { cwd: import.meta.dirname });
};

describe('the locks of an open file', () => {
  it('SEC_R2 SEC_R12 outlast whatever this process does with the file beside, so nothing acknowledged is lost', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'test.db');
      const database = await openDatabase({ url: `file:${path}` });
      await database.write((tx) => tx.execute('CREATE TABLE t (n)'));
      const other = await openDatabase({ url: `file:${path}` });
      await other.close();
      await migrateDatabase({ url: `file:${path}` });
      comeAndGo(path);
      assert.ok(existsSync(`${path}-wal`), 'the log was deleted under the open database');
      await database.write((tx) => tx.execute('INSERT INTO t VALUES (1)'));
      assert.deepEqual(await readOutside(path, 'SELECT n FROM t'), [{ n: 1 }]);
      await database.close();
    }));
});
