// The thread of a PostgreSQL: carries out one statement after the other and sends back rows, or what went wrong.
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { Answer, Statement } from './postgres.ts';

const database = PGlite.create();

parentPort!.on('message', ({ id, sql, params }: Statement) => void answer(id, sql, params));

async function answer(id: number, sql: string, params: readonly unknown[]): Promise<void> {
  const reply = (rest: Omit<Answer, 'id'>): void => parentPort!.postMessage({ id, ...rest } satisfies Answer);
  try {
    const { rows } = await (await database).query<Record<string, unknown>>(sql, [...params]);
    reply({ rows });
  } catch (error) {
    reply({ error: error as Error });
  }
}
