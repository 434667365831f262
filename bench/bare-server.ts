// A bare Hono server: the floor for start-up and memory.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { answerMeasurements } from './measured-child.ts';

const app = new Hono();
app.get('/health', (c) => c.json({ status: 'ok' }));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => answerMeasurements(port));
