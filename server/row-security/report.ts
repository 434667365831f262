// What is told of the database to who looks at the grid: codes and facts, no statement and nothing that the database said. Pure.
import type { ErrorCode } from '../../shared/errors.ts';
import type {
  DatabasePart,
  DatabaseRight,
  Difference,
  DriftedPart,
  RepairedPart,
} from '../../shared/permissions/database.ts';
import type { Drift, DriftCode } from './drift.ts';
import type { AppliedPart } from './row-security.ts';
import type { Wanted } from './wanted.ts';

const RIGHTS: Readonly<Record<string, DatabaseRight>> = {
  SELECT: 'read',
  INSERT: 'add',
  UPDATE: 'change',
  DELETE: 'delete',
};
const ORDER: readonly DatabaseRight[] = ['read', 'add', 'change', 'delete', 'more'];
/** The differences that leave a part as it is. */
const STANDING: ReadonlySet<DriftCode> = new Set<DriftCode>([
  'schema_foreign',
  'role_foreign',
  'table_missing',
  'table_twice',
  'table_owned',
  'column_missing',
]);
/** A table that somebody else holds, or a deadlock with them. */
const HELD: readonly string[] = ['55P03', '40P01'];
/** What the database itself answers has a code of five characters; what begins so is about the connection. */
const ANSWER = /^(?!08|57P)[\dA-Z]{5}$/;

/** A difference in facts, with people's roles for those of the database. */
export function difference({ stations }: Wanted): (drift: Drift) => Difference {
  return ({ code, isRepaired, facts: { roles, privileges, names } = {} }) => ({
    code,
    isRepaired,
    ...(roles && {
      holders: stations.filter(({ name }) => roles.includes(name)).map((station) => station.roles),
    }),
    ...(privileges && { rights: rightsOf(privileges) }),
    ...(names && { names }),
  });
}

/** What is worth telling: of a table that is none of ours any more it is enough that it was left. */
export function told({ part }: DatabasePart, drift: readonly Drift[]): readonly Drift[] {
  return part === 'left' ? drift.filter(({ code }) => code === 'table_left') : drift;
}

function rightsOf(privileges: readonly string[]): DatabaseRight[] {
  // On columns or on all, it is the same thing; with a star it can be passed on, which is more than any of these.
  const meant = privileges.flatMap((privilege) => [
    RIGHTS[/^\w+/.exec(privilege)?.[0] ?? ''] ?? 'more',
    ...(privilege.endsWith('*') ? (['more'] as const) : []),
  ]);
  return ORDER.filter((right) => meant.includes(right));
}

/** Why a part is not in order now; undefined where it is, or where only what others made is left over. */
export function refusalOf({ error, errorCode = '', drift }: AppliedPart): ErrorCode | undefined {
  if (error !== undefined) {
    if (HELD.includes(errorCode)) return 'database_table_busy';
    return ANSWER.test(errorCode) ? 'database_refused' : 'database_unavailable';
  }
  return drift.some(({ code, isRepaired }) => !isRepaired && STANDING.has(code))
    ? 'database_differs'
    : undefined;
}

/** What people are told of as one part in one: each difference once, and the first refusal. */
export function together<Part extends DriftedPart | RepairedPart>(parts: readonly Part[]): Part[] {
  const once = new Map<string, Part>();
  for (const part of parts) {
    const key = `${part.part} ${part.key}`;
    once.set(key, { ...part, ...once.get(key), ...differencesOf(once.get(key), part) });
  }
  return [...once.values()];
}

function differencesOf(...parts: readonly (DriftedPart | RepairedPart | undefined)[]): object {
  const all = parts.flatMap((part) => (part && 'differences' in part ? part.differences : []));
  const once = new Map(all.map((one) => [JSON.stringify(one), one]));
  return once.size === 0 ? {} : { differences: [...once.values()].slice(0, MOST) };
}

/** The most differences that are told of a part. */
const MOST = 50;
