// Lets a page that stays open show what others have changed meanwhile. Loaded after the first rows; asks through refresh() alone.

/** How often a page that is looked at is loaded again, in milliseconds. */
const OFTEN = 30_000;
/** How soon it may be, once somebody comes back to it, in milliseconds. */
const SOON = 5_000;

/** What follows: it can load again what it shows, in place. */
interface Refreshable extends HTMLElement {
  refresh(): void;
}

const followed = new WeakSet<Refreshable>();

/**
 * Loads again what `widget` shows: every half minute while the page is looked at, and as somebody comes back to it; never while
 * they type or are asked something. Ends by itself once the element is off the page.
 */
export function follow(widget: Refreshable): void {
  if (followed.has(widget)) return;
  followed.add(widget);
  let last = Date.now();
  const look = (apart: number): void => {
    if (!widget.isConnected) return stop();
    const isLookedAt = document.visibilityState === 'visible' && navigator.onLine;
    if (!isLookedAt || Date.now() - last < apart || isBusy()) return;
    last = Date.now();
    widget.refresh();
  };
  const comeBack = (): void => look(SOON);
  const ticking = setInterval(look, OFTEN, OFTEN / 2);
  const stop = (): void => {
    clearInterval(ticking);
    removeEventListener('focus', comeBack);
    document.removeEventListener('visibilitychange', comeBack);
    followed.delete(widget);
  };
  addEventListener('focus', comeBack);
  document.addEventListener('visibilitychange', comeBack);
}

/** Whether somebody is in the middle of something: in a field, a menu or a dialog. */
function isBusy(): boolean {
  let element: Element | null = document.activeElement;
  while (element) {
    if (element.closest('dialog, [role="menu"], [popover]:popover-open')) return true;
    if (element.matches('input:not([type="checkbox"], [type="radio"], [type="search"]), textarea, select'))
      return true;
    element = element.shadowRoot?.activeElement ?? null;
  }
  return false;
}
