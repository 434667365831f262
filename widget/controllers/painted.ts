// The moment from which on other work takes nothing away from what is shown. Nothing else waits here.

/** Resolves once the next frame has been painted; at once where the page is not seen and has no frames. */
export function painted(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
