// First and last name, and the name that they make.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinName, nameParts } from './profile.ts';

describe('D15 D23 a name of two parts', () => {
  for (const [first, last, name] of [
    ['Ana', 'Kowalczyk', 'Ana Kowalczyk'],
    ['Ana', '', 'Ana'],
    ['', 'Kowalczyk', 'Kowalczyk'],
    ['', '', ''],
  ] as const)
    it(`of "${first}" and "${last}" is "${name}", and is taken apart as it was put together`, () => {
      assert.equal(joinName(first, last), name);
      assert.deepEqual(nameParts(name, { firstName: first, lastName: last }), {
        firstName: first,
        lastName: last,
      });
    });

  it('that was changed as a whole since has its last word for the last name', () => {
    const stored = { firstName: 'Ana', lastName: 'Kowalczyk' };
    assert.deepEqual(nameParts('Ana Maria Nowak', stored), { firstName: 'Ana Maria', lastName: 'Nowak' });
    assert.deepEqual(nameParts('Madonna', stored), { firstName: 'Madonna', lastName: '' });
    assert.deepEqual(nameParts('', stored), { firstName: '', lastName: '' });
  });
});
