// The product as it is published: the bundled server on a database that is there.
import { serve } from '@hono/node-server';
import { answerMeasurements } from './measured-child.ts';

// A variable, so that the types come from the source and the code from the bundle.
const bundle = '../dist/server/index.js';
const { createUserAdmin, tables } = (await import(bundle)) as typeof import('../server/index.ts');
const userAdmin = await createUserAdmin({
  policy: tables,
  database: { url: process.argv[2]! },
  baseUrl: 'http://127.0.0.1',
  secret: 'a secret for benchmarks only, long enough',
});
serve({ fetch: (request) => userAdmin.fetch(request), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  answerMeasurements(port),
);
