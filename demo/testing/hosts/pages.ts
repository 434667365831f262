// Gives out the built pages, each under its policy; one that is rendered on the server comes from a server of its own behind this one.
import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { HOST_PAGES, policyOf } from './list.ts';

const HOSTS = join(import.meta.dirname, '../../hosts');

/** What gives out the pages, and an end to it. */
export interface HostServer {
  /** To be mounted under `/hosts`. */
  readonly pages: Hono;
  close(): Promise<void>;
}

/** Starts what gives out the pages. @throws Where the page that is rendered on the server cannot be. */
export async function startHosts(): Promise<HostServer> {
  const next = await startNext();
  const pages = new Hono();
  pages.all('/next/*', (c) => proxy(new URL(c.req.path, next.url), c.req));
  for (const page of HOST_PAGES)
    if (!page.isRendered)
      pages.use(page.path.replace('/hosts', ''), async (c, serve) => {
        await serve();
        c.header('Content-Security-Policy', policyOf(page));
      });
  const rewriteRequestPath = (path: string): string => path.replace(/^\/hosts\/(\w+)\//, '/$1/dist/');
  pages.get('/:folder/*', serveStatic({ root: HOSTS, rewriteRequestPath }));
  return { pages, close: next.close };
}

async function startNext(): Promise<{ url: string; close(): Promise<void> }> {
  const command = join(HOSTS, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [command, 'start', 'next', '-p', '0', '-H', '127.0.0.1'], {
    cwd: HOSTS,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // From the beginning: it may end by itself before it is asked to.
  const ended = once(child, 'exit');
  const end = (): void => void child.kill();
  process.once('exit', end);
  const lines = createInterface({ input: child.stdout });
  for await (const [line] of on(lines, 'line', { close: ['close'] })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0];
    if (url === undefined) continue;
    return {
      url,
      close: async () => {
        process.off('exit', end);
        child.kill();
        await ended;
      },
    };
  }
  throw new Error('Next.js ended before it listened');
}
