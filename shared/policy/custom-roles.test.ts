// The roles that a workspace makes for itself: what follows about giving them, and that nobody rises by them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { directory } from '../presets/directory.ts';
import { workspaces } from '../presets/workspaces.ts';
import type { Actor, Facts } from './can.ts';
import { can } from './can.ts';
import { compilePolicy, holds, topRank } from './compile.ts';
import type { CustomRole } from './custom-roles.ts';
import { withCustomRoles } from './custom-roles.ts';
import type { Capability, CapabilityKey, Policy, ResourceKind, Role, RoleKey } from './policy.ts';

const HERE = 'workspace-1' as WorkspaceId;

function custom(key: RoleKey, ...capabilities: CapabilityKey[]): CustomRole {
  return { key, name: key, description: key, capabilities, version: 1 };
}

/** `policy` with another role, which holds the capabilities of the policy that `holding` names. */
function withRole(policy: Policy, role: Role, holding: readonly CapabilityKey[]): Policy {
  return {
    ...policy,
    roles: [...policy.roles, role].toSorted((a, b) => b.rank - a.rank),
    capabilities: policy.capabilities.map((one): Capability =>
      holding.includes(one.key) ? { ...one, roles: [...one.roles!, role.key] } : one,
    ),
  };
}

function role(key: RoleKey, rank: number, gives: readonly RoleKey[] = []): Role {
  return { key, name: key, description: key, rank, gives };
}

/** What `key` gives under `policy` with `roles`, in the order of the alphabet. */
function given(policy: Policy, key: RoleKey, ...roles: CustomRole[]): readonly RoleKey[] {
  return withCustomRoles(policy, roles)
    .roles.find((one) => one.key === key)!
    .gives.toSorted();
}

function giversOf(policy: Policy, key: RoleKey, ...roles: CustomRole[]): readonly RoleKey[] {
  return withCustomRoles(policy, roles)
    .roles.filter(({ gives }) => gives.includes(key))
    .map((one) => one.key);
}

/** Everything of `workspaces` that stands in a section. */
const EVERYTHING = workspaces.capabilities.flatMap((one) => ('section' in one ? [one.key] : []));

describe('a role of the workspace is given', () => {
  it('by whoever manages people and holds its every right (W58)', () => {
    const reports = custom('reports', 'content.view', 'report.view');
    assert.deepEqual(giversOf(workspaces, 'reports', reports), ['super-admin', 'admin', 'people-manager']);
    const figures = custom('figures', 'content.view', 'report.export');
    assert.deepEqual(giversOf(workspaces, 'figures', figures), ['super-admin', 'admin']);
  });

  it('by nobody who holds its rights without managing people (W58)', () => {
    const words = custom('words', 'content.view', 'content.write', 'content.publish');
    assert.equal(giversOf(workspaces, 'words', words).includes('editor'), false);
  });

  it('by another one that manages people within its own rights, itself among them (W58, D11)', () => {
    const desk = custom('desk', 'members.invite', 'content.view', 'report.view');
    const reports = custom('reports', 'report.view');
    const words = custom('words', 'content.write');
    assert.deepEqual(given(workspaces, 'desk', desk, reports, words), ['desk', 'reports', 'viewer']);
    assert.deepEqual(given(workspaces, 'reports', desk, reports, words), []);
  });

  it('by nobody but who holds everything where roles are granted resources (SEC_A10)', () => {
    const policy: Policy = { ...workspaces, resources: [kind({ grantedTo: 'role', fullRoles: ['admin'] })] };
    const reader = custom('reader', 'content.view');
    assert.deepEqual(giversOf(policy, 'reader', reader), ['admin']);
  });
});

