// A bare procedure behind Hono and tRPC that validates a question and says yes: the floor for answering one over HTTP.
import { serve } from '@hono/node-server';
import { initTRPC } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { z } from 'zod';
import { answerMeasurements } from './measured-child.ts';

const t = initTRPC.create();
const Question = z.strictObject({
  who: z.strictObject({ subject: z.string() }),
  kind: z.string(),
  resource: z.strictObject({ key: z.string() }),
  action: z.string(),
});
const router = t.router({ check: t.procedure.input(Question).query(() => ({ allowed: true })) });

const app = new Hono();
app.get('/health', (c) => c.json({ status: 'ok' }));
app.all('/trpc/*', (c) => fetchRequestHandler({ endpoint: '/trpc', req: c.req.raw, router }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => answerMeasurements(port));
