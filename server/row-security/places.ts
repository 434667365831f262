// Which part of the database belongs to which resource, so that people are told of resources and not of names in a catalogue. Pure.
import type { DatabasePart } from '../../shared/permissions/database.ts';
import type { AccessSnapshot } from '../permissions/snapshot.ts';
import type { SnapshotResource } from '../permissions/snapshot-store.ts';
import { FOUNDATION } from './foundation-plan.ts';
import type { RowSecurityOptions } from './options.ts';
import { PEOPLE } from './people.ts';
import { keptName, tableIdent } from './quote.ts';
import type { Wanted } from './wanted.ts';
import { tableOf } from './wanted-tables.ts';

/** A part of the database, and what it holds. */
export interface Placed {
  readonly part: DatabasePart;
  /** The kind of its resources; null where it holds none. */
  readonly kind: string | null;
}

/** Where everything is. */
export interface Places {
  /** The part of this name. */
  of(name: string): Placed;
  /** How many resources of the kind the database knows: each as a table, or as rows of one. */
  count(kind: string): number;
}

/** Finds the resource of each table. */
export function placesOf(
  wanted: Wanted,
  { kinds }: RowSecurityOptions,
  { resources }: AccessSnapshot,
): Places {
  const tables = new Map<string, SnapshotResource>();
  for (const resource of resources) {
    const place = kinds[resource.kind];
    const table = place && tableOf(place, resource.key);
    if (table) tables.set(tableIdent(table), resource);
  }
  const ofRows = new Map(
    Object.entries(kinds).flatMap(([kind, place]) =>
      'rowsIn' in place ? place.rowsIn.map((rows) => [tableIdent(keptName(rows)), kind] as const) : [],
    ),
  );
  const shared = new Map<string, DatabasePart['part']>([
    [FOUNDATION, 'foundation'],
    [PEOPLE, 'people'],
    ...wanted.tables.map(
      (table) => [tableIdent(table), table.schema === wanted.name ? 'foundation' : 'people'] as const,
    ),
  ]);
  return {
    of: (name) => {
      const resource = tables.get(name);
      if (resource !== undefined) {
        const { id, kind, key, name: called } = resource;
        return { part: { part: 'table', key, name: called, resourceId: id }, kind };
      }
      const kind = ofRows.get(name);
      if (kind !== undefined)
        return { part: { part: 'table', key: name, name: unquoted(name), resourceId: null }, kind };
      const part = shared.get(name) ?? 'left';
      if (part !== 'left') return { part: { part, key: '', name: '', resourceId: null }, kind: null };
      return { part: { part, key: name, name: unquoted(name), resourceId: null }, kind: null };
    },
    count: (kind) => {
      const known = [...ofRows.values()].includes(kind) ? resources : [...tables.values()];
      return known.filter((resource) => resource.kind === kind).length;
    },
  };
}

/** A table as a person reads it. */
function unquoted(name: string): string {
  return name.replace(/^"(.*)"\."(.*)"$/s, '$1.$2').replaceAll('""', '"');
}
