// How fast the engine answers "may this role do this", with a reason, as a ratio to a bare bitset over the same names.
// Measures only; run it alone with `node bench/can.ts`.
import type { MemberId, WorkspaceId } from '../shared/ids.ts';
import type { Action, Actor, Facts, TargetOf } from '../shared/policy/can.ts';
import { can } from '../shared/policy/can.ts';
import type { CompiledPolicy } from '../shared/policy/compile.ts';
import { compilePolicy, holds } from '../shared/policy/compile.ts';
import type { Decision } from '../shared/policy/decision.ts';
import { allow, deny } from '../shared/policy/decision.ts';
import { definePolicy } from '../shared/policy/define.ts';
import type { Policy, RoleKey } from '../shared/policy/policy.ts';
import { ENGINE_CAPABILITIES } from '../shared/policy/policy.ts';
import type { Ratio } from './ratio.ts';
import { line, median } from './ratio.ts';

const ROLES = 50;
const RESOURCES = 500;
const ACTIONS = ['read', 'write', 'delete', 'share'];
/** Odd, so that the median is a measured round. */
const ROUNDS = 41;
const AIM = 0.5;
const WORKSPACE = 'w' as WorkspaceId;

/** How many checks per second the engine does, as a share of what the bare bitset does; both sides take turns. */
export async function permissionChecks(): Promise<Ratio[]> {
  const compiled = compilePolicy(bigPolicy());
  return [
    ratioOf(
      'a role against 2,000 capabilities, with a reason',
      capabilityFloor(compiled),
      capabilityChecks(compiled),
    ),
    ratioOf(
      'can(): a person about another, 4 actions, with a reason',
      peopleFloor(compiled),
      peopleChecks(compiled),
    ),
  ];
}

/** Fifty ordered roles that each may do a different part of four actions on 500 resources, and give the roles below. */
function bigPolicy(): Policy {
  const keys = Array.from({ length: ROLES }, (_, i) => `role-${i}`);
  const resources = Array.from({ length: RESOURCES }, (_, i) => `table-${i}`);
  return definePolicy({
    key: 'bench',
    name: 'Bench',
    description: 'Fifty roles.',
    roles: keys.map((key, i) => ({
      key,
      name: key,
      description: key,
      rank: ROLES - i,
      gives: i === 0 ? keys : keys.slice(i + 1),
    })),
    guard: ['role-0'],
    rolesPerMember: 'one',
    hasCustomRoles: false,
    workspaces: 'one',
    sections: [],
    capabilities: [
      ...ENGINE_CAPABILITIES.map((key) => ({ key, name: key, roles: keys.filter((_, i) => i < ROLES / 2) })),
      ...resources.flatMap((resource, r) =>
        ACTIONS.map((action, a) => ({
          key: `${resource}.${action}`,
          name: resource,
          roles: keys.filter((_, i) => (i * 7 + r * 3 + a) % 2 === 0),
        })),
      ),
    ],
    resources: [],
    views: ['users'],
    members: { columns: ['name'], deactivation: 'confirm', isRemovable: true },
    invitations: { view: 'users', fields: [] },
    creation: null,
    guidance: [],
    identity: {
      ways: ['link'],
      passwords: null,
      hasUsername: false,
      profile: [],
      emailChange: 'none',
      hostPeople: null,
    },
  });
}

/** A bitset by name: two look-ups and a bit, no reason. */
function bitset(
  sets: ReadonlyMap<string, ReadonlySet<RoleKey>>,
  roles: readonly RoleKey[],
): (key: string, role: RoleKey) => boolean {
  const place = new Map(roles.map((role, i) => [role, i]));
  const words = new Map(
    [...sets].map(([key, holders]) => {
      const bits = new Uint32Array(Math.ceil(roles.length / 32));
      for (const role of holders) bits[place.get(role)! >> 5]! |= 1 << (place.get(role)! & 31);
      return [key, bits];
    }),
  );
  return (key, role) => {
    const i = place.get(role)!;
    return (words.get(key)![i >> 5]! & (1 << (i & 31))) !== 0;
  };
}

/** Counts what is allowed and how many were asked, so that neither side can be optimised away or cheat. */
type Side = () => { allowed: number; asked: number };

function capabilityFloor(compiled: CompiledPolicy): Side {
  const { roles, capabilities } = namesOf(compiled);
  const has = bitset(compiled.holders, roles);
  return () => {
    let allowed = 0;
    for (const role of roles) for (const capability of capabilities) if (has(capability, role)) allowed++;
    return { allowed, asked: roles.length * capabilities.length };
  };
}

function capabilityChecks(compiled: CompiledPolicy): Side {
  const { roles, capabilities } = namesOf(compiled);
  const held = roles.map((role) => [role]);
  return () => {
    let allowed = 0;
    for (const own of held)
      for (const capability of capabilities) if (decide(compiled, own, capability).allowed) allowed++;
    return { allowed, asked: held.length * capabilities.length };
  };
}

