// `npm run size`: what a page downloads, gzipped, held against the limits and the figures of the last time (`--record` keeps today's).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const CDN = join(ROOT, 'dist/cdn');
const RECORD = join(ROOT, 'scripts/size.json');
const ENTRY = 'user-admin.js';
const SIGN_IN = 'user-admin-sign-in';
/** What most people open: who is here, who is invited, what each role may do; without roles made here and a database that follows. */
const PEOPLE = /^(?:user-admin\.js$|ua-(?:behind|permissions|reasons|rolldown-runtime)-)/;

/** What another language than English says. */
const LANGUAGE = /^ua-([a-z]{2})(?:-first)?-/;
/** What speaks another language than English, whichever it is. */
const SPEAKER = /^ua-languages-/;
/** The element that only signs in, in English. */
const SIGN_IN_ALONE = /^user-admin-sign-in(?:-reasons-.*)?\.js$/;

/** Bytes after gzip -9. */
interface Sizes {
  /** The entry and what it imports before it runs. */
  firstLoad: number;
  /** Users, collaborators and permissions opened, with all that most policies let one do in their lists. */
  people: number;
  /** Every view of every kind in English, which hardly anybody opens in one visit. */
  everything: number;
  /** What the largest of the other languages adds, all of it. */
  language: number;
  /** The element that only signs in, alone on its page. */
  signIn: number;
}

const LIMITS: Sizes = {
  firstLoad: 31_900,
  people: 92_200,
  everything: 182_700,
  language: 34_000,
  signIn: 20_000,
};
const AIMS: Sizes = {
  firstLoad: 19_000,
  people: 34_000,
  everything: 75_000,
  language: 30_000,
  signIn: 15_000,
};
const NAMES: Record<keyof Sizes, string> = {
  firstLoad: 'first load',
  people: 'people',
  everything: 'everything',
  language: 'language',
  signIn: 'sign-in',
};

const scripts = readdirSync(CDN).filter((name) => name.endsWith('.js'));
const sizes: Sizes = {
  firstLoad: total(firstLoad(ENTRY)),
  people: total(scripts.filter((name) => PEOPLE.test(name))),
  everything: total(
    scripts.filter((name) => !name.startsWith(SIGN_IN) && !LANGUAGE.test(name) && !SPEAKER.test(name)),
  ),
  language: Math.max(0, ...languages().map(total)),
  signIn: total(scripts.filter((name) => SIGN_IN_ALONE.test(name))),
};
const before = JSON.parse(readFileSync(RECORD, 'utf8')) as Sizes;

for (const key of ['firstLoad', 'people', 'everything', 'language', 'signIn'] as const) {
  const change = sizes[key] - before[key];
  const compared =
    change === 0 ? 'as before' : `${change > 0 ? '+' : '−'}${Math.abs(change)} B against the record`;
  console.log(
    `${NAMES[key]}  ${kB(sizes[key])} gzip  (${compared}; aim ${kB(AIMS[key])}, limit ${kB(LIMITS[key])})`,
  );
  if (sizes[key] > LIMITS[key]) {
    console.log(`${NAMES[key]} is over its limit by ${sizes[key] - LIMITS[key]} B`);
    process.exitCode = 1;
  }
}
if (process.argv.includes('--record')) writeFileSync(RECORD, `${JSON.stringify(sizes, null, 2)}\n`);

/** The files of each language, with what speaks it. */
function languages(): string[][] {
  const speaker = scripts.filter((name) => SPEAKER.test(name));
  return Object.values(Object.groupBy(scripts, (name) => LANGUAGE.exec(name)?.[1] ?? ''))
    .filter((files) => files !== undefined)
    .filter(([name]) => LANGUAGE.test(name ?? ''))
    .map((files) => [...files, ...speaker]);
}

function total(files: Iterable<string>): number {
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(CDN, file)), { level: 9 }).length,
    0,
  );
}

/** `file` and all that it imports statically, itself or through others. */
function firstLoad(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const { module } = parseSync(file, readFileSync(join(CDN, file), 'utf8'));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ moduleRequest }) => moduleRequest),
  );
  for (const request of [...module.staticImports.map(({ moduleRequest }) => moduleRequest), ...passedOn]) {
    if (request) firstLoad(request.value.replace(/^\.\//, ''), seen);
  }
  return seen;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
