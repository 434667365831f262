// The icons, drawn as strokes in the colour of the text. Decoration only: the word beside an icon carries the meaning.
import { svg, html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

const PATHS = {
  alert: svg`<path d="M8 5.2v3.4M8 11.1v.1"/><circle cx="8" cy="8" r="6.2"/>`,
  arrowDown: svg`<path d="M8 3v10M4 9l4 4 4-4"/>`,
  arrowUp: svg`<path d="M8 13V3M4 7l4-4 4 4"/>`,
  check: svg`<path d="M3.2 8.6l3.2 3.2 6.4-7"/>`,
  clock: svg`<circle cx="8" cy="8" r="6.2"/><path d="M8 4.6V8l2.3 1.6"/>`,
  close: svg`<path d="M4 4l8 8M12 4l-8 8"/>`,
  copy: svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.6"/><path d="M10.5 5.5v-1.4a1.6 1.6 0 0 0-1.6-1.6H4.1a1.6 1.6 0 0 0-1.6 1.6v4.8a1.6 1.6 0 0 0 1.6 1.6h1.4"/>`,
  leave: svg`<path d="M6.2 2.8H4.4a1.6 1.6 0 0 0-1.6 1.6v7.2a1.6 1.6 0 0 0 1.6 1.6h1.8M10.4 5.2L13.2 8l-2.8 2.8M13 8H6.4"/>`,
  link: svg`<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.8-.8"/>`,
  lock: svg`<rect x="3.2" y="7" width="9.6" height="6.4" rx="1.6"/><path d="M5.4 7V5.2a2.6 2.6 0 0 1 5.2 0V7"/>`,
  mail: svg`<rect x="2" y="3.4" width="12" height="9.2" rx="1.6"/><path d="M2.4 4.6L8 8.8l5.6-4.2"/>`,
  minus: svg`<path d="M3.4 8h9.2"/>`,
  more: svg`<g fill="currentColor" stroke="none"><circle cx="3.4" cy="8" r="1.25"/><circle cx="8" cy="8" r="1.25"/><circle cx="12.6" cy="8" r="1.25"/></g>`,
  offline: svg`<path d="M2.4 2.4l11.2 11.2M5 8.6a4.6 4.6 0 0 1 2-1.1M2.8 6.2a7.6 7.6 0 0 1 2.4-1.6M8.2 4a7.6 7.6 0 0 1 5 2.2M10.2 8.2a4.6 4.6 0 0 1 .8.6M8 11.8v.1"/>`,
  off: svg`<circle cx="8" cy="8" r="6.2"/><path d="M3.8 12.2l8.4-8.4"/>`,
  people: svg`<circle cx="6" cy="5.4" r="2.4"/><path d="M1.8 13c.3-2.5 1.9-3.8 4.2-3.8s3.900 1.300 4.200 3.800M10.400 3.200a2.400 2.400 0 0 1 0 4.400M12 9.600c1.300.5 2 1.600 2.200 3.400"/>`,
  plus: svg`<path d="M8 3.4v9.200M3.400 8h9.200"/>`,
  refresh: svg`<path d="M13.200 8a5.200 5.200 0 1 1-1.500-3.700L13.200 5.800M13.200 2.600v3.200H10"/>`,
  search: svg`<circle cx="7.200" cy="7.200" r="4.400"/><path d="M10.500 10.500l3 3"/>`,
  send: svg`<path d="M13.400 2.600L7.200 8.800M13.400 2.600l-4 10.800-2.200-4.600L2.600 6.600z"/>`,
  trash: svg`<path d="M2.800 4.400h10.400M6.400 4.400V2.800h3.200v1.600M4.200 4.400l.6 8a1.200 1.200 0 0 0 1.200 1h4a1.200 1.200 0 0 0 1.200-1l.6-8"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** Draws an icon of 16 by 16 px, hidden from assistive technology. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`;
}
