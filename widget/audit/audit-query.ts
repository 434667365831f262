// How the trail is narrowed: as the viewer says it, in days of their own time zone, and as the server takes it.
import type { AuditFilter } from '../../shared/audit/entry.ts';
import type { MemberId } from '../../shared/ids.ts';
import { midnightOf } from '../i18n/input-days.ts';
import type { AuditGroup } from './groups.ts';
import { actionsOf } from './groups.ts';

/** How the trail is narrowed. Empty parts do not narrow. */
export interface AuditQuery {
  /** The id of whom entries are about. */
  readonly person: string;
  /** The id of who acted; `system` or `host`. */
  readonly actor: string;
  /** An action, or a whole group as `group:people`. */
  readonly action: string;
  /** The first and the last day, as `2026-03-01`. */
  readonly from: string;
  readonly to: string;
}

/** Everything. */
export const EVERYTHING: AuditQuery = { person: '', actor: '', action: '', from: '', to: '' };

/** Whether anything is left out. */
export function isNarrowed(query: AuditQuery): boolean {
  return Object.values(query).some((part) => part !== '');
}

/** Whether the days are the wrong way round. */
export function isCrossed({ from, to }: AuditQuery): boolean {
  return from !== '' && to !== '' && from > to;
}

/** The filter as the server takes it: a day begins and ends at midnight where the viewer is. */
export function filterOf({ person, actor, action, from, to }: AuditQuery): AuditFilter {
  const [first, last] = [dayOf(from, 0), dayOf(to, 1)];
  return {
    ...(person !== '' && { person: person as MemberId }),
    ...(actor !== '' && { actor: actor as MemberId }),
    ...(action !== '' && {
      actions: action.startsWith('group:') ? actionsOf(action.slice(6) as AuditGroup) : [action],
    }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
  };
}

/** The midnight `later` days after the one that a day begins with; undefined where the server takes none. */
function dayOf(text: string, later: number): number | undefined {
  const at = midnightOf(text, later);
  return at >= 0 ? at : undefined;
}
