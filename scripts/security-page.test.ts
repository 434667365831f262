// Keeps docs/security.md honest: it claims no proof that is not there, and leaves out no requirement that a test names.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');
const page = await readFile(join(ROOT, 'docs/security.md'), 'utf8');
const claims = [...page.matchAll(/^\| (SEC_[A-Z]\d+) \| [^|]+ \| (.+) \|$/gm)].flatMap(([, id, files]) =>
  [...files!.matchAll(/`([^`]+)`/g)].map(([, file]) => ({ id: id!, file: file! })),
);

describe('the page about security', () => {
  it('claims proofs at all', () => {
    assert.ok(claims.length > 100, `${claims.length} claims`);
  });

  it('names for every requirement only tests that name it', async () => {
    const wrong: string[] = [];
    for (const { id, file } of claims) {
      const isThere =
        existsSync(join(ROOT, file)) &&
        new RegExp(`${id}(?!\\d)`).test(await readFile(join(ROOT, file), 'utf8'));
      if (!isThere) wrong.push(`${id} is not in ${file}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('has every requirement that a test names, under the one id that it has', () => {
    const known = new Set(claims.map(({ id }) => id));
    const tests = globSync('{shared,server,widget,demo}/**/*.test.ts', {
      cwd: ROOT,
      exclude: (name) => name === 'node_modules',
    });
    const strangers = tests.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/SEC_[A-Z]\d+/g)]
        .filter(([id]) => !known.has(id))
        .map(([id]) => `${id} in ${file}`),
    );
    assert.deepEqual(strangers, []);
  });
});
