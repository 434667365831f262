// `npm run rows`: lists every row of docs/features.md with the tests that carry its id, and fails where one has none.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rowsIn, testNames } from './test-names.ts';

const ROOT = join(import.meta.dirname, '..');
const page = await readFile(join(ROOT, 'docs/features.md'), 'utf8');
const phrases = new Map(
  [...page.matchAll(/^- ([TPWCD]\d{1,2}) (.+)$/gm)].map(([, id, phrase]) => [id!, phrase!]),
);

const proofs = new Map<string, Set<string>>([...phrases.keys()].map((id) => [id, new Set()]));
const strangers: string[] = [];
const exclude = (name: string): boolean => name === 'node_modules';
for await (const file of glob('{shared,server,widget,demo,scripts}/**/*.test.ts', { cwd: ROOT, exclude })) {
  // Its names are examples of names.
  if (file === 'scripts/test-names.test.ts') continue;
  for (const { name, line } of testNames(await readFile(join(ROOT, file), 'utf8')))
    for (const id of rowsIn(name)) {
      const place = `${file}:${line}`;
      if (proofs.get(id)?.add(place) === undefined) strangers.push(`${id} (${place})`);
    }
}

const isShort = process.argv.includes('--missing');
for (const [id, places] of proofs)
  if (!isShort || places.size === 0)
    console.log(
      `${id.padEnd(4)} ${phrases.get(id)}\n     ${[...places].toSorted().join('\n     ') || 'no test'}`,
    );

const missing = [...proofs].filter(([, places]) => places.size === 0).map(([id]) => id);
console.log(
  `\n${phrases.size} rows, ${missing.length} without a test${missing.length > 0 ? `: ${missing.join(', ')}` : ''}`,
);
if (strangers.length > 0) console.error(`No such row: ${strangers.join(', ')}`);
process.exitCode = missing.length + strangers.length > 0 ? 1 : 0;
