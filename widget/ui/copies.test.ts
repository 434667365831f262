// Copies are copies, texts are written once, and children that stay are never touched.
import { expect, fixture, html } from '@open-wc/testing';
import { copies, holder, textIn, warmCopies, write } from './copies.ts';

describe('copies', () => {
  it('makes elements of their own, all alike', () => {
    const newRow = copies(html`<p class="row"><b></b></p>`);
    const [one, other] = [newRow(), newRow()];
    expect(one).not.to.equal(other);
    write(textIn(one, 'b'), '<i>x</i>');
    expect(one.querySelector('b')!.textContent).to.equal('<i>x</i>');
    expect(other.querySelector('b')!.textContent).to.equal('');
  });

  it('draws once, and can do so before the first copy is wanted', () => {
    let drawn = 0;
    const text = { toString: () => `${++drawn}` };
    const newRow = copies(html`<p>${text}</p>`);
    expect(drawn).to.equal(0);
    warmCopies();
    const once = drawn;
    expect(once).to.be.greaterThan(0);
    warmCopies();
    expect([newRow(), newRow()].map(({ textContent }) => textContent)).to.deep.equal([`${once}`, `${once}`]);
    expect(drawn).to.equal(once);
  });

  it('holds children in order, and leaves the focus in the one that stays', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const aButton = (name: string) => Object.assign(document.createElement('button'), { textContent: name });
    const [before, kept, behind] = [aButton('a'), aButton('b'), aButton('c')];
    const hold = holder(parent);
    hold(undefined, kept, undefined);
    kept.focus();
    hold(before, kept, behind);
    expect(parent.textContent).to.equal('abc');
    expect(document.activeElement).to.equal(kept);
    hold(undefined, kept, behind);
    expect(parent.textContent).to.equal('bc');
    expect(document.activeElement).to.equal(kept);
  });
});
