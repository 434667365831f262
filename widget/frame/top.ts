// The template above the views: their tabs, and the links that the page supplies.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ViewKey } from '../../shared/policy/policy.ts';
import { strings } from '../i18n/strings.ts';
import { safeLink } from './links.ts';
import type { Links } from './links.ts';

/** What stands above the views, and whom it tells. */
export interface Top {
  readonly views: readonly ViewKey[];
  readonly shown: ViewKey;
  readonly links: Links;
  readonly onSelect: (view: ViewKey) => void;
}

/** Tabs where there is more than one view, and links where the page has safe ones. */
export function frameTop(top: Top): TemplateResult | typeof nothing {
  const links = [
    [safeLink(top.links.roles), strings.rolesLink],
    [safeLink(top.links.support), strings.supportLink],
  ].filter(([address]) => address !== undefined);
  if (top.views.length < 2 && links.length === 0) return nothing;
  return html`<div class="top">
    ${top.views.length < 2 ? html`<span></span>` : tabList(top)}
    <div class="links">
      ${links.map(([address, text]) => html`<a href=${address} target="_blank" rel="noopener">${text}</a>`)}
    </div>
  </div>`;
}

function tabList({ views, shown, onSelect }: Top): TemplateResult {
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${strings.viewsLabel} @keydown=${moveTab}>
    ${views.map(
      (view) =>
        html`<button
          type="button"
          class="tab"
          id="tab-${view}"
          role="tab"
          aria-selected=${String(view === shown)}
          aria-controls="panel"
          tabindex=${view === shown ? 0 : -1}
          @click=${() => onSelect(view)}
        >
          ${strings.views[view]}
        </button>`,
    )}
  </div>`;
}

function moveTab(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll<HTMLElement>('.tab')];
  const at = tabs.findIndex((tab) => tab === event.target);
  const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const moves: Record<string, number> = {
    ArrowRight: at + forward,
    ArrowLeft: at - forward,
    Home: 0,
    End: -1,
  };
  const to = moves[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const tab = tabs.at(to % tabs.length);
  tab?.focus();
  tab?.click();
}
