// Whether somebody may delete a role of the workspace and give its holders another one instead.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { workspaces } from '../presets/workspaces.ts';
import type { Actor } from './can.ts';
import { can } from './can.ts';
import { compilePolicy } from './compile.ts';
import { withCustomRoles } from './custom-roles.ts';

const HERE = 'workspace-1' as WorkspaceId;
const role = (key: string, capabilities: readonly string[]) => ({
  key: `custom-${key}`,
  name: key,
  description: '',
  capabilities,
  version: 1,
});
const policy = compilePolicy(
  withCustomRoles(workspaces, [
    role('keeper', ['roles.manage', 'permissions.view', 'members.view', 'members.manage', 'content.view']),
    role('helper', ['content.view']),
    role('auditor', ['audit.view']),
  ]),
);
const actor = (...roles: string[]): Actor => ({
  kind: 'member',
  id: 'member-1' as MemberId,
  workspace: HERE,
  roles,
  status: 'active',
});

function ask(who: Actor, key: string, replacement?: string | null): string {
  const target = { workspace: HERE, role: key, ...(replacement !== undefined && { replacement }) };
  const external = { authentication: false, authorization: false };
  const decision = can(who, 'role.delete', target, {
    policy,
    inCharge: 2,
    isArchived: false,
    isHome: false,
    external,
  });
  return decision.allowed ? 'yes' : decision.reason;
}

describe('deleting a role of the workspace', () => {
  const admin = actor('admin');
  const keeper = actor('custom-keeper');

  it('D6 goes without a replacement, or with one that is the actor’s to give', () => {
    assert.equal(ask(admin, 'custom-helper'), 'yes');
    assert.equal(ask(admin, 'custom-helper', null), 'yes');
    assert.equal(ask(admin, 'custom-helper', 'admin'), 'yes');
    assert.equal(ask(keeper, 'custom-helper', 'viewer'), 'yes');
    assert.equal(ask(keeper, 'custom-helper', 'analyst'), 'role_not_yours_to_give');
    assert.equal(ask(admin, 'custom-helper', 'super-admin'), 'role_not_yours_to_give');
    assert.equal(ask(admin, 'custom-helper', 'custom-helper'), 'role_unknown');
    assert.equal(ask(admin, 'custom-helper', 'custom-gone'), 'role_unknown');
  });

  it('gives its reasons in the order of every decision', () => {
    assert.equal(ask({ ...admin, workspace: 'workspace-2' as WorkspaceId }, 'custom-helper'), 'not_a_member');
    assert.equal(ask(actor('editor'), 'admin'), 'not_granted');
    assert.equal(ask(keeper, 'custom-gone'), 'role_unknown');
    assert.equal(ask(keeper, 'admin'), 'role_built_in');
    assert.equal(ask(keeper, 'custom-keeper'), 'is_self');
    assert.equal(ask(keeper, 'custom-auditor', 'super-admin'), 'outranked');
  });
});
