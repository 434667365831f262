// The cells of a row of the list of members: each is made once and then shows one member after another. Decides and asks nothing.
import { html } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { MemberColumn } from '../../shared/policy/policy.ts';
import { formatMoment, formatNumber, formatRelative } from '../i18n/format.ts';
import { nameOf, strings } from '../i18n/strings.ts';
import { hueOf, initialsOf } from '../ui/avatar.ts';
import { copies, holder, textIn, write } from '../ui/copies.ts';
import { icon } from '../ui/icon.ts';
import { roleCell } from './role-cell.ts';
import { reacher } from './row-cell.ts';
import type { Cell } from './row-cell.ts';

const newSelectCell = copies(html`<div role="gridcell" part="cell" class="cell pick">
  <input type="checkbox" data-control="select" tabindex="-1" />
</div>`);

/** The cell of the box that selects a member. */
export function selectCell(): Cell {
  const element = newSelectCell();
  const box = element.querySelector('input')!;
  const reach = reacher(box);
  return {
    element,
    show(member, state) {
      box.ariaLabel = strings.selectMember(nameOf(member));
      box.checked = state.isSelected;
      reach(state);
    },
  };
}

const newNameCell = copies(html`<div role="gridcell" part="cell name" class="cell name">
  <span part="avatar" class="avatar" aria-hidden="true"></span>
  <span class="who">
    <span class="line"><button type="button" class="full-name" data-control="person" tabindex="-1"><bdi></bdi></button></span>
    <bdi class="sub-email"></bdi>
  </span>
</div>`);
const newYouBadge = copies<HTMLElement>(html`<span part="badge" class="badge accent"></span>`);

/** The cell of the name, with the address where that has no column of its own. */
function nameCell(columns: readonly MemberColumn[]): Cell {
  const element = newNameCell();
  const avatar = element.querySelector<HTMLElement>('.avatar')!;
  const button = element.querySelector<HTMLElement>('.full-name')!;
  const initials = textIn(element, '.avatar');
  const fullName = textIn(button, 'bdi');
  const hasAddress = !columns.includes('email');
  const address = textIn(element, '.sub-email');
  if (!hasAddress) element.querySelector('.sub-email')!.remove();
  const hold = holder(button.parentElement!);
  const reach = reacher(button);
  let you: HTMLElement | undefined;
  return {
    element,
    show(member, state) {
      const name = nameOf(member);
      avatar.dataset['hue'] = String(hueOf(member.id));
      write(initials, initialsOf(name));
      write(fullName, name);
      button.title = strings.showMember(name);
      if (hasAddress) write(address, member.name === '' ? '' : member.email);
      if (state.isSelf) (you ??= newYouBadge()).textContent = strings.you;
      hold(button, state.isSelf ? you : undefined);
      reach(state);
    },
  };
}

const newEmailCell = copies(html`<div role="gridcell" part="cell" class="cell email"><bdi></bdi></div>`);

function emailCell(): Cell {
  const element = newEmailCell();
  const text = textIn(element, 'bdi');
  return { element, show: ({ email }) => write(text, email) };
}

const newStatusCell = copies(
  html`<div role="gridcell" part="cell" class="cell status"><span part="badge" class="badge"></span></div>`,
);
const newStatusIcon = {
  active: copies<SVGElement>(icon('check')),
  deactivated: copies<SVGElement>(icon('close')),
};

function statusCell(): Cell {
  const element = newStatusCell();
  const badge = element.querySelector('.badge')!;
  const hold = holder(badge);
  const icons: { [Status in Member['status']]?: SVGElement } = {};
  const text = new Text();
  let shown: Member['status'] | undefined;
  return {
    element,
    show({ status }, { decisions }) {
      write(text, decisions.status);
      if (status === shown) return;
      shown = status;
      badge.classList.toggle('success', status === 'active');
      hold((icons[status] ??= newStatusIcon[status]()), text);
    },
  };
}

const newLastSignInCell = copies(html`<div role="gridcell" part="cell" class="cell lastSignIn"></div>`);

function lastSignInCell(): Cell {
  const element = newLastSignInCell();
  const hold = holder(element);
  const time = document.createElement('time');
  const text = new Text();
  time.append(text);
  const never = document.createElement('span');
  const neverText = new Text();
  never.append(neverText);
  return {
    element,
    show({ lastSignInAt }, { now }) {
      hold(lastSignInAt === null ? never : time);
      write(neverText, strings.neverSignedIn);
      if (lastSignInAt === null) return;
      time.dateTime = new Date(lastSignInAt).toISOString();
      time.title = formatMoment(lastSignInAt);
      write(text, formatRelative(lastSignInAt, now));
    },
  };
}

function plainCell(className: string, text: (member: Member) => string): Cell {
  const element = document.createElement('div');
  element.role = 'gridcell';
  element.className = `cell ${className}`;
  const content = new Text();
  const whole = document.createElement('bdi');
  whole.append(content);
  element.append(whole);
  return { element, show: (member) => write(content, text(member)) };
}

/** The cell of each column, made with regard to which others there are. */
export const CELLS: { readonly [Column in MemberColumn]: (columns: readonly MemberColumn[]) => Cell } = {
  username: () => plainCell('username', ({ username }) => username ?? ''),
  name: nameCell,
  email: emailCell,
  roles: roleCell,
  status: statusCell,
  lastSignIn: lastSignInCell,
  resources: () => plainCell('resources', ({ resources }) => formatNumber(resources ?? 0)),
};

const newActionsCell = copies(html`<div role="gridcell" part="cell" class="cell actions"></div>`);
const newSpinner = copies(html`<span class="spinner" aria-hidden="true"></span>`);
const newMenu = copies<HTMLButtonElement>(
  html`<button type="button" part="button button-quiet" class="button quiet icon" data-control="menu" tabindex="-1" aria-haspopup="menu">${icon('more')}</button>`,
);

/** The cell of what can be done to a member: what is done by one click, once its code is there, and the menu. */
export function actionsCell(): Cell {
  const element = newActionsCell();
  const hold = holder(element);
  const menu = newMenu();
  let spinner: HTMLElement | undefined;
  let deeds: Cell | undefined;
  const reachMenu = reacher(menu);
  let wasPending = false;
  return {
    element,
    show(member, state) {
      if (state.isPending) spinner ??= newSpinner();
      // Put in beside the menu, which may have the focus by then.
      deeds ??= state.deeds?.();
      deeds?.show(member, state);
      hold(
        state.isPending ? spinner : undefined,
        deeds?.element,
        state.decisions.actions.length > 0 ? menu : undefined,
      );
      menu.ariaLabel = strings.actionsFor(nameOf(member));
      if (state.isPending !== wasPending) menu.disabled = wasPending = state.isPending;
      reachMenu(state);
    },
  };
}
