// Whether several calls take the same time, on a machine that does other things too.
import assert from 'node:assert/strict';

/** How much longer the median of one may be than that of another. */
const BOUND = 1.25;
/** How many rounds there are before the first look, and between two. */
const BLOCK = 25;
/** After how many looks a difference is believed. */
const LOOKS = 8;

/**
 * Asserts that the calls take the same time. They are made in turn, so that whatever else the machine does falls on all alike,
 * and more of them as long as they seem to differ: noise goes away with that, a difference does not.
 * @param after - Called after each round.
 */
export async function assertSameTime(
  calls: Readonly<Record<string, () => Promise<unknown>>>,
  after: (round: number) => void,
): Promise<void> {
  const names = Object.keys(calls);
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  let medians: number[] = [];
  for (let round = 1; round <= BLOCK * LOOKS; round += 1) {
    for (const name of names) {
      const began = performance.now();
      await calls[name]!();
      times.get(name)!.push(performance.now() - began);
    }
    after(round);
    if (round % BLOCK !== 0) continue;
    medians = names.map((name) => median(times.get(name)!));
    if (Math.max(...medians) / Math.min(...medians) < BOUND) return;
  }
  assert.fail(names.map((name, index) => `${name} ${medians[index]!.toFixed(2)} ms`).join(', '));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
