// What each table should be, by what is granted on it and by where the host keeps it. Pure.
import { effectiveActions } from '../../shared/permissions/effective.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { ResourceKind } from '../../shared/policy/policy.ts';
import type { SnapshotResource } from '../permissions/snapshot-store.ts';
import type { Command, KindInDatabase, RowsOfResources, TableName } from './options.ts';
import { RowSecurityError } from './options.ts';
import { digest, ident, keptName, literal, tableIdent } from './quote.ts';
import type { Station } from './stations.ts';

/** A policy of a table. */
export interface WantedPolicy {
  readonly name: string;
  readonly command: Command;
  /** The database roles it is for. */
  readonly to: readonly string[];
  /** The condition of a row; `true` for every one. */
  readonly condition: string;
}

/** What a table should be. */
export interface WantedTable extends TableName {
  /** Database role -> what it may. */
  readonly grants: ReadonlyMap<string, readonly Command[]>;
  /** The roles that may not update these columns, so that nobody makes themselves owner of what they only use. */
  readonly narrow: { readonly roles: ReadonlySet<string>; readonly columns: readonly string[] };
  readonly policies: readonly WantedPolicy[];
  /** Whether the owner of the table is bound as well. */
  readonly isForced: boolean;
  /** Why this table cannot be brought in order at all. */
  readonly trouble?: string;
}

