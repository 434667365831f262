// What fifty people who sign in at once with a password cost everybody else, and whether a refusal's time tells anything.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProbe } from './health-probe.ts';
import type { MeasuredChild } from './measured-child.ts';
import { startChild } from './measured-child.ts';
import type { Ratio } from './ratio.ts';
import { KINDS, PEOPLE, signIn } from './sign-in-people.ts';

/** How many sign in at once. */
const AT_ONCE = 50;
/** How often they do, with an idle time of the same length before each. */
const ROUNDS = 12;
/** How often they do before anything is measured. */
const WARM_UP = 5;
/** How many tries of each kind are compared. */
const SAMPLES = PEOPLE;

/** How `/health` answers beside fifty sign-ins against an idle server, and the medians of refusals against each other. */
export async function signInRatios(): Promise<Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'user-admin-bench-'));
  const child = await startChild('sign-in-server.ts', [`file:${join(folder, 'sign-ins.db')}`]);
  try {
    return [...(await besides(child)), await refusals(child)];
  } finally {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function besides(child: MeasuredChild): Promise<Ratio[]> {
  const [idle, busy]: [number[], number[]] = [[], []];
  let took = 0;
  const probe = startProbe(child.url);
  // A process that just started compiles while it answers.
  for (let round = 0; round < WARM_UP; round += 1) await crowd(child);
  await probe.take();
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await crowd(child);
    const length = performance.now() - began;
    took += length / ROUNDS;
    busy.push(...(await probe.take()));
    // The same time again, in the same process, with nobody there.
    await new Promise((resolve) => setTimeout(resolve, length));
    idle.push(...(await probe.take()));
  }
  await probe.stop();
  const [p99, longest] = [
    [at(busy, 0.99), at(idle, 0.99)],
    [Math.max(...busy), Math.max(...idle)],
  ] as const;
  const detail = ([during, before]: readonly [number, number], more: string) =>
    `${during.toFixed(1)} ms against ${before.toFixed(1)} ms idle; ${more}`;
  return [
    {
      name: 'health beside 50 sign-ins, p99',
      ratio: p99[0] / p99[1],
      aim: 5,
      detail: detail(p99, `${busy.length} and ${idle.length} looks, 50 sign-ins in ${took.toFixed(0)} ms`),
    },
    {
      name: 'health beside 50 sign-ins, longest',
      ratio: longest[0] / longest[1],
      aim: 5,
      detail: detail(longest, `event loop of the server included`),
    },
  ];
}

/** Fifty people sign in at once, each with the right password. */
async function crowd(child: MeasuredChild): Promise<void> {
  const statuses = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, n) => signIn(child.url, 'active', n)),
  );
  if (statuses.some((status) => status !== 200)) throw new Error(`Not everybody came in: ${statuses.join()}`);
}

/** The slowest median of four kinds of refusal against the quickest: what somebody could learn from the time. */
async function refusals(child: MeasuredChild): Promise<Ratio> {
  const times = KINDS.map((): number[] => []);
  for (let n = 0; n < SAMPLES; n += 1) {
    for (const [index, kind] of KINDS.entries()) {
      const began = performance.now();
      const status = await signIn(child.url, kind, n, 'not the password');
      if (status !== 401) throw new Error(`${kind}: ${status}`);
      times[index]!.push(performance.now() - began);
    }
  }
  const medians = times.map((samples) => at(samples, 0.5));
  return {
    name: 'refused sign-ins, slowest against quickest',
    ratio: Math.max(...medians) / Math.min(...medians),
    aim: 1.1,
    detail: KINDS.map((kind, index) => `${kind} ${medians[index]!.toFixed(1)} ms`).join(', '),
  };
}

/** The value below which a share of `values` lies. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
