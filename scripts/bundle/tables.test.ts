// That a table of sentences is used by its entries, so that a bundler keeps only what is said.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tables } from './tables.ts';

const IMPORT = "import { reviewStrings as strings } from '../i18n/review-strings.ts';\n";

/** What the plugin makes of a file of the widget. @throws {Error} what it refuses. */
function transformed(code: string): string {
  const { transform } = tables();
  assert.ok(typeof transform === 'function');
  const result = Reflect.apply(transform, {}, [IMPORT + code, '/widget/reviews/page.ts']) as { code: string };
  return result.code;
}

describe('tables of sentences', () => {
  it('are imported entry by entry', () => {
    const used = [
      'html`${strings.status}`;',
      'const told = { strings: strings.kinds[kind], other: other.strings };',
      'type Texts = typeof strings;',
    ];
    for (const code of used)
      assert.equal(
        transformed(code),
        `import * as strings from '../i18n/review-strings.ts?entries'; import {  } from '../i18n/review-strings.ts';\n${code}`,
      );
  });

  for (const code of ['strings[key];', 'const { did } = strings;', 'f({ strings });', 'html`${f(strings)}`;'])
    it(`are refused where one is used as a whole, with the place: ${code}`, () => {
      assert.throws(
        () => transformed(`\n${code}`),
        /\/widget\/reviews\/page\.ts, line 3\. Name the sentence/,
      );
    });
});
