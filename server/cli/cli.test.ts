// Every command as a process of its own on a real file: what it does, what it says, how it exits.
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { first, openDatabase } from '../db/database.ts';
import { runCommand } from '../testing/command.ts';

let folder: string;
let env: Record<string, string>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
  env = { DATABASE_URL: `file:${join(folder, 'people.db')}` };
});
after(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runCommand(args, env);

/** Runs a command that must work and gives what it said. */
async function output(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...args);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  return stdout;
}

/** Runs a command that must be refused with one line and no stack. */
async function refusal(code: 1 | 2, ...args: string[]): Promise<string> {
  const answer = await run(...args);
  assert.equal(answer.stdout, '');
  assert.match(answer.stderr, /^user-admin: [^\n]+\n$/);
  assert.equal(answer.code, code);
  return answer.stderr.slice('user-admin: '.length, -1);
}

async function inDatabase<Row>(text: string, ...args: string[]): Promise<Row | undefined> {
  const database = await openDatabase({ url: env['DATABASE_URL']! });
  try {
    return await first<Row>(database.read, text, args);
  } finally {
    await database.close();
  }
}

describe('user-admin', () => {
  it('lists its commands when asked for help or for nothing', async () => {
    const help = await output('help');
    for (const command of [
      'serve',
      'migrate',
      'create-owner',
      'sign-in-link',
      'create-workspace',
      'create-host-key',
      'list-host-keys',
      'rotate-host-key',
      'revoke-host-key',
      'import',
      'export',
      'verify-audit',
    ]) {
      assert.match(help, new RegExp(`^  ${command} `, 'm'));
    }
    assert.equal(await output(), help);
  });

  it('exits with 2 where it was asked for something that it has not', async () => {
    assert.equal(await refusal(2, 'destroy'), 'there is no command "destroy"; user-admin help lists them');
    assert.equal(
      await refusal(2, 'constructor'),
      'there is no command "constructor"; user-admin help lists them',
    );
    assert.equal(await refusal(2, 'migrate', '--now'), "Unknown option '--now'");
    assert.equal(await refusal(2, 'create-host-key'), '--name is needed');
    assert.equal(await refusal(2, 'create-workspace', '--name', 'Acme'), '--owner is needed');
  });

  it('says in one sentence which setting is wrong', async () => {
    const answer = await runCommand(['migrate'], { ...env, USER_ADMIN_POLICY: 'unknown' });
    assert.equal(
      answer.stderr,
      'user-admin: USER_ADMIN_POLICY: there is no policy "unknown"; use one of collaborators, directory, packages, tables, workspaces\n',
    );
    assert.equal(answer.code, 1);
  });

  it('SEC_B16 SEC_K01 refuses to run in production without address and secret, naming both', async () => {
    const { code, stderr } = await runCommand(['serve'], { ...env, NODE_ENV: 'production' });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^user-admin: These options cannot work:\n- BASE_URL: is not set.*\n- USER_ADMIN_SECRET: is not set.*\n$/,
    );
  });

  it('says in one sentence why a database cannot be used', async () => {
    const isNone = join(folder, 'letter.txt');
    await writeFile(isNone, 'Dear reader, this is no database at all, however long it may be. '.repeat(100));
    for (const [url, why] of [
      [`file:${join(folder, 'missing', 'people.db')}`, /the database cannot be used: ENOENT/],
      [`file:${isNone}`, /the database cannot be used: SQLITE_NOTADB/],
      ['http://127.0.0.1:1', /the database cannot be used: .+/],
    ] as const) {
      const { code, stderr } = await runCommand(['migrate'], { DATABASE_URL: url });
      assert.match(stderr, why);
      assert.equal(stderr.split('\n').length, 2, stderr);
      assert.equal(code, 1);
    }
  });
});

describe('user-admin migrate', () => {
  it('makes the database, for its owner only, and finds nothing to do the next time', async () => {
    assert.equal(await output('migrate'), 'The database is up to date.\n');
    assert.equal(await output('migrate'), 'The database is up to date.\n');
    assert.equal((await stat(join(folder, 'people.db'))).mode & 0o777, 0o600);
  });
});

describe('user-admin and host keys', () => {
  it('SEC_K03 makes, lists, renews and revokes a key, and shows each secret once', async () => {
    assert.equal(await output('list-host-keys'), 'There is no key yet.\n');
    const made = await output('create-host-key', '--name', 'The shop');
    const [, id, secret] = /^Key id: ([\w-]+)\nSecret: ([\w-]{43})\n/.exec(made)!;
    const listed = await output('list-host-keys');
    assert.match(listed, new RegExp(`^${id}  \\d{4}-\\d\\d-\\d\\d  active  The shop\n$`));
    assert.ok(!listed.includes(secret!));

    const renewed = await output('rotate-host-key', '--host-key', id!);
    assert.match(renewed, new RegExp(`^Key id: ${id}\nSecret: [\\w-]{43}\n`));
    assert.ok(!renewed.includes(secret!));

    assert.equal(
      await output('revoke-host-key', '--host-key', id!),
      'The key is revoked; its tokens are refused from now on.\n',
    );
    assert.match(await output('list-host-keys'), /  revoked \d{4}-\d\d-\d\d  The shop\n$/);
    assert.equal(
      await refusal(1, 'rotate-host-key', '--host-key', id!),
      'There is no such key, or it was revoked.',
    );
  });

  it('refuses a key that there is not, and an id that is none', async () => {
    assert.equal(
      await refusal(1, 'revoke-host-key', '--host-key', 'no-such-key'),
      'There is no such key, or it was revoked.',
    );
    assert.match(
      await refusal(2, 'revoke-host-key', '--host-key', 'no'),
      /^--host-key: must be 8 to 64 letters, digits, dashes and underscores$/,
    );
  });
});

