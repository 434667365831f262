// A policy turned into look-ups, once, so that a decision is a few set tests. Pure.
import type { Capability, CapabilityKey, Policy, Role, RoleKey } from './policy.ts';

/** A policy with its look-ups. Build it once with `compilePolicy` and share it. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly roles: ReadonlyMap<RoleKey, Role>;
  /** Role -> the roles it may give. */
  readonly gives: ReadonlyMap<RoleKey, ReadonlySet<RoleKey>>;
  /** Capability -> the roles that hold it. */
  readonly holders: ReadonlyMap<CapabilityKey, ReadonlySet<RoleKey>>;
  readonly guard: ReadonlySet<RoleKey>;
}

/** Builds the look-ups of `policy`, which must have passed `definePolicy`. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const roles = new Map(policy.roles.map((role) => [role.key, role]));
  const gives = new Map(policy.roles.map((role) => [role.key, new Set(role.gives)]));
  const holders = new Map(
    policy.capabilities.map((capability) => [capability.key, new Set(holdersOf(policy, capability))]),
  );
  return { policy, roles, gives, holders, guard: new Set(policy.guard) };
}

/** The roles that hold `capability`: those it names, or those that may give the role it stands for. */
export function holdersOf(policy: Policy, capability: Capability): readonly RoleKey[] {
  const { givesRole, roles = [] } = capability;
  return givesRole === undefined
    ? roles
    : policy.roles.filter((role) => role.gives.includes(givesRole)).map((role) => role.key);
}

/** Whether one of `roles` holds `capability`. */
export function holds(
  compiled: CompiledPolicy,
  roles: readonly RoleKey[],
  capability: CapabilityKey,
): boolean {
  const holders = compiled.holders.get(capability);
  if (holders === undefined) return false;
  for (const role of roles) if (holders.has(role)) return true;
  return false;
}

/** Whether one of `roles` may give `role` to somebody, and so manage whoever has it. */
export function mayGive(compiled: CompiledPolicy, roles: readonly RoleKey[], role: RoleKey): boolean {
  for (const own of roles) if (compiled.gives.get(own)?.has(role) === true) return true;
  return false;
}

/** Whether `role` exists and can be given to a person. */
export function isAssignable(compiled: CompiledPolicy, role: RoleKey): boolean {
  const found = compiled.roles.get(role);
  return found !== undefined && found.isPublic !== true;
}

/** Whether one of `roles` is a guarded one. */
export function isGuard(compiled: CompiledPolicy, roles: readonly RoleKey[]): boolean {
  return roles.some((role) => compiled.guard.has(role));
}

/** The highest rank among `roles`; -1 for none. */
export function topRank(compiled: CompiledPolicy, roles: readonly RoleKey[]): number {
  return Math.max(-1, ...roles.map((role) => compiled.roles.get(role)?.rank ?? -1));
}
