// The home workspace, from which everything is run: what may be given there only, and who has to stay in charge where.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { directory } from '../presets/directory.ts';
import { tables } from '../presets/tables.ts';
import { workspaces } from '../presets/workspaces.ts';
import type { Action, Actor, Facts } from './can.ts';
import { can } from './can.ts';
import { compilePolicy } from './compile.ts';
import type { Policy, RoleKey } from './policy.ts';

const HERE = 'workspace-1' as WorkspaceId;
const ME = 'member-me' as MemberId;
const OTHER = 'member-other' as MemberId;
const SYSTEM: Actor = { kind: 'system', roles: [], status: 'active' };

describe('a role that counts in every workspace', () => {
  it('is given in the home workspace only, whoever gives it and with whatever else', () => {
    for (const roles of [['super-admin'], ['viewer', 'super-admin'], ['super-admin', 'viewer']]) {
      for (const actor of [member('super-admin'), SYSTEM]) {
        for (const action of ['invitation.create', 'member.change-role'] as const) {
          const target = { workspace: HERE, member: other('viewer'), roles };
          assert.equal(ask(actor, action, target, { isHome: true }), 'allowed', `${action} at home`);
          assert.equal(
            ask(actor, action, target, { isHome: false }),
            'role_home_only',
            `${action} elsewhere`,
          );
        }
        const invitation = { invitation: { workspace: HERE, roles } };
        for (const action of ['invitation.resend', 'invitation.link'] as const)
          assert.equal(ask(actor, action, invitation, { isHome: false }), 'role_home_only', action);
      }
    }
  });

  it('is not given where accounts are made at once either', () => {
    const creation = { label: 'Add', fields: [], required: [] };
    const policy: Policy = { ...workspaces, creation };
    const target = { workspace: HERE, roles: ['super-admin'] };
    const actor = member('super-admin');
    assert.equal(ask(actor, 'member.create', target, { isHome: true }, policy), 'allowed');
    assert.equal(ask(actor, 'member.create', target, { isHome: false }, policy), 'role_home_only');
  });

  it('is not an admin’s to give at home or elsewhere, who is told just that (SEC_A02)', () => {
    for (const isHome of [true, false]) {
      const target = { workspace: HERE, roles: ['super-admin'] };
      assert.equal(ask(member('admin'), 'invitation.create', target, { isHome }), 'role_not_yours_to_give');
    }
  });

  it('can be withdrawn everywhere: an invitation to it, and the role from somebody who has it', () => {
    const actor = member('super-admin');
    const invitation = { invitation: { workspace: HERE, roles: ['super-admin'] } };
    assert.equal(ask(actor, 'invitation.revoke', invitation, { isHome: false }), 'allowed');
    const target = { member: other('super-admin'), roles: ['admin'] };
    assert.equal(ask(actor, 'member.change-role', target, { isHome: false }), 'allowed');
  });
});

const TAKING_AWAY = ['member.deactivate', 'member.remove', 'member.offboard', 'member.change-role'] as const;

