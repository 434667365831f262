// Brings the tab that is shown in sight where the tabs scroll. Loaded after the first rows.
import type { LitElement } from 'lit';

/** Scrolls the tabs of `widget` to the one that is shown, once each time that it is another: whoever scrolls on is left alone. */
export function keepTabInSight(widget: LitElement): void {
  let last: HTMLElement | null = null;
  const hostUpdated = (): void => {
    const tab = widget.renderRoot.querySelector<HTMLElement>('.tab[aria-selected=true]');
    if (tab && tab !== last) {
      const list = tab.parentElement!;
      list.scrollLeft = tab.offsetLeft - list.offsetLeft + (tab.offsetWidth - list.offsetWidth) / 2;
    }
    last = tab;
  };
  widget.addController({ hostUpdated });
  hostUpdated();
}
