// Each way of bringing people in, or of leaving them without anybody in charge, that makes no sense in a policy is refused with the place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directory } from '../presets/directory.ts';
import { packages } from '../presets/packages.ts';
import { workspaces } from '../presets/workspaces.ts';
import { guest, lead, problemsOf, refuses, role, small, worker } from '../testing/small-policy.ts';
import { definePolicy } from './define.ts';
import type { Capability, Policy, ResourceKind, Role } from './policy.ts';

const benches: ResourceKind = {
  key: 'bench',
  name: 'Bench',
  plural: 'Benches',
  actions: [{ key: 'use', name: 'Use' }],
  grantedTo: 'member',
  isCreatorFull: true,
  editableRoles: [],
  fullRoles: ['lead'],
  defaults: {},
};

type Creation = NonNullable<Policy['creation']>;

function creating(change: Partial<Creation>, beside: Partial<Policy> = {}): Policy {
  return { ...small, ...beside, creation: { label: 'Add', fields: ['name'], required: [], ...change } };
}

function withIdentity(change: Partial<Policy['identity']>): Partial<Policy> {
  return { identity: { ...small.identity, ...change } };
}

function managedBy(...roles: readonly string[]): readonly Capability[] {
  return small.capabilities.map((one) => (one.key === 'members.manage' ? { ...one, roles } : one));
}

describe('definePolicy takes', () => {
  it('the policies that make accounts at once, count roles everywhere or guard a right', () => {
    assert.equal(definePolicy(packages), packages);
    assert.equal(definePolicy(workspaces), workspaces);
    assert.equal(definePolicy(directory), directory);
  });

  it('accounts made at once beside invitations, or instead of them', () => {
    assert.deepEqual(problemsOf(creating({ required: ['name'] })), []);
    assert.deepEqual(problemsOf(creating({}, { invitations: { view: null, fields: [] } })), []);
  });

  it('every field of a new account where the policy has it', () => {
    const fields = [
      'name',
      'username',
      'firstName',
      'lastName',
      'department',
      'password',
      'active',
      'resources',
    ] as const;
    const passwords = { minimum: 8, advised: 8, maximum: 60, classes: [] };
    const identity = withIdentity({
      ways: ['password'],
      passwords,
      hasUsername: true,
      profile: ['firstName', 'lastName', 'department'],
    });
    assert.deepEqual(
      problemsOf(creating({ fields, required: fields }, { ...identity, resources: [benches] })),
      [],
    );
  });

  it('a guard of whoever manages people, of whom one can hand it over (decision 3)', () => {
    const clerk = role('clerk', 15, ['worker']);
    const policy: Policy = {
      ...small,
      roles: [lead, clerk, worker],
      guard: { holding: 'members.manage' },
      capabilities: managedBy('lead', 'clerk'),
    };
    assert.deepEqual(problemsOf(policy), []);
  });
});

describe('definePolicy refuses ways of bringing people in', () => {
  refuses(
    'none at all',
    { ...small, invitations: { view: null, fields: [] } },
    'invitations.view: nobody could be brought in; name a view, or say how accounts are made (creation)',
  );
  refuses(
    'a field twice',
    creating({ fields: ['name', 'name'] }),
    'creation.fields[1]: the key "name" is used twice',
  );
  refuses(
    'a required field that is not there',
    creating({ required: ['active'] }),
    'creation.required: "active" is not among the fields',
  );
  refuses(
    'a first password where nobody has one',
    creating({ fields: ['password'] }),
    'creation.fields: nobody has a password here; say what one must be, or leave it out',
  );
  refuses(
    'a username where nobody has one',
    creating({ fields: ['username'] }),
    'creation.fields: nobody has a username here; set identity.hasUsername, or leave it out',
  );
  refuses(
    'resources where none go to people',
    creating({ fields: ['resources'] }),
    'creation.fields: no kind of resource is granted to people, so there is none to choose',
  );
  for (const key of ['firstName', 'lastName', 'department'] as const)
    refuses(
      `${key} where it does not describe people`,
      creating({ fields: [key] }),
      `creation.fields: "${key}" does not describe people here; add it to identity.profile`,
    );
  refuses(
    'a creator where grants go to roles',
    {
      ...small,
      resources: [{ ...benches, grantedTo: 'role' }],
    },
    'resources[0] (bench).isCreatorFull: its grants go to roles, and a person makes a resource',
  );
});

describe('definePolicy refuses a guard by capability', () => {
  const guarded = (roles: readonly Role[], capabilities: readonly Capability[]): Policy => ({
    ...small,
    roles,
    capabilities,
    guard: { holding: 'members.manage' },
  });
  refuses(
    'that nobody holds (decision 3)',
    guarded([lead, worker], managedBy()),
    'guard: name at least one role that must never be vacant',
    'capabilities (members.manage): no role can manage people',
    'guard: none of its roles may give itself, so it could never be handed over',
  );
  refuses(
    'that nobody can hand over (decision 3)',
    guarded([role('lead', 20, ['worker']), worker], managedBy('lead')),
    'guard: none of its roles may give itself, so it could never be handed over',
  );
  refuses(
    'that visitors hold too',
    guarded([lead, worker, guest], managedBy('lead', 'guest')),
    'guard: "guest" is public, so nobody can hold it',
  );
  refuses(
    'whose roles a host could name',
    { ...guarded([lead, worker], managedBy('lead', 'worker')), ...withIdentity({ hostPeople: 'worker' }) },
    'identity.hostPeople: "worker" is in charge, and a host names whom it likes',
  );
  refuses(
    'that does not let people be managed',
    { ...small, guard: { holding: 'audit.view' }, capabilities: managedBy('worker') },
    'guard: "lead" does not hold members.manage, so its last holder could repair nothing',
  );
});

describe('definePolicy refuses roles that count everywhere', () => {
  const chief: Role = { ...role('chief', 30, ['chief', 'lead', 'worker']), isEverywhere: true };
  const many: Policy = {
    ...small,
    roles: [chief, lead, worker],
    guard: ['chief', 'lead'],
    workspaces: 'many',
    capabilities: small.capabilities.map((one) => ({ ...one, roles: ['chief', 'lead'] })),
  };

  it('and takes them beside one that runs each workspace', () => {
    assert.deepEqual(problemsOf(many), []);
  });

  refuses(
    'where there is one workspace',
    { ...many, workspaces: 'one' },
    'workspaces: "chief" counts in every workspace, and there is only one; say "many"',
  );
  refuses(
    'as the only ones in charge',
    { ...many, guard: ['chief'] },
    'guard: its roles are given in the main workspace only, so every other would be without anybody in charge',
  );
  refuses(
    'that belong to nobody',
    { ...many, roles: [...many.roles, { ...guest, isEverywhere: true }] },
    'roles (guest): a public role belongs to nobody, so it cannot count everywhere',
  );
});

describe('definePolicy refuses roles of a workspace', () => {
  refuses(
    'among its own',
    { ...small, roles: [lead, { ...worker, isCustom: true }] },
    'roles[1] (worker).isCustom: a role of a policy exists everywhere; workspaces make their own themselves',
  );
  refuses(
    'above one of its own',
    { ...small, hasCustomRoles: true, roles: [lead, role('worker', 0, [])] },
    'roles[1] (worker).rank: must be above 0, where the roles that a workspace makes stand',
  );

  it('and takes any rank where workspaces make none', () => {
    assert.deepEqual(problemsOf({ ...small, roles: [lead, role('worker', 0, [])] }), []);
  });
});
