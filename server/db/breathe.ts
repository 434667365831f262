// A turn of the event loop for everybody else, in the middle of long work.

/** Lets other requests run: awaiting a local database call alone never gives the event loop a turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
