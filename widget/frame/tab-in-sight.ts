// Brings the tab that is shown in sight where the tabs scroll. Loaded after the first rows.
import type { LitElement } from 'lit';

/** Scrolls the tabs of `widget` to the one that is shown, once each time that it is another: whoever scrolls on is left alone. */
export function keepTabInSight(widget: LitElement): void {
  let last: HTMLElement | null = null;
  const hostUpdated = (): void => {
    const tab = widget.renderRoot.querySelector<HTMLElement>('.tab[aria-selected=true]');
    // Not to the very edge, so that it can be seen that others come before it.
    if (tab && tab !== last)
      tab.parentElement!.scrollLeft = tab.offsetLeft - tab.parentElement!.offsetLeft - 48;
    last = tab;
  };
  widget.addController({ hostUpdated });
  hostUpdated();
}
