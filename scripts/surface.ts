// `npm run surface`: writes what rests on the surface of the elements, in the documents and for React. `--check`, part of `npm run check`, changes nothing and sees that all of it is as it should be, and that the changes since the last release are told.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { changesSince, listingOf, parseChangeset, untold } from './surface/changes.ts';
import type { Listing } from './surface/changes.ts';
import { readElements } from './surface/elements.ts';
import { namesFile } from './surface/names.ts';
import { withTables } from './surface/tables.ts';

process.chdir(join(import.meta.dirname, '..'));

const isCheck = process.argv.includes('--check');
const elements = readElements();

keep('widget/react/names.ts', namesFile(elements));
for (const document of globSync('docs/*.md')) keep(document, withTables(read(document), elements));

const { version } = JSON.parse(read('package.json')) as { version: string };
const released = JSON.parse(read('.changeset/released.json')) as Listing;
const changesets = globSync('.changeset/*.md')
  .filter((file) => basename(file) !== 'README.md')
  .map((file) => parseChangeset(file, read(file)));
const complaints = untold(changesSince(released, listingOf(elements)), changesets, version);
for (const complaint of complaints) console.log(complaint);
if (complaints.length > 0) {
  console.log('Tell it to whoever upgrades: see "A change of the surface" in CONTRIBUTING.md.');
  if (isCheck) process.exitCode = 1;
}

/** Writes `text`, or, in a check, complains where the file is not like that. */
function keep(file: string, text: string): void {
  if (read(file) === text) return;
  if (isCheck) {
    console.log(`${file} is not as the elements are: npm run surface`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
