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
  /** The roles of which somebody has to have one, and those of which somebody has to have one in the home workspace. */
  readonly guard: ReadonlySet<RoleKey>;
  readonly homeGuard: ReadonlySet<RoleKey>;
  /** The roles that count in every workspace for whom they were given at home. */
  readonly everywhere: ReadonlySet<RoleKey>;
}

/** Builds the look-ups of `policy`, which must have passed `definePolicy`. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const roles = new Map(policy.roles.map((role) => [role.key, role]));
  const gives = new Map(policy.roles.map((role) => [role.key, new Set(role.gives)]));
  const holders = new Map(
    policy.capabilities.map((capability) => [capability.key, new Set(holdersOf(policy, capability))]),
  );
  const everywhere = new Set(
    policy.roles.filter(({ isEverywhere }) => isEverywhere === true).map(({ key }) => key),
  );
  const guard = guardOf(policy);
  const homeGuard = guard.filter((key) => everywhere.has(key));
  return {
    policy,
    roles,
    gives,
    holders,
    guard: new Set(guard),
    homeGuard: new Set(homeGuard.length > 0 ? homeGuard : guard),
    everywhere,
  };
}

/** The roles that must never be vacant: those that the policy names, or all that hold the capability it names. */
export function guardOf(policy: Policy): readonly RoleKey[] {
  const { guard } = policy;
  if (!('holding' in guard)) return guard;
  const capability = policy.capabilities.find(({ key }) => key === guard.holding);
  return capability === undefined ? [] : holdersOf(policy, capability);
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

/** Whether one of `roles` counts in every workspace. */
export function isEverywhere(compiled: CompiledPolicy, roles: readonly RoleKey[]): boolean {
  return roles.some((role) => compiled.everywhere.has(role));
}

/** The highest rank among `roles`; -1 for none. */
export function topRank(compiled: CompiledPolicy, roles: readonly RoleKey[]): number {
  return Math.max(-1, ...roles.map((role) => compiled.roles.get(role)?.rank ?? -1));
}
