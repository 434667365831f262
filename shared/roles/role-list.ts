// The roles of a workspace as both sides know them. Pure: types and limits only.
import type { MatrixSection } from '../permissions/permissions.ts';
import type { CapabilityKey, Role } from '../policy/policy.ts';

/** The most roles that a workspace makes for itself. */
export const MAX_CUSTOM_ROLES = 100;
/** The most characters of a role's name, and of the sentence about it. */
export const ROLE_NAME_LIMIT = 50;
export const ROLE_DESCRIPTION_LIMIT = 200;

/** A role with the people who hold it. */
export interface RoleSummary extends Role {
  /** How many members hold it, by status, and how many pending invitations give it; null for who may not see the people. */
  readonly holders: {
    readonly active: number;
    readonly deactivated: number;
    readonly invited: number;
  } | null;
  /** What it may do of what stands in a section. */
  readonly capabilities: readonly CapabilityKey[];
  /** Raised by every change; 0 for a role of the policy, which stays as it is. */
  readonly version: number;
}

/** Every role, highest first, and what each may do. */
export interface RoleList {
  readonly roles: readonly RoleSummary[];
  readonly matrix: readonly MatrixSection[];
}

/** What became of a role that was deleted: how many people and invitations had it, and what they have now. */
export interface RoleDeleted {
  readonly key: string;
  readonly members: number;
  readonly invitations: number;
  /** The invitations to nothing but this role, which were taken back. */
  readonly withdrawn: number;
}
