// The roles that a workspace made for itself, laid over the policy that all workspaces share. Pure.
import { holdersOf } from './compile.ts';
import type { Capability, CapabilityKey, Policy, Role, RoleKey } from './policy.ts';

/** A role that exists in one workspace only. */
export interface CustomRole {
  readonly key: RoleKey;
  readonly name: string;
  readonly description: string;
  /** What it may do: capabilities of the policy that stand in a section. */
  readonly capabilities: readonly CapabilityKey[];
  /** Raised by every change. */
  readonly version: number;
}

/** What is known while the roles are laid over the policy: every role, and what each holds. */
interface Drawn {
  readonly policy: Policy;
  readonly roles: readonly Role[];
  readonly rights: ReadonlyMap<RoleKey, ReadonlySet<CapabilityKey>>;
}

/**
 * The policy as it is in a workspace that made `custom` roles.
 *
 * Nobody writes down who gives a custom role: whoever manages people gives exactly the roles whose every right they hold
 * themselves, so that no role can be made or given that raises anybody above its maker. A custom role gives, within its
 * rights, also those roles of the policy that give none, where everybody who could make it or give it may give them too.
 * What the policy no longer knows (a capability, or a key that became its own) counts for nothing.
 */
export function withCustomRoles(policy: Policy, custom: readonly CustomRole[]): Policy {
  const own = custom.filter(({ key }) => !policy.roles.some((role) => role.key === key));
  if (!policy.hasCustomRoles || own.length === 0) return policy;
  const capabilities = policy.capabilities.map((capability) => withHolders(capability, own));
  const roles = [...policy.roles, ...own.map(asRole)];
  // What stands for giving a role is judged by the roles of the policy alone: who gives is only being found out.
  const judged = { ...policy, capabilities };
  const drawn: Drawn = {
    policy: judged,
    roles,
    rights: new Map(roles.map(({ key }) => [key, rightsOf(judged, key)])),
  };
  return { ...judged, roles: roles.map((role) => ({ ...role, gives: givenBy(drawn, role) })) };
}

/** The capability, held by those of the custom roles that name it; never one outside of the sections or that follows from giving. */
function withHolders(capability: Capability, own: readonly CustomRole[]): Capability {
  if (capability.section === undefined || capability.roles === undefined) return capability;
  const holders = own.filter((role) => role.capabilities.includes(capability.key)).map(({ key }) => key);
  return { ...capability, roles: [...capability.roles, ...holders] };
}

/** The rank of every custom role: below those of the policy, whose order is known. */
const CUSTOM_RANK = 0;

function asRole({ key, name, description }: CustomRole): Role {
  return { key, name, description, rank: CUSTOM_RANK, gives: [], isCustom: true };
}

/** What `role` gives: what the policy says, and what follows from rights where it or the other role is custom. */
function givenBy(drawn: Drawn, role: Role): readonly RoleKey[] {
  const derived = drawn.roles.filter((other) =>
    other.isCustom === true
      ? isWithin(drawn, role, other)
      : role.isCustom === true && mayHandOn(drawn, role, other),
  );
  return [...role.gives, ...derived.map(({ key }) => key)];
}

/** Whether `role` manages people and holds whatever `other` holds. */
function isWithin({ policy, rights }: Drawn, role: Role, other: Role): boolean {
  const held = rights.get(role.key)!;
  if (role.isPublic === true || other.isPublic === true) return false;
  if (!held.has('members.manage') && !held.has('members.invite')) return false;
  for (const right of rights.get(other.key)!) if (!held.has(right)) return false;
  return policy.resources.every(
    ({ grantedTo, fullRoles }) =>
      fullRoles.includes(role.key) || (grantedTo === 'member' && !fullRoles.includes(other.key)),
  );
}

/** Whether the custom `role` gives `other`, one of the policy: nobody reaches through it what they may not give themselves. */
function mayHandOn(drawn: Drawn, role: Role, other: Role): boolean {
  if (other.isEverywhere === true || other.gives.length > 0 || !isWithin(drawn, role, other)) return false;
  const makers = drawn.policy.roles.filter(({ key }) => drawn.rights.get(key)!.has('roles.manage'));
  const givers = drawn.policy.roles.filter((giver) => isWithin(drawn, giver, role));
  return [...makers, ...givers].every(({ gives }) => gives.includes(other.key));
}

/** Every capability that the role holds. */
function rightsOf(policy: Policy, role: RoleKey): ReadonlySet<CapabilityKey> {
  const held = policy.capabilities.filter((capability) => holdersOf(policy, capability).includes(role));
  return new Set(held.map(({ key }) => key));
}

/** The capabilities that a custom role can hold, in the order of the policy. */
export function ownableCapabilities(policy: Policy): readonly Capability[] {
  return policy.capabilities.filter(({ section, roles }) => section !== undefined && roles !== undefined);
}
