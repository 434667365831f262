// Keeps docs/frameworks.md honest: its code is that of the pages which are built and driven.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FOLDERS, HOST_PAGES } from '../demo/testing/hosts/list.ts';

const ROOT = join(import.meta.dirname, '..');
const page = await readFile(join(ROOT, 'docs/frameworks.md'), 'utf8');
const shown = [...page.matchAll(/^`(demo\/hosts\/\S+)`\n\n```\w+\n([^]*?\n)```$/gm)].map(
  ([, file, code]) => ({
    file: file!,
    code: code!,
  }),
);

describe('the page about frameworks', () => {
  it('shows the element in each of them', () => {
    assert.deepEqual(
      FOLDERS.filter((folder) => !shown.some(({ file }) => file.startsWith(`demo/hosts/${folder}/`))),
      [],
    );
  });

  for (const { file, code } of shown)
    it(`shows ${file} as it is`, async () => {
      assert.equal(code, await readFile(join(ROOT, file), 'utf8'));
    });

  it('names what each adds to the strictest policy', () => {
    for (const type of HOST_PAGES.flatMap(({ trusted }) => trusted ?? []))
      assert.match(page, new RegExp(`^\\| \\w+ \\| \`${type}\` \\|$`, 'm'));
  });
});
