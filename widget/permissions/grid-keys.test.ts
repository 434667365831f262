// Which keys lead to another box of the grid, and which are left to the browser.
import { expect } from '@open-wc/testing';
import { moveInGrid } from './grid-keys.ts';

const at = { row: 1, column: 1 };
const move = (key: string, held: KeyboardEventInit = {}) =>
  moveInGrid(new KeyboardEvent('keydown', { key, ...held }), at, 3, 3, false);

describe('keys in the grid', () => {
  it('move by one, along the row and to the corners', () => {
    expect(move('ArrowLeft')).to.deep.equal({ row: 1, column: 0 });
    expect(move('End')).to.deep.equal({ row: 1, column: 2 });
    expect(move('Home', { ctrlKey: true })).to.deep.equal({ row: -1, column: 0 });
  });

  it('leave the arrows to the browser that lead it to the page before', () => {
    expect(move('ArrowLeft', { altKey: true })).to.equal(undefined);
    expect(move('ArrowLeft', { metaKey: true })).to.equal(undefined);
  });
});