describe('a role of the workspace gives of the roles of the policy', () => {
  it('those within its own rights, and none with one right more (W58, D11)', () => {
    const desk = custom('desk', 'members.manage', 'content.view', 'content.write');
    assert.deepEqual(given(workspaces, 'desk', desk), ['desk', 'viewer']);
    const press = custom('press', 'members.manage', 'content.view', 'content.write', 'content.publish');
    assert.deepEqual(given(workspaces, 'press', press), ['editor', 'press', 'viewer']);
    const office = custom('office', 'members.manage', 'request.file');
    assert.deepEqual(given(directory, 'office', office), ['employee', 'office']);
  });

  it('nothing where it does not manage people', () => {
    assert.deepEqual(given(workspaces, 'reader', custom('reader', 'content.view', 'roles.manage')), []);
  });

  it('never the one that counts everywhere, nor one that belongs to nobody, whatever it holds (SEC_A02)', () => {
    const bare = workspaces.capabilities.filter((one) => 'section' in one);
    const visitor: Role = { ...role('visitor', 1), isPublic: true };
    const policy: Policy = { ...workspaces, capabilities: bare, roles: [...workspaces.roles, visitor] };
    const all = given(policy, 'all', custom('all', ...EVERYTHING));
    assert.deepEqual(all, ['all', 'analyst', 'editor', 'viewer']);
    const quiet: Policy = { ...policy, roles: policy.roles.map((one) => ({ ...one, gives: [] })) };
    assert.equal(given(quiet, 'all', custom('all', ...EVERYTHING)).includes('super-admin'), false);
  });

  it('none that gives others itself: its holder would pass on more than the role contains (SEC_A02)', () => {
    const chief = role('chief', 45, ['chief', 'analyst']);
    const policy = withRole(workspaces, chief, ['members.manage']);
    assert.equal(given(policy, 'desk', custom('desk', 'members.manage')).includes('chief'), false);
  });

  it('none that somebody who could make it may not give (SEC_A02)', () => {
    const guest = role('guest', 5);
    const desk = custom('desk', 'members.manage', 'content.view');
    const nobodys = withRole(workspaces, guest, ['content.view']);
    assert.equal(given(nobodys, 'desk', desk).includes('guest'), false);
    const everybodys: Policy = {
      ...nobodys,
      roles: nobodys.roles.map((one) => ({
        ...one,
        gives: one.gives.length > 0 ? [...one.gives, 'guest'] : [],
      })),
    };
    assert.equal(given(everybodys, 'desk', desk).includes('guest'), true);
  });

  it('none that somebody who may give it may not give (SEC_A02)', () => {
    const guest = role('guest', 5);
    const desk = custom('desk', 'members.manage', 'content.view');
    const policy = withRole(workspaces, guest, ['content.view']);
    const admins: Policy = {
      ...policy,
      roles: policy.roles.map((one) =>
        ['super-admin', 'admin'].includes(one.key) ? { ...one, gives: [...one.gives, 'guest'] } : one,
      ),
    };
    assert.equal(giversOf(admins, 'desk', desk).includes('people-manager'), true);
    assert.equal(given(admins, 'desk', desk).includes('guest'), false);
  });

  it('none that has every resource of a kind (SEC_A10)', () => {
    const policy: Policy = {
      ...workspaces,
      resources: [kind({ grantedTo: 'member', fullRoles: ['editor'] })],
    };
    const press = custom('press', 'members.manage', 'content.view', 'content.write', 'content.publish');
    assert.deepEqual(given(policy, 'press', press), ['press', 'viewer']);
  });
});

describe('what a role of the workspace holds', () => {
  it('is what it names and the policy shows in a section', () => {
    const held = heldBy(workspaces, custom('desk', 'content.view', 'report.view'));
    assert.deepEqual(held, ['content.view', 'report.view']);
  });

  it('is nothing that the policy does not know, in any spelling (SEC_A09)', () => {
    const strange = ['content.burn', 'CONTENT.VIEW', 'content.view ', '', '__proto__', 'constructor'];
    assert.deepEqual(heldBy(workspaces, custom('desk', ...strange)), []);
  });

  it('is nothing outside of the sections, also of what the engine asks for', () => {
    assert.deepEqual(
      heldBy(workspaces, custom('desk', 'workspace.list-all', 'invitations.link', 'permissions.edit')),
      [],
    );
  });

  it('is nothing that stands for giving a role: that follows from what it gives', () => {
    const adding: Capability = {
      key: 'members.add-editor',
      name: 'Add editor',
      section: 'people',
      givesRole: 'editor',
    };
    const policy: Policy = { ...workspaces, capabilities: [...workspaces.capabilities, adding] };
    assert.deepEqual(heldBy(policy, custom('desk', 'members.add-editor')), []);
  });

  it('counts for nothing once its key became one of the policy', () => {
    const laid = withCustomRoles(workspaces, [custom('viewer', 'settings.manage', 'members.manage')]);
    assert.equal(laid, workspaces);
    const beside = withCustomRoles(workspaces, [
      custom('viewer', 'settings.manage'),
      custom('desk', 'content.view'),
    ]);
    assert.equal(holds(compilePolicy(beside), ['viewer'], 'settings.manage'), false);
    assert.equal(beside.roles.length, workspaces.roles.length + 1);
  });

  it('counts for nothing where workspaces make no roles', () => {
    const policy: Policy = { ...workspaces, hasCustomRoles: false };
    assert.equal(withCustomRoles(policy, [custom('desk', 'members.manage')]), policy);
  });
});

