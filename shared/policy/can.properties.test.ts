// What holds whatever people do, in any order, under any policy that makes sense; found out by random histories.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { collaborators } from '../presets/collaborators.ts';
import { directory } from '../presets/directory.ts';
import { packages } from '../presets/packages.ts';
import { tables } from '../presets/tables.ts';
import { workspaces } from '../presets/workspaces.ts';
import type { Action, Actor, Facts, MemberStatus } from './can.ts';
import { ACTIONS, can } from './can.ts';
import type { CompiledPolicy } from './compile.ts';
import { compilePolicy } from './compile.ts';
import { withCustomRoles } from './custom-roles.ts';
import { definePolicy } from './define.ts';
import type { Policy, Role, RoleKey } from './policy.ts';
import { ENGINE_CAPABILITIES } from './policy.ts';

const HERE = 'workspace-1' as WorkspaceId;

interface Person {
  readonly id: MemberId;
  roles: readonly RoleKey[];
  status: MemberStatus;
}

/** A workspace small enough to think about: its people, and invitations with who sent them. */
interface World {
  readonly policy: CompiledPolicy;
  people: Person[];
  invitations: { readonly by: MemberId; readonly roles: readonly RoleKey[] }[];
  born: number;
}

/** One wish; the numbers choose among whoever is there by then. */
interface Wish {
  readonly action:
    | 'member.change-role'
    | 'member.deactivate'
    | 'member.reactivate'
    | 'member.remove'
    | 'member.leave'
    | 'invitation.create'
    | 'accept';
  readonly who: number;
  readonly whom: number;
  readonly roles: readonly number[];
}

const aWish = fc.record<Wish>({
  action: fc.constantFrom(
    'member.change-role',
    'member.deactivate',
    'member.reactivate',
    'member.remove',
    'member.leave',
    'invitation.create',
    'accept',
  ),
  who: fc.nat(20),
  whom: fc.nat(20),
  roles: fc.array(fc.nat(20), { maxLength: 3 }),
});

/** Policies of two to six roles in which anybody may be made a manager and give whatever ranks no higher. */
const aPolicy = fc
  .integer({ min: 2, max: 6 })
  .chain((count) =>
    fc.record({
      gives: fc.array(fc.array(fc.nat(count - 1)), { minLength: count, maxLength: count }),
      managers: fc.array(fc.nat(count - 1)),
      guards: fc.array(fc.nat(count - 1), { maxLength: 2 }),
      rolesPerMember: fc.constantFrom('one' as const, 'many' as const),
      deactivation: fc.constantFrom('none' as const, 'confirm' as const),
      isByCapability: fc.boolean(),
    }),
  )
  .map(policyFrom);

function policyFrom(drawn: {
  gives: number[][];
  managers: number[];
  guards: number[];
  rolesPerMember: 'one' | 'many';
  deactivation: 'none' | 'confirm';
  isByCapability: boolean;
}): Policy {
  const count = drawn.gives.length;
  const guards = [...new Set([0, ...drawn.guards])];
  const managers = [...new Set([...guards, ...drawn.managers])].map((i) => `role-${i}`);
  const roles = drawn.gives.map((gives, i): Role => {
    const below = [...new Set([...gives.filter((given) => given >= i), ...(guards.includes(i) ? [i] : [])])];
    return {
      key: `role-${i}`,
      name: `Role ${i}`,
      description: `Role ${i}.`,
      rank: count - i,
      gives: below.map((given) => `role-${given}`),
    };
  });
  return definePolicy({
    ...tables,
    roles,
    guard: drawn.isByCapability ? { holding: 'members.manage' } : guards.map((i) => `role-${i}`),
    rolesPerMember: drawn.rolesPerMember,
    hasCustomRoles: true,
    sections: [{ key: 'all', name: 'All' }],
    capabilities: ENGINE_CAPABILITIES.map((key) => ({ key, name: key, section: 'all', roles: managers })),
    resources: [],
    members: { ...tables.members, deactivation: drawn.deactivation, isRemovable: true },
  });
}

/** What two roles that a workspace makes would hold. */
const someRights = fc.array(fc.subarray([...ENGINE_CAPABILITIES]), { maxLength: 2 });

/** Policies whose roles all stand in one order. */
const orderedPolicy = fc.oneof(
  fc.constantFrom<Policy>(tables, collaborators, packages, workspaces, directory),
  aPolicy,
);
/** Policies with roles of the workspace beside, where they have such. */
const somePolicy = fc.tuple(orderedPolicy, someRights).map(([policy, rights]) =>
  withCustomRoles(
    policy,
    rights.map((capabilities, i) => ({
      key: `made-${i}`,
      name: `Made ${i}`,
      description: `Made ${i}.`,
      capabilities,
      version: 1,
    })),
  ),
);
const aHistory = fc.array(aWish, { minLength: 20, maxLength: 80, size: 'max' });

