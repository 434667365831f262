// Each policy that makes no sense is refused with a message that names the place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collaborators } from '../presets/collaborators.ts';
import { tables } from '../presets/tables.ts';
import { guest, lead, problemsOf, refuses, role, small, worker } from '../testing/small-policy.ts';
import { PolicyError, definePolicy } from './define.ts';
import type { Capability, Policy, ResourceKind, Role } from './policy.ts';
import { ENGINE_CAPABILITIES } from './policy.ts';

const files: ResourceKind = {
  key: 'file',
  name: 'File',
  plural: 'Files',
  actions: [
    { key: 'read', name: 'Read' },
    { key: 'write', name: 'Write' },
  ],
  grantedTo: 'role',
  editableRoles: ['worker'],
  fullRoles: ['lead'],
  defaults: { worker: ['read'] },
};

function withRoles(...roles: Role[]): Policy {
  return { ...small, roles };
}

function withCapabilities(change: (all: readonly Capability[]) => readonly Capability[]): Policy {
  return { ...small, capabilities: change(small.capabilities) };
}

function holding(key: string, roles: readonly string[]): Policy {
  return withCapabilities((all) => all.map((one) => (one.key === key ? { ...one, roles } : one)));
}

function withFiles(change: Partial<ResourceKind>): Policy {
  return { ...small, resources: [{ ...files, ...change }] };
}

describe('definePolicy', () => {
  it('returns a policy that makes sense, untouched', () => {
    assert.equal(definePolicy(small), small);
    assert.equal(definePolicy(tables), tables);
    assert.equal(definePolicy(collaborators), collaborators);
  });

  it('names the policy and every place at once, so that nobody repairs one after another', () => {
    const broken: Policy = {
      ...small,
      guard: ['boss'],
      views: [],
      roles: [role('lead', 20, ['lead', 'chief']), role('worker', 20, [])],
    };
    assert.deepEqual(problemsOf(broken), [
      'roles[0] (lead).gives: there is no role "chief"',
      'roles[1] (worker).rank: the same rank as "lead", so neither is above the other',
      'guard: there is no role "boss"',
      'views: name at least one',
      'invitations.view: "users" is not among the views',
    ]);
    assert.throws(
      () => definePolicy(broken),
      (error: unknown) =>
        error instanceof PolicyError &&
        error.message.startsWith('The policy "small" cannot work:\n- roles[0]') &&
        error.message.split('\n').length === 6,
    );
  });
});

describe('definePolicy refuses roles', () => {
  refuses(
    'two with one key',
    withRoles(lead, worker, role('worker', 5, [])),
    'roles[2]: the key "worker" is used twice',
  );
  refuses(
    'a tie of ranks',
    withRoles(lead, role('worker', 20, [])),
    'roles[1] (worker).rank: the same rank as "lead", so neither is above the other',
  );
  refuses(
    'an order that is not the order of ranks',
    withRoles(worker, lead),
    'roles[1] (lead).rank: above the role before it; list the highest first',
  );
  refuses(
    'a rank that is no number',
    withRoles(lead, role('worker', NaN, [])),
    'roles[1] (worker).rank: must be a number',
  );
  for (const key of ['Worker', 'worker,lead', ' worker', '', '1st', 'работник', 'x'.repeat(51)]) {
    refuses(
      `the key "${key}"`,
      withRoles(lead, worker, role(key, 5, [])),
      `roles[2] (${key}): the key must be at most 50 lower-case letters, digits and dashes, a letter first`,
    );
  }
  refuses(
    'a key that every object has',
    withRoles(lead, worker, role('constructor', 5, [])),
    'roles[2] (constructor): every object has this name already; choose another key',
  );
  refuses(
    'one that gives an unknown role',
    withRoles(role('lead', 20, ['lead', 'boss']), worker),
    'roles[0] (lead).gives: there is no role "boss"',
  );
  refuses(
    'one that gives a public role',
    withRoles(role('lead', 20, ['lead', 'guest']), worker, guest),
    'roles[0] (lead).gives: "guest" is public and cannot be given to a person',
  );
  refuses(
    'a public one that gives',
    withRoles(lead, worker, { ...guest, gives: ['worker'] }),
    'roles[2] (guest).gives: a public role belongs to nobody, so it gives nothing',
    'roles[2] (guest).gives: "worker" ranks above "guest", so its holder could raise others above themselves',
  );
  refuses(
    'one that gives above its own rank',
    withRoles(lead, role('worker', 10, ['lead'])),
    'roles[1] (worker).gives: "lead" ranks above "worker", so its holder could raise others above themselves',
  );
});

describe('definePolicy refuses capabilities', () => {
  for (const key of ENGINE_CAPABILITIES.filter((capability) => capability !== 'members.manage')) {
    refuses(
      `without ${key}, which the engine asks for`,
      withCapabilities((all) => all.filter((one) => one.key !== key)),
      `capabilities: "${key}" is missing; say who holds it, if only nobody`,
    );
  }
  refuses(
    'two with one key',
    withCapabilities((all) => [...all, all[0]!]),
    'capabilities[13]: the key "team.open" is used twice',
  );
  refuses(
    'one held by an unknown role',
    withCapabilities((all) => [...all, { key: 'x', name: 'X', roles: ['boss'] }]),
    'capabilities[13] (x).roles: there is no role "boss"',
  );
  refuses(
    'one that stands for giving an unknown role',
    withCapabilities((all) => [...all, { key: 'x', name: 'X', givesRole: 'boss' }]),
    'capabilities[13] (x).givesRole: there is no role "boss"',
  );
  refuses(
    'one in an unknown section',
    withCapabilities((all) => [...all, { key: 'x', name: 'X', section: 'lost', roles: [] }]),
    'capabilities[13] (x).section: there is no section "lost"',
  );
  refuses(
    'one that says nothing of who holds it',
    withCapabilities((all) => [...all, { key: 'x', name: 'X' }]),
    'capabilities[13] (x): name either its roles or the role whose giving it stands for',
  );
  refuses(
    'one that says it in two ways',
    withCapabilities((all) => [...all, { key: 'x', name: 'X', roles: ['lead'], givesRole: 'lead' }]),
    'capabilities[13] (x): name either its roles or the role whose giving it stands for',
  );
  refuses(
    'two sections with one key',
    {
      ...small,
      sections: [
        { key: 's', name: 'S' },
        { key: 's', name: 'T' },
      ],
    },
    'sections[1]: the key "s" is used twice',
  );
});

