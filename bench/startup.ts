// Start-up and memory of the bundled server against a bare Hono server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './measured-child.ts';
import type { Ratio } from './ratio.ts';
import { median } from './ratio.ts';

const RUNS = 7;

/** From the start of the process to the first answer, and the memory then: medians of seven runs of each in turn, so that whatever else this machine does slows both. */
export async function startupRatios(): Promise<Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'user-admin-bench-'));
  const url = `file:${join(folder, 'startup.db')}`;
  // The first start makes the schema; what counts is every start after it.
  await (await startChild('our-server.ts', [url])).stop();
  const runs: Record<'ours' | 'bare', Run[]> = { ours: [], bare: [] };
  for (let run = 0; run < RUNS; run += 1) {
    runs.ours.push(await start('our-server.ts', [url]));
    runs.bare.push(await start('bare-server.ts', []));
  }
  const [ours, bare] = [medians(runs.ours), medians(runs.bare)];
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

/** One start: milliseconds to the first answer, and bytes of memory then. */
interface Run {
  readonly startup: number;
  readonly memory: number;
}

async function start(file: string, args: readonly string[]): Promise<Run> {
  const child = await startChild(file, args);
  const { memory } = await child.usage();
  await child.stop();
  return { startup: child.startup, memory };
}

function medians(runs: readonly Run[]): Run {
  return {
    startup: median(runs.map(({ startup }) => startup)),
    memory: median(runs.map(({ memory }) => memory)),
  };
}

function mb(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
