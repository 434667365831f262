// The preset `tables` as data.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compilePolicy, holds } from '../policy/compile.ts';
import type { Policy } from '../policy/policy.ts';
import { ENGINE_CAPABILITIES } from '../policy/policy.ts';
import { tables } from './tables.ts';

const policy: Policy = tables;
const compiled = compilePolicy(policy);
const table = policy.resources[0]!;

describe('the preset tables', () => {
  it('has four roles for people and one for visitors, highest first', () => {
    assert.deepEqual(
      policy.roles.map((role) => role.key),
      ['owner', 'admin', 'staff', 'member', 'anon'],
    );
    assert.deepEqual(
      policy.roles.filter((role) => role.isPublic === true).map((role) => role.key),
      ['anon'],
    );
    assert.deepEqual(
      policy.roles.map((role) => role.rank),
      policy.roles.map((role) => role.rank).toSorted((a, b) => b - a),
    );
  });

  it('lets an owner give every role and an admin those below admin (T11, T12, T13, T16)', () => {
    assert.deepEqual(Object.fromEntries(policy.roles.map((role) => [role.key, role.gives])), {
      owner: ['owner', 'admin', 'staff', 'member'],
      admin: ['staff', 'member'],
      staff: [],
      member: [],
      anon: [],
    });
  });

  it('lets only the two upper roles in, and only the owner manage the workspace (T1, T4, SEC_A01)', () => {
    const held = Object.fromEntries(
      ENGINE_CAPABILITIES.map((key) => [
        key,
        policy.roles
          .map((role) => role.key)
          .filter((role) => holds(compiled, [role], key))
          .join(' '),
      ]),
    );
    assert.deepEqual(held, {
      'team.open': 'owner admin',
      'members.view': 'owner admin',
      'members.invite': 'owner admin',
      'members.manage': 'owner admin',
      'invitations.link': 'owner admin',
      'permissions.view': 'owner admin',
      'preview.open': '',
      'permissions.edit': 'owner admin',
      'audit.view': 'owner admin',
      'roles.manage': '',
      'reviews.run': 'owner admin',
      'workspace.manage': 'owner',
      'settings.manage': 'owner',
    });
  });

  it('has a Users and a Permissions tab, in this order (T6)', () => {
    assert.deepEqual(policy.views, ['users', 'permissions']);
  });

  it('invites at the top of Users, with a display name (T7, T8)', () => {
    assert.deepEqual(policy.invitations, { view: 'users', fields: ['name'] });
  });

  it('asks before deactivating and does not remove people (T19)', () => {
    assert.deepEqual([policy.members.deactivation, policy.members.isRemovable], ['confirm', false]);
  });

  it('grants read, write and delete per table (T28)', () => {
    assert.equal(policy.resources.length, 1);
    assert.deepEqual([table.key, table.grantedTo], ['table', 'role']);
    assert.deepEqual(
      table.actions.map((action) => action.key),
      ['read', 'write', 'delete'],
    );
  });

  it('edits the rights of staff, member and visitors, whose buttons stand in this order (T29, T31)', () => {
    assert.deepEqual(table.editableRoles, ['staff', 'member', 'anon']);
  });

  it('lets the two upper roles hold every right, and omits them from the grid (T30, SEC_A10)', () => {
    assert.deepEqual(table.fullRoles, ['owner', 'admin']);
    assert.deepEqual(
      table.editableRoles.filter((role) => table.fullRoles.includes(role)),
      [],
    );
  });

  it('gives staff read and write, members read and visitors nothing on a new table (T35)', () => {
    assert.deepEqual(table.defaults, { staff: ['read', 'write'], member: ['read'] });
  });

  it('guards the owner and gives one role per person', () => {
    assert.deepEqual([policy.guard, policy.rolesPerMember], [['owner'], 'one']);
  });
});
