// The map from a bounded scroll bar to a list of any length.
import { expect } from '@open-wc/testing';
import { MAX_HEIGHT, ScrollMap } from './scroll-map.ts';

const VIEWPORT = 600;
const WHOLE = 52_000_000;

function aMap(whole = WHOLE): ScrollMap {
  const map = new ScrollMap();
  map.resize(whole, VIEWPORT);
  return map;
}

describe('scroll map', () => {
  it('is the scroll position itself while the list fits', () => {
    const map = aMap(5_200_000);
    map.scroll(123_456);
    expect([map.top, map.shift, map.height]).to.deep.equal([123_456, 0, 5_200_000]);
  });

  it('keeps the element below what browsers lay out', () => {
    expect(aMap().height).to.equal(MAX_HEIGHT);
  });

  it('reaches both ends of a million rows', () => {
    const map = aMap();
    map.scroll(MAX_HEIGHT - VIEWPORT);
    expect(map.top).to.equal(WHOLE - VIEWPORT);
    map.scroll(0);
    expect(map.top).to.equal(0);
  });

  it('goes to the proportional place on a jump, and moves by as much as it says on a small step', () => {
    const map = aMap();
    map.scroll((MAX_HEIGHT - VIEWPORT) / 2);
    expect(map.top).to.be.closeTo((WHOLE - VIEWPORT) / 2, 1);
    const before = map.top;
    map.scroll((MAX_HEIGHT - VIEWPORT) / 2 + 120);
    expect(map.top - before).to.be.closeTo(120, 0.001);
  });

  it('shows the same place after the bar was brought back in line', () => {
    const map = aMap();
    map.scroll(4_000_000);
    for (let step = 1; step <= 50; step++) map.scroll(4_000_000 + step * 100);
    const { top } = map;
    const scrollTop = map.goTo(top);
    expect(map.top).to.be.closeTo(top, 0.001);
    expect(scrollTop + map.shift).to.be.closeTo(top, 0.001);
  });

  it('finds every place from the one that goTo gave', () => {
    const map = aMap();
    for (const place of [0, 52, 1_000_000, 25_999_948, WHOLE - VIEWPORT]) {
      const scrollTop = map.goTo(place);
      map.scroll(scrollTop);
      expect(map.top).to.be.closeTo(place, 0.01);
    }
  });
});
