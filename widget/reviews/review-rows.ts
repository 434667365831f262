// The people of a review, one row each: who, with which access, what was decided and what can be. Templates and looks; it keeps nothing.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReviewItem } from '../../shared/reviews/review.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { reviewStrings as strings } from '../i18n/review-strings.ts';
import { nameOf, statusText, strings as general } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';
import { avatar } from '../ui/avatar.ts';
import { deedButton } from '../ui/deed-button.ts';
import { held } from '../ui/held.ts';
import { anyIcon } from '../ui/more-icons.ts';

/** How many resources are named before they are counted. */
const NAMED = 3;

/** What the rows are drawn with, and whom they tell. */
export interface RowTools {
  readonly rights: Rights;
  readonly now: number;
  /** Why nothing can be decided; empty where it can. */
  readonly obstacle: string;
  readonly isBusy: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (item: ReviewItem, isIn: boolean) => void;
  readonly onKeep: (item: ReviewItem) => void;
  readonly onRevoke: (item: ReviewItem) => void;
  readonly onNote: (item: ReviewItem) => void;
}

/** The look of rows: a grid that becomes cards where it is narrow. */
export const rowLook = css`
  .person {
    display: grid;
    grid-template-columns: 20px minmax(0, 2fr) minmax(0, 1.6fr) minmax(80px, 0.8fr) minmax(260px, 2fr);
    align-items: center;
    gap: 6px 16px;
    padding: 10px var(--_space);
  }
  .person.head {
    padding-block: 8px;
  }
  .person.head > :last-child {
    text-align: end;
  }
  .person:has(:checked) {
    background: var(--_accent-soft);
  }
  .person > :first-child {
    display: grid;
  }
  .person:last-child {
    border: 0;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
  }
  .who > div {
    min-inline-size: 0;
  }
  .who p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .who .name {
    font-weight: 500;
  }
  .access {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    min-inline-size: 0;
  }
  .access .muted {
    flex-basis: 100%;
  }
  .decided {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 6px 8px;
    min-inline-size: 0;
  }
  .decided .said {
    display: grid;
    flex: 1 1 110px;
    justify-items: end;
    gap: 2px;
    min-inline-size: 0;
    text-align: end;
    text-wrap: balance;
  }
  .decided q {
    overflow-wrap: anywhere;
  }
  @container (max-width: 760px) {
    .person.head {
      display: none;
    }
    .person {
      grid-template-columns: 20px minmax(0, 1fr) minmax(0, 230px);
      align-items: start;
    }
    .person > :nth-child(n + 3) {
      grid-column: 2;
    }
    .person > .decided {
      grid-area: 1 / 3 / span 3;
      align-self: center;
    }
    .decided .said {
      flex-basis: 100%;
    }
    .person .seen::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
    }
  }
  @container (max-width: 559px) {
    .person {
      grid-template-columns: 20px minmax(0, 1fr);
    }
    .person > .decided {
      grid-area: auto / 2;
    }
    .decided,
    .decided .said {
      justify-content: start;
      justify-items: start;
      text-align: start;
    }
  }
`;

/** The table of `items`. */
export function reviewRows(items: readonly ReviewItem[], label: string, tools: RowTools): TemplateResult {
  return html`<div role="table" aria-label=${label}>
    <div role="rowgroup">
      <div role="row" class="person head">
        <span role="columnheader"><span class="visually-hidden">${strings.columnDecision}</span></span>
        <span role="columnheader">${strings.columnPerson}</span>
        <span role="columnheader">${strings.columnAccess}</span>
        <span role="columnheader">${strings.columnLastSignIn}</span>
        <span role="columnheader">${strings.columnDecision}</span>
      </div>
    </div>
    <div role="rowgroup">
      ${repeat(
        items,
        ({ memberId }) => memberId,
        (item) => renderRow(item, tools),
      )}
    </div>
  </div>`;
}

/** What a person is called in a sentence, also where that was erased. */
export function calledIn(item: ReviewItem): string {
  return nameOf(item) || strings.erased;
}

function renderRow(item: ReviewItem, tools: RowTools): TemplateResult {
  const { memberId, email, decision, lastSignInAt, isHere } = item;
  const name = calledIn(item);
  const { obstacle, isBusy, selected } = tools;
  return html`<div role="row" class="row person" data-member=${memberId}>
    <span role="cell">
      ${
        obstacle === ''
          ? html`<input
              type="checkbox"
              aria-label=${strings.select(name)}
              .checked=${held(selected.has(memberId))}
              ?disabled=${isBusy}
              @change=${({ target }: Event) => tools.onSelect(item, (target as HTMLInputElement).checked)}
            />`
          : nothing
      }
    </span>
    <div role="rowheader" class="who">
      ${avatar(name, memberId)}
      <div>
        <p class="name"><bdi>${name}</bdi></p>
        ${email === '' || email === name ? nothing : html`<p class="muted small" title=${email}><bdi>${email}</bdi></p>`}
      </div>
    </div>
    <div role="cell" class="access">${renderAccess(item, tools.rights)}</div>
    <div role="cell" class="seen small" data-label=${strings.columnLastSignIn} title=${lastSignInAt === null ? nothing : formatMoment(lastSignInAt)}>
      ${lastSignInAt === null ? strings.never : formatRelative(lastSignInAt, tools.now)}
      ${isHere || decision === 'revoke' ? nothing : html`<span part="badge" class="badge warning">${strings.gone}</span>`}
    </div>
    <div role="cell" class="decided">${renderDecision(item, tools)}</div>
  </div>`;
}

function renderAccess({ roles, status, resources }: ReviewItem, rights: Rights) {
  const more = resources.length - NAMED;
  return html`${roles.map((role) => html`<span part="badge" class="badge">${rights.roleName(role)}</span>`)}
    ${status === 'active' ? nothing : html`<span part="badge" class="badge">${anyIcon('off')}${statusText(status, rights.policy)}</span>`}
    ${
      resources.length === 0
        ? nothing
        : html`<span class="muted small">${resources.slice(0, NAMED).join(general.comma)}${more > 0 ? ` ${strings.moreResources(more)}` : ''}</span>`
    }`;
}

function renderDecision(item: ReviewItem, tools: RowTools) {
  const { decision, note, decidedBy, decidedAt } = item;
  const name = calledIn(item);
  const button = (label: string, about: string, run: (item: ReviewItem) => void) =>
    deedButton(label, () => run(item), tools.obstacle, { about, isBusy: tools.isBusy });
  const said =
    decision === null
      ? nothing
      : html`<div class="said">
          <span part="badge" class="badge ${decision === 'keep' ? 'success' : 'danger'}">${anyIcon(decision === 'keep' ? 'check' : 'off')}${strings.decisions[decision]}</span>
          ${decidedBy === null || decidedAt === null ? nothing : html`<span class="muted small" title=${formatMoment(decidedAt)}>${strings.by(decidedBy, formatRelative(decidedAt, tools.now))}</span>`}
          ${note === '' ? nothing : html`<q class="small">${note}</q>`}
        </div>`;
  if (tools.obstacle !== '' && decision !== null) return said;
  return html`${said}
    ${decision === 'keep' ? nothing : decision === null ? button(strings.keep, strings.keepOf(name), tools.onKeep) : nothing}
    ${decision === 'revoke' ? nothing : button(strings.revoke, strings.revokeOf(name), tools.onRevoke)}
    ${decision === null ? nothing : button(strings.note, strings.noteOf(name), tools.onNote)}`;
}