describe('who has to stay', () => {
  it('in the home workspace is a super admin: an admin is not enough (decision 3, SEC_A07, SEC_A08)', () => {
    for (const action of TAKING_AWAY) {
      const last = { member: other('super-admin', 'admin'), roles: ['admin'] };
      assert.equal(ask(SYSTEM, action, last, { isHome: true, inCharge: 1 }), 'last_in_charge', action);
      assert.equal(ask(SYSTEM, action, last, { isHome: true, inCharge: 2 }), 'allowed', action);
      const admin = { member: other('admin'), roles: ['viewer'] };
      assert.equal(ask(SYSTEM, action, admin, { isHome: true, inCharge: 1 }), 'allowed', action);
    }
    assert.equal(leave(['super-admin', 'admin'], true), 'last_in_charge');
    assert.equal(leave(['admin'], true), 'allowed');
  });

  it('in any other workspace is a super admin or an admin of it (decision 3, SEC_A07, SEC_A08)', () => {
    for (const action of TAKING_AWAY) {
      for (const role of ['admin', 'super-admin']) {
        const last = { member: other(role), roles: ['people-manager'] };
        assert.equal(ask(SYSTEM, action, last, { isHome: false, inCharge: 1 }), 'last_in_charge', action);
        assert.equal(ask(SYSTEM, action, last, { isHome: false, inCharge: 2 }), 'allowed', action);
      }
    }
    const lowered = { member: other('super-admin'), roles: ['admin'] };
    assert.equal(ask(SYSTEM, 'member.change-role', lowered, { isHome: false, inCharge: 1 }), 'allowed');
    assert.equal(leave(['admin'], false), 'last_in_charge');
    assert.equal(leave(['people-manager'], false), 'allowed');
  });

  it('is the same at home and elsewhere where no role counts everywhere (decision 3, SEC_A07)', () => {
    for (const policy of [tables, directory] as Policy[]) {
      const compiled = compilePolicy(policy);
      assert.deepEqual(compiled.homeGuard, compiled.guard);
    }
    assert.deepEqual([...compilePolicy(directory).guard], ['administrator', 'user-administrator']);
    assert.deepEqual([...compilePolicy(workspaces).guard], ['super-admin', 'admin']);
    assert.deepEqual([...compilePolicy(workspaces).homeGuard], ['super-admin']);
  });

  it('is the whole guard at home too, where the guard names no role that counts everywhere', () => {
    const policy: Policy = { ...workspaces, guard: ['admin'] };
    assert.deepEqual([...compilePolicy(policy).homeGuard], ['admin']);
  });
});

describe('what holds for all workspaces', () => {
  it('is changed at home, by whoever counts everywhere and not by who runs that one workspace', () => {
    for (const action of ['deployment.view', 'deployment.change'] as const) {
      const here = { workspace: HERE };
      assert.equal(ask(member('super-admin'), action, here, { isHome: true }), 'allowed');
      assert.equal(ask(member('admin'), action, here, { isHome: true }), 'not_granted');
      assert.equal(ask(member('admin', 'super-admin'), action, here, { isHome: true }), 'allowed');
      for (const actor of [member('super-admin'), member('admin'), SYSTEM])
        assert.equal(ask(actor, action, here, { isHome: false }), 'not_home');
    }
  });

  it('is changed at home by whoever may set up sign-in, where no role counts everywhere (SEC_S12)', () => {
    const here = { workspace: HERE };
    assert.equal(ask(member('owner'), 'deployment.change', here, { isHome: true }, tables), 'allowed');
    assert.equal(ask(member('owner'), 'deployment.change', here, { isHome: false }, tables), 'not_home');
    assert.equal(ask(member('admin'), 'deployment.change', here, { isHome: true }, tables), 'not_granted');
  });
});

function member(...roles: RoleKey[]): Actor {
  return { kind: 'member', id: ME, workspace: HERE, roles, status: 'active' };
}

function other(...roles: RoleKey[]) {
  return { id: OTHER, workspace: HERE, roles, status: 'active' } as const;
}

function leave(roles: readonly RoleKey[], isHome: boolean): string {
  const own = { id: ME, workspace: HERE, roles, status: 'active' } as const;
  return ask(member(...roles), 'member.leave', { member: own }, { isHome, inCharge: 1 });
}

function ask(
  actor: Actor,
  action: Action,
  target: object,
  at: { readonly isHome: boolean; readonly inCharge?: number },
  policy: Policy = workspaces,
): string {
  const facts: Facts = {
    policy: compilePolicy(policy),
    inCharge: 2,
    isArchived: false,
    external: { authentication: false, authorization: false },
    ...at,
  };
  const decision = can(actor, action, target as never, facts);
  return decision.allowed ? 'allowed' : decision.reason;
}
