// Refuses a policy that makes no sense, naming the place, before anything runs on it. Pure.
import type { PasswordRules } from '../passwords/rules.ts';
import { PASSWORD_LIMIT } from '../passwords/rules.ts';
import { guardOf, holdersOf } from './compile.ts';
import type { Policy, ResourceKind, Role } from './policy.ts';
import { ENGINE_CAPABILITIES } from './policy.ts';
import { shapeProblems } from './shape.ts';

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
  // What is not shaped like a policy cannot be looked into any further.
  const misshapen = shapeProblems(policy);
  if (misshapen.length > 0) throw new PolicyError(nameOf(policy), misshapen);
  const problems = [
    ...checkRoles(policy),
    ...checkCapabilities(policy),
    ...checkGuard(policy),
    ...checkResources(policy),
    ...checkMembers(policy),
    ...checkViews(policy),
    ...checkIdentity(policy),
    ...checkCreation(policy),
    ...checkEverywhere(policy),
  ];
  if (problems.length > 0) throw new PolicyError(policy.key, problems);
  return policy;
}

/** What to call something that may not even be a policy. */
function nameOf(policy: Partial<Policy> | null): string {
  return typeof policy?.key === 'string' ? policy.key : 'without a key';
}

const KEY = /^[a-z][a-z0-9-]{0,49}$/;

function checkRoles(policy: Policy): string[] {
  const problems = duplicates('roles', policy.roles);
  const ranks = new Map<number, Role>();
  policy.roles.forEach((role, index) => {
    const place = `roles[${index}] (${role.key})`;
    if (!KEY.test(role.key))
      problems.push(
        `${place}: the key must be at most 50 lower-case letters, digits and dashes, a letter first`,
      );
    if (role.key in {}) problems.push(`${place}: every object has this name already; choose another key`);
    if (!Number.isFinite(role.rank)) problems.push(`${place}.rank: must be a number`);
    if (role.isCustom === true)
      problems.push(
        `${place}.isCustom: a role of a policy exists everywhere; workspaces make their own themselves`,
      );
    if (policy.hasCustomRoles && role.rank <= 0)
      problems.push(`${place}.rank: must be above 0, where the roles that a workspace makes stand`);
    const tied = ranks.get(role.rank);
    if (tied !== undefined)
      problems.push(`${place}.rank: the same rank as "${tied.key}", so neither is above the other`);
    ranks.set(role.rank, role);
    if (role.rank > (policy.roles[index - 1]?.rank ?? Infinity))
      problems.push(`${place}.rank: above the role before it; list the highest first`);
    problems.push(...checkGives(policy, place, role));
  });
  return problems;
}

function checkGives(policy: Policy, place: string, role: Role): string[] {
  const problems = unknownRoles(policy, `${place}.gives`, role.gives);
  if (role.isPublic === true && role.gives.length > 0)
    problems.push(`${place}.gives: a public role belongs to nobody, so it gives nothing`);
  for (const given of policy.roles.filter(({ key }) => role.gives.includes(key))) {
    if (given.isPublic === true)
      problems.push(`${place}.gives: "${given.key}" is public and cannot be given to a person`);
    else if (given.rank > role.rank)
      problems.push(
        `${place}.gives: "${given.key}" ranks above "${role.key}", so its holder could raise others above themselves`,
      );
  }
  return problems;
}

function checkCapabilities(policy: Policy): string[] {
  const problems = [
    ...duplicates('capabilities', policy.capabilities),
    ...duplicates('sections', policy.sections),
  ];
  const sections = new Set(policy.sections.map((section) => section.key));
  const keys = new Set(policy.capabilities.map((capability) => capability.key));
  for (const needed of ENGINE_CAPABILITIES) {
    if (!keys.has(needed))
      problems.push(`capabilities: "${needed}" is missing; say who holds it, if only nobody`);
  }
  policy.capabilities.forEach((capability, index) => {
    const place = `capabilities[${index}] (${capability.key})`;
    if ((capability.roles === undefined) === (capability.givesRole === undefined)) {
      problems.push(`${place}: name either its roles or the role whose giving it stands for`);
    }
    if (capability.section !== undefined && !sections.has(capability.section)) {
      problems.push(`${place}.section: there is no section "${capability.section}"`);
    }
    problems.push(...unknownRoles(policy, `${place}.roles`, capability.roles ?? []));
    if (capability.givesRole !== undefined)
      problems.push(...unknownRoles(policy, `${place}.givesRole`, [capability.givesRole]));
  });
  return problems;
}

