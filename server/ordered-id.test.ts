// Ids: their form, their order, and that no two are alike.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { orderedId } from './ordered-id.ts';

describe('an id', () => {
  it('is a UUID of version 7 that says when it was made', () => {
    const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
    const id = orderedId(now);
    assert.ok(z.uuidv7().safeParse(id).success, id);
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), now);
  });

  it('stands after what was made before it', () => {
    const times = [0, 1, 255, 256, 65_536, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1, 2 ** 48 - 1];
    const ids = times.map(orderedId);
    assert.deepEqual(ids.toSorted(), ids);
  });

  it('is another one each time, also within a millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => orderedId(1));
    assert.equal(new Set(ids).size, ids.length);
  });
});
