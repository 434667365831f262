// The preset `directory` as data.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRules, passwordProblem } from '../passwords/rules.ts';
import { compilePolicy, holds } from '../policy/compile.ts';
import type { Policy } from '../policy/policy.ts';
import { directory } from './directory.ts';

const policy: Policy = directory;
const compiled = compilePolicy(policy);
const rules = policy.identity.passwords!;

function holdersOf(key: string): string[] {
  return policy.roles.filter((role) => holds(compiled, [role.key], key)).map((role) => role.key);
}

/** A password with one character of each class, `length` long. */
function passwordOf(length: number): string {
  return 'Aa1!'.padEnd(length, 'x');
}

describe('the preset directory', () => {
  it('gives rights by roles alone: nothing is granted to people or apart from roles (D2)', () => {
    assert.deepEqual(policy.resources, []);
    assert.deepEqual(holdersOf('permissions.edit'), []);
  });

  it('gives several roles, in several workspaces (D5)', () => {
    assert.deepEqual([policy.rolesPerMember, policy.workspaces], ['many', 'many']);
  });

  it('lets whoever has write access to Users change people, and guards that access whichever role has it (D11, decision 3)', () => {
    assert.deepEqual(policy.guard, { holding: 'members.manage' });
    const writers = ['administrator', 'user-administrator'];
    assert.deepEqual([holdersOf('members.manage'), holdersOf('members.invite')], [writers, writers]);
    assert.deepEqual(holdersOf('members.view'), [...writers, 'auditor']);
  });

  it('lets those with write access give their own role and those below, administrators every one (D11)', () => {
    const all = policy.roles.map(({ key }) => key);
    assert.deepEqual(Object.fromEntries(policy.roles.map(({ key, gives }) => [key, gives])), {
      administrator: all,
      'user-administrator': all.slice(1),
      ...Object.fromEntries(all.slice(2).map((key) => [key, []])),
    });
  });

  it('lets roles be made beforehand, by administrators', () => {
    assert.equal(policy.hasCustomRoles, true);
    assert.deepEqual(holdersOf('roles.manage'), ['administrator']);
  });

  it('shows username, name, address, role, last sign-in and whether active, in this order (D14, D15, D16, D18, D19)', () => {
    assert.deepEqual(policy.members.columns, ['username', 'name', 'email', 'roles', 'lastSignIn', 'status']);
  });

  it('makes a new user at once, with a username; names and department only if wanted (D22, D23, D24)', () => {
    assert.equal(policy.creation!.label, 'New user');
    assert.deepEqual(policy.creation!.fields, [
      'username',
      'firstName',
      'lastName',
      'department',
      'active',
      'password',
    ]);
    assert.deepEqual(policy.creation!.required, ['username', 'password']);
    assert.equal(policy.invitations.view, null);
  });

  it('has usernames to sign in with, and describes people by names and department', () => {
    assert.equal(policy.identity.hasUsername, true);
    assert.deepEqual(policy.identity.profile, ['firstName', 'lastName', 'department']);
  });

  it('lets people sign in with a password or through a provider', () => {
    assert.ok(policy.identity.ways.includes('password') && policy.identity.ways.includes('provider'));
  });

  it('switches people off by a flag of the form and never deletes them (D9)', () => {
    assert.deepEqual([policy.members.deactivation, policy.members.isRemovable], ['form', false]);
  });

  it('changes an address when it was confirmed', () => {
    assert.equal(policy.identity.emailChange, 'confirmed');
  });

  it('takes passwords of 8 to 60 code points (D34, SEC_C01)', () => {
    for (const [length, isTaken] of [
      [7, false],
      [8, true],
      [60, true],
      [61, false],
    ] as const)
      assert.equal(
        passwordProblem(rules, passwordOf(length), passwordOf(length)) === null,
        isTaken,
        `${length}`,
      );
    const faces = `Aa1!${'😀'.repeat(56)}`;
    assert.equal(passwordProblem(rules, faces, faces), null);
    assert.notEqual(passwordProblem(rules, `${faces}😀`, `${faces}😀`), null);
  });

  it('wants an upper and a lower letter, a digit and a special character in a password (D34, SEC_C01)', () => {
    assert.deepEqual(
      checkRules(rules, '').map(({ rule }) => rule),
      ['minimum', 'maximum', 'upper', 'lower', 'digit', 'special'],
    );
    for (const without of ['aaaaaa1!', 'AAAAAA1!', 'AAAaaaa!', 'AAAaaaa1'])
      assert.equal(passwordProblem(rules, without, without), 'password_too_weak', without);
  });

  it('counts each of !@#$%^&*_- as special and takes any other character, which stands for no class (D34)', () => {
    for (const special of '!@#$%^&*_-')
      assert.equal(passwordProblem(rules, `Aaaaaa1${special}`, `Aaaaaa1${special}`), null, special);
    for (const other of '()+=?. €"\\') {
      assert.equal(passwordProblem(rules, `Aaaaaa1${other}`, `Aaaaaa1${other}`), 'password_too_weak', other);
      assert.equal(passwordProblem(rules, `Aaaaa1!${other}`, `Aaaaa1!${other}`), null, other);
    }
  });

  it('wants a password twice, the same (D33)', () => {
    assert.equal(passwordProblem(rules, passwordOf(8), passwordOf(9)), 'password_mismatch');
  });

  it('lets administrators and auditors read the audit trail (SEC_L07)', () => {
    assert.deepEqual(holdersOf('audit.view'), ['administrator', 'auditor']);
  });
});