function checkGuard(policy: Policy): string[] {
  const guard = guardOf(policy);
  const problems = unknownRoles(policy, 'guard', guard);
  if (guard.length === 0) problems.push('guard: name at least one role that must never be vacant');
  const managers = rolesHolding(policy, 'members.manage');
  if (managers.length === 0) problems.push('capabilities (members.manage): no role can manage people');
  const isByCapability = 'holding' in policy.guard;
  if (isByCapability && !policy.roles.some(({ key, gives }) => guard.includes(key) && gives.includes(key)))
    problems.push('guard: none of its roles may give itself, so it could never be handed over');
  for (const key of guard) {
    const role = policy.roles.find((candidate) => candidate.key === key);
    if (role === undefined) continue;
    if (role.isPublic === true) problems.push(`guard: "${key}" is public, so nobody can hold it`);
    if (!managers.includes(key))
      problems.push(`guard: "${key}" does not hold members.manage, so its last holder could repair nothing`);
    if (!isByCapability && !role.gives.includes(key))
      problems.push(`guard: "${key}" may not give itself, so it could never be handed over`);
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
      problems.push(
        `${place}.editableRoles: "${key}" holds everything already, so nothing about it can be edited`,
      );
    }
    if (kind.isCreatorFull === true && kind.grantedTo === 'role')
      problems.push(`${place}.isCreatorFull: its grants go to roles, and a person makes a resource`);
    problems.push(...checkEditors(policy, place, kind), ...checkDefaults(policy, place, kind));
  });
  return problems;
}

function checkEditors(policy: Policy, place: string, kind: ResourceKind): string[] {
  if (kind.grantedTo === 'member') {
    return kind.editableRoles.length === 0
      ? []
      : [`${place}.editableRoles: its grants go to people, so no role's can be edited`];
  }
  return rolesHolding(policy, 'permissions.edit')
    .filter((key) => !kind.fullRoles.includes(key))
    .map(
      (key) =>
        `${place}.fullRoles: "${key}" holds permissions.edit but not everything here, so it could grant what it does not hold`,
    );
}

function checkDefaults(policy: Policy, place: string, kind: ResourceKind): string[] {
  const actions = new Set(kind.actions.map((action) => action.key));
  return Object.entries(kind.defaults).flatMap(([role, granted]) => [
    ...unknownRoles(policy, `${place}.defaults`, [role]),
    ...granted
      .filter((action) => !actions.has(action))
      .map((action) => `${place}.defaults.${role}: there is no action "${action}"`),
  ]);
}

function checkMembers(policy: Policy): string[] {
  const problems = duplicates(
    'members.columns',
    policy.members.columns.map((key) => ({ key })),
  );
  if (policy.members.deactivation === 'none' && !policy.members.isRemovable) {
    problems.push('members: nobody can be deactivated or removed, so access could never be taken away');
  }
  return problems;
}

function checkViews(policy: Policy): string[] {
  const problems = duplicates(
    'views',
    policy.views.map((key) => ({ key })),
  );
  if (policy.views.length === 0) problems.push('views: name at least one');
  const { view } = policy.invitations;
  if (view === null && policy.creation === null)
    problems.push(
      'invitations.view: nobody could be brought in; name a view, or say how accounts are made (creation)',
    );
  if (view !== null && !policy.views.includes(view))
    problems.push(`invitations.view: "${view}" is not among the views`);
  return problems;
}

