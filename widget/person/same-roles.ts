// Roles compared. Pure.
import type { RoleKey } from '../../shared/policy/policy.ts';

/** Whether these are the same roles, in whichever order. */
export function sameRoles(some: readonly RoleKey[], others: readonly RoleKey[]): boolean {
  return new Set(some).symmetricDifference(new Set(others)).size === 0;
}