function decide(compiled: CompiledPolicy, roles: readonly RoleKey[], capability: string): Decision {
  return holds(compiled, roles, capability) ? allow() : deny('not_granted');
}

function namesOf(compiled: CompiledPolicy): { roles: RoleKey[]; capabilities: string[] } {
  return {
    roles: [...compiled.roles.keys()],
    capabilities: [...compiled.holders.keys()].filter((key) => key.startsWith('table-')),
  };
}

const ABOUT_PEOPLE = [
  'member.change-role',
  'member.deactivate',
  'member.remove',
  'members.list',
] as const satisfies readonly Action[];

/** A target that fits all four. */
type Question = TargetOf['member.change-role'] & TargetOf['members.list'];

/** Somebody of each role asks about 500 people of all roles. */
function peopleOf(compiled: CompiledPolicy): { actors: Actor[]; targets: Question[]; facts: Facts } {
  const roles = [...compiled.roles.keys()];
  const actors = roles.map((role, i): Actor => ({
    kind: 'member',
    id: `actor-${i}` as MemberId,
    workspace: WORKSPACE,
    roles: [role],
    status: 'active',
  }));
  const targets = Array.from({ length: RESOURCES }, (_, i): Question => ({
    workspace: WORKSPACE,
    member: {
      id: `member-${i}` as MemberId,
      workspace: WORKSPACE,
      roles: [roles[i % ROLES]!],
      status: 'active',
    },
    roles: [roles[ROLES - 1]!],
  }));
  return {
    actors,
    targets,
    facts: {
      policy: compiled,
      inCharge: 2,
      isArchived: false,
      isHome: false,
      external: { authentication: false, authorization: false },
    },
  };
}

/** The least code for the same four questions: two bitsets, and the comparisons that no answer can do without. No reason. */
function peopleFloor(compiled: CompiledPolicy): Side {
  const has = bitset(compiled.holders, [...compiled.roles.keys()]);
  const gives = bitset(compiled.gives, [...compiled.roles.keys()]);
  const { actors, targets, facts } = peopleOf(compiled);
  const isManager = (actor: Actor, { member }: Question): boolean =>
    member.workspace === actor.workspace &&
    has('members.manage', actor.roles[0]!) &&
    member.id !== actor.id &&
    gives(actor.roles[0]!, member.roles[0]!);
  const keepsOne = ({ member }: Question): boolean =>
    facts.inCharge > 1 || !compiled.guard.has(member.roles[0]!);
  const rules: Record<string, (actor: Actor, question: Question) => boolean> = {
    'member.change-role': (actor, question) =>
      isManager(actor, question) &&
      gives(actor.roles[0]!, question.roles[0]!) &&
      question.member.roles[0] !== question.roles[0] &&
      keepsOne(question),
    'member.deactivate': (actor, question) =>
      isManager(actor, question) && question.member.status === 'active' && keepsOne(question),
    'member.remove': (actor, question) => isManager(actor, question) && keepsOne(question),
    'members.list': (actor, question) =>
      question.workspace === actor.workspace && has('members.view', actor.roles[0]!),
  };
  return () => {
    let allowed = 0;
    for (const actor of actors)
      for (const target of targets)
        for (const action of ABOUT_PEOPLE)
          if (actor.status === 'active' && !facts.isArchived && rules[action]!(actor, target)) allowed++;
    return { allowed, asked: actors.length * targets.length * ABOUT_PEOPLE.length };
  };
}

function peopleChecks(compiled: CompiledPolicy): Side {
  const { actors, targets, facts } = peopleOf(compiled);
  return () => {
    let allowed = 0;
    for (const actor of actors)
      for (const target of targets)
        for (const action of ABOUT_PEOPLE) if (can(actor, action, target, facts).allowed) allowed++;
    return { allowed, asked: actors.length * targets.length * ABOUT_PEOPLE.length };
  };
}

function ratioOf(name: string, floor: Side, ours: Side): Ratio {
  const answers = [floor(), ours()] as const;
  if (answers[0].allowed !== answers[1].allowed || answers[0].asked !== answers[1].asked) {
    throw new Error(`${name}: the sides disagree, ${JSON.stringify(answers)}`);
  }
  const shares: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const slow = timed(floor);
    const own = timed(ours);
    shares.push(slow / own);
    rates.push(answers[1].asked / own / 1000);
  }
  return {
    name,
    ratio: median(shares),
    aim: AIM,
    isRate: true,
    detail: `${median(rates).toFixed(1)} M checks a second, ${answers[1].asked} checks a round`,
  };
}

function timed(side: Side): number {
  const start = performance.now();
  side();
  return performance.now() - start;
}

if (import.meta.main) for (const ratio of await permissionChecks()) console.log(line(ratio));
