// The one right that each action asks for: with it alone the door is open, with all others it stays shut.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { small, worker } from '../testing/small-policy.ts';
import type { Action, Actor } from './can.ts';
import { ACTIONS, can } from './can.ts';
import { compilePolicy } from './compile.ts';
import type { EngineCapability, Policy } from './policy.ts';

const HERE = 'workspace-1' as WorkspaceId;

/** What each action asks for; null where being a member is enough. */
const ASKS_FOR: { readonly [A in Action]: EngineCapability | null } = {
  'team.open': 'team.open',
  'members.list': 'members.view',
  'members.export': 'members.view',
  'member.create': 'members.invite',
  'member.change-role': 'members.manage',
  'member.deactivate': 'members.manage',
  'member.reactivate': 'members.manage',
  'member.remove': 'members.manage',
  'member.offboard': 'members.manage',
  'member.leave': null,
  'member.reset-password': 'members.manage',
  'member.change-email': 'members.manage',
  'member.change-profile': 'members.manage',
  'member.assign': 'members.manage',
  'member.view-access': 'members.view',
  'member.view-activity': 'members.view',
  'member.end-sessions': 'members.manage',
  'invitation.list': 'members.invite',
  'invitation.create': 'members.invite',
  'invitation.resend': 'members.invite',
  'invitation.revoke': 'members.invite',
  'invitation.link': 'invitations.link',
  'permissions.view': 'permissions.view',
  'permissions.save': 'permissions.edit',
  'role.create': 'roles.manage',
  'role.change': 'roles.manage',
  'role.delete': 'roles.manage',
  'review.view': 'reviews.run',
  'review.run': 'reviews.run',
  'audit.list': 'audit.view',
  'workspace.rename': 'workspace.manage',
  'workspace.archive': 'workspace.manage',
  'workspace.restore': 'workspace.manage',
  'workspace.delete': 'workspace.manage',
  'settings.view': 'settings.manage',
  'settings.change': 'settings.manage',
  'deployment.view': 'settings.manage',
  'deployment.change': 'settings.manage',
};

describe('each action asks for one right', () => {
  for (const action of ACTIONS) {
    const needed = ASKS_FOR[action];
    if (needed === null)
      it(`${action} asks for none: to be a member is enough`, () => {
        const nothing = small.capabilities.map((one) => ({ ...one, roles: [] }));
        assert.equal(answer(action, { ...small, capabilities: nothing }), 'allowed');
      });
    else
      it(`${action} asks for ${needed} and nothing else (SEC_A01)`, () => {
        const alone = small.capabilities.map((one) => ({
          ...one,
          roles: one.key === needed ? ['lead'] : [],
        }));
        const others = small.capabilities.map((one) => ({
          ...one,
          roles: one.key === needed ? [] : ['lead'],
        }));
        assert.notEqual(answer(action, { ...small, capabilities: alone }), 'not_granted');
        assert.equal(answer(action, { ...small, capabilities: others }), 'not_granted');
      });
  }
});

/** What a lead is told who asks for `action`, about a worker or, to leave, about themselves. */
function answer(action: Action, policy: Policy): string {
  const actor: Actor = {
    kind: 'member',
    id: 'member-me' as MemberId,
    workspace: HERE,
    roles: ['lead'],
    status: 'active',
  };
  const other = { id: 'member-other' as MemberId, workspace: HERE, roles: [worker.key], status: 'active' };
  const member = action === 'member.leave' ? { ...actor } : other;
  const roles = [worker.key];
  const invitation = { workspace: HERE, roles };
  const target = { workspace: HERE, member, roles, invitation, kind: 'file', role: 'lead', capabilities: [] };
  const decision = can(actor, action, target as never, {
    policy: compilePolicy(policy),
    inCharge: 2,
    isArchived: false,
    isHome: true,
    external: { authentication: false, authorization: false },
  });
  return decision.allowed ? 'allowed' : decision.reason;
}
