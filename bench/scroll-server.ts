// One origin for the table's benchmark: the page of the built widget with the bundled server behind it, and the page of the floor.
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { build } from 'vite';
import { answerMeasurements } from './measured-child.ts';
import { WORKSPACE } from './seeds.ts';

const ROOT = join(import.meta.dirname, '..');

// A variable, so that the types come from the source and the code from the bundle.
const bundle = '../dist/server/index.js';
const { createUserAdmin, tables } = (await import(bundle)) as typeof import('../server/index.ts');

const app = new Hono();
app.get('/health', (c) => c.json({ status: 'ok' }));
app.get('/ours', (c) =>
  c.html(
    page(
      `window.start = () => import('/cdn/user-admin.js');`,
      `<user-admin endpoint="/api" workspace="${WORKSPACE}" view="users"></user-admin>`,
    ),
  ),
);
const OTHERS: Readonly<Record<string, string>> = {
  floor: '/bench/scroll-floor.ts',
  virtualizer: '/peers/virtualizer.js',
  vaadin: '/peers/vaadin.js',
};
/** Where the others have their people from: made before the clock runs, or asked for by their script, as ours does. */
const SOURCES = { '': 'async () => people', '-http': `() => firstPage(people, '${WORKSPACE}')` };
for (const [name, code] of Object.entries(OTHERS)) {
  for (const [source, load] of Object.entries(SOURCES))
    app.get(`/${name}${source}`, (c) =>
      c.html(
        page(
          `import { firstPage } from '/bench/first-page.ts';
    import { person } from '/bench/people.ts';
    const people = Array.from({ length: 100_000 }, (_, n) => ({ ...person(n), id: n, lastSignInAt: n * 1000 }));
    window.load = ${load};
    window.start = () => import('${code}');`,
          '',
        ),
      ),
    );
}
app.get('/peers/:name', async (c) => script(await bundled(c.req.param('name').replace(/\.js$/, ''))));
app.get('/cdn/:name', async (c) =>
  script(await readFile(join(ROOT, 'dist/cdn', c.req.param('name')), 'utf8')),
);
app.get('/bench/:name', async (c) =>
  script(stripTypeScriptTypes(await readFile(join(ROOT, 'bench', c.req.param('name')), 'utf8'))),
);

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, async ({ port }) => {
  const userAdmin = await createUserAdmin({
    policy: tables,
    database: { url: process.argv[2]! },
    baseUrl: `http://127.0.0.1:${port}/api`,
    secret: 'a secret for benchmarks only, long enough',
  });
  app.all('/api/*', (c) => userAdmin.fetch(c.req.raw));
  answerMeasurements(port);
});

function page(code: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
    <script type="module">${code}</script><body>${body}</body></html>`;
}

/** The code of a peer with its library, as small as ours. */
const bundles = new Map<string, Promise<string>>();
function bundled(peer: string): Promise<string> {
  const made = bundles.get(peer) ?? makeBundle(peer);
  bundles.set(peer, made);
  return made;
}

async function makeBundle(peer: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: join(ROOT, `bench/peers/${peer}.ts`), formats: ['es'], fileName: peer },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output }] = result as unknown as [{ output: readonly [{ readonly code: string }] }];
  return output[0].code;
}

function script(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
}
