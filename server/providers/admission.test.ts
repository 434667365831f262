// What a provider can give, and what it cannot whatever its administrator or its groups say.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { withCustomRoles } from '../../shared/policy/custom-roles.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { isRefusal } from '../testing/refusal.ts';
import { checkAdmission, rolesFor } from './admission.ts';

const SYSTEM = { kind: 'system', roles: [], status: 'active' } as const;
const custom = (key: string, capabilities: string[]) => ({
  key,
  name: key,
  description: '',
  capabilities,
  version: 1,
});
const own = compilePolicy(
  withCustomRoles(workspaces, [
    custom('custom-reader', ['content.view', 'report.view']),
    custom('custom-keeper', ['content.view', 'settings.manage']),
    custom('custom-lead', ['members.manage', 'members.view']),
  ]),
);
const admission = (over: object = {}) => ({
  isJustInTime: true,
  most: null,
  roles: ['viewer'],
  highestRole: 'analyst',
  groups: {},
  ...over,
});

describe('what a provider can give', () => {
  it('SEC_S11 ends at the highest role that was set, by rank', () => {
    const policy = compilePolicy(collaborators);
    const set = {
      isJustInTime: true,
      most: null,
      roles: ['viewer'],
      highestRole: 'commenter',
      groups: { dev: 'editor' },
    };
    assert.throws(() => checkAdmission(policy, SYSTEM, set), isRefusal('role_not_assignable'));
    assert.deepEqual(rolesFor(policy, set, ['dev']), ['viewer']);
  });

  it('SEC_S11 ends there for roles of the workspace too, which have no rank: by what they hold', () => {
    const groups = { readers: 'custom-reader', keepers: 'custom-keeper' };
    assert.deepEqual(rolesFor(own, admission({ groups }), ['readers']), ['custom-reader']);
    assert.deepEqual(rolesFor(own, admission({ groups }), ['keepers']), ['viewer']);
    assert.throws(() => checkAdmission(own, SYSTEM, admission({ groups })), isRefusal('role_not_assignable'));
  });

  it('SEC_S11 is never a role that must not be vacant, nor one that counts in every workspace', () => {
    for (const role of ['admin', 'super-admin']) {
      const set = admission({ highestRole: role, groups: { all: role } });
      assert.throws(() => checkAdmission(own, SYSTEM, set), isRefusal('role_not_assignable'));
      assert.deepEqual(rolesFor(own, set, ['all']), ['viewer']);
    }
  });

  it('takes a role of the workspace as the highest, and nothing beyond it', () => {
    const set = admission({
      highestRole: 'custom-reader',
      roles: ['custom-reader'],
      groups: { a: 'editor' },
    });
    assert.deepEqual(rolesFor(own, set, ['a']), ['custom-reader']);
  });
});
