// A PostgreSQL on a thread of its own: making one takes seconds of work, in which the pages of the demo are answered all the same.
import { Worker } from 'node:worker_threads';

/** A statement on its way to the thread. */
export interface Statement {
  readonly id: number;
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** What came of the statement with the same id. */
export interface Answer {
  readonly id: number;
  readonly rows?: readonly Record<string, unknown>[];
  readonly error?: Error;
}

/** Carries out one statement. @throws {Error} as PostgreSQL says it. */
export type Query = (sql: string, params?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** Starts one with nothing in it, in memory, gone when the process ends, which it does not hold up. */
export function startPostgres(): Query {
  const thread = new Worker(new URL('./postgres-thread.ts', import.meta.url));
  thread.unref();
  const waiting = new Map<number, PromiseWithResolvers<readonly Record<string, unknown>[]>>();
  thread.on('message', ({ id, rows = [], error }: Answer) => {
    const asked = waiting.get(id)!;
    waiting.delete(id);
    if (error === undefined) asked.resolve(rows);
    else asked.reject(error);
  });
  let count = 0;
  return (sql, params = []) => {
    const asked = Promise.withResolvers<readonly Record<string, unknown>[]>();
    count += 1;
    waiting.set(count, asked);
    thread.postMessage({ id: count, sql, params } satisfies Statement);
    return asked.promise;
  };
}
