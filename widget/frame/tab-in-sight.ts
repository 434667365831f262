// Brings the tab that is shown in sight where the tabs scroll. Loaded after the first rows.
import type { LitElement } from 'lit';

/** Scrolls the tabs of `widget` to the one that is shown, once each time that it is another: whoever scrolls on is left alone. */
export function keepTabInSight(widget: LitElement): void {
  let last: HTMLElement | null = null;
  const hostUpdated = (): void => {
    const tab = widget.renderRoot.querySelector<HTMLElement>('.tab[aria-selected=true]');
    if (tab && tab !== last) {
      const list = tab.parentElement!;
      const start = tab.offsetLeft - list.offsetLeft;
      const end = start + tab.offsetWidth - list.clientWidth;
      // Not to the very edge, so that it can be seen that others come before it or after it.
      list.scrollLeft = Math.max(Math.min(list.scrollLeft, start - 24), end + 24);
    }
    last = tab;
  };
  widget.addController({ hostUpdated });
  hostUpdated();
}
