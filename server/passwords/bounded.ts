// A few jobs at a time, the others in line: for work that costs memory and a core. Knows nothing of what it runs.
import { fail } from '../../shared/errors.ts';

/**
 * Makes a line in which at most `width` jobs run at once and at most `length` wait, in the order they came.
 * @returns What runs a job in it; it fails as `busy` where too many wait.
 */
export function boundedLine(width: number, length: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running >= width) {
      if (waiting.length >= length) fail('busy');
      // Whoever is done hands its place on, so nobody who comes later can take it.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