const COMMANDS: readonly Command[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
/** What the usual actions stand for. */
const USUAL: Readonly<Record<string, readonly Command[]>> = {
  read: ['SELECT'],
  write: ['INSERT', 'UPDATE'],
  delete: ['DELETE'],
};

/** A kind of resource, where its resources are, and everybody who may have something of it. */
export interface KindPlace {
  readonly name: string;
  readonly compiled: CompiledPolicy;
  readonly stations: readonly Station[];
  readonly kind: ResourceKind;
  readonly place: KindInDatabase;
}

/** The tables of a kind. @throws {RowSecurityError} where the host names no place that fits how it is granted. */
export function tablesOfKind(at: KindPlace, resources: readonly SnapshotResource[]): WantedTable[] {
  const { kind, place } = at;
  // Whatever is granted now, every action that could be has to stand for something.
  commandsOf(
    at,
    kind.actions.map(({ key }) => key),
  );
  if ('tableOf' in place) {
    if (kind.grantedTo !== 'role')
      throw new RowSecurityError(
        `kinds.${kind.key}: granted to people, so its resources are rows; name rowsIn`,
      );
    return resources.flatMap((resource) => {
      const table = resource.kind === kind.key ? tableOf(place, resource.key) : null;
      return table === null ? [] : [tableOfRoles(at, table, resource)];
    });
  }
  if (kind.grantedTo !== 'member')
    throw new RowSecurityError(
      `kinds.${kind.key}: granted to roles, so its resources are tables; name tableOf`,
    );
  return place.rowsIn.map((rows) => tableOfPeople(at, keptName(rows)));
}

/** The table that a resource is; null for one that is none. */
export function tableOf(place: KindInDatabase, key: string): TableName | null {
  const table = 'tableOf' in place ? place.tableOf(key) : null;
  return table && keptName(table);
}

/** A table that is granted as a whole: whoever may reads, writes or deletes every row. */
function tableOfRoles(at: KindPlace, { schema, table }: TableName, resource: SnapshotResource): WantedTable {
  const { name, compiled, stations, kind } = at;
  const grants = new Map(
    stations.map((station) => {
      const actions = effectiveActions(compiled, kind.key, station.roles, resource.roleGrants);
      return [station.name, commandsOf(at, actions)] as const;
    }),
  );
  const policies = COMMANDS.flatMap((command) => {
    const to = stations.map((station) => station.name).filter((role) => grants.get(role)!.includes(command));
    return to.length === 0
      ? []
      : [{ name: `${name}_${command.toLowerCase()}`, command, to, condition: 'true' }];
  });
  return { schema, table, grants, policies, isForced: true, narrow: { roles: new Set(), columns: [] } };
}

/** A table whose rows are granted one by one: to who holds everything, to the owner, to whom they were granted. */
function tableOfPeople(at: KindPlace, rows: RowsOfResources): WantedTable {
  const { name, compiled, kind } = at;
  const { schema, table } = rows;
  const all = kind.actions.map(({ key }) => key);
  const people = at.stations.filter(({ isPublic }) => !isPublic);
  const isFull = ({ roles }: Station): boolean =>
    effectiveActions(compiled, kind.key, roles, []).length === all.length;
  const [full, others] = [people.filter(isFull), people.filter((station) => !isFull(station))];
  const commands = commandsOf(at, all);
  const policies = commands.flatMap((command) => [
    ...policyFor(`${name}_${command.toLowerCase()}_all`, command, full, 'true'),
    ...policyFor(`${name}_${command.toLowerCase()}`, command, others, conditionOf(at, rows, command)),
  ]);
  return {
    schema,
    table,
    grants: new Map(people.map((station) => [station.name, commands])),
    policies,
    isForced: true,
    narrow: {
      roles: new Set(others.map((station) => station.name)),
      columns: [rows.key, ...(rows.owner === undefined ? [] : [rows.owner])],
    },
  };
}

function policyFor(
  name: string,
  command: Command,
  stations: readonly Station[],
  condition: string,
): WantedPolicy[] {
  const to = stations.map((station) => station.name);
  return to.length === 0 ? [] : [{ name, command, to, condition }];
}

/** Somebody who is switched on, and whose the row is or who was granted an action that stands for the command. */
function conditionOf(at: KindPlace, { key, owner }: RowsOfResources, command: Command): string {
  const { name, kind } = at;
  const me = asker(name);
  const actions = kind.actions.filter((action) => commandsOf(at, [action.key]).includes(command));
  const assigned = `${ident(key)}::text IN (SELECT a.resource FROM ${ident(name)}.assignment a WHERE a.member = ${me} AND a.kind = ${literal(kind.key)} AND a.action IN (${actions.map((action) => literal(action.key)).join(', ')}))`;
  const owned = kind.isCreatorFull === true && owner !== undefined ? `${ident(owner)}::text = ${me} OR ` : '';
  return `EXISTS (SELECT 1 FROM ${ident(name)}.person p WHERE p.member = ${me}) AND (${owned}${assigned})`;
}

/** What the actions stand for together. */
function commandsOf({ kind, place }: KindPlace, actions: readonly string[]): Command[] {
  const meant = new Set(
    actions.flatMap((action) => {
      const commands = Object.hasOwn(place.commands ?? {}, action)
        ? place.commands![action]!
        : Object.hasOwn(USUAL, action)
          ? USUAL[action]!
          : undefined;
      if (commands === undefined)
        throw new RowSecurityError(`kinds.${kind.key}.commands: say what "${action}" stands for`);
      return commands;
    }),
  );
  return COMMANDS.filter((command) => meant.has(command));
}

/** The tables made here, of which everybody sees what is about themselves. */
export function ownTables(name: string, stations: readonly Station[]): WantedTable[] {
  const people = stations.filter(({ isPublic }) => !isPublic).map((station) => station.name);
  return ['person', 'assignment'].map((table) => ({
    schema: name,
    table,
    grants: new Map(people.map((role) => [role, ['SELECT'] as const])),
    policies: [
      { name: `${name}_own`, command: 'SELECT', to: people, condition: `member = ${asker(name)}` } as const,
    ],
    // Whoever keeps them in step is their owner.
    isForced: false,
    narrow: { roles: new Set(), columns: [] },
  }));
}

/** The condition's words for whoever is asking. */
function asker(name: string): string {
  return `(SELECT NULLIF(pg_catalog.current_setting(${literal(`${name}.member`)}, true), ''))`;
}

/** A table that two resources are would have two grids, so it has none. */
export function eachOnce(tables: readonly WantedTable[]): WantedTable[] {
  const once = new Map<string, WantedTable>();
  for (const table of tables) {
    const name = tableIdent(table);
    const trouble = `several resources are the table ${name}; one table is one resource`;
    once.set(name, once.has(name) ? { ...table, trouble } : table);
  }
  return [...once.values()];
}

/** What a policy is known by: anything else than this digest was made for something else. */
export function policyDigest({ command, to, condition }: WantedPolicy): string {
  return digest(JSON.stringify([command, to.toSorted(), condition]));
}
