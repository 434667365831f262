// The roles of a workspace as both sides know them. Pure: types only.
import type { MatrixSection } from '../permissions/permissions.ts';
import type { Role } from '../policy/policy.ts';

/** A role with the people who hold it. */
export interface RoleSummary extends Role {
  /** How many members hold it, by status; null for who may not see the people. */
  readonly holders: { readonly active: number; readonly deactivated: number } | null;
}

/** Every role, highest first, and what each may do. */
export interface RoleList {
  readonly roles: readonly RoleSummary[];
  readonly matrix: readonly MatrixSection[];
}
