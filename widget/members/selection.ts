// Who is selected: named people, or everybody who matches but some. Pure and immutable.
import type { MemberSelection } from '../../shared/contract/members.ts';
import type { MemberId } from '../../shared/ids.ts';
import { filterOf } from './member-query.ts';
import type { MemberQuery } from './member-query.ts';

/** A selection. `isAll` turns the meaning of `ids` around: everybody but these. */
export interface Selection {
  readonly isAll: boolean;
  readonly ids: ReadonlySet<MemberId>;
}

/** Nobody. */
export const NOBODY: Selection = { isAll: false, ids: new Set() };

/** Everybody who matches, loaded or not. */
export const ALL: Selection = { isAll: true, ids: new Set() };

/** Whether `id` is selected. */
export function isSelected(selection: Selection, id: MemberId): boolean {
  return selection.ids.has(id) !== selection.isAll;
}

/** The selection with these people in or out. */
export function withMembers(selection: Selection, ids: readonly MemberId[], isIn: boolean): Selection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (isIn === selection.isAll) next.delete(id);
    else next.add(id);
  }
  return { isAll: selection.isAll, ids: next };
}

/** How many are selected of `total` who match. */
export function countSelected(selection: Selection, total: number): number {
  return selection.isAll ? Math.max(0, total - selection.ids.size) : selection.ids.size;
}

/** The most ids that one request names. */
const MAX_IDS = 200;

/** The selection as the server takes it: by name in parts of at most 200, or as one filter with exceptions. */
export function selectionParts(selection: Selection, query: MemberQuery): readonly MemberSelection[] {
  const ids = [...selection.ids];
  if (selection.isAll) return [{ filter: filterOf(query), except: ids }];
  return Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_, part) => ({
    ids: ids.slice(part * MAX_IDS, (part + 1) * MAX_IDS),
  }));
}
