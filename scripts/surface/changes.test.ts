// A change of the surface is found, and has to be told in the right way.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changesSince, listingOf, nextVersion, parseChangeset, releaseNotes, untold } from './changes.ts';
import { ELEMENT } from './testing/element.ts';

const told = (bump: string, text: string) =>
  parseChangeset('a.md', `---\nuser-admin: ${bump}\n---\n\n${text}\n`);

describe('the surface since the last release', () => {
  it('is the same where nothing of it changed', () => {
    assert.deepEqual(
      changesSince(listingOf([ELEMENT]), listingOf([{ ...ELEMENT, text: 'Told otherwise.' }])),
      [],
    );
  });

  it('tells what was added, changed and removed, of every kind', () => {
    const before = listingOf([ELEMENT]);
    const now = listingOf([
      {
        ...ELEMENT,
        properties: [{ ...ELEMENT.properties[0]!, type: 'number' }],
        events: ELEMENT.events.map((event) => ({ ...event, isCancelable: true })),
        slots: [],
        parts: [...ELEMENT.parts, { name: 'row', text: 'A row.' }],
        cssProperties: [{ ...ELEMENT.cssProperties[0]!, initial: 'blue' }],
        methods: [],
      },
    ]);
    assert.deepEqual(changesSince(before, now), [
      { what: 'x-list css --x-accent', how: 'changed' },
      { what: 'x-list event x-done', how: 'changed' },
      { what: 'x-list method refresh', how: 'removed' },
      { what: 'x-list part row', how: 'added' },
      { what: 'x-list property token', how: 'removed' },
      { what: 'x-list property view', how: 'changed' },
      { what: 'x-list slot header', how: 'removed' },
    ]);
  });
});

describe('a change that is not told', () => {
  const added = [{ what: 'x-list part row', how: 'added' }] as const;
  const removed = [{ what: 'x-list method refresh', how: 'removed' }] as const;

  it('is complained about until a changeset names it between backticks', () => {
    assert.equal(untold(added, [], '1.0.0').length, 1);
    assert.equal(untold(added, [told('patch', 'A row is a part.')], '1.0.0').length, 1);
    assert.deepEqual(untold(added, [told('patch', 'There is a part `row`.')], '1.0.0'), []);
  });

  it('needs a major release where it breaks a page, and a minor one before 1.0', () => {
    const minor = told('minor', '`refresh()` is gone.');
    assert.equal(untold(removed, [minor], '1.0.0').length, 1);
    assert.deepEqual(untold(removed, [minor], '0.3.0'), []);
    assert.equal(untold(removed, [told('patch', '`refresh()` is gone.')], '0.3.0').length, 1);
    assert.deepEqual(untold(removed, [told('major', '`refresh()` is gone.')], '1.0.0'), []);
  });

  it('is refused where it does not say how much it changes', () => {
    assert.throws(() => parseChangeset('a.md', 'There is a part `row`.'), /a\.md has to begin with/);
  });
});

describe('a release', () => {
  const sets = [told('patch', 'Mended a thing.'), told('minor', 'A new thing.')];

  it('has the number that its greatest change asks for', () => {
    assert.equal(nextVersion('1.2.3', [told('patch', 'x')]), '1.2.4');
    assert.equal(nextVersion('1.2.3', sets), '1.3.0');
    assert.equal(nextVersion('1.2.3', [told('major', 'x'), ...sets]), '2.0.0');
    assert.equal(nextVersion('0.2.3', [told('major', 'x')]), '0.3.0');
  });

  it('tells everything in the order of its weight', () => {
    assert.equal(
      releaseNotes('1.3.0', '2026-05-04', sets),
      '## 1.3.0 (2026-05-04)\n\n### New\n\nA new thing.\n\n### Mended\n\nMended a thing.',
    );
  });
});