describe('definePolicy refuses a workspace that nobody could run', () => {
  refuses(
    'no role that can manage',
    holding('members.manage', []),
    'capabilities (members.manage): no role can manage people',
    'guard: "lead" does not hold members.manage, so its last holder could repair nothing',
  );
  refuses(
    'nobody who is even said to manage',
    withCapabilities((all) => all.filter((one) => one.key !== 'members.manage')),
    'capabilities: "members.manage" is missing; say who holds it, if only nobody',
    'capabilities (members.manage): no role can manage people',
    'guard: "lead" does not hold members.manage, so its last holder could repair nothing',
  );
  refuses(
    'a guard that cannot manage',
    holding('members.manage', ['worker']),
    'guard: "lead" does not hold members.manage, so its last holder could repair nothing',
  );
  refuses('no guard', { ...small, guard: [] }, 'guard: name at least one role that must never be vacant');
  refuses('an unknown guard', { ...small, guard: ['lead', 'boss'] }, 'guard: there is no role "boss"');
  refuses(
    'a guard that nobody can hand over',
    withRoles(role('lead', 20, ['worker']), worker),
    'guard: "lead" may not give itself, so it could never be handed over',
  );
  refuses(
    'a guard that nobody can hold',
    { ...withRoles(lead, worker, guest), guard: ['lead', 'guest'] },
    'guard: "guest" is public, so nobody can hold it',
    'guard: "guest" does not hold members.manage, so its last holder could repair nothing',
    'guard: "guest" may not give itself, so it could never be handed over',
  );
  refuses(
    'no way to take access away (decision 1)',
    { ...small, members: { ...small.members, deactivation: 'none', isRemovable: false } },
    'members: nobody can be deactivated or removed, so access could never be taken away',
  );

  it('accepts managers that follow from the right to give a role', () => {
    const managed = withCapabilities((all) =>
      all.map((one) =>
        one.key === 'members.manage' ? { key: one.key, name: one.name, givesRole: 'worker' } : one,
      ),
    );
    assert.deepEqual(problemsOf(managed), []);
  });
});

describe('definePolicy refuses resources', () => {
  refuses(
    'two kinds with one key',
    { ...small, resources: [files, files] },
    'resources[1]: the key "file" is used twice',
  );
  refuses(
    'a kind without actions',
    withFiles({ actions: [], defaults: {} }),
    'resources[0] (file).actions: name at least one action',
  );
  refuses(
    'an action twice',
    withFiles({ actions: [...files.actions, files.actions[0]!] }),
    'resources[0] (file).actions[2]: the key "read" is used twice',
  );
  refuses(
    'an unknown editable role',
    withFiles({ editableRoles: ['boss'] }),
    'resources[0] (file).editableRoles: there is no role "boss"',
  );
  refuses(
    'an unknown full role',
    withFiles({ fullRoles: ['lead', 'boss'] }),
    'resources[0] (file).fullRoles: there is no role "boss"',
  );
  refuses(
    'a role with everything that can be edited (T30)',
    withFiles({ editableRoles: ['lead', 'worker'] }),
    'resources[0] (file).editableRoles: "lead" holds everything already, so nothing about it can be edited',
  );
  refuses(
    'defaults for an unknown role (T35)',
    withFiles({ defaults: { boss: ['read'] } }),
    'resources[0] (file).defaults: there is no role "boss"',
  );
  refuses(
    'a default that is no action (T35)',
    withFiles({ defaults: { worker: ['read', 'burn'] } }),
    'resources[0] (file).defaults.worker: there is no action "burn"',
  );
  refuses(
    'editable roles where grants go to people',
    withFiles({ grantedTo: 'member' }),
    "resources[0] (file).editableRoles: its grants go to people, so no role's can be edited",
  );
  refuses(
    'an editor without full rights',
    withFiles({ fullRoles: [] }),
    'resources[0] (file).fullRoles: "lead" holds permissions.edit but not everything here, so it could grant what it does not hold',
  );
});

describe('definePolicy refuses views', () => {
  refuses(
    'none',
    { ...small, views: [] },
    'views: name at least one',
    'invitations.view: "users" is not among the views',
  );
  refuses('one twice', { ...small, views: ['users', 'users'] }, 'views[1]: the key "users" is used twice');
  refuses(
    'invitations in a view that is not there',
    { ...small, invitations: { view: 'collaborators', fields: [] } },
    'invitations.view: "collaborators" is not among the views',
  );
  refuses(
    'a column twice',
    { ...small, members: { ...small.members, columns: ['name', 'name'] } },
    'members.columns[1]: the key "name" is used twice',
  );
});
