// What the list of members shows and in which order, and the one-line form of it that stands in an attribute. Pure but for today's date.
import type { ListMembers } from '../../shared/contract/members.ts';
import type { MemberStatus } from '../../shared/policy/can.ts';
import { MEMBER_SORTS } from '../../shared/members/member.ts';
import type { MemberSort } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';

/** How the list is narrowed and sorted. */
export interface MemberQuery {
  readonly search: string;
  readonly roles: readonly RoleKey[];
  readonly statuses: readonly MemberStatus[];
  /** Only who has not signed in for so many days; 0 for everybody. */
  readonly dormant: number;
  readonly sort: MemberSort;
  readonly isDescending: boolean;
}

/** The list as it is at first: everybody, by name. */
export const EVERYBODY: MemberQuery = {
  search: '',
  roles: [],
  statuses: [],
  dormant: 0,
  sort: 'name',
  isDescending: false,
};

/** The statuses, in the order in which they are offered. */
export const STATUSES: readonly MemberStatus[] = ['active', 'deactivated'];
const MAX_SEARCH = 200;
const DAY = 86_400_000;

/** How long ago the last sign-in can be asked to lie, in days. */
export const DORMANT_DAYS: readonly number[] = [30, 90, 180, 365];

/** Reads the one-line form; whatever it does not understand it leaves out. */
export function parseMemberQuery(text: string): MemberQuery {
  const entries = new URLSearchParams(text);
  const list = (key: string) => (entries.get(key) ?? '').split(',').filter((part) => part !== '');
  const order = entries.get('sort') ?? '';
  const sort = MEMBER_SORTS.find((key) => key === order.replace(/^-/, ''));
  return {
    search: (entries.get('search') ?? '').slice(0, MAX_SEARCH),
    roles: list('role'),
    statuses: STATUSES.filter((status) => list('status').includes(status)),
    dormant: DORMANT_DAYS.find((days) => list('dormant').includes(`${days}`)) ?? 0,
    sort: sort ?? EVERYBODY.sort,
    isDescending: sort !== undefined && order.startsWith('-'),
  };
}

/** Writes the one-line form; empty where everybody is shown by name. */
export function formatMemberQuery(query: MemberQuery): string {
  const entries: [string, string][] = [
    ['search', query.search],
    ['role', query.roles.join(',')],
    ['status', query.statuses.join(',')],
    ['dormant', query.dormant === 0 ? '' : `${query.dormant}`],
    [
      'sort',
      query.sort === EVERYBODY.sort && !query.isDescending
        ? ''
        : (query.isDescending ? '-' : '') + query.sort,
    ],
  ];
  // Commas are safe where this ends up and far easier to read.
  return new URLSearchParams(entries.filter(([, value]) => value !== '')).toString().replaceAll('%2C', ',');
}

/** Whether the query leaves anybody out. */
export function isNarrowed(query: MemberQuery): boolean {
  return Object.keys(filterOf(query)).length > 0;
}

/** What the server is asked for a page of `limit` people. */
export function listInput(query: MemberQuery, limit: number, from?: ListMembers['from']): ListMembers {
  return {
    filter: filterOf(query),
    sort: { by: query.sort, direction: query.isDescending ? 'descending' : 'ascending' },
    limit,
    ...(from && { from }),
  };
}

/** The filter as the server takes it. Days are counted from the last midnight in UTC, so that it stays the same from page to page. */
export function filterOf(
  { search, roles, statuses, dormant }: MemberQuery,
  now = Date.now(),
): NonNullable<ListMembers['filter']> {
  const wanted = search.trim();
  return {
    ...(wanted !== '' && { search: wanted }),
    ...(roles.length > 0 && { roles: [...roles] }),
    ...(statuses.length > 0 && { statuses: [...statuses] }),
    ...(dormant > 0 && { dormantSince: (Math.floor(now / DAY) - dormant) * DAY }),
  };
}