function checkIdentity(policy: Policy): string[] {
  const { identity, roles } = policy;
  const guard = guardOf(policy);
  const { ways, passwords, hostPeople } = identity;
  const problems = duplicates(
    'identity.ways',
    ways.map((key) => ({ key })),
  );
  if (ways.length === 0) problems.push('identity.ways: name at least one, or nobody could sign in');
  if (ways.includes('password') && passwords === null)
    problems.push('identity.passwords: people sign in with a password, so say what one must be');
  if (!ways.includes('password') && passwords !== null)
    problems.push('identity.ways: passwords have rules, but nobody could sign in with one; add "password"');
  if (passwords !== null) problems.push(...checkPasswords(passwords));
  if (hostPeople === null) return problems;
  const role = roles.find(({ key }) => key === hostPeople);
  if (role === undefined) problems.push(`identity.hostPeople: there is no role "${hostPeople}"`);
  else if (role.isPublic === true)
    problems.push(`identity.hostPeople: "${hostPeople}" is public and cannot be given to a person`);
  else if (guard.includes(hostPeople))
    problems.push(`identity.hostPeople: "${hostPeople}" is in charge, and a host names whom it likes`);
  return problems;
}

function checkCreation({ creation, identity, resources }: Policy): string[] {
  if (creation === null) return [];
  const { fields, required } = creation;
  const problems = [
    ...duplicates(
      'creation.fields',
      fields.map((key) => ({ key })),
    ),
    ...required
      .filter((key) => !fields.includes(key))
      .map((key) => `creation.required: "${key}" is not among the fields`),
  ];
  if (fields.includes('password') && identity.passwords === null)
    problems.push('creation.fields: nobody has a password here; say what one must be, or leave it out');
  if (fields.includes('username') && !identity.hasUsername)
    problems.push('creation.fields: nobody has a username here; set identity.hasUsername, or leave it out');
  if (fields.includes('resources') && !resources.some(({ grantedTo }) => grantedTo === 'member'))
    problems.push('creation.fields: no kind of resource is granted to people, so there is none to choose');
  for (const key of ['firstName', 'lastName', 'department'] as const)
    if (fields.includes(key) && !identity.profile.includes(key))
      problems.push(`creation.fields: "${key}" does not describe people here; add it to identity.profile`);
  return problems;
}

function checkEverywhere(policy: Policy): string[] {
  const everywhere = policy.roles.filter(({ isEverywhere }) => isEverywhere === true);
  const problems = everywhere.flatMap(({ key, isPublic }) =>
    isPublic === true
      ? [`roles (${key}): a public role belongs to nobody, so it cannot count everywhere`]
      : [],
  );
  if (everywhere.length > 0 && policy.workspaces === 'one')
    problems.push(
      `workspaces: "${everywhere[0]!.key}" counts in every workspace, and there is only one; say "many"`,
    );
  const local = guardOf(policy).filter((key) => !everywhere.some((role) => role.key === key));
  if (everywhere.length > 0 && local.length === 0)
    problems.push(
      'guard: its roles are given in the main workspace only, so every other would be without anybody in charge',
    );
  return problems;
}

function checkPasswords({ minimum, advised, maximum, classes }: PasswordRules): string[] {
  const place = 'identity.passwords';
  const problems = duplicates(
    `${place}.classes`,
    classes.map(({ kind }) => ({ key: kind })),
  );
  for (const [name, value] of Object.entries({ minimum, advised, maximum }))
    if (!Number.isInteger(value)) problems.push(`${place}.${name}: must be a whole number`);
  if (minimum < 1) problems.push(`${place}.minimum: must be at least 1`);
  if (advised < minimum) problems.push(`${place}.advised: below the minimum, so it advises nothing`);
  if (maximum < advised) problems.push(`${place}.maximum: below the length that is advised`);
  if (maximum > PASSWORD_LIMIT) problems.push(`${place}.maximum: at most ${PASSWORD_LIMIT} can be taken`);
  if (maximum < classes.length)
    problems.push(`${place}.maximum: too short for one character of each of its ${classes.length} classes`);
  classes.forEach((one, index) => {
    if (one.kind === 'special' && one.characters === '')
      problems.push(`${place}.classes[${index}] (special).characters: name at least one`);
  });
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
  return keys
    .filter((key) => !policy.roles.some((role) => role.key === key))
    .map((key) => `${place}: there is no role "${key}"`);
}

function rolesHolding(policy: Policy, key: string): readonly string[] {
  const capability = policy.capabilities.find((candidate) => candidate.key === key);
  return capability === undefined ? [] : holdersOf(policy, capability);
}