describe('whatever people do', () => {
  it('somebody stays in charge after every step of every history (SEC_A07, SEC_A08)', () => {
    let done = 0;
    fc.assert(
      fc.property(somePolicy, aHistory, (policy, history) => {
        done += live(policy, history, (world) => {
          assert.ok(inCharge(world) >= 1, 'nobody is in charge any more');
        });
      }),
      { numRuns: 500 },
    );
    assert.ok(done > 1000, `the histories must do something; only ${done} wishes were granted`);
  });

  it('nobody has a role that whoever brought it about could not give at that moment (SEC_A02, SEC_A03, SEC_A05, SEC_A16)', () => {
    fc.assert(
      fc.property(somePolicy, aHistory, (policy, history) => {
        const gives = new Map<RoleKey, readonly RoleKey[]>(
          policy.roles.map((role) => [role.key, role.gives]),
        );
        live(policy, history, (_world, { actor, before, after }) => {
          for (const gained of after.filter((role) => !before.includes(role))) {
            assert.ok(
              actor.roles.some((own) => gives.get(own)!.includes(gained)),
              `${actor.roles.join()} brought about ${gained}`,
            );
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('nobody rises above whoever raised them, and nobody is touched from below (T16, T27, C14, SEC_A04)', () => {
    fc.assert(
      fc.property(orderedPolicy, aHistory, (policy, history) => {
        const rank = new Map<RoleKey, number>(policy.roles.map((role) => [role.key, role.rank]));
        const top = (roles: readonly RoleKey[]) => Math.max(0, ...roles.map((role) => rank.get(role)!));
        live(policy, history, (_world, { actor, isSelf, before, after }) => {
          assert.ok(
            top(after) <= Math.max(top(before), top(actor.roles)),
            `${actor.roles.join()} raised somebody to ${after.join()}`,
          );
          assert.ok(
            isSelf || top(before) <= top(actor.roles),
            `${actor.roles.join()} touched ${before.join()}`,
          );
        });
      }),
      { numRuns: 500 },
    );
  });

  it('nobody changes their own role, whichever way they ask (T18, SEC_A05)', () => {
    fc.assert(
      fc.property(somePolicy, aHistory, (policy, history) => {
        live(policy, history, (_world, { isSelf, after }) => {
          assert.ok(!isSelf || after.length === 0, 'somebody changed themselves');
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever is asked', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'owner',
      'OWNER',
      'viewer',
      'anon',
      '__proto__',
      'constructor',
      'toString',
      'workspace-1',
      'active',
    ),
  );
  const anyRoles = fc.array(anyText, { maxLength: 4 });
  const anyMember = fc.record({ id: anyText, workspace: anyText, roles: anyRoles, status: anyText });
  const anyTarget = fc.record({
    workspace: anyText,
    member: anyMember,
    roles: anyRoles,
    invitation: fc.record({ workspace: anyText, roles: anyRoles }),
    kind: anyText,
    role: anyText,
    capabilities: anyRoles,
  });
  const anyActor = fc.record(
    {
      kind: fc.oneof(anyText, fc.constantFrom('member', 'host', 'system', 'anonymous')),
      id: anyText,
      workspace: anyText,
      roles: anyRoles,
      status: anyText,
    },
    { requiredKeys: ['kind', 'roles', 'status'] },
  );
  const anyAction = fc.oneof(fc.constantFrom<string>(...ACTIONS), anyText);
  const anyFacts = fc.record({
    inCharge: fc.oneof(fc.integer(), fc.double()),
    isArchived: fc.boolean(),
    isHome: fc.boolean(),
    external: fc.record({ authentication: fc.boolean(), authorization: fc.boolean() }),
  });

  it('can answers with yes or a reason, and never throws, whatever stands in the values', () => {
    fc.assert(
      fc.property(
        somePolicy,
        anyActor,
        anyAction,
        anyTarget,
        anyFacts,
        (policy, actor, action, target, facts) => {
          const decision = can(actor as unknown as Actor, action as Action, target as never, {
            ...facts,
            policy: compilePolicy(policy),
          });
          assert.ok(decision.allowed === true || typeof decision.reason === 'string');
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('can says no to an action, a kind of actor or a status that nobody has heard of', () => {
    const facts: Facts = {
      policy: compilePolicy(tables),
      inCharge: 2,
      isArchived: false,
      isHome: false,
      external: { authentication: false, authorization: false },
    };
    const owner = { kind: 'member', id: 'me', workspace: HERE, roles: ['owner'], status: 'active' };
    const ask = (actor: object, action: string) =>
      can({ ...owner, ...actor } as unknown as Actor, action as Action, { workspace: HERE } as never, facts)
        .allowed;
    assert.equal(ask({}, 'members.list'), true);
    for (const action of ['member.promote', '__proto__', 'constructor', 'toString', '', 'MEMBERS.LIST']) {
      for (const kind of ['member', 'host', 'system'])
        assert.equal(ask({ kind }, action), false, `${kind} ${action}`);
    }
    for (const kind of ['root', 'System', '', undefined])
      assert.equal(ask({ kind }, 'members.list'), false, `kind ${kind}`);
    for (const status of ['pending', 'Active', '', undefined])
      assert.equal(ask({ status }, 'members.list'), false, `status ${status}`);
    for (const gap of [{ id: undefined }, { workspace: undefined }, { roles: [] }])
      assert.equal(ask(gap, 'members.list'), false, JSON.stringify(gap));
  });
});

/** What one granted wish did to one person. */
interface Step {
  readonly actor: Actor;
  readonly isSelf: boolean;
  readonly before: readonly RoleKey[];
  readonly after: readonly RoleKey[];
}

/** Lets `history` happen to a workspace with two people of each role, showing every granted wish to `look`; returns their number. */
function live(policy: Policy, history: readonly Wish[], look: (world: World, step: Step) => void): number {
  const assignable = policy.roles.filter((role) => role.isPublic !== true);
  const world: World = {
    policy: compilePolicy(policy),
    people: [...assignable, ...assignable].map((role, i) => ({
      id: `member-${i}` as MemberId,
      roles: [role.key],
      status: 'active',
    })),
    born: 0,
    invitations: [],
  };
  let granted = 0;
  for (const wish of history) {
    const step = wish.action === 'accept' ? accept(world, wish) : act(world, wish.action, wish);
    if (step === undefined) continue;
    granted++;
    look(world, step);
  }
  return granted;
}

function act(world: World, action: Exclude<Wish['action'], 'accept'>, wish: Wish): Step | undefined {
  const self = world.people[wish.who % world.people.length]!;
  const person = action === 'member.leave' ? self : world.people[wish.whom % world.people.length]!;
  const actor = actorOf(self);
  const all = [...world.policy.roles.keys()];
  const roles = wish.roles.map((i) => all[i % all.length]!);
  const target = { workspace: HERE, roles, member: { ...person, workspace: HERE } };
  if (!can(actor, action, target, factsOf(world)).allowed) return undefined;
  const before = person.roles;
  if (action === 'invitation.create') {
    world.invitations.push({ by: self.id, roles });
    return { actor, isSelf: false, before: [], after: roles };
  }
  if (action === 'member.change-role') person.roles = roles;
  else if (action === 'member.deactivate') person.status = 'deactivated';
  else if (action === 'member.reactivate') person.status = 'active';
  else world.people = world.people.filter((one) => one !== person);
  return { actor, isSelf: self === person, before, after: world.people.includes(person) ? person.roles : [] };
}

/** Accepting asks again whether the inviter may give these roles now. */
function accept(world: World, wish: Wish): Step | undefined {
  const invitation = world.invitations[wish.whom % Math.max(1, world.invitations.length)];
  const inviter = world.people.find((person) => person.id === invitation?.by);
  if (invitation === undefined || inviter === undefined) return undefined;
  const actor = actorOf(inviter);
  if (!can(actor, 'invitation.create', { workspace: HERE, roles: invitation.roles }, factsOf(world)).allowed)
    return undefined;
  world.invitations = world.invitations.filter((one) => one !== invitation);
  world.people.push({
    id: `newcomer-${world.born++}` as MemberId,
    roles: invitation.roles,
    status: 'active',
  });
  return { actor, isSelf: false, before: [], after: invitation.roles };
}

function actorOf(person: Person): Actor {
  return { kind: 'member', id: person.id, workspace: HERE, roles: person.roles, status: person.status };
}

function factsOf(world: World): Facts {
  return {
    policy: world.policy,
    inCharge: inCharge(world),
    isArchived: false,
    isHome: false,
    external: { authentication: false, authorization: false },
  };
}

/** Counted without the engine's own look-ups. */
function inCharge({ people, policy: { policy } }: World): number {
  const { guard } = policy;
  const guarded =
    'holding' in guard ? policy.capabilities.find(({ key }) => key === guard.holding)!.roles! : guard;
  return people.filter(
    (person) => person.status === 'active' && person.roles.some((role) => guarded.includes(role)),
  ).length;
}
