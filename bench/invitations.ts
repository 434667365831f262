// Inviting many people in one request: how long it keeps others waiting, and what it costs beside bare inserts. Measures only; alone: `node bench/invitations.ts`.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createClient } from '@libsql/client';
import { createInvitations } from '../server/invitations/create.ts';
import { createWorld } from '../server/testing/world.ts';
import type { Ratio } from './ratio.ts';
import { line, median } from './ratio.ts';

const ROUNDS = 7;
/** The longest time that others may wait, in milliseconds. */
const ALLOWED = 50;

/** How far the rounds are apart on the clock of the world, in milliseconds; time goes on for whoever makes ids by it. */
const ROUND_APART = 1000;

const addresses = (count: number, round: number): string =>
  Array.from(
    { length: count },
    (_, index) => `Person ${index} <person.${index}@team-${round}.example.com>`,
  ).join(', ');

/** Runs `work` and gives the longest time that the event loop stood still meanwhile, in milliseconds. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  histogram.reset();
  await work();
  await new Promise((resolve) => setTimeout(resolve, 5));
  histogram.disable();
  return histogram.max / 1e6;
}

/** CPU time of this process for `work`, in milliseconds. */
async function cpu(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The longest stall while 10,000 addresses are invited and one more by the write after them, against an idle run of the same length. */
async function stall(): Promise<Ratio> {
  const world = await createWorld({ hasMail: true });
  const busy: number[] = [];
  const idle: number[] = [];
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = addresses(10_000, round);
    world.clock.now += ROUND_APART;
    const invite = (list: string) =>
      createInvitations(world.asSystem(), {
        addresses: list,
        roles: ['member'],
        idempotencyKey: randomUUID(),
      });
    busy.push(
      await longestStall(async () => {
        const begun = performance.now();
        await invite(text);
        took.push(performance.now() - begun);
        await new Promise((resolve) => setImmediate(resolve));
        await invite(`late.${round}@example.com`);
      }),
    );
    idle.push(await longestStall(() => new Promise((resolve) => setTimeout(resolve, took.at(-1)))));
  }
  await world.close();
  // Other work on the machine only ever adds, so the best round is the nearest to what the request itself does.
  const best = Math.min(...busy);
  const detail = `longest stall ${best.toFixed(1)} ms (median of ${ROUNDS}: ${median(busy).toFixed(1)}), idle ${Math.min(...idle).toFixed(1)} ms (${median(idle).toFixed(1)}), request ${median(took).toFixed(0)} ms`;
  return {
    name: `invite 10,000: longest stall, of ${ALLOWED} ms allowed`,
    ratio: best / ALLOWED,
    aim: 1,
    detail,
  };
}

/** The floor: one transaction that inserts an address, a token's hash and times a thousand times, row by row, with the same sync. */
async function bareInserts(): Promise<() => Promise<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'user-admin-bench-'));
  const client = createClient({ url: `file:${join(folder, 'floor.db')}`, concurrency: 1 });
  await client.executeMultiple(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
    CREATE TABLE invitations (id TEXT PRIMARY KEY, workspace_id TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL);
    CREATE UNIQUE INDEX invitations_by_email ON invitations (workspace_id, email);`);
  let round = 0;
  const run = async (): Promise<number> => {
    round += 1;
    const list = addresses(1000, round)
      .split(', ')
      .map((piece) => /<(.*)>/.exec(piece)![1]!);
    return cpu(async () => {
      const tx = await client.transaction('write');
      for (const email of list) {
        await tx.execute({
          sql: 'INSERT INTO invitations VALUES (?, ?, ?, ?, ?, ?, ?)',
          args: [randomUUID(), 'w', email, 'member', 'pending', 1, 2],
        });
      }
      await tx.commit();
      tx.close();
    });
  };
  process.once('exit', () => client.close());
  await run();
  await rm(folder, { recursive: true, force: true });
  return run;
}

/** CPU time of inviting 1,000 addresses with links, trail and outbox, against the floor. */
async function cost(): Promise<Ratio> {
  const world = await createWorld({ hasMail: true });
  const floor = await bareInserts();
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = -2; round < ROUNDS * 3; round += 1) {
    const text = addresses(1000, round);
    world.clock.now += ROUND_APART;
    const mine = await cpu(() =>
      createInvitations(world.asSystem(), {
        addresses: text,
        roles: ['member'],
        idempotencyKey: randomUUID(),
      }),
    );
    const theirs = await floor();
    if (round < 0) continue;
    ours.push(mine);
    bare.push(theirs);
  }
  await world.close();
  const detail = `${median(ours).toFixed(1)} ms of CPU with links, trail and outbox; bare inserts row by row ${median(bare).toFixed(1)} ms`;
  return {
    name: 'invite 1,000 addresses in one request',
    ratio: median(ours) / median(bare),
    aim: 3,
    detail,
  };
}

/** Measures inviting 10,000 and 1,000 people at once. */
export async function inviteTenThousand(): Promise<Ratio[]> {
  return [await stall(), await cost()];
}

if (import.meta.main) for (const ratio of await inviteTenThousand()) console.log(line(ratio));
