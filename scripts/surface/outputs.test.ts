// What is made of the surface: data of editors, typings, tables and the names that React components pass on.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { customElements, vscodeData, webTypes } from './data.ts';
import { namesFile } from './names.ts';
import { withTables } from './tables.ts';
import { ELEMENT } from './testing/element.ts';
import { elementTypes, frameworkTypes } from './typings.ts';

const marked = (table: string): string =>
  `Before.\n\n<!-- surface: x-list ${table} -->\nold\n<!-- /surface -->\n\nAfter.`;

describe('the tables of a document', () => {
  it('stand between their markers, with bars in code that do not end a cell', () => {
    assert.equal(
      withTables(marked('properties'), [ELEMENT]),
      [
        'Before.\n\n<!-- surface: x-list properties -->\n',
        '| attribute | property | type | what it is |',
        '| --- | --- | --- | --- |',
        "| `view` | `view` | `'all' \\| 'some'` | What is shown. Reflected. |",
        '| none | `token` | `string \\| undefined` | The token \\| or none. |',
        '\n<!-- /surface -->\n\nAfter.',
      ].join('\n'),
    );
  });

  it('say what an event carries, and whether it can be prevented', () => {
    const document = withTables(marked('events'), [ELEMENT]);
    assert.match(document, /\| `x-done` \| `count` \| When it is done, at last\. \|/);
    assert.match(document, /\| `x-before` \| \| Something is about to be done\. Can be prevented\. \|/);
  });

  it('are the same when they are written again', () => {
    const once = withTables(marked('parts'), [ELEMENT]);
    assert.equal(withTables(once, [ELEMENT]), once);
  });

  it('are refused where a marker names none', () => {
    assert.throws(() => withTables(marked('nonsense'), [ELEMENT]), /no table "nonsense" of <x-list>/);
  });
});

describe('the data of editors', () => {
  const about = { name: 'user-admin', version: '1.2.3' };

  it('is a custom elements manifest that leads to the published file', () => {
    const { schemaVersion, modules } = customElements([ELEMENT]) as {
      schemaVersion: string;
      modules: { path: string; declarations: { tagName: string; members: { name: string }[] }[] }[];
    };
    assert.equal(schemaVersion, '2.1.0');
    assert.equal(modules[0]!.path, 'dist/esm/x/list.js');
    assert.equal(modules[0]!.declarations[0]!.tagName, 'x-list');
    assert.deepEqual(
      modules[0]!.declarations[0]!.members.map(({ name }) => name),
      ['view', 'token', 'refresh'],
    );
  });

  it('offers the values of an attribute that takes only some', () => {
    assert.deepEqual((vscodeData([ELEMENT]) as { tags: { attributes: unknown[] }[] }).tags[0]!.attributes, [
      { name: 'view', description: 'What is shown.', values: [{ name: 'all' }, { name: 'some' }] },
    ]);
  });

  it('carries the version for the editors of JetBrains', () => {
    assert.equal((webTypes([ELEMENT], about) as { version: string }).version, '1.2.3');
  });
});

describe('what frameworks are told', () => {
  it('is a property of the component for each property and event', () => {
    const text = namesFile([ELEMENT]);
    assert.match(text, /export const X_LIST = \{/);
    assert.match(text, /properties: \['view', 'token'\]/);
  });

  it('is a table of types, and one file for each of them', () => {
    assert.match(elementTypes([ELEMENT]), /'x-done': HTMLElementEventMap\['x-done'\];/);
    assert.deepEqual(Object.keys(frameworkTypes([ELEMENT])), [
      'vue.d.ts',
      'svelte.d.ts',
      'preact.d.ts',
      'solid.d.ts',
    ]);
    for (const text of Object.values(frameworkTypes([ELEMENT])))
      assert.match(text, /'x-list': Tag<.*ListEvents>;/);
  });
});
