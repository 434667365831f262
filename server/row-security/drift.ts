// What differs between what the database is and what it should be. Types only.

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
  | 'policy_missing'
  | 'policy_differs'
  | 'policy_extra'
  | 'policy_foreign'
  | 'grant_missing'
  | 'grant_extra'
  | 'grant_public'
  | 'people_differ'
  | 'assignments_differ';

/** One difference. */
export interface Drift {
  readonly code: DriftCode;
  /** What it is about, in words for an operator. */
  readonly what: string;
  /** Whether the statements beside it bring it in order; otherwise somebody has to. */
  readonly isRepaired: boolean;
}

/** A part of the database that is brought in order by itself: the foundation, one table, or the people. */
export interface PlannedPart {
  /** `foundation`, `people`, or a table with its schema as PostgreSQL writes them. */
  readonly name: string;
  /** Everything that differs; nothing where it is as it should be. */
  readonly drift: readonly Drift[];
  /** What brings it in order, one after the other in one transaction. */
  readonly statements: readonly string[];
}
