// Refuses a policy that makes no sense, naming the place, before anything runs on it. Pure.
import type { Policy, ResourceKind, Role } from './policy.ts';
import { ENGINE_CAPABILITIES } from './policy.ts';

/** A policy that cannot work; the message lists every place with what is wrong there. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly problems: readonly string[];

  constructor(key: string, problems: readonly string[]) {
    super(`The policy "${key}" cannot work:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Checks `policy` and returns it. @throws {PolicyError} naming every place that makes no sense. */
export function definePolicy<const P extends Policy>(policy: P): P {
  const problems = [...checkRoles(policy), ...checkCapabilities(policy), ...checkGuard(policy), ...checkResources(policy), ...checkViews(policy)];
  if (problems.length > 0) throw new PolicyError(policy.key, problems);
  return policy;
}

const KEY = /^[a-z][a-z0-9.-]{0,49}$/;

function checkRoles(policy: Policy): string[] {
  const problems = duplicates('roles', policy.roles);
  const known = new Map(policy.roles.map((role) => [role.key, role]));
  const ranks = new Map<number, Role>();
  policy.roles.forEach((role, index) => {
    const place = `roles[${index}] (${role.key})`;
    if (!KEY.test(role.key)) problems.push(`${place}: the key must be lower-case letters, digits and dashes`);
    const tied = ranks.get(role.rank);
    if (tied !== undefined) problems.push(`${place}.rank: the same rank as "${tied.key}", so neither is above the other`);
    ranks.set(role.rank, role);
    if (role.isPublic === true && role.gives.length > 0) problems.push(`${place}.gives: a public role belongs to nobody, so it gives nothing`);
    for (const key of role.gives) {
      const given = known.get(key);
      if (given === undefined) problems.push(`${place}.gives: there is no role "${key}"`);
      else if (given.isPublic === true) problems.push(`${place}.gives: "${key}" is public and cannot be given to a person`);
      else if (given.rank > role.rank) problems.push(`${place}.gives: "${key}" ranks above "${role.key}", so its holder could raise others above themselves`);
    }
  });
  return problems;
}

function checkCapabilities(policy: Policy): string[] {
  const problems = duplicates('capabilities', policy.capabilities);
  problems.push(...duplicates('sections', policy.sections));
  const sections = new Set(policy.sections.map((section) => section.key));
  const keys = new Set(policy.capabilities.map((capability) => capability.key));
  for (const needed of ENGINE_CAPABILITIES) {
    if (!keys.has(needed)) problems.push(`capabilities: "${needed}" is missing; say who holds it, if only nobody`);
  }
  policy.capabilities.forEach((capability, index) => {
    const place = `capabilities[${index}] (${capability.key})`;
    if ((capability.roles === undefined) === (capability.givesRole === undefined)) {
      problems.push(`${place}: name either its roles or the role whose giving it stands for`);
    }
    if (capability.section !== undefined && !sections.has(capability.section)) {
      problems.push(`${place}.section: there is no section "${capability.section}"`);
    }
    const named = capability.roles ?? [capability.givesRole!];
    problems.push(...unknownRoles(policy, `${place}.roles`, named));
  });
  return problems;
}

function checkGuard(policy: Policy): string[] {
  const problems = unknownRoles(policy, 'guard', policy.guard);
  if (policy.guard.length === 0) problems.push('guard: name at least one role that must never be vacant');
  const managers = policy.capabilities.find((capability) => capability.key === 'members.manage')?.roles ?? [];
  if (managers.length === 0) problems.push('capabilities (members.manage): no role can manage people');
  for (const key of policy.guard) {
    const role = policy.roles.find((candidate) => candidate.key === key);
    if (role === undefined) continue;
    if (role.isPublic === true) problems.push(`guard: "${key}" is public, so nobody can hold it`);
    if (!managers.includes(key)) problems.push(`guard: "${key}" does not hold members.manage, so its last holder could repair nothing`);
    if (!role.gives.includes(key)) problems.push(`guard: "${key}" may not give itself, so it could never be handed over`);
  }
  return problems;
}

function checkResources(policy: Policy): string[] {
  const problems = duplicates('resources', policy.resources);
  policy.resources.forEach((kind, index) => {
    const place = `resources[${index}] (${kind.key})`;
    problems.push(...duplicates(`${place}.actions`, kind.actions));
    if (kind.actions.length === 0) problems.push(`${place}.actions: name at least one action`);
    problems.push(...unknownRoles(policy, `${place}.editableRoles`, kind.editableRoles));
    problems.push(...unknownRoles(policy, `${place}.fullRoles`, kind.fullRoles));
    for (const key of kind.editableRoles.filter((role) => kind.fullRoles.includes(role))) {
      problems.push(`${place}.editableRoles: "${key}" holds everything already, so nothing about it can be edited`);
    }
    problems.push(...checkDefaults(policy, place, kind));
  });
  return problems;
}

function checkDefaults(policy: Policy, place: string, kind: ResourceKind): string[] {
  const actions = new Set(kind.actions.map((action) => action.key));
  return Object.entries(kind.defaults).flatMap(([role, granted]) => [
    ...unknownRoles(policy, `${place}.defaults`, [role]),
    ...granted.filter((action) => !actions.has(action)).map((action) => `${place}.defaults.${role}: there is no action "${action}"`),
  ]);
}

function checkViews(policy: Policy): string[] {
  const problems = duplicates('views', policy.views.map((key) => ({ key })));
  if (policy.views.length === 0) problems.push('views: name at least one');
  if (!policy.views.includes(policy.invitations.view)) problems.push(`invitations.view: "${policy.invitations.view}" is not among the views`);
  return problems;
}

function duplicates(place: string, items: readonly { readonly key: string }[]): string[] {
  const seen = new Set<string>();
  return items.flatMap(({ key }, index) => {
    if (seen.has(key)) return [`${place}[${index}]: the key "${key}" is used twice`];
    seen.add(key);
    return [];
  });
}

function unknownRoles(policy: Policy, place: string, keys: readonly string[]): string[] {
  return keys.filter((key) => !policy.roles.some((role) => role.key === key)).map((key) => `${place}: there is no role "${key}"`);
}
