// Proves when a review is late and when it is time for the next.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOverdue, isReviewDue, quarterAfter } from './review.ts';

const at = (text: string) => Date.parse(`${text}T12:00:00Z`);

describe('the times of reviews', () => {
  it('W49 a quarter later is the same day, or the last of a shorter month', () => {
    assert.equal(quarterAfter(at('2026-01-15')), at('2026-04-15'));
    assert.equal(quarterAfter(at('2025-11-30')), at('2026-02-28'));
    assert.equal(quarterAfter(at('2026-03-31')), at('2026-06-30'));
    assert.equal(quarterAfter(at('2026-11-15')), at('2027-02-15'));
  });

  it('W49 one is overdue while it is open after its day', () => {
    const dueAt = at('2026-01-15');
    assert.equal(isOverdue({ dueAt, closedAt: null }, dueAt), false);
    assert.equal(isOverdue({ dueAt, closedAt: null }, dueAt + 1), true);
    assert.equal(isOverdue({ dueAt, closedAt: dueAt + 2 }, dueAt + 3), false);
  });

  it('W49 the next is due a quarter after the last was closed', () => {
    assert.equal(isReviewDue(null, at('2026-01-15')), false);
    assert.equal(isReviewDue(at('2026-01-15'), at('2026-04-15')), false);
    assert.equal(isReviewDue(at('2026-01-15'), at('2026-04-16')), true);
  });
});
