// The databases of the benchmarks: ours and the floor's, with the same people, kept between runs under `.bench/`.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createClient } from '@libsql/client';
import type { AccountId, MemberId, WorkspaceId } from '../shared/ids.ts';
import { compilePolicy } from '../shared/policy/compile.ts';
import { tables } from '../shared/presets/tables.ts';
import { openDatabase, run } from '../server/db/database.ts';
import { migrateDatabase } from '../server/db/migrate.ts';
import { insertMembers } from '../server/members/store.ts';
import { person } from './people.ts';

const FOLDER = '.bench';
/** The cookie's value of the session that both databases know. */
export const TOKEN = 'benchmark'.padEnd(43, '-');
/** The workspace of all people. */
export const WORKSPACE = 'workspace-1' as WorkspaceId;
const STEP = 500;

/** Our database with `count` people; its URL. */
export function ourDatabase(count: number): Promise<string> {
  return kept(`ours-${count}-${schemaDigest()}`, async (url) => {
    await migrateDatabase({ url });
    const database = await openDatabase({ url });
    const policy = compilePolicy(tables);
    await database.write((tx) =>
      run(tx, "INSERT INTO workspaces (id, name, invitation_hours, created_at) VALUES (?, 'Bench', 24, 0)", [
        WORKSPACE,
      ]),
    );
    for (let start = 0; start < count; start += STEP) {
      const numbers = Array.from({ length: Math.min(STEP, count - start) }, (_, index) => start + index);
      await database.write(async (tx) => {
        await run(
          tx,
          `INSERT INTO accounts (id, email, email_key, name, created_at) VALUES ${numbers.map(() => '(?,?,?,?,0)').join(',')}`,
          numbers.flatMap((n) => {
            const { email, name } = person(n);
            return [`account-${n}`, email, email, name];
          }),
        );
        await insertMembers(
          tx,
          policy,
          numbers.map((n) => {
            const { email, name, role, isActive } = person(n);
            return {
              id: `member-${n}` as MemberId,
              workspaceId: WORKSPACE,
              accountId: `account-${n}` as AccountId,
              name,
              email,
              emailKey: email,
              roles: [role],
              createdAt: n,
              status: isActive ? 'active' : 'deactivated',
              lastSignInAt: n * 1000,
            };
          }),
        );
      });
      // The finalizers of statements need a turn of the event loop, or memory grows.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const id = createHash('sha256').update(TOKEN).digest('base64url');
    await database.write((tx) =>
      run(
        tx,
        `INSERT INTO sessions (id, handle, account_id, expires_at, created_at, authenticated_at, last_used_at, started_by)
         VALUES (?1, 'session-of-the-bench', 'account-0', ?2, ?3, ?3, ?3, 'link')`,
        [id, Date.now() + 6e8, Date.now()],
      ),
    );
    await database.close();
  });
}

/** The floor's database with `count` people; its URL. */
export function floorDatabase(count: number): Promise<string> {
  return kept(`floor-${count}`, async (url) => {
    const client = createClient({ url });
    await client.executeMultiple(`PRAGMA journal_mode=WAL;
      CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE, role TEXT, status TEXT, last_sign_in_at INTEGER, created_at INTEGER, version INTEGER);
      CREATE TABLE sessions (id TEXT PRIMARY KEY, user_id INTEGER);
      CREATE TABLE totals (count INTEGER);
      CREATE VIRTUAL TABLE search USING fts5(name, email, content='', tokenize='trigram');
      INSERT INTO sessions VALUES ('${TOKEN}', 1);
      INSERT INTO totals VALUES (${count});`);
    for (let start = 0; start < count; start += STEP) {
      const numbers = Array.from({ length: Math.min(STEP, count - start) }, (_, index) => start + index);
      const people = numbers.map((n) => ({ n, ...person(n) }));
      await client.batch(
        [
          {
            sql: `INSERT INTO users VALUES ${people.map(() => '(?,?,?,?,?,?,?,1)').join(',')}`,
            args: people.flatMap(({ n, name, email, role, isActive }) => [
              n + 1,
              name,
              email,
              role,
              isActive ? 'active' : 'deactivated',
              n * 1000,
              n,
            ]),
          },
          {
            sql: `INSERT INTO search (rowid, name, email) VALUES ${people.map(() => '(?,?,?)').join(',')}`,
            args: people.flatMap(({ n, name, email }) => [n + 1, name, email]),
          },
        ],
        'write',
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
    await client.execute('CREATE INDEX by_name ON users (name, id)');
    client.close();
  });
}

/** What the schema is, so that a database of another one is not taken for ours. */
function schemaDigest(): string {
  const digest = createHash('sha256');
  for (const file of globSync('server/db/migrations/*.sql').sort()) digest.update(readFileSync(file));
  return digest.digest('hex').slice(0, 8);
}

async function kept(name: string, make: (url: string) => Promise<void>): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name}.db`;
  if (!existsSync(path)) {
    const draft = `${path}.draft`;
    for (const suffix of ['', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
    await make(`file:${draft}`);
    renameSync(draft, path);
    for (const suffix of ['-wal', '-shm'])
      if (existsSync(draft + suffix)) renameSync(draft + suffix, path + suffix);
  }
  return `file:${path}`;
}
