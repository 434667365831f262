// The template of one row of the list of members. Draws what it is given; decides and asks nothing.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { MemberColumn } from '../../shared/policy/policy.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { nameOf, reasonText, strings } from '../i18n/strings.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import type { MemberDecisions } from './member-decisions.ts';

/** What a row shows beside the member. */
export interface RowState {
  readonly columns: readonly MemberColumn[];
  readonly decisions: MemberDecisions;
  /** Undefined where nobody can be selected. */
  readonly isSelected: boolean | undefined;
  readonly isPending: boolean;
  readonly isSelf: boolean;
  /** Whether it is the row that Tab reaches. */
  readonly isActive: boolean;
  readonly now: number;
}

/** The cells of `member`'s row. Controls carry `data-control`, by which the grid finds and hears them. */
export function memberCells(member: Member, state: RowState): TemplateResult {
  return html`
    ${state.isSelected === undefined ? nothing : selectCell(member, state)}
    ${state.columns.map((column) => CELLS[column](member, state))}
    ${actionsCell(member, state)}
  `;
}

/** The cells of a row that is not here yet. */
export function boneCells(columns: readonly MemberColumn[], isSelectable: boolean): TemplateResult {
  return html`
    ${isSelectable ? html`<div role="gridcell" class="cell pick"></div>` : nothing}
    ${columns.map((column) =>
      column === 'name'
        ? html`<div role="gridcell" class="cell name"><span class="bone round"></span><span class="bone"></span></div>`
        : html`<div role="gridcell" class="cell ${column}"><span class="bone"></span></div>`,
    )}
    <div role="gridcell" class="cell actions"></div>
  `;
}

type Cell = (member: Member, state: RowState) => TemplateResult;

const tabIndex = ({ isActive }: RowState) => (isActive ? 0 : -1);

const selectCell: Cell = (member, state) => html`<div role="gridcell" class="cell pick">
  <input
    type="checkbox"
    data-control="select"
    tabindex=${tabIndex(state)}
    aria-label=${strings.selectMember(nameOf(member))}
  />
</div>`;

const CELLS: { readonly [Column in MemberColumn]: Cell } = {
  name: (member, state) => html`<div role="gridcell" class="cell name">
    ${avatar(nameOf(member), member.id)}
    <span class="who">
      <span class="line"><button type="button" class="full-name" data-control="person" tabindex=${tabIndex(state)} title=${strings.showMember(nameOf(member))}><bdi>${nameOf(member)}</bdi></button>${state.isSelf ? html`<span class="badge accent">${strings.you}</span>` : nothing}</span>
      <bdi class="sub-email">${member.name === '' ? nothing : member.email}</bdi>
    </span>
  </div>`,
  email: (member) => html`<div role="gridcell" class="cell email"><bdi>${member.email}</bdi></div>`,
  roles: (member, state) => html`<div role="gridcell" class="cell roles">${roleControl(member, state)}</div>`,
  status: ({ status }) => html`<div role="gridcell" class="cell status">
    <span class="badge ${status === 'active' ? 'success' : ''}">${icon(status === 'active' ? 'check' : 'off')}${strings.statuses[status]}</span>
  </div>`,
  lastSignIn: ({ lastSignInAt }, { now }) => html`<div role="gridcell" class="cell lastSignIn">
    ${
      lastSignInAt === null
        ? html`<span>${strings.neverSignedIn}</span>`
        : html`<time datetime=${new Date(lastSignInAt).toISOString()} title=${formatMoment(lastSignInAt)}>${formatRelative(lastSignInAt, now)}</time>`
    }
  </div>`,
};

function roleControl(member: Member, state: RowState): TemplateResult {
  const { roles, changeRole } = state.decisions;
  const current =
    roles
      .filter(({ isCurrent }) => isCurrent)
      .map(({ name }) => name)
      .join(', ') || member.roles.join(', ');
  const label = strings.roleOf(nameOf(member));
  if (!changeRole.allowed || roles.filter(({ isCurrent }) => isCurrent).length !== 1) {
    const reason = changeRole.allowed ? nothing : reasonText(changeRole.reason);
    return html`<button
      type="button"
      class="fixed-role"
      data-control="role"
      tabindex=${tabIndex(state)}
      aria-disabled="true"
      aria-label=${`${label}: ${current}`}
      aria-description=${reason}
    >
      <span>${current}</span>${icon('lock')}
    </button>`;
  }
  return html`<select class="select" data-control="role" tabindex=${tabIndex(state)} aria-label=${label} ?disabled=${state.isPending}>
    ${roles.map(
      ({
        role,
        name,
        isCurrent,
        decision,
      }) => html`<option value=${role} ?disabled=${!isCurrent && !decision.allowed}>
        ${isCurrent || decision.allowed ? name : strings.roleOption(name, reasonText(decision.reason))}
      </option>`,
    )}
  </select>`;
}

const actionsCell: Cell = (member, state) => {
  const { actions } = state.decisions;
  const reactivate = actions.find(
    ({ action, decision }) => action === 'member.reactivate' && decision.allowed,
  );
  return html`<div role="gridcell" class="cell actions">
    ${state.isPending ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
    ${
      reactivate === undefined || state.isPending
        ? nothing
        : html`<button
          type="button"
          class="button small reactivate"
          data-control="reactivate"
          tabindex=${tabIndex(state)}
          aria-label=${`${strings.reactivate} ${nameOf(member)}`}
        >
          ${strings.reactivate}
        </button>`
    }
    ${
      actions.length === 0
        ? nothing
        : html`<button
          type="button"
          class="button quiet icon"
          data-control="menu"
          tabindex=${tabIndex(state)}
          aria-haspopup="menu"
          aria-label=${strings.actionsFor(nameOf(member))}
          ?disabled=${state.isPending}
        >
          ${icon('more')}
        </button>`
    }
  </div>`;
};
