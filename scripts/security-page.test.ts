// Keeps docs/security.md honest: it claims no proof that is not there.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
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
});
