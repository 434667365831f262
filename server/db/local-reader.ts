// Reads from an embedded file with every statement prepared once: the client above it prepares each anew, half the cost of a small read.
import { LibsqlError } from '@libsql/client/sqlite3';
import type { InStatement, InValue, ResultSet } from '@libsql/client';
import Local from 'libsql';
import type { Sql } from './database.ts';

/** How many statements are kept; the least recently used one goes first. */
const MAX_STATEMENTS = 200;

/** Opens `path` for reading. Statements that write must not be given to it. */
export function openLocalReader(path: string, timeout: number): Sql & { close(): void } {
  let db: Local.Database | undefined = openReading(path, timeout);
  const statements = new Map<string, Local.Statement>();

  const prepared = (text: string): Local.Statement => {
    const kept = statements.get(text);
    db ??= openReading(path, timeout);
    const statement = kept ?? db.prepare(text);
    if (kept !== undefined) statements.delete(text);
    else if (statements.size >= MAX_STATEMENTS) statements.delete(statements.keys().next().value!);
    statements.set(text, statement);
    return statement;
  };
  const execute = (statement: InStatement): ResultSet => {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement;
    if (!Array.isArray(args)) throw new TypeError('Only positional arguments are read here');
    try {
      const rows = prepared(sql).all((args as InValue[]).map(bound)) as ResultSet['rows'];
      return {
        rows,
        columns: [],
        columnTypes: [],
        rowsAffected: 0,
        lastInsertRowid: undefined,
        toJSON: () => rows,
      };
    } catch (error) {
      statements.delete(sql);
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
        // A statement that met a lock is not reset and keeps its snapshot, in which every later read would go on looking.
        statements.clear();
        db?.close();
        db = undefined;
      }
      throw error instanceof Error && 'code' in error
        ? new LibsqlError(error.message, String(error.code), undefined, undefined, error)
        : error;
    }
  };
  return { execute: async (statement) => execute(statement), close: () => db?.close() };
}

function openReading(path: string, timeout: number): Local.Database {
  const db = new Local(path, { timeout });
  try {
    db.exec('PRAGMA cache_size=-32000; PRAGMA query_only=1');
    if (!(db.prepare('PRAGMA query_only').get() as { query_only?: number }).query_only)
      throw new Error('The reader could write');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A value as the file takes it. */
function bound(value: InValue): string | number | bigint | null | Uint8Array {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return null;
  if (value instanceof Date) return value.getTime();
  return value instanceof ArrayBuffer
    ? new Uint8Array(value)
    : (value as string | number | bigint | null | Uint8Array);
}
