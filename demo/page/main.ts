// The host page: puts the widget on itself, says who is asking, and binds the view to its address bar.
import type { UserAdminElement } from '../../widget/index.ts';
import type { Place } from './address.ts';
import { readPlace, writePlace } from './address.ts';
import type { StageInfo } from './host-backend.ts';
import { fetchStages, fetchToken } from './host-backend.ts';
import { logEvents } from './log.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

const widget = find<UserAdminElement>('user-admin');
const stage = find<HTMLElement>('#stage');
const home = find<HTMLElement>('#home');
const persona = find<HTMLSelectElement>('#persona');
const stages = await fetchStages();
let place: Place | undefined;

/** Shows a place; `how` says what becomes of the address bar. */
function go(next: Place, how: 'push' | 'replace' | 'stay' = 'push'): void {
  const before = place;
  place = next;
  if (how === 'push') history.pushState(null, '', writePlace(next));
  else if (how === 'replace') history.replaceState(null, '', writePlace(next));
  showSwitches(next);
  find<HTMLAnchorElement>('#product').href = `/product/${next.policy}`;
  const isHome = next.view === 'home';
  home.hidden = !isHome;
  stage.hidden = isHome;
  if (!isHome) showWidget(next, before);
}

function showWidget(next: Place, before: Place | undefined): void {
  const { key, workspaceId, personas } = stageOf(next);
  widget.view = next.view;
  widget.filter = next.filter;
  widget.person = next.person;
  if (
    before !== undefined &&
    before.view !== 'home' &&
    before.policy === next.policy &&
    before.as === next.as
  )
    return;
  widget.endpoint = `/${key}`;
  widget.workspace = workspaceId;
  widget.links = { roles: '/roles', api: '/api', support: '/mailbox' };
  const isNamed = personas.find((known) => known.key === next.as)?.isNamed ?? false;
  widget.token = isNamed ? ({ workspace }) => fetchToken(key, next.as, workspace) : undefined;
}

function stageOf({ policy }: Place): StageInfo {
  return stages.find(({ key }) => key === policy) ?? stages[0]!;
}

function showSwitches({ policy, as, theme, look, density, language, width }: Place): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('.switches input')) {
    radio.checked = radio.value === { policy, theme, look, density, language, width }[radio.name];
  }
  if (persona.dataset['policy'] !== policy) {
    persona.dataset['policy'] = policy;
    persona.replaceChildren(
      ...stageOf({ policy } as Place).personas.map(({ key, label }) => new Option(label, key)),
    );
  }
  persona.value = as;
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dataset['look'] = look;
  widget.theme = theme;
  widget.density = density;
  stage.lang = language;
  stage.style.width = width === 'full' ? '' : `${Number(width)}px`;
}

function addPolicies(): void {
  const radios = stages.map(({ key, name }) => {
    const label = document.createElement('label');
    const radio = Object.assign(document.createElement('input'), {
      type: 'radio',
      name: 'policy',
      value: key,
    });
    label.append(radio, name);
    return label;
  });
  find('#policies').append(...radios);
}

find('.switches').addEventListener('change', (event) => {
  const { name, value } = event.target as HTMLInputElement;
  if (['theme', 'look', 'density', 'language', 'width'].includes(name))
    return go({ ...place!, [name]: value }, 'replace');
  const policy = name === 'policy' ? value : place!.policy;
  const known = stageOf({ policy } as Place);
  const as = name === 'policy' ? known.personas.find(({ key }) => key === place!.as)?.key : persona.value;
  go({ ...place!, policy, as: as ?? 'owner', view: known.views[0]!, filter: '', person: '' });
});

widget.addEventListener('ua-view-changed', ({ view, filter, person }) => {
  go({ ...place!, view, filter, person }, view === place!.view ? 'replace' : 'push');
});

// The widget has gone to another workspace by itself; what was narrowed belongs to the one before.
widget.addEventListener('ua-workspace-changed', () => go({ ...place!, filter: '', person: '' }, 'replace'));

// Whoever may not manage people has no business here; the host takes them to its own home screen.
widget.addEventListener('ua-forbidden', ({ code }) => {
  find('#why').textContent = `You were brought here because user management is not open to you (${code}).`;
  const signIn = find<HTMLAnchorElement>('#sign-in');
  signIn.hidden = code !== 'not_signed_in';
  // Back to where they were, which is not this home screen.
  signIn.href = `/${place!.policy}/sign-in?${new URLSearchParams({ workspace: stageOf(place!).workspaceId, to: location.href })}`;
  go({ ...place!, view: 'home', filter: '', person: '' }, 'replace');
});

find('#retry').addEventListener('click', () => go({ ...place!, view: stageOf(place!).views[0]! }));
addEventListener('popstate', () => go(readPlace(location), 'stay'));

addPolicies();
logEvents(widget, find('#log'), find('#count'));
go(readPlace(location), 'stay');
