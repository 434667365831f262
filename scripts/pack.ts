// `npm run pack`: the package as it is published, out of `dist/`, as `user-admin-<version>.tgz` in the folder of the argument (the root without one).
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { importedPackages } from './pack/imports.ts';
import { publishedManifest } from './pack/manifest.ts';
import type { Manifest } from './pack/manifest.ts';

const ROOT = join(import.meta.dirname, '..');
/** What stands beside `dist/`: the documents, each with all that it links to. */
const DOCUMENTS = ['LICENSE', 'docs', ...globSync('*.md', { cwd: ROOT })];

const target = resolve(process.argv[2] ?? ROOT);
const stage = await mkdtemp(join(tmpdir(), 'user-admin-pack-'));
try {
  // The site of `npm run site` stands beside what is published.
  const filter = (path: string): boolean => path !== join(ROOT, 'dist/site');
  await cp(join(ROOT, 'dist'), join(stage, 'dist'), { recursive: true, filter });
  for (const name of DOCUMENTS) await cp(join(ROOT, name), join(stage, name), { recursive: true });
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Manifest;
  const published = publishedManifest(manifest, await importedPackages(join(stage, 'dist')));
  await writeFile(join(stage, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  await mkdir(target, { recursive: true });
  // npm says what it made as an array, and in newer versions as an object by name.
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', target], {
    cwd: stage,
    maxBuffer: 16e6,
  });
  const [made] = Object.values(
    JSON.parse(stdout) as Record<string, { filename: string; size: number; entryCount: number }>,
  );
  const { filename, size, entryCount } = made!;
  console.log(`${join(target, filename)}  ${Math.round(size / 1000)} kB, ${entryCount} files`);
} finally {
  await rm(stage, { recursive: true });
}
