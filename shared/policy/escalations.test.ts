// The three ways up that must be shut, each by name: raising oneself, inviting above oneself, granting what one does not hold.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { collaborators } from '../presets/collaborators.ts';
import { directory } from '../presets/directory.ts';
import { packages } from '../presets/packages.ts';
import { tables } from '../presets/tables.ts';
import { workspaces } from '../presets/workspaces.ts';
import type { Actor, Facts } from './can.ts';
import { can } from './can.ts';
import { compilePolicy } from './compile.ts';
import { definePolicy } from './define.ts';
import type { Policy, Role, RoleKey } from './policy.ts';

const HERE = 'workspace-1' as WorkspaceId;
const ME = 'member-me' as MemberId;
const OTHER = 'member-other' as MemberId;

for (const policy of [tables, collaborators, packages, workspaces, directory] as Policy[]) {
  const facts: Facts = {
    policy: compilePolicy(policy),
    inCharge: 2,
    isArchived: false,
    isHome: false,
    external: { authentication: false, authorization: false },
  };
  const keys = policy.roles.map((role) => role.key);
  const people = policy.roles.filter((role) => role.isPublic !== true).map((role) => role.key);

  describe(`escalations under ${policy.key}`, () => {
    it('nobody raises themselves, nor changes their own role in any direction (T18, SEC_A05)', () => {
      for (const own of keys) {
        for (const wished of keys) {
          const decision = can(
            member(own),
            'member.change-role',
            { member: person(ME, own), roles: [wished] },
            facts,
          );
          assert.equal(decision.allowed, false, `${own} made themselves ${wished}`);
        }
      }
    });

    it('whoever stands highest and would change their own role is told that it is their own (T18, SEC_A05)', () => {
      const decision = can(
        member(keys[0]!),
        'member.change-role',
        { member: person(ME, keys[0]!), roles: [keys[1]!] },
        facts,
      );
      assert.deepEqual(decision, { allowed: false, reason: 'is_self' });
    });

    it('nobody invites above their own role, nor hands out or resends such an invitation (T11, T12, T13, C14, C15, SEC_A02, SEC_A16)', () => {
      for (const own of people) {
        for (const higher of people.filter((role) => rank(policy, role) > rank(policy, own))) {
          const invitation = { workspace: HERE, roles: [higher] };
          assert.equal(
            can(member(own), 'invitation.create', invitation, facts).allowed,
            false,
            `${own} invited a ${higher}`,
          );
          for (const action of ['invitation.resend', 'invitation.link', 'invitation.revoke'] as const) {
            assert.equal(
              can(member(own), action, { invitation }, facts).allowed,
              false,
              `${own} did ${action} for a ${higher}`,
            );
          }
        }
      }
    });

    it('nobody gives somebody else a role above their own (T16, C14, C15, SEC_A03, SEC_A16)', () => {
      for (const own of people) {
        for (const higher of people.filter((role) => rank(policy, role) > rank(policy, own))) {
          const target = { member: person(OTHER, people.at(-1)!), roles: [higher] };
          assert.equal(
            can(member(own), 'member.change-role', target, facts).allowed,
            false,
            `${own} made somebody ${higher}`,
          );
        }
      }
    });

    it('nobody lowers or switches off somebody above them, which would be a raise by another name (T27, SEC_A04, SEC_A06)', () => {
      for (const own of people) {
        for (const higher of people.filter((role) => rank(policy, role) > rank(policy, own))) {
          const target = { member: person(OTHER, higher), roles: [people.at(-1)!] };
          for (const action of ['member.change-role', 'member.deactivate', 'member.remove'] as const) {
            assert.equal(
              can(member(own), action, target, facts).allowed,
              false,
              `${own} did ${action} to a ${higher}`,
            );
          }
        }
      }
    });

    it('nobody grants rights on a resource without holding them all: whoever may edit the grid has full rights (T30, SEC_A10)', () => {
      for (const own of keys) {
        for (const kind of policy.resources) {
          for (const role of keys) {
            const isAllowed = can(
              member(own),
              'permissions.save',
              { workspace: HERE, kind: kind.key, role },
              facts,
            ).allowed;
            assert.ok(!isAllowed || kind.fullRoles.includes(own), `${own} granted ${kind.key} to ${role}`);
            assert.ok(!isAllowed || role !== own, `${own} edited their own rights`);
          }
        }
      }
    });
  });
}

describe('granting what one does not hold', () => {
  it('is refused when the policy is defined: who edits the grid without holding everything in it could grant themselves the rest (SEC_A10)', () => {
    const capabilities = tables.capabilities.map((capability) =>
      capability.key === 'permissions.edit'
        ? { ...capability, roles: ['owner', 'admin', 'staff'] }
        : capability,
    );
    assert.throws(
      () => definePolicy({ ...tables, capabilities }),
      /resources\[0\] \(table\)\.fullRoles: "staff" holds permissions\.edit but not everything here/,
    );
  });

  it('is refused where resources go to people: who manages people without having every one gives none (SEC_A10, SEC_A18)', () => {
    const clerk: Role = { key: 'clerk', name: 'Clerk', description: 'A clerk.', rank: 15, gives: ['user'] };
    const policy: Policy = {
      ...packages,
      roles: [packages.roles[0], clerk, packages.roles[1]],
      capabilities: packages.capabilities.map((one) =>
        one.key === 'members.manage' ? { ...one, roles: ['admin', 'clerk'] } : one,
      ),
    };
    const facts: Facts = {
      policy: compilePolicy(policy),
      inCharge: 2,
      isArchived: false,
      isHome: false,
      external: { authentication: false, authorization: false },
    };
    const target = { member: person(OTHER, 'user'), kind: 'package' };
    assert.deepEqual(can(member('clerk'), 'member.assign', target, facts), {
      allowed: false,
      reason: 'not_granted',
    });
    assert.equal(can(member('admin'), 'member.assign', target, facts).allowed, true);
    assert.equal(can(member('clerk'), 'member.deactivate', target, facts).allowed, true);
  });
});

function member(role: RoleKey): Actor {
  return { kind: 'member', id: ME, workspace: HERE, roles: [role], status: 'active' };
}

function person(id: MemberId, role: RoleKey) {
  return { id, workspace: HERE, roles: [role], status: 'active' } as const;
}

function rank(policy: Policy, role: RoleKey): number {
  return policy.roles.find((candidate) => candidate.key === role)!.rank;
}
