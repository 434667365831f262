// A clock that hardly moves, so that two pictures of the same page say the same of when things were.

/** When it is, everywhere in the pictures. */
const MOMENT = Date.UTC(2026, 2, 16, 10);
/** What passed since everything that is made for the pictures was made, in milliseconds. */
const LATER = 5 * 60_000;

/** The moment that a browser should show. */
export const SEEN_AT = MOMENT + LATER;

/** Stops the clock of this process but for a millisecond each time it is asked, so that what came first stays first. @returns What starts it again. */
export function stopClock(): () => void {
  const Real = globalThis.Date;
  let asked = 0;
  const now = (): number => MOMENT + (asked += 1);
  // One that somebody spells out has no part in the clock.
  globalThis.Date = new Proxy(Real, {
    construct: (_, given, maker) =>
      Reflect.construct(Real, given.length === 0 ? [now()] : given, maker) as Date,
    get: (_, key) => (key === 'now' ? now : (Reflect.get(Real, key) as unknown)),
  });
  return () => void (globalThis.Date = Real);
}
