// Gives out the files of the demo's own pages and of the built widget. The pages' scripts are TypeScript, translated as they are asked for.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context } from 'hono';

const PAGES = join(import.meta.dirname, 'page');
const WIDGET = join(import.meta.dirname, '../dist/cdn');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
};

/** A file of the demo's pages. */
export async function pageFile(c: Context, name: string): Promise<Response> {
  const text = await textOf(PAGES, name);
  return answer(c, name, text !== undefined && name.endsWith('.ts') ? await asScript(name, text) : text);
}

/** A file of the widget as it was built. */
export async function widgetFile(c: Context, name: string): Promise<Response> {
  return answer(c, name, await textOf(WIDGET, name));
}

/** Whether the widget was built. */
export async function isWidgetBuilt(): Promise<boolean> {
  return (await textOf(WIDGET, 'user-admin.js')) !== undefined;
}

function answer(c: Context, name: string, body: string | undefined): Response | Promise<Response> {
  if (body === undefined) return c.notFound();
  return c.body(body, 200, {
    'Content-Type': TYPES[extname(name)]!,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
}

async function textOf(folder: string, name: string): Promise<string | undefined> {
  // A plain name: nothing here leads out of the folder.
  if (!/^[\w-]+(?:\.[\w-]+)*$/.test(name) || !Object.hasOwn(TYPES, extname(name))) return undefined;
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    // No such file is an answer; anything else is worth knowing.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const scripts = new Map<string, Promise<string>>();

function asScript(name: string, text: string): Promise<string> {
  let script = scripts.get(text);
  if (script === undefined) {
    script = import('vite')
      .then(({ transformWithOxc }) => transformWithOxc(text, name, { sourcemap: false }))
      .then(({ code }) => code);
    scripts.set(text, script);
  }
  return script;
}
