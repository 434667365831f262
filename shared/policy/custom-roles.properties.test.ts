// Nobody rises by making, editing and giving roles of the workspace, alone or together; found out by random histories.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { MemberId, WorkspaceId } from '../ids.ts';
import type { Actor, Facts } from './can.ts';
import { can } from './can.ts';
import type { CompiledPolicy } from './compile.ts';
import { compilePolicy, holds } from './compile.ts';
import type { CustomRole } from './custom-roles.ts';
import { withCustomRoles } from './custom-roles.ts';
import { definePolicy } from './define.ts';
import type { Capability, CapabilityKey, Policy, Role, RoleKey } from './policy.ts';
import { ENGINE_CAPABILITIES } from './policy.ts';
import { workspaces } from '../presets/workspaces.ts';

const HERE = 'workspace-1' as WorkspaceId;
/** What the drawn roles hold and the drawn wishes name; the first three are the engine's, the last stands in no section. */
const RIGHTS = ['members.manage', 'members.invite', 'roles.manage', 'a', 'b', 'c', 'hidden'] as const;
const BUILT_IN = 5;

interface Drawn {
  readonly held: readonly (readonly number[])[];
  readonly gives: readonly (readonly number[])[];
  readonly isEverywhere: boolean;
  readonly isByCapability: boolean;
}

const aPolicy = fc
  .record<Drawn>({
    held: fc.array(fc.uniqueArray(fc.nat(RIGHTS.length - 1)), { minLength: BUILT_IN, maxLength: BUILT_IN }),
    gives: fc.array(fc.uniqueArray(fc.nat(BUILT_IN - 1), { maxLength: 2 }), {
      minLength: BUILT_IN,
      maxLength: BUILT_IN,
    }),
    isEverywhere: fc.boolean(),
    isByCapability: fc.boolean(),
  })
  .map(policyFrom);

/** Five roles: the first holds and gives everything, the second may be everywhere too, the others are drawn. */
function policyFrom({ held, gives, isEverywhere, isByCapability }: Drawn): Policy {
  const roles = gives.map((given, i): Role => {
    const below = given.filter((other) => other >= i && other > 0);
    return {
      key: `role-${i}`,
      name: `Role ${i}`,
      description: `Role ${i}.`,
      rank: BUILT_IN - i,
      gives: i === 0 ? gives.map((_, other) => `role-${other}`) : below.map((other) => `role-${other}`),
      ...(i === 1 && isEverywhere && { isEverywhere }),
    };
  });
  const holders = (key: string): string[] => {
    const index = (RIGHTS as readonly string[]).indexOf(key);
    return roles
      .filter((_, i) => i === 0 || (index >= 0 && held[i]!.includes(index)))
      .map((role) => role.key);
  };
  const capabilities = [...new Set<string>([...ENGINE_CAPABILITIES, ...RIGHTS])].map((key): Capability => ({
    key,
    name: key,
    roles: holders(key),
    ...(key !== 'hidden' && { section: 'all' }),
  }));
  return definePolicy<Policy>({
    ...workspaces,
    roles,
    capabilities,
    sections: [{ key: 'all', name: 'All' }],
    guard: isByCapability ? { holding: 'members.manage' } : ['role-0'],
  });
}

/** A wish of one of a group; the numbers choose among what is there by then. */
interface Wish {
  readonly action: 'role.create' | 'role.change' | 'role.delete' | 'member.change-role' | 'invitation.create';
  readonly who: number;
  readonly whom: number;
  readonly which: number;
  readonly roles: readonly number[];
  readonly rights: readonly number[];
}

const aWish = fc.record<Wish>({
  action: fc.constantFrom(
    'role.create',
    'role.change',
    'role.delete',
    'member.change-role',
    'invitation.create',
  ),
  who: fc.nat(9),
  whom: fc.nat(9),
  which: fc.nat(9),
  roles: fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 2 }),
  rights: fc.uniqueArray(fc.nat(RIGHTS.length - 1), { maxLength: 4 }),
});

/** Roles that were there before, made by somebody who may do everything; and a group of three, each with a role or two, not the highest. */
const aStart = fc.record({
  made: fc.array(fc.uniqueArray(fc.nat(RIGHTS.length - 1), { maxLength: 5 }), { maxLength: 3 }),
  group: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 2 }), {
    minLength: 3,
    maxLength: 3,
  }),
});
type Start = typeof aStart extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly policy: Policy;
  compiled: CompiledPolicy;
  made: CustomRole[];
  people: { readonly id: MemberId; roles: readonly RoleKey[] }[];
  born: number;
}

