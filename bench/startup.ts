// Start-up and memory of the bundled server against a bare Hono server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './measured-child.ts';
import type { Ratio } from './ratio.ts';

const RUNS = 5;

/** From the start of the process to the first answer, and the memory then: medians of five runs. */
export async function startupRatios(): Promise<Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'user-admin-bench-'));
  const url = `file:${join(folder, 'startup.db')}`;
  // The first start makes the schema; what counts is every start after it.
  await (await startChild('our-server.ts', [url])).stop();
  const [ours, bare] = [await medians('our-server.ts', [url]), await medians('bare-server.ts', [])];
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      name: 'start to first answer',
      ratio: ours.startup / bare.startup,
      aim: 1.5,
      detail: `${Math.round(ours.startup)} ms against ${Math.round(bare.startup)} ms`,
    },
    {
      name: 'memory, idle',
      ratio: ours.memory / bare.memory,
      aim: 1.3,
      detail: `${mb(ours.memory)} MB against ${mb(bare.memory)} MB`,
    },
  ];
}

async function medians(file: string, args: readonly string[]): Promise<{ startup: number; memory: number }> {
  const runs: { startup: number; memory: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const child = await startChild(file, args);
    runs.push({ startup: child.startup, memory: (await child.usage()).memory });
    await child.stop();
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  return { startup: median(runs.map((run) => run.startup)), memory: median(runs.map((run) => run.memory)) };
}

function mb(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
