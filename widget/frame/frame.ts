// The template of <user-admin> for a viewer: what stands above, what has to be said first, and the view itself. Asks for nothing.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { strings } from '../i18n/strings.ts';
import { parseMemberQuery } from '../members/member-query.ts';
import type { Rights } from '../rights.ts';
import type { Revisions, Room } from '../room.ts';
import { icon } from '../ui/icon.ts';
import type { Links } from './links.ts';
import { forbiddenCard, loadingCard } from './states.ts';
import { frameTop, hasTabs } from './top.ts';
import { permittedViews, sideViews } from './views.ts';
import type { FrameView } from './frame-view.ts';

/** Where the page or the viewer wants to be, as the attributes of the element say. */
export interface Place {
  readonly endpoint: string;
  readonly view: string;
  readonly filter: string;
  readonly person: string;
  readonly links: Links;
  /** The rooms and the views whose code is there. */
  readonly _rooms: ReadonlySet<Room | FrameView | undefined>;
}

/** The tabs, and under them the view that is `shown`. */
export function frame(
  place: Place,
  rights: Rights,
  shown: FrameView | undefined,
  revisions: Revisions,
  onSelect: (view: FrameView) => void,
): TemplateResult {
  const { viewer } = rights;
  const tabs = permittedViews(rights);
  const top = {
    tabs,
    sides: sideViews(rights),
    shown,
    viewer,
    links: place.links,
    // Only once somebody listens to what it asks.
    hasPlaces: [...place._rooms].some(
      (room) => typeof room === 'object' && 'ua-workspace-switch' in room.elements,
    ),
    onSelect,
  };
  if (shown === undefined)
    return html`<slot name="header"></slot>${frameTop(top)}${forbiddenCard(viewer, top.hasPlaces)}`;
  // Nothing else is open to somebody who has to choose a password first.
  const isAlone = viewer.mustChangePassword;
  const isElsewhere = !isAlone && place.view !== '' && place.view !== shown;
  const isPermitted = tabs.some((tab) => tab === shown);
  const isTab = hasTabs(top) && isPermitted;
  return html`
    <slot name="header"></slot>
    ${isAlone ? nothing : frameTop(top)}
    ${isElsewhere ? html`<p part="banner" class="banner" role="status">${icon('alert')}${strings.viewNotHere(place.view)}</p>` : nothing}
    ${
      viewer.workspace.isArchived
        ? html`<p part="banner" class="banner">${icon('lock')}${strings.archivedBanner(viewer.workspace.name)}</p>`
        : nothing
    }
    <div
      class="panel"
      id="panel"
      part="panel"
      role=${isTab ? 'tabpanel' : nothing}
      aria-labelledby=${isTab ? `tab-${shown}` : nothing}
    >
      ${view(place, rights, shown, revisions)}
    </div>
    <slot name="footer"></slot>
    ${isPermitted ? html`<ua-leave-workspace .rights=${rights}></ua-leave-workspace>` : nothing}
  `;
}

/** The view itself; grey lines until its code is there. */
function view(place: Place, rights: Rights, shown: FrameView, revisions: Revisions): TemplateResult {
  const { endpoint, filter, person, _rooms: rooms } = place;
  for (const room of rooms.has(shown) ? rooms : []) {
    const draw = typeof room === 'object' && room.views?.[shown];
    if (draw) return draw({ rights, endpoint, query: parseMemberQuery(filter), person, revisions });
  }
  return loadingCard();
}
