// A test that other browsers skip by its name; why stands beside each use. Never part of a build.

/** `it` where the browser is Chromium. */
export function itInChromium(name: string, run: () => Promise<void>): void {
  if (navigator.userAgent.includes('Chrome')) it(name, run);
  else it.skip(name, run);
}
