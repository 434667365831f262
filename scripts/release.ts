// `npm run release`: makes a version of what is told in `.changeset/`: its number, its part of CHANGELOG.md, and the surface that later changes are held against.
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listingOf, nextVersion, parseChangeset, releaseNotes } from './surface/changes.ts';
import { readElements } from './surface/elements.ts';

process.chdir(join(import.meta.dirname, '..'));

const files = globSync('.changeset/*.md').filter((file) => basename(file) !== 'README.md');
const changesets = files.map((file) => parseChangeset(file, readFileSync(file, 'utf8')));
if (changesets.length === 0)
  throw new Error('Nothing is told in .changeset/, so there is nothing to release.');

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const next = nextVersion(version, changesets);

const old = version.replaceAll('.', '\\.');
for (const file of ['package.json', 'package-lock.json'])
  replaceIn(file, new RegExp(`(?<="name": "user-admin",\\s+"version": ")${old}(?=")`, 'g'), next);
replaceIn('widget/version.ts', new RegExp(`(?<=VERSION = ')${old}(?=')`), next);
const today = new Date().toISOString().slice(0, 10);
replaceIn('CHANGELOG.md', /^(?=## )/m, `${releaseNotes(next, today, changesets)}\n\n`);
writeFileSync('.changeset/released.json', `${JSON.stringify(listingOf(readElements()), null, 2)}\n`);
for (const file of files) rmSync(file);
console.log(`${version} is ${next} now. Look at CHANGELOG.md, commit, and npm run pack.`);

/** @throws {Error} where there is nothing to replace. */
function replaceIn(file: string, pattern: RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  if (!pattern.test(text)) throw new Error(`${file} does not look as expected`);
  writeFileSync(file, text.replace(pattern, by));
}
