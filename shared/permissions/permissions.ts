// Grants of resources to roles, and the matrix of capabilities. Pure.
import type { ErrorCode } from '../errors.ts';
import type { ResourceId } from '../ids.ts';
import { holds } from '../policy/compile.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { Capability, RoleKey, Section } from '../policy/policy.ts';

/** One row of the grid: what one role may do with one resource. */
export interface GrantRow {
  readonly resourceId: ResourceId;
  readonly resource: string;
  readonly role: RoleKey;
  readonly actions: readonly string[];
  /** Raised by every change of this row; 0 where nothing was ever saved. */
  readonly version: number;
}

/** The wish to change one row of the grid. */
export interface GrantChange {
  readonly resourceId: ResourceId;
  readonly role: RoleKey;
  readonly actions: readonly string[];
  readonly version: number;
}

/** How saving one row went; rows are saved one by one. */
export interface GrantOutcome {
  readonly resourceId: ResourceId;
  readonly role: RoleKey;
  readonly refused?: ErrorCode;
  /** The row as it now stands, also after a conflict. */
  readonly row?: GrantRow;
  /** Why a database that is to follow the grid does not follow the saved row yet. */
  readonly unfollowed?: ErrorCode;
}

/** The most rows that one request saves. */
export const MAX_GRANT_ROWS = 500;

/** The most resources that are looked at for one page of keys. */
export const MAX_ACCESSIBLE = 2000;

/** A section of the capability matrix with a cell for each role. */
export interface MatrixSection {
  readonly section: Section;
  readonly rows: readonly {
    readonly capability: Capability;
    readonly cells: readonly { readonly role: RoleKey; readonly isHeld: boolean }[];
  }[];
}

/** The matrix of capabilities by section, roles in their order. */
export function capabilityMatrix(compiled: CompiledPolicy): readonly MatrixSection[] {
  const { sections, capabilities, roles } = compiled.policy;
  return sections.map((section) => ({
    section,
    rows: capabilities
      .filter((capability) => capability.section === section.key)
      .map((capability) => ({
        capability,
        cells: roles.map((role) => ({ role: role.key, isHeld: holds(compiled, [role.key], capability.key) })),
      })),
  }));
}

/** Whether two sets of actions are the same. */
export function sameActions(a: readonly string[], b: readonly string[]): boolean {
  return a.every((action) => b.includes(action)) && b.every((action) => a.includes(action));
}
