// The two switches of an identity provider, who people are and what they may do, against everything they bear on.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../ids.ts';
import { directory } from '../presets/directory.ts';
import type { Action, Actor, External, MemberSource } from './can.ts';
import { can } from './can.ts';
import { compilePolicy } from './compile.ts';
import { readGrid } from './truth/grid.ts';

const HERE = 'workspace-1' as WorkspaceId;
const policy = compilePolicy(directory);

// D10, D21, D28, D30, D31: what is done to somebody local or from the provider, by which of the two is external.
const EXTERNAL = `
  action:source                   neither  authentication  authorization  both
  member.create:local             yes      people          yes            people
  invitation.create:local         yes      people          yes            people
  invitation.resend:local         yes      people          yes            people
  invitation.link:local           yes      people          yes            people
  invitation.revoke:local         yes      yes             yes            yes
  member.change-profile:local     yes      people          yes            people
  member.change-profile:provider  people   people          people         people
  member.change-email:local       yes      people          yes            people
  member.change-email:provider    yes      people          yes            people
  member.reset-password:local     yes      people          yes            people
  member.reset-password:provider  yes      people          yes            people
  member.change-role:local        yes      yes             yes            yes
  member.change-role:provider     yes      yes             roles          roles
  member.deactivate:local         yes      yes             yes            yes
  member.deactivate:provider      yes      yes             yes            yes
  member.reactivate:local         yes      yes             yes            yes
  member.reactivate:provider      yes      yes             yes            yes
  member.offboard:local           yes      yes             yes            yes
  member.offboard:provider        yes      yes             yes            yes
  member.end-sessions:provider    yes      yes             yes            yes
`;
const WORDS: Readonly<Record<string, string>> = {
  yes: 'allowed',
  people: 'people_from_provider',
  roles: 'roles_from_provider',
};
const SWITCHES: Readonly<Record<string, External>> = {
  neither: { authentication: false, authorization: false },
  authentication: { authentication: true, authorization: false },
  authorization: { authentication: false, authorization: true },
  both: { authentication: true, authorization: true },
};
/** What is done to an invitation that is there. */
const INVITED = { 'invitation.resend': 1, 'invitation.revoke': 1, 'invitation.link': 1 };
const administrator: Actor = {
  kind: 'member',
  id: 'member-me' as MemberId,
  workspace: HERE,
  roles: ['administrator'],
  status: 'active',
};

describe('people and roles from a provider', () => {
  const grid = readGrid(EXTERNAL);
  for (const row of grid.rows) {
    const [action, source] = row.split(':') as [Action, MemberSource];
    it(`${action} for somebody ${source === 'local' ? 'local' : 'from the provider'} goes by the two switches (D10, D21, D28, D30, D31, SEC_S13)`, () => {
      for (const [name, external] of Object.entries(SWITCHES))
        for (const actor of [administrator, { ...administrator, kind: 'system' } as const])
          assert.equal(ask(actor, action, source, external), WORDS[grid.cell(row, name)], name);
    });
  }

  it('somebody may not say what a provider says of them either (D30)', () => {
    const member = { ...administrator, id: administrator.id!, workspace: HERE, source: 'provider' } as const;
    const facts = { policy, inCharge: 2, isArchived: false, isHome: false, external: SWITCHES['neither']! };
    assert.deepEqual(can(administrator, 'member.change-profile', { member }, facts), {
      allowed: false,
      reason: 'people_from_provider',
    });
  });
});

function ask(actor: Actor, action: Action, source: MemberSource, external: External): string {
  const status = action === 'member.reactivate' ? 'deactivated' : 'active';
  const roles = ['employee'];
  const member = { id: 'member-other' as MemberId, workspace: HERE, roles: ['analyst'], status, source };
  const isAboutPerson = action.startsWith('member.') && action !== 'member.create';
  const target = isAboutPerson ? { member, roles } : { workspace: HERE, roles };
  const asked = action in INVITED ? { invitation: target } : target;
  const facts = { policy, inCharge: 2, isArchived: false, isHome: false, external };
  const decision = can(actor, action, asked as never, facts);
  return decision.allowed ? 'allowed' : decision.reason;
}
