// How a host's database that is to follow the grid differs from it, as both sides know it. Pure: types and limits only.
import type { ErrorCode } from '../errors.ts';
import type { ResourceId } from '../ids.ts';
import type { RoleKey } from '../policy/policy.ts';

/** What kind of difference it is. */
export type DriftCode =
  | 'schema_missing'
  | 'schema_foreign'
  | 'function_differs'
  | 'role_missing'
  | 'role_foreign'
  | 'role_powerful'
  | 'role_joined'
  | 'schema_unreachable'
  | 'login_missing'
  | 'login_powerful'
  | 'login_inherits'
  | 'login_cannot_act'
  | 'table_missing'
  | 'table_twice'
  | 'table_owned'
  | 'table_left'
  | 'column_missing'
  | 'security_off'
  | 'security_not_forced'
  | 'security_forced'
  | 'policy_missing'
  | 'policy_differs'
  | 'policy_extra'
  | 'policy_foreign'
  | 'grant_missing'
  | 'grant_extra'
  | 'grant_public'
  | 'people_differ'
  | 'assignments_differ';

/** What somebody may do with a table; `more` stands for everything beyond reading and changing rows. */
export type DatabaseRight = 'read' | 'add' | 'change' | 'delete' | 'more';

/** One difference, in facts. */
export interface Difference {
  readonly code: DriftCode;
  /** Whether repairing removes it; otherwise whoever runs the database has to. */
  readonly isRepaired: boolean;
  /** Whom it is about: each by exactly the roles that they have; somebody without a role has none. */
  readonly holders?: readonly (readonly RoleKey[])[];
  readonly rights?: readonly DatabaseRight[];
  /** What it is called in the database, for what was not made by us. */
  readonly names?: readonly string[];
}

/**
 * A part of the database that is brought in order by itself.
 *
 * - `table`: the table that a resource is, or one that holds resources as rows.
 * - `left`: a table that is no resource any more.
 * - `foundation`: the roles of the database, and what everything else stands on.
 * - `people`: who acts as what.
 */
export interface DatabasePart {
  readonly part: 'table' | 'left' | 'foundation' | 'people';
  /** The key of the resource that it is; of any other the table as the database writes it; '' for what is no table. */
  readonly key: string;
  /** What a person calls it; '' for what is no table. */
  readonly name: string;
  /** The resource that it is; null where it is none. */
  readonly resourceId: ResourceId | null;
}

/** A part that differs. */
export interface DriftedPart extends DatabasePart {
  readonly differences: readonly Difference[];
}

/** What of a database differs from the grid. */
export interface DatabaseDrift {
  /** When it was looked at, in milliseconds since the epoch. */
  readonly checkedAt: number;
  /** How many resources of the kind are tables that are looked after. */
  readonly tables: number;
  /** How many parts differ. */
  readonly differing: number;
  /** What differs, at most 500 of them. */
  readonly parts: readonly DriftedPart[];
}

/** How repairing one part went. */
export interface RepairedPart extends DatabasePart {
  /** Why it could not be brought in order; nothing of it was changed then. */
  readonly refused?: ErrorCode;
}

/** The most parts that are told at once. */
export const MAX_DRIFTED = 500;
