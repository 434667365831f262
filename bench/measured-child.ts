// A server in a process of its own, so that its processor time and memory are its own. Both ends of the conversation.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';

/** What a child says of itself. */
export interface Usage {
  /** Processor time so far, in microseconds. */
  readonly cpu: number;
  /** Resident memory, in bytes. */
  readonly memory: number;
}

/** In the child: says where it listens, and answers what it used. */
export function answerMeasurements(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send!({ cpu: user + system, memory: process.memoryUsage.rss() } satisfies Usage);
  });
  process.send!({ port });
}

/** A running child. */
export interface MeasuredChild {
  readonly url: string;
  /** From its start to its first answer, in milliseconds. */
  readonly startup: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts `file` with `args` and waits until it answers. */
export async function startChild(file: string, args: readonly string[] = []): Promise<MeasuredChild> {
  const began = performance.now();
  const child = fork(new URL(file, import.meta.url), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}`;
  await (await fetch(`${url}/health`)).text();
  const startup = performance.now() - began;
  return {
    url,
    startup,
    usage: async () => {
      child.send('usage');
      return ((await once(child, 'message')) as [Usage])[0];
    },
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** The processor time of one request, in microseconds: `amount` of them over eight connections, after a warm-up. */
export async function cpuPerRequest(
  child: MeasuredChild,
  path: string,
  headers: Record<string, string>,
  amount: number,
): Promise<number> {
  const load = async (requests: number): Promise<void> => {
    const result = await autocannon({ url: child.url + path, connections: 8, amount: requests, headers });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${path}: ${result.non2xx} refused, ${result.errors} failed`);
  };
  await load(Math.ceil(amount / 2));
  const before = await child.usage();
  await load(amount);
  return ((await child.usage()).cpu - before.cpu) / amount;
}
