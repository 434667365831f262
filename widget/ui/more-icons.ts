// The icons of what is loaded later. Decoration only: the word beside an icon carries the meaning.
import { svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { drawIcon, icon } from './icon.ts';
import type { IconName } from './icon.ts';

const PATHS = {
  chevron: svg`<path d="M4 6.2l4 4 4-4"/>`,
  clock: svg`<circle cx="8" cy="8" r="6.2"/><path d="M8 4.6V8l2.3 1.6"/>`,
  copy: svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.6"/><path d="M10.5 5.5v-1.4a1.6 1.6 0 0 0-1.6-1.6H4.1a1.6 1.6 0 0 0-1.6 1.6v4.8a1.6 1.6 0 0 0 1.6 1.6h1.4"/>`,
  back: svg`<path d="M13 8H3M7 4L3 8l4 4"/>`,
  help: svg`<circle cx="8" cy="8" r="6.2"/><path d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.8.6-.8 1.1M8 11.1v.1"/>`,
  info: svg`<circle cx="8" cy="8" r="6.2"/><path d="M8 7.4v3.6M8 4.9V5"/>`,
  key: svg`<circle cx="5.4" cy="10.6" r="2.8"/><path d="M7.4 8.6l5.8-5.8M10.4 5.6l2 2M8.8 7.2l1.2 1.2"/>`,
  leave: svg`<path d="M6.2 2.8H4.4a1.6 1.6 0 0 0-1.6 1.6v7.2a1.6 1.6 0 0 0 1.6 1.6h1.8M10.4 5.2L13.2 8l-2.8 2.8M13 8H6.4"/>`,
  link: svg`<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.8-.8"/>`,
  mail: svg`<rect x="2" y="3.4" width="12" height="9.2" rx="1.6"/><path d="M2.4 4.6L8 8.8l5.6-4.2"/>`,
  minus: svg`<path d="M3.4 8h9.2"/>`,
  off: svg`<circle cx="8" cy="8" r="6.2"/><path d="M3.8 12.2l8.4-8.4"/>`,
  pencil: svg`<path d="M10.6 2.9l2.5 2.5-7.4 7.4-3.1.6.6-3.1zM9 4.5l2.5 2.5"/>`,
  plus: svg`<path d="M8 3.4v9.2M3.4 8h9.2"/>`,
  send: svg`<path d="M13.4 2.6L7.2 8.8M13.4 2.6l-4 10.8-2.2-4.6L2.6 6.6z"/>`,
  trash: svg`<path d="M2.8 4.4h10.4M6.4 4.4V2.8h3.2v1.6M4.2 4.4l.6 8a1.2 1.2 0 0 0 1.2 1h4a1.2 1.2 0 0 0 1.2-1l.6-8"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The name of an icon, whenever it is loaded. */
export type AnyIconName = IconName | keyof typeof PATHS;

/** Draws any icon. */
export function anyIcon(name: AnyIconName): TemplateResult {
  return name in PATHS ? drawIcon(PATHS[name as keyof typeof PATHS]) : icon(name as IconName);
}
