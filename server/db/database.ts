// The connection to libSQL: one writer behind a queue, readers beside it, and the settings each connection must have.
import { existsSync } from 'node:fs';
import { chmod, open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Client, InArgs, InStatement, ResultSet, Transaction } from '@libsql/client';
import { LibsqlError, createClient } from '@libsql/client/sqlite3';
import { fail } from '../../shared/errors.ts';
import { openLocalReader } from './local-reader.ts';
import { WriteQueue } from './queue.ts';

/** What statements run on: a reader, or the transaction of a write. */
export interface Sql {
  execute(statement: InStatement): Promise<ResultSet>;
}

/** The database as stores know it. */
export interface Database {
  /** Runs one reading statement, outside any write. */
  readonly read: Sql;
  /**
   * Runs `job` in one write transaction: commits when it resolves, undoes everything when it rejects.
   * @throws {AppError} `busy` where too many writes wait or another process holds the file for longer than 5 s;
   * `storage_full` where the disk has no room.
   */
  write<T>(job: (tx: Sql) => Promise<T>): Promise<T>;
  /** Finishes what is queued, then lets the file go. */
  close(): Promise<void>;
}

/** How to reach a database. */
export interface DatabaseOptions {
  /** `file:…` for an embedded file, `libsql://…`, `http://…` or `ws://…` for a server. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** The most writes that may wait. */
  readonly maxWaiting?: number | undefined;
  /** How long a write waits for another process, in milliseconds; 5,000 by default. */
  readonly lockTimeout?: number | undefined;
}

const LOCK_TIMEOUT = 5000;
/** How long one that met another's lock at the start waits before it tries again, in milliseconds. */
const RETRY_PAUSE = 25;
/** How long a server may take to answer one request, in milliseconds; longer than it lets a write wait for another. */
const ANSWER_TIMEOUT = 15_000;
/** From how many changed rows on a write leaves it to the next to bring the log into the file. */
const MANY_ROWS = 1000;
/** After how many pages in the log a commit brings them into the file; what SQLite does unless told otherwise. */
const PAGES_IN_LOG = 1000;
/** How many requests to a server may be under way; a file is read by one call after the other. */
const SERVER_READERS = 20;

/** Opens the database and brings each connection into the state that durability needs. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const isFile = options.url.startsWith('file:');
  if (isFile) await protect(options.url);
  // One connection: a second could meet the lock of the first, and a write that meets a lock
  // makes a later acknowledged one disappear (tursodatabase/libsql-client-ts#352).
  const openWriter = (): Promise<Client> => connect(options, 1);
  let writer: Client | undefined = await openWriter();
  if (isFile) await protect(options.url);
  const reader = isFile
    ? openLocalReader(pathOf(options.url), options.lockTimeout ?? LOCK_TIMEOUT)
    : await connect(options, SERVER_READERS);
  const queue = new WriteQueue(options.maxWaiting);
  const log = isFile ? { isOwed: false } : undefined;

  const write = <T>(job: (tx: Sql) => Promise<T>): Promise<T> =>
    queue.run(async () => {
      try {
        writer ??= await openWriter();
        return await inTransaction(writer, log, job);
      } catch (error) {
        if (isCode(error, 'SQLITE_FULL')) return fail('storage_full');
        if (!isCode(error, 'SQLITE_BUSY')) throw error;
        // The connection is poisoned: nothing may run on it again.
        writer?.close();
        writer = undefined;
        return fail('busy');
      }
    });
  return {
    read: reader,
    write,
    close: async () => {
      await queue.idle();
      writer?.close();
      reader.close();
    },
  };
}

/** Opens a client for any purpose, with the limits on waiting that every one of them has. */
export async function openClient(options: DatabaseOptions, concurrency: number): Promise<Client> {
  // What speaks to servers is four times as much code as what opens a file, which most deployments do.
  const open = options.url.startsWith('file:') ? createClient : (await import('@libsql/client')).createClient;
  return open({
    url: options.url,
    concurrency,
    timeout: options.lockTimeout ?? LOCK_TIMEOUT,
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(ANSWER_TIMEOUT) }),
    ...(options.authToken === undefined ? {} : { authToken: options.authToken }),
  });
}

