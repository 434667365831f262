// The smallest policy that makes sense, for tests that break one thing in it. Never part of a build.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PolicyError, definePolicy } from '../policy/define.ts';
import type { Policy, Role } from '../policy/policy.ts';
import { ENGINE_CAPABILITIES } from '../policy/policy.ts';

/** Who runs it. */
export const lead = role('lead', 20, ['lead', 'worker']);
/** Who does the rest. */
export const worker = role('worker', 10, []);
/** Who is nobody yet; not in it. */
export const guest: Role = { ...role('guest', 1, []), isPublic: true };

/** Two roles, one of them in charge. */
export const small: Policy = {
  key: 'small',
  name: 'Small',
  description: 'Two roles.',
  roles: [lead, worker],
  guard: ['lead'],
  rolesPerMember: 'one',
  hasCustomRoles: false,
  workspaces: 'one',
  sections: [],
  capabilities: ENGINE_CAPABILITIES.map((key) => ({ key, name: key, roles: ['lead'] })),
  resources: [],
  views: ['users'],
  members: { columns: ['name'], deactivation: 'confirm', isRemovable: false },
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
};

/** A role with the least that one needs. */
export function role(key: string, rank: number, gives: readonly string[]): Role {
  return { key, name: key, description: key, rank, gives };
}

/** Proves that a policy is refused, with exactly these reasons. */
export function refuses(what: string, policy: Policy, ...expected: string[]): void {
  it(`${what}: "${expected[0]}"`, () => {
    assert.deepEqual(problemsOf(policy), expected);
  });
}

/** Why a policy is refused; nothing where it is not. */
export function problemsOf(policy: Policy): readonly string[] {
  try {
    definePolicy(policy);
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
  return [];
}
