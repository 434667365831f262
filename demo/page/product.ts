// A product whose own menu leads to single views of the widget, each at an address of its own.
import type { UserAdminElement } from '../../widget/index.ts';
import { fetchStages, fetchToken } from './host-backend.ts';
import type { Entry } from './menus.ts';
import { MENUS, entriesOf } from './menus.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

const [, , policy = '', ...rest] = location.pathname.split('/');
const query = new URLSearchParams(location.search);
const as = query.get('as') ?? 'owner';
const menu = MENUS[policy]!;
const here = entriesOf(menu).find(({ place }) => place === rest.join('/')) ?? menu.entries[0]!;
const stage = (await fetchStages()).find(({ key }) => key === policy)!;
const persona = stage.personas.find(({ key }) => key === as)!;

/** The address of an entry, for the same person. */
function addressOf({ place }: Entry, more: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ as: as === 'owner' ? '' : as, ...more }).filter(([, value]) => value !== '');
  const search = said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
  return `/product/${policy}${place === '' ? '' : `/${place}`}${search}`;
}

function linkTo(entry: Entry, isInner = false): HTMLAnchorElement {
  const link = Object.assign(document.createElement('a'), {
    href: addressOf(entry),
    textContent: entry.title,
    className: isInner ? 'inner' : '',
  });
  if (entry === here) link.setAttribute('aria-current', 'page');
  return link;
}

/** The links of a menu; what is inside of an entry shows while it is open. */
function linksOf(entries: readonly Entry[]): HTMLAnchorElement[] {
  return entries.flatMap((entry) => {
    const isOpen = entry === here || entry.inside?.includes(here) === true;
    return [linkTo(entry), ...(isOpen ? (entry.inside ?? []).map((inner) => linkTo(inner, true)) : [])];
  });
}

function showOwn(): void {
  const own = find<HTMLElement>('#own');
  own.hidden = false;
  own.append(Object.assign(document.createElement('h1'), { textContent: here.title }));
  if (here.inside === undefined) return own.append('A page of the product itself.');
  const cards = Object.assign(document.createElement('div'), { className: 'cards' });
  cards.append(...here.inside.map((inner) => linkTo(inner)));
  own.append(cards);
}

function showWidget(view: string): void {
  const widget = find<UserAdminElement>('user-admin');
  widget.hidden = false;
  Object.assign(widget, {
    view,
    filter: query.get('filter') ?? '',
    person: query.get('person') ?? '',
    endpoint: `/${policy}`,
    workspace: stage.workspaceId,
    links: { roles: '/roles', api: '/api', support: '/mailbox' },
    token: persona.isNamed
      ? ({ workspace }: { workspace: string }) => fetchToken(policy, as, workspace)
      : undefined,
  });
  // The widget wants to show another view: the menu has a place for it, or it is shown here.
  widget.addEventListener('ua-view-changed', ({ view: next, filter, person }) => {
    const entry = next === view ? here : entriesOf(menu).find((known) => known.view === next);
    if (entry === undefined) return;
    if (entry === here) history.replaceState(null, '', addressOf(here, { filter, person }));
    else location.assign(addressOf(entry, { filter, person }));
  });
  widget.addEventListener('ua-forbidden', () => location.replace(addressOf(menu.entries[0]!)));
}

document.title = `${here.title} · ${menu.product}`;
find('#brand').textContent = menu.product;
find<HTMLAnchorElement>('#brand').href = addressOf(menu.entries[0]!);
find('#menu').append(...linksOf(menu.entries));
find('#who').textContent = persona.label;
find('#yours').append(...linksOf(menu.avatar));
find<HTMLElement>('#avatar').hidden = menu.avatar.length === 0;
const outer = entriesOf(menu).find(({ inside }) => inside?.includes(here));
find('#trail').textContent = [menu.product, outer?.title, here.title]
  .filter((title) => title !== undefined)
  .join(' › ');
if (here.view === undefined) showOwn();
else showWidget(here.view);
