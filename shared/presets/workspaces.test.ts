// The preset `workspaces` as data.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capabilityMatrix } from '../permissions/permissions.ts';
import { compilePolicy, holds } from '../policy/compile.ts';
import type { Policy } from '../policy/policy.ts';
import { workspaces } from './workspaces.ts';

const policy: Policy = workspaces;
const compiled = compilePolicy(policy);

/** Who gives whom: the one who gives stands first. */
const GIVES = {
  'super-admin': ['super-admin', 'admin', 'people-manager', 'editor', 'analyst', 'viewer'],
  admin: ['admin', 'people-manager', 'editor', 'analyst', 'viewer'],
  'people-manager': ['editor', 'analyst', 'viewer'],
  editor: [],
  analyst: [],
  viewer: [],
};

describe('the preset workspaces', () => {
  it('has people in several workspaces, with several roles in each (W5)', () => {
    assert.deepEqual([policy.workspaces, policy.rolesPerMember], ['many', 'many']);
  });

  it('has roles by the job, each of which gives only what lies below it (W61)', () => {
    assert.deepEqual(Object.fromEntries(policy.roles.map(({ key, gives }) => [key, gives])), GIVES);
  });

  it('has one role that counts everywhere, and somebody else to run each workspace', () => {
    assert.deepEqual(
      policy.roles.filter(({ isEverywhere }) => isEverywhere === true).map(({ key }) => key),
      ['super-admin'],
    );
    assert.deepEqual(policy.guard, ['super-admin', 'admin']);
  });

  it('lets workspaces make roles of their own, and super admins and admins make them', () => {
    assert.equal(policy.hasCustomRoles, true);
    assert.deepEqual(
      policy.roles.filter(({ key }) => holds(compiled, [key], 'roles.manage')).map(({ key }) => key),
      ['super-admin', 'admin'],
    );
  });

  it('lets super admins, admins and people managers into user management, and nobody else (W58)', () => {
    for (const key of ['team.open', 'members.view', 'members.invite', 'members.manage'])
      assert.deepEqual(
        policy.roles.filter((role) => holds(compiled, [role.key], key)).map((role) => role.key),
        ['super-admin', 'admin', 'people-manager'],
        key,
      );
  });

  it('adds up what several roles may do (SEC_E03)', () => {
    for (const [key, both] of [
      ['content.publish', true],
      ['report.export', true],
      ['members.view', false],
    ] as const) {
      assert.equal(holds(compiled, ['editor', 'analyst'], key), both, key);
      assert.equal(holds(compiled, ['editor'], key) && holds(compiled, ['analyst'], key), false, key);
    }
  });

  it('shows in sections what a role may do, from reading content up', () => {
    const ofViewer = capabilityMatrix(compiled).flatMap(({ rows }) =>
      rows.filter(({ cells }) => cells.at(-1)!.isHeld).map(({ capability }) => capability.key),
    );
    assert.deepEqual(ofViewer, ['content.view']);
    assert.deepEqual(
      policy.sections.map(({ name }) => name),
      ['People', 'Workspace', 'Content', 'Reports'],
    );
  });

  it('invites at the top of Users, with a name, a message and a last look before sending (W18)', () => {
    assert.deepEqual(policy.invitations, {
      view: 'users',
      fields: ['name', 'message'],
      startsFolded: true,
      isNameRequired: true,
      hasReview: true,
    });
    assert.equal(policy.creation, null);
  });

  it('asks before deactivating and can remove, deactivating first', () => {
    assert.deepEqual([policy.members.deactivation, policy.members.isRemovable], ['confirm', true]);
    assert.ok(policy.guidance.includes('deactivate-first'));
  });

  it('gives the advice of each place: addresses, jobs, workspaces, retention, leaving', () => {
    for (const advice of [
      'company-address',
      'role-by-job',
      'workspace-context',
      'retention',
      'remove-promptly',
    ] as const)
      assert.ok(policy.guidance.includes(advice), advice);
  });

  it('has reviews and the audit trail, for super admins and admins (SEC_L07)', () => {
    assert.deepEqual(policy.views, ['users', 'permissions', 'reviews', 'audit']);
    for (const key of ['reviews.run', 'audit.view'])
      assert.deepEqual(
        policy.roles.filter((role) => holds(compiled, [role.key], key)).map((role) => role.key),
        ['super-admin', 'admin'],
        key,
      );
  });
});
