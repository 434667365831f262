// The roles of the database: one for each set of roles that somebody has. Pure.
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { SnapshotPerson } from '../permissions/snapshot-store.ts';
import { fitting } from './quote.ts';

/** A role of the database: somebody with exactly these roles of the policy acts as it. */
export interface Station {
  readonly name: string;
  readonly roles: readonly RoleKey[];
  /** Whether visitors act as it. */
  readonly isPublic: boolean;
}

/** What of somebody's roles the policy knows, in its order. */
export function rolesOf({ policy }: CompiledPolicy, { roles }: SnapshotPerson): RoleKey[] {
  return policy.roles.filter(({ key }) => roles.includes(key)).map(({ key }) => key);
}

/** The database role of whoever has exactly these roles. A plus stands in no key of a role, so that several are never mistaken for one. */
export function stationName(name: string, roles: readonly RoleKey[]): string {
  return fitting(`${name}_${roles.join('+')}`);
}

/** A database role for each role, and for each set of several (or none) that somebody has. */
export function stationsOf(
  name: string,
  compiled: CompiledPolicy,
  people: readonly SnapshotPerson[],
): Station[] {
  const sets = [...compiled.policy.roles.map(({ key }) => [key]), ...people.map((p) => rolesOf(compiled, p))];
  const stations = new Map<string, Station>();
  for (const roles of sets) {
    const isPublic = roles.length === 1 && compiled.roles.get(roles[0]!)?.isPublic === true;
    const station = { name: stationName(name, roles), roles, isPublic };
    if (!stations.has(station.name)) stations.set(station.name, station);
  }
  return [...stations.values()];
}