describe('user-admin create-owner', () => {
  it('SEC_C20 makes the main workspace with its owner, once, and shows a link to sign in', async () => {
    const words = ['--email', 'olga@acme.example', '--workspace', 'Acme', '--name', 'Olga'];
    assert.match(
      await output('create-owner', ...words),
      /^Workspace id: [\w-]+\nThe owner signs in here, once and within 15 minutes:\nhttp:\/\/localhost:8787\/link\/[\w-]+\.s\.[\w-]{43}\n$/,
    );
    const owner = await inDatabase<{ home: number; name: string; role: string }>(
      'SELECT w.home, m.name, r.role FROM workspaces w JOIN members m ON m.workspace_id = w.id JOIN member_roles r ON r.member_seq = m.seq WHERE m.email = ?',
      'olga@acme.example',
    );
    assert.deepEqual({ ...owner }, { home: 1, name: 'Olga', role: 'owner' });
    assert.match(
      await output('sign-in-link', '--email', 'olga@acme.example'),
      /^They sign in here, once and within 15 minutes:\nhttp:\/\/localhost:8787\/link\/[\w-]+\.s\.[\w-]{43}\n$/,
    );
    assert.equal(
      await refusal(1, 'sign-in-link', '--email', 'nobody@acme.example'),
      'This person is no longer here.',
    );
    assert.equal(await refusal(1, 'create-owner', ...words), 'This is set up already. Sign in instead.');
    assert.equal(await refusal(2, 'create-owner', '--email', 'a@b.example'), '--workspace is needed');
  });
});

describe('user-admin create-workspace', () => {
  it('makes a workspace whose first owner is a member from the start', async () => {
    const said = await output(
      'create-workspace',
      '--name',
      'Acme',
      '--owner',
      'ann@acme.example',
      '--id',
      'acme-project',
    );
    assert.equal(said, 'Workspace id: acme-project\n');
    const owner = await inDatabase<{ email: string; status: string; role: string }>(
      'SELECT m.email, m.status, r.role FROM members m JOIN member_roles r ON r.member_seq = m.seq WHERE m.workspace_id = ?',
      'acme-project',
    );
    assert.deepEqual({ ...owner }, { email: 'ann@acme.example', status: 'active', role: 'owner' });
  });

  it('refuses an id that is in use, an address that is none and a key that there is not', async () => {
    assert.equal(
      await refusal(
        1,
        'create-workspace',
        '--name',
        'Acme',
        '--owner',
        'bob@acme.example',
        '--id',
        'acme-project',
      ),
      'This already exists.',
    );
    assert.equal(
      await refusal(1, 'create-workspace', '--name', 'Acme', '--owner', 'bob'),
      'Enter a complete e-mail address.',
    );
    assert.equal(
      await refusal(
        1,
        'create-workspace',
        '--name',
        'Acme',
        '--owner',
        'bob@acme.example',
        '--host-key',
        'no-such-key',
      ),
      'There is no such key, or it was revoked.',
    );
    assert.match(
      await refusal(2, 'create-workspace', '--name', 'Acme', '--owner', 'bob@acme.example', '--id', 'a b'),
      /^--id: must be 8 to 64 letters, digits, dashes and underscores$/,
    );
  });
});

describe('user-admin verify-audit', () => {
  it('SEC_L02 walks the trail of what was done here, and says where it was altered', async () => {
    const { entries } = (await inDatabase<{ entries: number }>('SELECT count(*) AS entries FROM audit'))!;
    assert.ok(entries > 0);
    assert.match(
      await output('verify-audit'),
      new RegExp(`^The audit trail is whole: ${entries} entries, the last sealed by [\\w-]{43}\n$`),
    );

    const database = await openDatabase({ url: env['DATABASE_URL']! });
    await database.write(async (tx) => {
      // The trail guards itself; whoever holds the file can take the guard away, and that is what the chain is for.
      await tx.execute('DROP TRIGGER audit_personal_only_blank');
      await tx.execute("UPDATE audit_personal SET data = '{}' WHERE seq = (SELECT max(seq) FROM audit)");
    });
    await database.close();
    assert.equal(
      await refusal(1, 'verify-audit'),
      `the audit trail is broken at entry ${entries}: personal_altered`,
    );
  });

  it('makes no database where it was to look at one that is not there', async () => {
    const missing = join(folder, 'copy.db');
    const answer = await runCommand(['verify-audit'], { DATABASE_URL: `file:${missing}` });
    assert.equal(answer.stderr, `user-admin: there is no database at ${missing}\n`);
    assert.equal(answer.code, 1);
    await assert.rejects(stat(missing), { code: 'ENOENT' });
  });
});
