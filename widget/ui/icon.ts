// The icons of the first view, drawn as strokes in the colour of the text. Decoration only: the word beside an icon carries the meaning.
import { svg, html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

const PATHS = {
  alert: svg`<path d="M8 5.2v3.4M8 11.1v.1"/><circle cx="8" cy="8" r="6.2"/>`,
  arrowDown: svg`<path d="M8 3v10M4 9l4 4 4-4"/>`,
  arrowUp: svg`<path d="M8 13V3M4 7l4-4 4 4"/>`,
  check: svg`<path d="M3.2 8.6l3.2 3.2 6.4-7"/>`,
  close: svg`<path d="M4 4l8 8M12 4l-8 8"/>`,
  gear: svg`<circle cx="8" cy="8" r="4.1"/><circle cx="8" cy="8" r="1.4"/><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6l1.4 1.4M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4"/>`,
  lock: svg`<rect x="3.2" y="7" width="9.6" height="6.4" rx="1.6"/><path d="M5.4 7V5.2a2.6 2.6 0 0 1 5.2 0V7"/>`,
  more: svg`<g fill="currentColor" stroke="none"><circle cx="3.4" cy="8" r="1.25"/><circle cx="8" cy="8" r="1.25"/><circle cx="12.6" cy="8" r="1.25"/></g>`,
  offline: svg`<path d="M2.4 2.4l11.2 11.2M5 8.6a4.6 4.6 0 0 1 2-1.1M2.8 6.2a7.6 7.6 0 0 1 2.4-1.6M8.2 4a7.6 7.6 0 0 1 5 2.2M10.2 8.2a4.6 4.6 0 0 1 .8.6M8 11.8v.1"/>`,
  people: svg`<circle cx="6" cy="5.4" r="2.4"/><path d="M1.8 13c.3-2.5 1.9-3.8 4.2-3.8s3.9 1.3 4.2 3.8M10.4 3.2a2.4 2.4 0 0 1 0 4.4M12 9.6c1.3.5 2 1.6 2.2 3.4"/>`,
  search: svg`<circle cx="7.2" cy="7.2" r="4.4"/><path d="M10.5 10.5l3 3"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** Draws an icon of 16 by 16 px, hidden from assistive technology. */
export function icon(name: IconName): TemplateResult {
  return drawIcon(PATHS[name]);
}

/** Draws paths as an icon. */
export function drawIcon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;
}
