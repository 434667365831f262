// Importing and exporting as a command of its own: what it says, how it exits, what stands in the files.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCommand } from '../testing/command.ts';

describe('user-admin import and export', () => {
  let folder: string;
  let env: Record<string, string>;
  let workspace: string;
  const run = (...args: string[]) => runCommand(args, env);
  const file = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
    env = { DATABASE_URL: `file:${join(folder, 'people.db')}` };
    const made = await run('create-workspace', '--name', 'Acme', '--owner', 'olga@acme.test');
    workspace = /Workspace id: (\S+)/.exec(made.stdout)![1]!;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('says what would be, then does it, then has nothing left to do', async () => {
    const list = await file(
      'list.csv',
      '\uFEFFE-mail;Full name;Rolle;Shoe size\r\nana@acme.test;"Ana ""K"" Kowalczyk";Staff;38\r\nbo@acme.test;Bo;;44\r\n',
    );
    const check = await run('import', '--workspace', workspace, '--roles', 'member', '--check', list);
    assert.equal(
      check.stdout,
      'Nothing was changed. It would be: 2 new, 0 changed, 0 the same, 0 not possible.\n',
    );
    assert.match(check.stderr, /^Columns that are left out: Shoe size\n2 rows: 2 new/);
    const done = await run('import', '--workspace', workspace, '--roles', 'member', list);
    assert.equal(done.stdout, 'Imported: 2 new, 0 changed, 0 the same, 0 not possible.\n');
    assert.equal(done.code, 0);
    const again = await run('import', '--workspace', workspace, '--roles', 'member', list);
    assert.equal(again.stdout, 'Imported: 0 new, 0 changed, 2 the same, 0 not possible.\n');
  });

  it('tells each row that is not possible with its line, keeps them in a file, and exits with 1', async () => {
    const list = await file(
      'wrong.csv',
      'email,role\nnobody,staff\nc@acme.test,wizard\nd@acme.test,staff\nD@acme.test,staff\n',
    );
    const failed = join(folder, 'failed.csv');
    const { code, stdout, stderr } = await run('import', '--workspace', workspace, '--failed', failed, list);
    assert.equal(code, 1);
    assert.equal(stdout, 'Imported: 1 new, 0 changed, 0 the same, 3 not possible.\n');
    assert.match(stderr, /^Line 2, nobody \(email\): Enter a complete e-mail address\.$/m);
    assert.match(stderr, /^Line 3, c@acme\.test \(roles\): There is no such role here\.$/m);
    assert.match(stderr, /^Line 5, D@acme\.test: This person stands in the list more than once\.$/m);
    assert.equal((await readFile(failed, 'utf8')).trimEnd().split('\r\n').length, 4);
    assert.equal((await stat(failed)).mode & 0o777, 0o600);
    const mended = await file('mended.csv', (await readFile(failed, 'utf8')).replace('wizard', 'staff'));
    assert.match((await run('import', '--workspace', workspace, mended)).stdout, /^Imported: 1 new/);
  });

  it('reads JSON, also what an export wrote', async () => {
    const list = await file(
      'list.json',
      JSON.stringify({ people: [{ Email: 'json@acme.test', roles: ['staff'] }] }),
    );
    assert.match((await run('import', '--workspace', workspace, list)).stdout, /^Imported: 1 new/);
    const written = join(folder, 'all.json');
    await run('export', '--workspace', workspace, '--format', 'json', '--output', written);
    const people = JSON.parse(await readFile(written, 'utf8')) as { email: string }[];
    assert.deepEqual(
      people.map(({ email }) => email),
      ['olga@acme.test'],
    );
    assert.equal((await stat(written)).mode & 0o777, 0o600);
    assert.match(
      (await run('import', '--workspace', workspace, written)).stdout,
      /0 new, 0 changed, 1 the same, 0 not possible/,
    );
  });

  it('writes CSV that it reads again as the same', async () => {
    const { stdout, code } = await run('export', '--workspace', workspace);
    assert.equal(code, 0);
    assert.match(stdout, /^\uFEFFE-mail,Name,/);
    const again = await run('import', '--workspace', workspace, await file('again.csv', stdout));
    assert.match(again.stdout, /^Imported: 0 new, 0 changed, 1 the same, 0 not possible\.$/m);
  });

  it('says in a sentence what it cannot read, and changes nothing', async () => {
    for (const [text, why] of [
      ['Name,Role\nAna,staff\n', /the first line must name the columns/],
      ['email,name\n"ana@x.test,Ana\n', /a quotation mark is never closed/],
    ] as const) {
      const { code, stderr } = await run(
        'import',
        '--workspace',
        workspace,
        '--roles',
        'staff',
        await file('odd.csv', text),
      );
      assert.equal(code, 1);
      assert.match(stderr, why);
    }
    assert.equal((await run('import', '--workspace', workspace)).stderr, 'user-admin: one file is needed\n');
    assert.equal((await run('export')).stderr, 'user-admin: --workspace is needed\n');
    const none = join(folder, 'none', 'list.csv');
    for (const args of [
      ['import', none],
      ['export', '--output', none],
    ])
      assert.match(
        (await run(args[0]!, '--workspace', workspace, ...args.slice(1))).stderr,
        /^user-admin: the file \S+list\.csv cannot be used: ENOENT/,
      );
  });
});
