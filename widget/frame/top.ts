// The template above the views: their tabs, the links that the page supplies, and the ways to settings and the own account.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ViewKey } from '../../shared/policy/policy.ts';
import { nameOf, strings } from '../i18n/strings.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import { safeLink } from './links.ts';
import type { Links } from './links.ts';
import type { FrameView, SideView } from './frame-view.ts';

/** What stands above the views, and whom it tells. */
export interface Top {
  readonly tabs: readonly ViewKey[];
  readonly sides: readonly SideView[];
  readonly shown: FrameView | undefined;
  readonly viewer: Viewer;
  readonly links: Links;
  /** Whether the code of the way to other workspaces is there. */
  readonly hasPlaces: boolean;
  readonly onSelect: (view: FrameView) => void;
}

/** Tabs where there is more than one or a way back is needed, links where the page has safe ones, and what stands beside the tabs. */
export function frameTop(top: Top): TemplateResult {
  const links = [
    [safeLink(top.links.roles), strings.rolesLink],
    [safeLink(top.links.api), strings.apiLink],
    [safeLink(top.links.support), strings.supportLink],
  ].filter(([address]) => address !== undefined);
  const { sides } = top;
  const hasPlaces = top.hasPlaces && top.viewer.policy.workspaces === 'many';
  if (!hasTabs(top) && !hasPlaces && links.length + sides.length === 0)
    return html`<slot name="toolbar"></slot>`;
  return html`<div class="top">
    ${hasTabs(top) ? tabList(top) : nothing}
    <div class="beside">
      <div part="links" class="links">
        ${links.map(([address, text]) => html`<a href=${address} target="_blank" rel="noopener">${text}</a>`)}
        <slot name="toolbar"></slot>
      </div>
      ${hasPlaces ? html`<ua-workspace-switch .viewer=${top.viewer}></ua-workspace-switch>` : nothing}
      <div class="sides">${sides.map((side) => sideButton(side, top))}</div>
    </div>
  </div>`;
}

/** Whether there is anywhere to go: between tabs, or back to the only one. */
export function hasTabs({ tabs, shown }: Pick<Top, 'tabs' | 'shown'>): boolean {
  return tabs.length > 1 || (tabs.length === 1 && tabs[0] !== shown);
}

function sideButton(side: SideView, { shown, viewer, onSelect }: Top): TemplateResult {
  const label = strings.sides[side];
  return html`<button
    type="button"
    part="side"
    class="side"
    id="side-${side}"
    title=${label}
    aria-current=${side === shown ? 'page' : nothing}
    @click=${() => onSelect(side)}
  >
    <span class="visually-hidden">${label}</span>
    ${side === 'account' ? avatar(nameOf(viewer), viewer.memberId ?? '') : icon('gear')}
  </button>`;
}

function tabList({ tabs, shown, onSelect }: Top): TemplateResult {
  // Beside the tabs none is selected, and the first is where the keyboard comes in.
  const first = tabs.find((view) => view === shown) ?? tabs[0];
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${strings.viewsLabel} @keydown=${moveTab}>
    ${tabs.map(
      (view) =>
        html`<button
          type="button"
          part=${view === shown ? 'tab tab-selected' : 'tab'}
          class="tab"
          id="tab-${view}"
          role="tab"
          aria-selected=${String(view === shown)}
          aria-controls="panel"
          tabindex=${view === first ? 0 : -1}
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
  // With another key an arrow is the browser's: to the page before.
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const tab = tabs.at(to % tabs.length);
  tab?.focus();
  tab?.click();
}
