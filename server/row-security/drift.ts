// What differs between what the database is and what it should be. Types only.

import type { DriftCode } from '../../shared/permissions/database.ts';

export type { DriftCode } from '../../shared/permissions/database.ts';

/** One difference. */
export interface Drift {
  readonly code: DriftCode;
  /** What it is about, in words for an operator. */
  readonly what: string;
  /** Whether the statements beside it bring it in order; otherwise somebody has to. */
  readonly isRepaired: boolean;
  /** The same in facts, where there is more to say than the code. */
  readonly facts?: DriftFacts;
}

/** What a difference is about. */
export interface DriftFacts {
  /** The database roles made here that it is about. */
  readonly roles?: readonly string[];
  /** What they may, or may not: privileges as the catalogue writes them. */
  readonly privileges?: readonly string[];
  /** Names in the database: a policy's, or those of columns. */
  readonly names?: readonly string[];
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
