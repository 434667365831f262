// The template of the head of the grid of members: the box that selects what is loaded, and the columns to sort by.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { MEMBER_SORTS } from '../../shared/members/member.ts';
import type { MemberSort } from '../../shared/members/member.ts';
import type { MemberColumn } from '../../shared/policy/policy.ts';
import { strings } from '../i18n/strings.ts';
import { icon } from '../ui/icon.ts';
import type { MemberQuery } from './member-query.ts';

/** What the head shows and whom it tells. */
export interface Head {
  readonly columns: readonly MemberColumn[];
  readonly query: MemberQuery;
  /** What can be granted to people, in the plural. */
  readonly kind: string;
  /** Whether a person can have several roles. */
  readonly isMany: boolean;
  readonly isSelectable: boolean;
  readonly onSort: (sort: MemberSort) => void;
  readonly onSelect: (event: Event) => void;
}

/** The row of column heads. */
export function gridHead(head: Head): TemplateResult {
  const box = html`<div role="columnheader" part="column" class="cell pick">
    <input type="checkbox" aria-label=${strings.selectShown} @change=${head.onSelect} />
  </div>`;
  return html`<div role="row" class="cells" aria-rowindex="1">
    ${head.isSelectable ? box : nothing} ${head.columns.map((column) => columnHead(column, head))}
    <div role="columnheader" part="column" class="cell actions">
      <span class="visually-hidden">${strings.actionsColumn}</span>
    </div>
  </div>`;
}

function columnHead(column: MemberColumn, { query, kind, isMany, onSort }: Head): TemplateResult {
  const isSorted = query.sort === column;
  const order = query.isDescending ? 'descending' : 'ascending';
  const words = { ...strings.columns, resources: kind, ...(isMany && { roles: strings.severalRoles }) };
  const label = words[column];
  if (!isSort(column))
    return html`<div role="columnheader" part="column" class="cell ${column}">${label}</div>`;
  return html`<div role="columnheader" part="column" class="cell ${column}" aria-sort=${isSorted ? order : nothing}>
    <button type="button" class="sort" @click=${() => onSort(column)}>
      ${label}${isSorted ? icon(query.isDescending ? 'arrowDown' : 'arrowUp') : nothing}
    </button>
  </div>`;
}

function isSort(column: MemberColumn): column is MemberSort {
  return (MEMBER_SORTS as readonly string[]).includes(column);
}

/** The order that a click on a column asks for: the other way round where it is sorted already. */
export function nextOrder(query: MemberQuery, sort: MemberSort): MemberQuery {
  return { ...query, sort, isDescending: query.sort === sort && !query.isDescending };
}