/** Opens a client whose connections, where it is a file's, all have the settings that durability rests on. */
async function connect(options: DatabaseOptions, concurrency: number): Promise<Client> {
  if (!options.url.startsWith('file:')) return openClient(options, concurrency);
  const patience = options.lockTimeout ?? LOCK_TIMEOUT;
  const until = performance.now() + patience;
  for (;;) {
    const client = await openClient(options, concurrency);
    try {
      await settle(client, concurrency, {
        synchronous: 2,
        foreign_keys: 1,
        // Small, so that a large write reaches the log bit by bit and its commit keeps others waiting less.
        cache_size: -4000,
        busy_timeout: patience,
      });
      return client;
    } catch (error) {
      client.close();
      // SQLite does not wait to switch to the log, so processes that start together on a new file wait here.
      if (!isCode(error, 'SQLITE_BUSY') || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
    }
  }
}

/** The log of a file, between one write and the next. */
interface Log {
  /** Whether the write before left it to the next to bring the log into the file. */
  isOwed: boolean;
}

async function inTransaction<T>(
  client: Client,
  log: Log | undefined,
  job: (tx: Sql) => Promise<T>,
): Promise<T> {
  const tx: Transaction = await client.transaction('write');
  let rows = 0;
  let isPutOff = false;
  try {
    const execute: Sql['execute'] = async (statement) => {
      const done = await tx.execute(statement);
      rows += done.rowsAffected;
      return done;
    };
    const result = await job({ execute });
    // Others wait while a large commit is synced, and as long again while the log goes into the file: one thing at a time.
    // Not twice in a row, or the log would grow for as long as large writes follow one another.
    isPutOff = log?.isOwed === false && rows >= MANY_ROWS;
    if (isPutOff) await tx.execute('PRAGMA wal_autocheckpoint=0');
    await tx.commit();
    if (log !== undefined) log.isOwed = isPutOff;
    return result;
  } finally {
    // Rolls back whatever was not committed, and gives the connection back.
    tx.close();
    if (isPutOff) await client.execute(`PRAGMA wal_autocheckpoint=${PAGES_IN_LOG}`);
  }
}

/** Sets and asserts on each connection what durability rests on: write-ahead log, sync on every commit, foreign keys. */
async function settle(client: Client, connections: number, wanted: Record<string, number>): Promise<void> {
  // Statements that are asked for together borrow a connection each, so that every one is reached.
  const onEach = (text: string) =>
    Promise.all(Array.from({ length: connections }, () => client.execute(text)));
  await client.execute('PRAGMA journal_mode=WAL');
  for (const [pragma, value] of Object.entries(wanted)) await onEach(`PRAGMA ${pragma}=${value}`);
  for (const [pragma, value] of Object.entries({ journal_mode: 'wal', ...wanted })) {
    for (const { rows } of await onEach(`PRAGMA ${pragma}`)) {
      const actual = Object.values(rows[0] ?? {})[0];
      if (actual !== value)
        throw new Error(`The database has ${pragma}=${String(actual)} where ${value} is needed`);
    }
  }
}

function pathOf(url: string): string {
  return url.startsWith('file://')
    ? fileURLToPath(url)
    : decodeURIComponent(url.slice('file:'.length).split('?')[0]!);
}

/** The file of `url` where it is one that is not there yet, for whoever only wants to look and would make it by opening it. */
export function missingFile(url: string): string | undefined {
  const path = url.startsWith('file:') ? pathOf(url) : undefined;
  return path === undefined || path === ':memory:' || existsSync(path) ? undefined : path;
}

/** Makes the file, before anything stands in it, and its companions readable by their owner only. */
export async function protect(url: string): Promise<void> {
  const path = pathOf(url);
  if (path === ':memory:')
    throw new Error('A database in memory would be another one on each connection; name a file');
  // Only where there is none: to close a file that SQLite has open takes its locks away, and then the next
  // process that leaves the file deletes the log under this one, with everything acknowledged in it.
  await open(path, 'wx', 0o600).then(
    (file) => file.close(),
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  for (const suffix of ['', '-wal', '-shm']) {
    await chmod(path + suffix, 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

/** Whether an error of the database is of the family `code`. */
function isCode(error: unknown, code: string): boolean {
  return isDatabaseError(error) && error.code.startsWith(code);
}

/** Whether an error is the database's own. */
export function isDatabaseError(error: unknown): error is LibsqlError {
  return error instanceof LibsqlError;
}

/** The rows of one statement, typed by its caller, who names the columns in it. */
export async function all<Row>(sql: Sql, text: string, args: InArgs = []): Promise<Row[]> {
  const result = await sql.execute({ sql: text, args });
  return result.rows as unknown as Row[];
}

/** The first row of one statement, if there is one. */
export async function first<Row>(sql: Sql, text: string, args: InArgs = []): Promise<Row | undefined> {
  return (await all<Row>(sql, text, args))[0];
}

/** Runs one statement and says how many rows it changed. */
export async function run(sql: Sql, text: string, args: InArgs = []): Promise<number> {
  return (await sql.execute({ sql: text, args })).rowsAffected;
}
