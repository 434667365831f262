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

/** Makes lines like `boundedLine`, one for each key for as long as something is in it. */
export function boundedLines(
  width: number,
  length: number,
): <T>(key: string, job: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, { readonly inLine: ReturnType<typeof boundedLine>; jobs: number }>();
  return async (key, job) => {
    const line = lines.get(key) ?? { inLine: boundedLine(width, length), jobs: 0 };
    lines.set(key, line);
    line.jobs += 1;
    try {
      return await line.inLine(job);
    } finally {
      line.jobs -= 1;
      if (line.jobs === 0) lines.delete(key);
    }
  };
}
