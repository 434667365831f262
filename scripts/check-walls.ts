// Holds every source file against the walls of scripts/walls.ts. Part of `npm run check`.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBreaches } from './walls.ts';

process.chdir(join(import.meta.dirname, '..'));

const files = globSync('{shared,server,widget,demo,bench,scripts}/**/*.ts', {
  exclude: (name) => name === 'node_modules',
});
const paths = files.map((file) => file.replaceAll('\\', '/'));
const sources = new Map(
  await Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')]),
  ),
);

const breaches = findBreaches(sources);
for (const breach of breaches.sort()) console.log(breach);
if (breaches.length > 0) process.exitCode = 1;
