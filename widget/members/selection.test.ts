// Who is selected, and how that is told to the server.
import { expect } from '@open-wc/testing';
import { memberId } from '../testing/builders.ts';
import { EVERYBODY } from './member-query.ts';
import { ALL, NOBODY, countSelected, isSelected, selectionParts, withMembers } from './selection.ts';

const ids = (count: number) => Array.from({ length: count }, (_, number) => memberId(number));

describe('selection', () => {
  it('names people in parts of at most 200', () => {
    const selection = withMembers(NOBODY, ids(401), true);
    expect(countSelected(selection, 1000)).to.equal(401);
    expect(
      selectionParts(selection, EVERYBODY).map((part) => 'ids' in part && part.ids.length),
    ).to.deep.equal([200, 200, 1]);
  });

  it('P33 means everybody who matches, loaded or not, minus those taken out', () => {
    const selection = withMembers(ALL, [memberId(3)], false);
    expect(isSelected(selection, memberId(3))).to.equal(false);
    expect(isSelected(selection, memberId(4))).to.equal(true);
    expect(countSelected(selection, 100_000)).to.equal(99_999);
    const [part] = selectionParts(selection, { ...EVERYBODY, search: 'ann' });
    expect(part).to.deep.equal({ filter: { search: 'ann' }, except: [memberId(3)] });
  });

  it('takes back what was taken out', () => {
    const out = withMembers(ALL, ids(2), false);
    expect(countSelected(withMembers(out, ids(2), true), 10)).to.equal(10);
    expect(countSelected(withMembers(withMembers(NOBODY, ids(2), true), ids(1), false), 10)).to.equal(1);
  });
});
