// Keeps docs/theming.md honest: the looks that it shows are those of the demo, which are looked at and tested.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '..');
const page = await readFile(join(ROOT, 'docs/theming.md'), 'utf8');
const demo = await readFile(join(ROOT, 'demo/page/looks.css'), 'utf8');

describe('the page about theming', () => {
  for (const look of ['paper', 'console'])
    it(`shows the whole look ${look} as the demo wears it`, () => {
      const [, shown] = new RegExp(`^\`\`\`css\\n/\\* ${look}\\.css \\*/\\n([^]*?)^\`\`\`$`, 'm').exec(page)!;
      assert.ok(demo.includes(shown!.replaceAll(/^user-admin/gm, `:root[data-look='${look}'] user-admin`)));
    });
});
