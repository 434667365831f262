// Asks a server every so often whether it is there, on a thread of its own: whoever makes the load would measure their own delays too.
import { once } from 'node:events';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

/** How often the server is asked, in milliseconds. */
const EVERY = 20;

/** A probe that is running. */
export interface Probe {
  /** How long each answer took since the last call, in milliseconds. */
  take(): Promise<readonly number[]>;
  stop(): Promise<unknown>;
}

/** Starts to ask `url` whether it is there. */
export function startProbe(url: string): Probe {
  const worker = new Worker(new URL(import.meta.url), { workerData: url });
  return {
    take: async () => {
      worker.postMessage('take');
      return ((await once(worker, 'message')) as [readonly number[]])[0];
    },
    stop: () => worker.terminate(),
  };
}

if (!isMainThread) {
  let times: number[] = [];
  // Whether or not the answer before has come: a server that stands still is asked all the same.
  setInterval(() => {
    const began = performance.now();
    void fetch(`${String(workerData)}/health`)
      .then((response) => response.text())
      .then(() => times.push(performance.now() - began));
  }, EVERY);
  parentPort!.on('message', () => {
    parentPort!.postMessage(times);
    times = [];
  });
}
