// Looks again and again until it is stopped, one look after the other. Nothing of what is looked at.

/** What runs until it is stopped. */
export interface Keeping {
  /** Stops it, after a look that is under way. */
  stop(): Promise<void>;
}

/** Runs `look`, which must not fail, at once and then `every` so many milliseconds after its end. Keeps no process alive. */
export function keepLooking(look: () => Promise<void>, every: number): Keeping {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = (): void => {
    running = look().finally(() => {
      if (!isStopped) timer = setTimeout(next, every).unref();
    });
  };
  timer = setTimeout(next, 0).unref();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
