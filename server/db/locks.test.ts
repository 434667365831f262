// The locks of an open file: whatever else this process does with it, another process that comes and goes must not take the log away.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inFolder } from '../testing/folder.ts';
import { openDatabase } from './database.ts';

/** Opens, reads and closes the file as any program with SQLite in it does: the last one to leave takes the log with it. */
function comeAndGo(path: string): void {
  const program = `const { DatabaseSync } = require('node:sqlite'); const db = new DatabaseSync(process.argv[1]); db.prepare('SELECT * FROM t').all(); db.close();`;
  execFileSync(process.execPath, ['--no-warnings', '-e', program, path]);
}

describe('the locks of an open file', () => {
  it('SEC_R2 SEC_R12 stay when the file is opened once more in the same process', () => inFolder(async (folder) => {
    const path = join(folder, 'test.db');
    const one = await openDatabase({ url: `file:${path}` });
    await one.write((tx) => tx.execute('CREATE TABLE t (n)'));
    const two = await openDatabase({ url: `file:${path}` });
    comeAndGo(path);
    assert.ok(existsSync(`${path}-wal`), 'the log was deleted under the open database');
    await two.close();
    await one.close();
  }));
});
