// How moments are told, as seen from another one.
import { expect } from '@open-wc/testing';
import { formatRelative } from './format.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 5, 15, 12);

describe('moments as seen from now', () => {
  const told = (distance: number) => formatRelative(NOW + distance, NOW);

  it('T23 rounds what is to come to the nearest, so that 6.9 days are no 6', () => {
    expect([6.9, 6.4, 2.5].map((days) => told(days * DAY))).to.deep.equal([
      'in 7 days',
      'in 6 days',
      'in 3 days',
    ]);
    expect([told(7 * DAY - 1), told(8 * HOUR - MINUTE), told(90_000)]).to.deep.equal([
      'in 7 days',
      'in 8 hours',
      'in 2 minutes',
    ]);
  });

  it('counts only whole ones of what has been', () => {
    expect([-6.9 * DAY, -8 * HOUR + MINUTE, -119_999].map(told)).to.deep.equal([
      '6 days ago',
      '7 hours ago',
      '1 minute ago',
    ]);
  });

  it('says "just now" of less than a minute either way', () => {
    expect([-59_999, 0, 59_999].map(told)).to.deep.equal(['just now', 'just now', 'just now']);
  });
});
