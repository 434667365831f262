// The floor: the least hand-written code that lists and searches people over Hono, tRPC and @libsql/client with session and rights.
import { serve } from '@hono/node-server';
import { createClient } from '@libsql/client';
import { initTRPC } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { z } from 'zod';
import { answerMeasurements } from './measured-child.ts';

const client = createClient({ url: process.argv[2]! });
const t = initTRPC.context<{ token: string }>().create();

const signedIn = t.procedure.use(async ({ ctx, next }) => {
  const session = await client.execute({
    sql: 'SELECT u.role FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ?',
    args: [ctx.token],
  });
  if (session.rows[0]?.['role'] !== 'owner') throw new Error('no');
  return next();
});
const COLUMNS = 'u.id, u.name, u.email, u.role, u.status, u.last_sign_in_at, u.created_at, u.version';
const router = t.router({
  list: signedIn
    .input(z.object({ after: z.tuple([z.string(), z.int()]).optional(), search: z.string().optional() }))
    .query(async ({ input }) => {
      const total = await client.execute('SELECT count FROM totals');
      const page =
        input.search === undefined
          ? await client.execute({
              sql: `SELECT ${COLUMNS} FROM users u WHERE (name, id) > (?, ?) ORDER BY name, id LIMIT 50`,
              args: input.after ?? ['', 0],
            })
          : await client.execute({
              sql: `SELECT ${COLUMNS} FROM search s JOIN users u ON u.id = s.rowid WHERE search MATCH ? ORDER BY s.rowid LIMIT 50`,
              args: [`"${input.search}"`],
            });
      return { rows: page.rows.map((row) => ({ ...row })), total: total.rows[0]!['count'] };
    }),
});

const app = new Hono();
app.get('/health', (c) => c.json({ status: 'ok' }));
app.all('/trpc/*', (c) =>
  fetchRequestHandler({
    endpoint: '/trpc',
    req: c.req.raw,
    router,
    createContext: () => ({ token: /floor=([\w-]+)/.exec(c.req.header('Cookie') ?? '')?.[1] ?? '' }),
  }),
);
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => answerMeasurements(port));
