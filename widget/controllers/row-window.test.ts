// Which rows are drawn, and that no two of them share a slot.
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.ts';
import { LitElement } from 'lit';
import { RowWindow } from './row-window.ts';

class WindowHost extends LitElement {
  readonly window = new RowWindow(this, () => {});
  override render() {
    return html`<div class="scroller"><div class="body"></div></div>`;
  }
}
customElements.define('test-window-host', WindowHost);

async function aWindow(count: number, height = 600) {
  const host = await fixture<WindowHost>(html`<test-window-host></test-window-host>`);
  const scroller = host.renderRoot.querySelector<HTMLElement>('.scroller')!;
  scroller.style.cssText = `height:${height}px;overflow:auto`;
  host.window.follow(scroller, 0);
  host.window.measure(count, 50);
  const body = scroller.querySelector<HTMLElement>('.body')!;
  body.style.height = `${host.window.height}px`;
  await waitUntil(() => host.window.rowsSeen === height / 50, 'the size of the scroller is known');
  const scrollTo = async (top: number) => {
    scroller.scrollTop = top;
    await nextFrame();
    await nextFrame();
  };
  return { window: host.window, scroller, scrollTo };
}

describe('row window', () => {
  it('covers what is seen, with a margin, and nothing beyond the ends', async () => {
    const { window, scrollTo } = await aWindow(1000);
    expect(window.rows[0]!.position).to.equal(0);
    await scrollTo(20_000);
    const positions = window.rows.map(({ position }) => position);
    expect(positions[0]).to.be.below(400);
    expect(positions.at(-1)).to.be.above(412);
    await scrollTo(1_000_000);
    expect(window.rows.at(-1)!.position).to.equal(999);
  });

  it('gives every row a slot of its own, whatever the window has been through', async () => {
    const { window, scroller, scrollTo } = await aWindow(10_000);
    window.pin(3);
    for (const [top, height] of [
      [40_000, 600],
      [499_990, 60],
      [499_000, 900],
      [0, 60],
      [250_000, 600],
      [499_999, 900],
      [100, 300],
    ]) {
      scroller.style.height = `${height}px`;
      await scrollTo(top!);
      const slots = window.rows.map(({ slot }) => slot);
      expect(new Set(slots).size).to.equal(slots.length);
    }
  });

  it('keeps the slots of rows that stay', async () => {
    const { window, scrollTo } = await aWindow(1000);
    const before = new Map(window.rows.map(({ position, slot }) => [position, slot]));
    await scrollTo(300);
    for (const { position, slot } of window.rows) {
      if (before.has(position)) expect(slot).to.equal(before.get(position));
    }
  });

  it('draws the pinned row wherever the window is', async () => {
    const { window, scrollTo } = await aWindow(1000);
    window.pin(2);
    await scrollTo(30_000);
    expect(window.rows[0]!.position).to.equal(2);
    window.pin(-1);
    expect(window.rows[0]!.position).to.be.above(500);
  });

  it('reaches the last of a million rows, and shows no more height than browsers lay out', async () => {
    const { window, scroller, scrollTo } = await aWindow(1_000_000);
    expect(scroller.scrollHeight).to.be.below(10_000_000);
    await scrollTo(scroller.scrollHeight);
    expect(window.rows.at(-1)!.position).to.equal(999_999);
    const last = window.rows.at(-1)!;
    expect(last.top).to.be.below(scroller.scrollHeight);
  });

  it('shows a row by as little as needed', async () => {
    const { window, scroller } = await aWindow(1000);
    window.reveal(20);
    await waitUntil(() => scroller.scrollTop === 21 * 50 - 600);
    window.reveal(15);
    await nextFrame();
    expect(scroller.scrollTop).to.equal(21 * 50 - 600);
  });
});
