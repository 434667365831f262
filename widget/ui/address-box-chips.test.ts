// What the address box keeps of what is typed. No DOM.
import { expect } from '@open-wc/testing';
import { quickest } from '../testing/quickest.ts';
import {
  appendText,
  countChips,
  isReady,
  needsAttention,
  replaceText,
  textOf,
  visibleChips,
  withoutChips,
} from './address-box-chips.ts';

const texts = (chips: readonly { text: string }[]) => chips.map((chip) => chip.text);

describe('address box chips', () => {
  it('C5 turns a comma-separated list into one chip each and keeps the bad ones with their reason', () => {
    const chips = appendText([], 'anna@example.com, bob, Carl Jung <carl@example.org>; dora@@example.com,');
    expect(texts(chips)).to.deep.equal([
      'anna@example.com',
      'bob',
      'Carl Jung <carl@example.org>',
      'dora@@example.com',
    ]);
    expect(chips.map((chip) => chip.problem)).to.deep.equal([
      undefined,
      'invalid_no_at',
      undefined,
      'invalid_many_at',
    ]);
    expect(countChips(chips)).to.deep.equal({ total: 4, ready: 2, attention: 2, duplicates: 0, personal: 0 });
  });

  it('C5 marks an address that stands further up already, and frees it when the first one goes', () => {
    const chips = appendText(appendText([], 'anna@example.com'), 'ANNA@example.com');
    expect(chips.map((chip) => chip.problem)).to.deep.equal([undefined, 'duplicate']);
    const left = withoutChips(chips, (chip) => chip.text === 'anna@example.com');
    expect(left.map((chip) => chip.problem)).to.deep.equal([undefined]);
    expect(left[0]!.text).to.equal('ANNA@example.com');
  });

  it('does not count a duplicate among what needs attention', () => {
    const chips = appendText([], 'a@example.com, a@example.com, nobody');
    expect(countChips(chips)).to.deep.equal({ total: 3, ready: 1, attention: 1, duplicates: 1, personal: 0 });
    expect(chips.filter(needsAttention).map((chip) => chip.text)).to.deep.equal(['nobody']);
  });

  it('replaces a chip in its place, by several where a separator was typed, and by none where it was emptied', () => {
    const chips = appendText([], 'anna@example.com, bob, carl@example.com');
    const bob = chips[1]!;
    const mended = replaceText(chips, bob.id, 'bob@example.com, bert@example.com');
    expect(texts(mended)).to.deep.equal([
      'anna@example.com',
      'bob@example.com',
      'bert@example.com',
      'carl@example.com',
    ]);
    expect(mended[1]!.id).to.equal(bob.id);
    expect(mended.every(isReady)).to.equal(true);
    expect(texts(replaceText(chips, bob.id, '  '))).to.deep.equal(['anna@example.com', 'carl@example.com']);
  });

  it('W52 suggests what was probably meant, and notes personal addresses (W22)', () => {
    const [typo, personal] = appendText([], 'anna@gmial.com bob@gmail.com');
    expect(typo!.suggestion).to.equal('anna@gmail.com');
    expect(personal!.suggestion).to.equal(undefined);
    expect(personal!.isPersonal).to.equal(true);
  });

  it('gives back text that reads into the same chips', () => {
    const pasted =
      '"Doe, Jane" <jane@example.com>, mailto:x@example.com; bob\n@, a@b@c, Ann Lee <ann@example.com> zoe@example.com';
    const chips = appendText([], pasted);
    expect(texts(appendText([], textOf(chips)))).to.deep.equal(texts(chips));
  });

  it('C5 keeps more than 10,000 pieces rather than dropping any, and reads them in well under a second', async () => {
    const pasted = Array.from({ length: 10_001 }, (_, index) => `person${index}@example.com`).join(', ');
    expect(appendText([], pasted).length).to.equal(10_001);
    expect(await quickest(() => appendText([], pasted), 1000)).to.be.below(1000);
  });

  describe('visibleChips', () => {
    it('draws a short list whole', () => {
      const chips = appendText([], 'a@example.com, b@example.com');
      expect(visibleChips(chips, 200)).to.deep.equal({ before: chips, hidden: 0, after: [] });
    });

    it('shows every bad one of 10,000 and hides the good ones past the limit', () => {
      const pasted = Array.from({ length: 10_000 }, (_, index) =>
        index % 1000 === 500 ? `bad ${index}` : `p${index}@example.com`,
      );
      const { before, hidden, after } = visibleChips(appendText([], pasted.join('\n')), 200);
      expect(before.filter(needsAttention).length).to.equal(10);
      expect(before.length).to.equal(190);
      expect(after.at(-1)!.text).to.equal('p9999@example.com');
      expect(hidden).to.equal(10_000 - 190 - 20);
    });

    it('caps the bad ones too, so that a pasted novel stays quick', () => {
      const pasted = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join('\n');
      const { before, hidden } = visibleChips(appendText([], pasted), 200);
      expect(before.length).to.equal(200);
      expect(hidden).to.equal(10_000 - 220);
    });
  });
});
