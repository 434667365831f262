// The cell of a member's role: a select, or the role with the reason why it cannot be changed. Decides nothing.
import { html } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { formatNumber } from '../i18n/format.ts';
import { nameOf, strings } from '../i18n/strings.ts';
import { copies, holder, textIn, write } from '../ui/copies.ts';
import { icon } from '../ui/icon.ts';
import type { MemberDecisions, RoleChoice } from './member-decisions.ts';
import { reacher } from './row-cell.ts';
import type { Cell, RowState } from './row-cell.ts';

/** How many characters of several roles the column has room for. */
const MAX_LENGTH = 24;

const newRoleCell = copies(html`<div role="gridcell" part="cell" class="cell roles"></div>`);
const newPlace = copies(html`<span class="place"><bdi></bdi>: </span>`);

/** The cell of the role. The control that a member does not need is not even made. */
export function roleCell(): Cell {
  const element = newRoleCell();
  const hold = holder(element);
  let fixed: Cell | undefined;
  let select: Cell | undefined;
  let place: HTMLElement | undefined;
  let placeName: Text | undefined;
  return {
    element,
    show(member, state) {
      const control = hasChoice(state.decisions) ? (select ??= roleSelect()) : (fixed ??= fixedRole());
      control.show(member, state);
      if (state.decisions.place !== '') {
        place ??= newPlace();
        write((placeName ??= textIn(place, 'bdi')), state.decisions.place);
      }
      hold(place, control.element);
    },
  };
}

/** Whether there is one role now, and another that can be given in its place. */
function hasChoice({ roles, changeRole, isMany }: MemberDecisions): boolean {
  return !isMany && changeRole.allowed && roles.filter(({ isCurrent }) => isCurrent).length === 1;
}

const newFixedRole = copies(
  html`<button type="button" class="fixed-role" data-control="role" tabindex="-1"><span></span></button>`,
);
const newLock = copies<SVGElement>(icon('lock'));

function fixedRole(): Cell {
  const element = newFixedRole();
  const text = textIn(element, 'span');
  const hold = holder(element);
  const lock = newLock();
  const words = element.firstElementChild!;
  const reach = reacher(element);
  return {
    element,
    show(member, state) {
      const { roles, changeRole, place } = state.decisions;
      const held = roles.filter(({ isCurrent }) => isCurrent).map(({ name }) => name);
      const current = held.join(strings.comma) || member.roles.join(strings.comma);
      // Several roles can be longer than their column; the title has them all.
      const isLong = held.length > 1 && current.length > MAX_LENGTH;
      const short = isLong ? `${held[0]} +${formatNumber(held.length - 1)}` : current;
      write(text, short);
      if (element.title !== current) element.title = current;
      // Whoever speaks to the page says what they see (WCAG 2.5.3).
      element.ariaLabel = strings.roleHeld(nameOf(member), isLong ? `${short} (${current})` : short, place);
      // Who may change them does so where there is room for several.
      element.ariaDisabled = changeRole.allowed ? null : 'true';
      element.ariaHasPopup = changeRole.allowed ? 'dialog' : null;
      element.ariaDescription = changeRole.allowed ? null : reasonText(changeRole.reason);
      hold(words, changeRole.allowed ? undefined : lock);
      reach(state);
    },
  };
}

const newSelect = copies<HTMLSelectElement>(
  html`<select part="field" class="select" data-control="role" tabindex="-1"></select>`,
);

function roleSelect(): Cell {
  const element = newSelect();
  const reach = reacher(element);
  let shown: readonly RoleChoice[] = [];
  let wasPending = false;
  return {
    element,
    show(member: Member, state: RowState) {
      const { roles } = state.decisions;
      // Members alike share their choices, so mostly there is nothing to do.
      if (roles !== shown) offer(element, roles);
      shown = roles;
      element.ariaLabel = strings.roleOf(nameOf(member));
      if (state.isPending !== wasPending) element.disabled = wasPending = state.isPending;
      // Also where the member is the same: the viewer may have picked something else since.
      element.value = member.roles[0] ?? '';
      reach(state);
    },
  };
}

function offer(select: HTMLSelectElement, choices: readonly RoleChoice[]): void {
  while (select.options.length > choices.length) select.options[choices.length]!.remove();
  choices.forEach(({ role, name, isCurrent, decision }, at) => {
    const option = select.options[at] ?? select.appendChild(new Option(' '));
    if (option.value !== role) option.value = role;
    option.disabled = !isCurrent && !decision.allowed;
    write(
      option.firstChild as Text,
      isCurrent || decision.allowed ? name : strings.roleOption(name, reasonText(decision.reason)),
    );
  });
}