describe('whatever roles a group makes, edits and gives', () => {
  it('nobody of them gets a right that none of them held or was given the right to hand out (SEC_A02, SEC_A10)', () => {
    let done = 0;
    fc.assert(
      fc.property(
        aPolicy,
        aStart,
        fc.array(aWish, { minLength: 10, maxLength: 40 }),
        (policy, start, wishes) => {
          const world = begin(policy, start);
          const reach = reachOf(world);
          for (const wish of wishes) {
            if (!grant(world, wish)) continue;
            done++;
            for (const right of rightsOf(world)) assert.ok(reach.has(right), `the group rose to ${right}`);
          }
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(done > 2000, `the histories must do something; only ${done} wishes were granted`);
  });

  it('nobody of them gets the role that counts everywhere but from whoever may give it (SEC_A02)', () => {
    fc.assert(
      fc.property(
        aPolicy,
        aStart,
        fc.array(aWish, { minLength: 10, maxLength: 40 }),
        (policy, start, wishes) => {
          const world = begin(policy, start);
          const isSafe = !reachedRoles(world).some((key) => world.compiled.roles.get(key)?.isEverywhere);
          for (const wish of wishes) grant(world, wish);
          const held = world.people.flatMap(({ roles }) => roles);
          assert.ok(!isSafe || !held.some((key) => world.compiled.roles.get(key)?.isEverywhere === true));
          for (const { key, isCustom, gives } of world.compiled.roles.values())
            assert.ok(
              !isCustom ||
                !gives.some((given) => policy.roles.find((one) => one.key === given)?.isEverywhere),
              key,
            );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('who gives somebody a role of the workspace may give all that it gives (SEC_A02)', () => {
    fc.assert(
      fc.property(aPolicy, aStart, (policy, start) => {
        const { roles } = begin(policy, start).compiled;
        for (const giver of roles.values())
          for (const given of giver.gives.filter((key) => roles.get(key)!.isCustom === true))
            for (const further of roles.get(given)!.gives)
              assert.ok(giver.gives.includes(further), `${giver.key} gives ${given}, which gives ${further}`);
      }),
      { numRuns: 1000 },
    );
  });
});

function begin(policy: Policy, { made, group }: Start): World {
  const roles = made.map((rights, i) => custom(`made-${i}`, rights));
  const world: World = { policy, compiled: compilePolicy(policy), made: [], people: [], born: 0 };
  remake(world, roles);
  const all = [...world.compiled.roles.keys()];
  world.people = group.map((own, i) => ({
    id: `member-${i}` as MemberId,
    roles: [...new Set(own.map((at) => all[1 + ((at - 1) % (all.length - 1))]!))],
  }));
  return world;
}

function custom(key: RoleKey, rights: readonly number[]): CustomRole {
  return { key, name: key, description: key, version: 1, capabilities: rights.map((i) => RIGHTS[i]!) };
}

function remake(world: World, made: CustomRole[]): void {
  world.made = made;
  world.compiled = compilePolicy(withCustomRoles(world.policy, made));
}

/** Does what is wished, where it may be done; whether it was. */
function grant(world: World, wish: Wish): boolean {
  const self = world.people[wish.who % world.people.length]!;
  const whom = world.people[wish.whom % world.people.length]!;
  const actor: Actor = { kind: 'member', id: self.id, workspace: HERE, roles: self.roles, status: 'active' };
  const all = [...world.compiled.roles.keys()];
  const roles = [...new Set(wish.roles.map((i) => all[i % all.length]!))];
  const capabilities = wish.rights.map((i): CapabilityKey => RIGHTS[i]!);
  const role = world.made[wish.which % Math.max(1, world.made.length)]?.key ?? 'nothing';
  const member = { ...whom, workspace: HERE, status: 'active' };
  const target = { workspace: HERE, member, roles, role, capabilities };
  if (!can(actor, wish.action, target as never, factsOf(world)).allowed) return false;
  switch (wish.action) {
    case 'role.create':
      remake(world, [...world.made, custom(`new-${world.born++}`, wish.rights)]);
      break;
    case 'role.change':
      remake(
        world,
        world.made.map((one) => (one.key === role ? { ...one, capabilities } : one)),
      );
      break;
    case 'role.delete':
      remake(
        world,
        world.made.filter((one) => one.key !== role),
      );
      world.people.forEach((one) => (one.roles = one.roles.filter((key) => key !== role)));
      break;
    case 'member.change-role':
      whom.roles = roles;
      break;
    case 'invitation.create':
      world.people.push({ id: `newcomer-${world.born++}` as MemberId, roles });
  }
  return true;
}

function factsOf(world: World): Facts {
  return {
    policy: world.compiled,
    inCharge: 2,
    isArchived: false,
    isHome: true,
    external: { authentication: false, authorization: false },
  };
}

function rightsOf({ compiled, people }: World): readonly CapabilityKey[] {
  const held = people.flatMap(({ roles }) => roles);
  return RIGHTS.filter((key) => holds(compiled, held, key));
}

/** The roles that the group has or could come by without making any: what those that it has give, and so on. */
function reachedRoles({ compiled, people }: World): readonly RoleKey[] {
  const reached = new Set(people.flatMap(({ roles }) => roles));
  for (const key of reached) for (const given of compiled.roles.get(key)?.gives ?? []) reached.add(given);
  return [...reached];
}

function reachOf(world: World): ReadonlySet<CapabilityKey> {
  const roles = reachedRoles(world);
  return new Set(RIGHTS.filter((key) => holds(world.compiled, roles, key)));
}