describe('the policy with roles of the workspace', () => {
  it('ranks them below every role whose order is known, and never everywhere', () => {
    const laid = withCustomRoles(workspaces, [custom('desk', ...EVERYTHING)]);
    assert.ok(topRank(compilePolicy(laid), ['desk']) < topRank(compilePolicy(laid), ['viewer']));
    assert.equal(laid.roles.at(-1)!.isEverywhere, undefined);
  });

  it('lets them be in charge where the guard is whoever manages people, and nowhere else (decision 3)', () => {
    const desk = custom('desk', 'members.manage', 'request.file');
    assert.equal(compilePolicy(withCustomRoles(directory, [desk])).guard.has('desk'), true);
    assert.equal(compilePolicy(withCustomRoles(directory, [desk])).homeGuard.has('desk'), true);
    const lead = custom('desk', ...EVERYTHING);
    assert.equal(compilePolicy(withCustomRoles(workspaces, [lead])).guard.has('desk'), false);
  });

  it('leaves what it was laid over as it was', () => {
    const before = JSON.stringify(workspaces);
    withCustomRoles(workspaces, [custom('desk', ...EVERYTHING)]);
    assert.equal(JSON.stringify(workspaces), before);
  });
});

describe('who makes roles', () => {
  const maker = custom('maker', 'roles.manage', 'content.view');
  const reader = custom('reader', 'content.view');
  const words = custom('words', 'content.view', 'content.write');
  const facts = factsOf(withCustomRoles(workspaces, [maker, reader, words]));

  it('may change and delete what they may make, also without managing people', () => {
    const who = member('maker');
    const content = { workspace: HERE, capabilities: ['content.view'] };
    assert.equal(can(who, 'role.create', content, facts).allowed, true);
    assert.equal(can(who, 'role.change', { ...content, role: 'reader' }, facts).allowed, true);
    assert.equal(can(who, 'role.delete', { workspace: HERE, role: 'reader' }, facts).allowed, true);
  });

  it('touch no role that holds more than they do, not even to make it less (SEC_A04)', () => {
    const who = member('maker');
    const less = { workspace: HERE, role: 'words', capabilities: ['content.view'] };
    assert.deepEqual(can(who, 'role.change', less, facts), { allowed: false, reason: 'outranked' });
    assert.deepEqual(can(who, 'role.delete', { workspace: HERE, role: 'words' }, facts), {
      allowed: false,
      reason: 'outranked',
    });
  });

  it('use what their roles hold together (SEC_E03)', () => {
    const who = member('maker', 'editor');
    const target = { workspace: HERE, role: 'words', capabilities: ['content.publish'] };
    assert.equal(can(who, 'role.change', target, facts).allowed, true);
    assert.deepEqual(can(member('maker'), 'role.create', target, facts), {
      allowed: false,
      reason: 'capability_not_held',
    });
  });
});

function kind(change: Pick<ResourceKind, 'grantedTo' | 'fullRoles'>): ResourceKind {
  const actions = [{ key: 'use', name: 'Use' }];
  return {
    key: 'thing',
    name: 'Thing',
    plural: 'Things',
    actions,
    editableRoles: [],
    defaults: {},
    ...change,
  };
}

function heldBy(policy: Policy, one: CustomRole): readonly CapabilityKey[] {
  const compiled = compilePolicy(withCustomRoles(policy, [one]));
  return policy.capabilities.map(({ key }) => key).filter((key) => holds(compiled, [one.key], key));
}

function member(...roles: RoleKey[]): Actor {
  return { kind: 'member', id: 'member-me' as MemberId, workspace: HERE, roles, status: 'active' };
}

function factsOf(policy: Policy): Facts {
  return {
    policy: compilePolicy(policy),
    inCharge: 2,
    isArchived: false,
    isHome: false,
    external: { authentication: false, authorization: false },
  };
}
