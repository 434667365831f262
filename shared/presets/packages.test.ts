// The preset `packages` as data.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRules, hasAdvisedLength, passwordProblem } from '../passwords/rules.ts';
import { compilePolicy, holds } from '../policy/compile.ts';
import type { Policy } from '../policy/policy.ts';
import { ENGINE_CAPABILITIES } from '../policy/policy.ts';
import { packages } from './packages.ts';

const policy: Policy = packages;
const compiled = compilePolicy(policy);
const rules = policy.identity.passwords!;

describe('the preset packages', () => {
  it('has the roles Admin and User, of which the first gives both (P6, P13)', () => {
    assert.deepEqual(
      policy.roles.map(({ name, gives }) => [name, gives]),
      [
        ['Admin', ['admin', 'user']],
        ['User', []],
      ],
    );
  });

  it('leaves everything about people to admins, and to users nothing (P2, SEC_A18)', () => {
    for (const key of ENGINE_CAPABILITIES) assert.equal(holds(compiled, ['user'], key), false, key);
    const nobodys = ENGINE_CAPABILITIES.filter((key) => !holds(compiled, ['admin'], key));
    assert.deepEqual(nobodys, ['permissions.edit', 'preview.open', 'roles.manage']);
  });

  it('shows name, address, role, status and the number of packages, in this order (P4, P5, P6, P7, P8)', () => {
    assert.deepEqual(policy.members.columns, ['name', 'email', 'roles', 'status', 'resources']);
  });

  it('adds a user at once, with a name and a first password, and packages if wanted (P10, P12, P14)', () => {
    assert.deepEqual(policy.creation, {
      label: 'Add user',
      saveLabel: 'Update user',
      fields: ['name', 'password', 'resources'],
      required: ['name', 'password'],
    });
    assert.equal(policy.invitations.view, null);
  });

  it('never changes an address, and says why (P11)', () => {
    assert.equal(policy.identity.emailChange, 'none');
    assert.ok(policy.guidance.includes('fixed-address'));
  });

  it('takes a password of six characters and none of five, counted as a person counts (P12, SEC_C01)', () => {
    assert.equal(passwordProblem(rules, 'abcdef', 'abcdef'), null);
    assert.equal(passwordProblem(rules, 'абвгдe', 'абвгдe'), null);
    assert.equal(passwordProblem(rules, 'abcde', 'abcde'), 'password_too_weak');
    assert.deepEqual(
      checkRules(rules, 'abcdef').map(({ rule }) => rule),
      ['minimum', 'maximum'],
    );
  });

  it('says that two passwords are not the same, and that one is too short (P24)', () => {
    assert.equal(passwordProblem(rules, 'abcdef', 'abcdeF'), 'password_mismatch');
    assert.equal(passwordProblem(rules, 'abc', 'abc'), 'password_too_weak');
  });

  it('advises eight characters (P37)', () => {
    assert.equal(hasAdvisedLength(rules, 'abcdefg'), false);
    assert.equal(hasAdvisedLength(rules, 'abcdefgh'), true);
  });

  it('switches people off by one click, never removes them, and says which comes first (P25)', () => {
    assert.deepEqual([policy.members.deactivation, policy.members.isRemovable], ['toggle', false]);
    assert.ok(policy.guidance.includes('deactivate-first'));
  });

  it('assigns packages to people: admins have all of them, and who made one has that one', () => {
    assert.equal(policy.resources.length, 1);
    const { key, grantedTo, fullRoles, isCreatorFull, defaults, editableRoles } = policy.resources[0]!;
    assert.deepEqual(
      { key, grantedTo, fullRoles, isCreatorFull, defaults, editableRoles },
      {
        key: 'package',
        grantedTo: 'member',
        fullRoles: ['admin'],
        isCreatorFull: true,
        defaults: {},
        editableRoles: [],
      },
    );
  });

  it('advises to give only the packages that are needed', () => {
    assert.ok(policy.guidance.includes('least-resources'));
  });

  it('lets admins review who has what', () => {
    assert.ok(policy.views.includes('reviews'));
    assert.deepEqual(
      ['admin', 'user'].map((role) => holds(compiled, [role], 'reviews.run')),
      [true, false],
    );
  });

  it('guards the admin and gives one role per person', () => {
    assert.deepEqual([policy.guard, policy.rolesPerMember, policy.hasCustomRoles], [['admin'], 'one', false]);
  });
});
