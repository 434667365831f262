// That sentences get short names in the tables and where they are said, and that nothing is said too early.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesOf, shortened } from './tables.ts';

const TABLE = `export const reviewStrings = table('reviewStrings', {
  status: 'Status',
  kinds: { one: 'One' },
  said: (name: string) => reviewStrings.status + name,
} as const);
export const WAYS = table('WAYS', { link: 'by link' });`;
const IMPORT = "import { WAYS, reviewStrings as strings } from '../i18n/review-strings.ts';\n";
const namesIn = (file: string) =>
  namesOf(file === 'review-strings.ts' ? TABLE : '', '/widget/i18n/x-strings.ts');

describe('tables of sentences', () => {
  it('get short names for their sentences, and no others', () => {
    const made = shortened(TABLE, '/widget/i18n/review-strings.ts', namesIn);
    assert.match(
      made,
      /a: 'Status',\n {2}b: \{ one: 'One' \},\n {2}c: \(name: string\) => reviewStrings\.a \+ name/,
    );
    const shorthand = shortened(
      TABLE.replace("status: 'Status'", 'status'),
      '/widget/i18n/review-strings.ts',
      namesIn,
    );
    assert.match(shorthand, /a: status,/);
    assert.match(made, /WAYS = table\('WAYS', \{ link: 'by link' \}\)/);
  });

  it('have the same names in another language', () => {
    const german =
      "export const reviewStrings: Words<typeof english> = {\n  said: (name) => name,\n  status: 'Status',\n};";
    const made = shortened(german, '/widget/locales/de/review-strings.ts', namesIn);
    assert.match(made, /c: \(name\) => name,\n {2}a: 'Status'/);
  });

  it('are said by their short names', () => {
    for (const [said, short] of [
      ['const f = () => html`${strings.status}`;', 'const f = () => html`${strings.a}`;'],
      ['const f = (x) => strings.kinds[x.status];', 'const f = (x) => strings.b[x.status];'],
      [
        'const f = ({ a = strings.said }) => { const { b = strings.status } = a; };',
        'const f = ({ a = strings.c }) => { const { b = strings.a } = a; };',
      ],
      ['const f = () => ({ strings: other.strings, w: WAYS.link });', undefined],
      ['type Texts = typeof strings;', undefined],
      [
        'class A { b = strings.status; c() { return strings.said; } }',
        'class A { b = strings.a; c() { return strings.c; } }',
      ],
    ])
      assert.equal(shortened(IMPORT + said, '/widget/reviews/page.ts', namesIn), IMPORT + (short ?? said));
  });

  for (const code of [
    'const f = (key) => strings[key];',
    'function f() { const { status } = strings; }',
    'const f = () => g({ strings });',
    'const f = () => g(strings);',
    'const NAME = strings.status;',
    'class A { static b = strings.status; }',
  ])
    it(`are refused where they are used as a whole, or said as the file is loaded, with the place: ${code}`, () => {
      assert.throws(
        () => shortened(`${IMPORT}\n${code}`, '/widget/reviews/page.ts', namesIn),
        /\/widget\/reviews\/page\.ts, line 3\. Name the sentence/,
      );
    });
});
