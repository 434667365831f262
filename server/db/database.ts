// The connection to libSQL: one writer behind a queue, readers beside it, and the settings each connection must have.
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Client, InArgs, InStatement, ResultSet, Transaction } from '@libsql/client';
import { LibsqlError, createClient } from '@libsql/client';
import { fail } from '../../shared/errors.ts';
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
   * @throws {AppError} `busy` where too many writes wait or another process holds the file for longer than 5 s.
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
}

/** How long a write waits for another process, in milliseconds. */
const LOCK_TIMEOUT = 5000;

/** Opens the database and brings each connection into the state that durability needs. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const isFile = options.url.startsWith('file:');
  const connect = (concurrency: number): Client =>
    createClient({
      url: options.url,
      concurrency,
      timeout: LOCK_TIMEOUT,
      ...(options.authToken === undefined ? {} : { authToken: options.authToken }),
    });
  const openWriter = async (): Promise<Client> => {
    // One connection: a second could meet the lock of the first, and a write that meets a lock
    // makes a later acknowledged one disappear (tursodatabase/libsql-client-ts#352).
    const client = connect(1);
    if (isFile) await settle(client);
    return client;
  };
  let writer = await openWriter();
  if (isFile) await protect(options.url);
  const reader = connect(isFile ? 4 : 20);
  if (isFile) await settle(reader);
  const queue = new WriteQueue(options.maxWaiting);

  const write = <T>(job: (tx: Sql) => Promise<T>): Promise<T> =>
    queue.run(async () => {
      try {
        return await inTransaction(writer, job);
      } catch (error) {
        if (!isBusy(error)) throw error;
        // The connection is poisoned: nothing may run on it again.
        writer.close();
        writer = await openWriter();
        return fail('busy');
      }
    });
  return {
    read: reader,
    write,
    close: async () => {
      await queue.idle();
      writer.close();
      reader.close();
    },
  };
}

async function inTransaction<T>(client: Client, job: (tx: Sql) => Promise<T>): Promise<T> {
  const tx: Transaction = await client.transaction('write');
  try {
    const result = await job(tx);
    await tx.commit();
    return result;
  } finally {
    // Rolls back whatever was not committed, and gives the connection back.
    tx.close();
  }
}

/** Sets and asserts what durability rests on: write-ahead log, sync on every commit, foreign keys. */
async function settle(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode=WAL');
  await client.execute('PRAGMA cache_size=-32000');
  const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: LOCK_TIMEOUT };
  for (const [pragma, value] of Object.entries(expected)) {
    const actual = Object.values((await client.execute(`PRAGMA ${pragma}`)).rows[0] ?? {})[0];
    if (actual !== value) throw new Error(`The database has ${pragma}=${String(actual)} where ${value} is needed`);
  }
}

/** Makes the file and its companions readable by their owner only. */
async function protect(url: string): Promise<void> {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length).split('?')[0]!;
  for (const suffix of ['', '-wal', '-shm']) {
    await chmod(path + suffix, 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY');
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
