// What states of elements are called in a build.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesIn, shortened } from './states.ts';

const ELEMENT = `class OneElement extends LitElement {
  static override properties = { _step: { state: true }, label: {} };
  declare _step: string;
  declare label: string;
  willUpdate(changed) { return changed.has('_step') && this._step !== _other && code !== 'next_step'; }
}`;

describe('the short names of states', () => {
  const names = namesIn([ELEMENT, '  declare _step: number;\n  declare readonly _open: boolean;']);

  it('are given to what elements declare with a mark, one for each name', () => {
    assert.deepEqual(
      [...names],
      [
        ['_step', '_0'],
        ['_open', '_1'],
      ],
    );
  });

  it('stand wherever the state is named, and nowhere else', () => {
    assert.equal(shortened(ELEMENT, names), ELEMENT.replaceAll(/(?<![a-z])_step/g, '_0'));
  });
});
