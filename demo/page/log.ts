// Writes down every public event of the widget, newest first.

const TYPES = [
  'ua-view-changed',
  'ua-forbidden',
  'ua-error',
  'ua-before-invitation-create',
  'ua-invitation-created',
  'ua-invitation-resent',
  'ua-invitation-revoked',
  'ua-member-created',
  'ua-member-changed',
  'ua-member-role-changed',
  'ua-member-deactivated',
  'ua-member-reactivated',
  'ua-before-member-remove',
  'ua-member-removed',
  'ua-member-resources-changed',
  'ua-member-password-reset',
  'ua-permissions-changed',
  'ua-roles-changed',
  'ua-role-previewed',
  'ua-workspace-changed',
  'ua-workspace-left',
  'ua-profile-changed',
  'ua-signed-out',
  'ua-fresh-sign-in-required',
] as const satisfies readonly (keyof HTMLElementEventMap)[];

/** The most entries that stay. */
const KEPT = 50;
const MAX_DETAIL = 160;

/** Listens on `widget` and writes into `list`; `count` shows how many there were. */
export function logEvents(widget: HTMLElement, list: HTMLElement, count: HTMLElement): void {
  let total = 0;
  for (const type of TYPES) {
    widget.addEventListener(type, (event) => {
      count.textContent = String((total += 1));
      list.prepend(entry(type, event));
      while (list.childElementCount > KEPT) list.lastElementChild!.remove();
    });
  }
}

function entry(type: string, event: Event): HTMLElement {
  const item = document.createElement('li');
  item.append(part('time', new Date().toLocaleTimeString()), part('b', type), part('code', detailOf(event)));
  return item;
}

/** The fields that the event's own class has added. */
function detailOf(event: Event): string {
  const { isTrusted: _isTrusted, ...fields } = event as Event & Record<string, unknown>;
  const text = Object.keys(fields).length === 0 ? '' : JSON.stringify(fields);
  return text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL)}…` : text;
}

function part(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
