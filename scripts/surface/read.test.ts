// The surface is what the source says, and nothing of its inside.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { VERSION } from '../../widget/version.ts';
import { readElements } from './elements.ts';
import { readElement } from './read.ts';
import { parseSource } from './source.ts';
import { ELEMENT } from './testing/element.ts';

describe('the surface of an element', () => {
  it('has its properties with type, attribute and sentence, and no state', () => {
    assert.deepEqual(ELEMENT.properties, [
      {
        name: 'view',
        attribute: 'view',
        isReflected: true,
        type: "'all' | 'some'",
        values: ['all', 'some'],
        text: 'What is shown.',
      },
      {
        name: 'token',
        attribute: null,
        isReflected: false,
        type: 'string | undefined',
        values: [],
        text: 'The token | or none.',
      },
    ]);
  });

  it('has the methods that a page calls, not those of Lit', () => {
    assert.deepEqual(ELEMENT.methods, [
      { name: 'refresh', text: 'Loads again.', parameters: '', returns: 'void' },
    ]);
  });

  it('has its events with what they carry: those of its docblock, then all that may come out of it', () => {
    assert.deepEqual(ELEMENT.events, [
      {
        name: 'x-done',
        type: 'DoneEvent',
        text: 'When it is done, at last.',
        carries: [{ name: 'count', type: 'number', text: 'How many.' }],
        isCancelable: false,
      },
      {
        name: 'x-before',
        type: 'BeforeEvent',
        text: 'Something is about to be done.',
        carries: [],
        isCancelable: true,
      },
    ]);
  });

  it('has slots, parts and properties of style sheets', () => {
    assert.deepEqual(ELEMENT.slots, [{ name: 'header', text: 'What stands above.' }]);
    assert.deepEqual(ELEMENT.parts, [{ name: 'rows', text: 'The rows.' }]);
    assert.deepEqual(ELEMENT.cssProperties, [{ name: '--x-accent', initial: 'red', text: 'The colour.' }]);
  });

  it('is refused where something of it is not explained', () => {
    const source = parseSource(
      'x.ts',
      `/** A list.\n * @tag x-list */\nexport class X extends LitElement { refresh(): void {} }`,
    );
    assert.throws(
      () => readElement('x.ts', source, 'X', { known: new Map(), own: [] }),
      /refresh of <x-list> has no sentence/,
    );
  });
});

describe('the surface of this package', () => {
  it('is that of both elements, without an event that stands alone', () => {
    const [main, alone] = readElements();
    assert.deepEqual([main!.name, alone!.name], ['user-admin', 'user-admin-sign-in']);
    assert.ok(main!.events.length > 25);
    assert.deepEqual(
      alone!.events.map(({ name }) => name),
      ['ua-signed-in', 'ua-error'],
    );
    assert.deepEqual(main!.properties.find(({ name }) => name === 'token')?.attribute, null);
  });

  it('has the version of the package', async () => {
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    assert.equal(VERSION, manifest.version);
  });
});
