// What the database should be, by the policy, by who has what, and by what the host says of its tables. Pure.
import { compilePolicy } from '../../shared/policy/compile.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import type { AccessSnapshot } from '../permissions/snapshot.ts';
import type { SnapshotPerson, SnapshotResource } from '../permissions/snapshot-store.ts';
import type { KindInDatabase, RowSecurityOptions } from './options.ts';
import { RowSecurityError } from './options.ts';
import type { Station } from './stations.ts';
import { rolesOf, stationName, stationsOf } from './stations.ts';
import type { WantedTable } from './wanted-tables.ts';
import { eachOnce, ownTables, tablesOfKind } from './wanted-tables.ts';

/** What the database should be. */
export interface Wanted {
  /** The name of everything made here. */
  readonly name: string;
  readonly logins: readonly string[];
  readonly stations: readonly Station[];
  /** The role of the database that visitors act as; null where the policy knows none. */
  readonly visitors: string | null;
  readonly tables: readonly WantedTable[];
  /** Each active person by the name that the database has for them, with the role that they act as. */
  readonly people: readonly { readonly member: string; readonly role: string }[];
  /** What people were granted themselves. */
  readonly assignments: readonly Assignment[];
}

/** An action on a row that somebody was granted. */
export interface Assignment {
  readonly member: string;
  readonly kind: string;
  readonly resource: string;
  readonly action: string;
}

const NAME = /^[a-z][a-z0-9_]{0,29}$/;

/** Works out what the database should be. @throws {RowSecurityError} naming the place of the options that cannot work. */
export function wantedOf(snapshot: AccessSnapshot, options: RowSecurityOptions): Wanted {
  const { name = 'user_admin', logins = [], kinds } = options;
  if (!NAME.test(name) || name.startsWith('pg_'))
    throw new RowSecurityError('name: at most 30 lower-case letters, digits and underscores, a letter first');
  const compiled = compilePolicy(snapshot.policy);
  const stations = stationsOf(name, compiled, snapshot.people);
  const known = new Map(snapshot.people.map((person) => [person.memberId, nameOf(person, options)]));
  const tables = Object.entries(kinds).flatMap(([key, place]) =>
    tablesOfKind({ name, compiled, stations, kind: kindOf(compiled, key), place }, snapshot.resources),
  );
  return {
    name,
    logins,
    stations,
    visitors: stations.find(({ isPublic }) => isPublic)?.name ?? null,
    tables: [...ownTables(name, stations), ...eachOnce(tables)],
    people: snapshot.people.flatMap((person) => {
      const member = known.get(person.memberId);
      return member == null ? [] : [{ member, role: stationName(name, rolesOf(compiled, person)) }];
    }),
    assignments: snapshot.resources.flatMap((resource) =>
      assignmentsOf(resource, compiled, kinds[resource.kind], (id) => known.get(id) ?? null),
    ),
  };
}

function kindOf(compiled: CompiledPolicy, key: string): ResourceKind {
  const kind = compiled.policy.resources.find((candidate) => candidate.key === key);
  if (kind === undefined) throw new RowSecurityError(`kinds.${key}: the policy has no such kind`);
  return kind;
}

/** How the database names somebody; null for whom it has no name, or none that it can keep. */
function nameOf({ memberId, subject }: SnapshotPerson, { people }: RowSecurityOptions): string | null {
  const name = people === 'subject' ? subject : memberId;
  return name === null || name === '' || name.includes('\0') ? null : name;
}

function assignmentsOf(
  { kind, key, ownerId, memberGrants }: SnapshotResource,
  { policy }: CompiledPolicy,
  place: KindInDatabase | undefined,
  nameOfMember: (id: SnapshotPerson['memberId']) => string | null,
): Assignment[] {
  const found = policy.resources.find((candidate) => candidate.key === kind);
  if (found?.grantedTo !== 'member' || place === undefined || !('rowsIn' in place)) return [];
  const all = found.actions.map((action) => action.key);
  // An owner whom no column names is told like everybody else who has something.
  const isTold = found.isCreatorFull === true && place.rowsIn.some(({ owner }) => owner === undefined);
  const owned = isTold && ownerId !== null ? all.map((action) => ({ memberId: ownerId, action })) : [];
  const told = new Map<string, Assignment>();
  for (const { memberId, action } of [...memberGrants, ...owned]) {
    const member = nameOfMember(memberId);
    if (member !== null && all.includes(action))
      told.set(JSON.stringify([member, action]), { member, kind, resource: key, action });
  }
  return [...told.values()];
}
