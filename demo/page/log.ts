// Writes down every public event of the widget, newest first.

/** The events of the widget; the one of the element that only signs in is none of them. */
type Public = Exclude<Extract<keyof HTMLElementEventMap, `ua-${string}`>, 'ua-signed-in'>;

/** Each of them, so that the compiler asks for one that is missing. */
const TYPES: Readonly<Record<Public, true>> = {
  'ua-view-changed': true,
  'ua-forbidden': true,
  'ua-error': true,
  'ua-invitation-created': true,
  'ua-invitation-resent': true,
  'ua-invitation-revoked': true,
  'ua-member-created': true,
  'ua-member-changed': true,
  'ua-member-role-changed': true,
  'ua-member-deactivated': true,
  'ua-member-reactivated': true,
  'ua-member-removed': true,
  'ua-member-resources-changed': true,
  'ua-member-password-reset': true,
  'ua-permissions-changed': true,
  'ua-roles-changed': true,
  'ua-role-previewed': true,
  'ua-workspace-changed': true,
  'ua-workspace-left': true,
  'ua-profile-changed': true,
  'ua-signed-out': true,
  'ua-fresh-sign-in-required': true,
  'ua-members-exported': true,
  'ua-members-imported': true,
  'ua-permissions-repaired': true,
  'ua-review-changed': true,
  'ua-sessions-ended': true,
  'ua-settings-changed': true,
  'ua-sign-in-changed': true,
  'ua-before-invitation-create': true,
  'ua-before-invitation-resend': true,
  'ua-before-invitation-revoke': true,
  'ua-before-member-change': true,
  'ua-before-member-create': true,
  'ua-before-member-deactivate': true,
  'ua-before-member-email-change': true,
  'ua-before-member-offboard': true,
  'ua-before-member-password-reset': true,
  'ua-before-member-reactivate': true,
  'ua-before-member-remove': true,
  'ua-before-member-resources-change': true,
  'ua-before-member-role-change': true,
  'ua-before-member-sessions-end': true,
  'ua-before-members-export': true,
  'ua-before-members-import': true,
  'ua-before-permissions-change': true,
  'ua-before-permissions-repair': true,
  'ua-before-review-close': true,
  'ua-before-review-decide': true,
  'ua-before-review-start': true,
  'ua-before-role-change': true,
  'ua-before-role-create': true,
  'ua-before-role-delete': true,
  'ua-before-settings-change': true,
  'ua-before-workspace-leave': true,
};

/** The most entries that stay. */
const KEPT = 50;
const MAX_DETAIL = 160;

/** Listens on `widget` and writes into `list`; `count` shows how many there were. */
export function logEvents(widget: HTMLElement, list: HTMLElement, count: HTMLElement): void {
  let total = 0;
  for (const type of Object.keys(TYPES)) {
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
