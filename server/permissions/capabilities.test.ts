// Every row of the capability matrix, asked of a real server as a host's backend would: by role, and of a person with that role.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Decision } from '../../shared/policy/decision.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';

const ROLES = ['owner', 'creator', 'editor', 'commenter', 'viewer'] as const;
const HIGH = ['owner', 'creator'];
const WRITERS = [...HIGH, 'editor'];
const SPEAKERS = [...WRITERS, 'commenter'];

/** The rows of a group, who holds them, and the capability of each. */
const GROUPS: readonly {
  readonly rows: string;
  readonly holders: readonly string[];
  readonly capabilities: readonly string[];
}[] = [
  { rows: 'C10', holders: HIGH, capabilities: ['audit.view'] },
  { rows: 'C11', holders: ['owner'], capabilities: ['app-store.open'] },
  { rows: 'C12, C13', holders: ['owner'], capabilities: ['team.open', 'workspace.manage'] },
  { rows: 'C14, C15', holders: ['owner'], capabilities: ['members.add-owner', 'members.add-creator'] },
  {
    rows: 'C16, C17, C18, C19',
    holders: HIGH,
    capabilities: ['members.add-editor', 'members.add-commenter', 'members.add-viewer', 'members.view'],
  },
  {
    rows: 'C21, C22, C23, C24, C25, C26',
    holders: HIGH,
    capabilities: [
      'table.add',
      'table.delete',
      'table.change',
      'column.add',
      'column.delete',
      'column.change',
    ],
  },
  {
    rows: 'C27, C28, C29, C30, C31',
    holders: WRITERS,
    capabilities: ['record.add', 'record.delete', 'record.change', 'record.expand', 'record.menu'],
  },
  { rows: 'C32', holders: ROLES, capabilities: ['record.view'] },
  { rows: 'C33, C34', holders: SPEAKERS, capabilities: ['comment.view', 'comment.add'] },
  { rows: 'C35, C36', holders: HIGH, capabilities: ['view.add', 'view.share'] },
  {
    rows: 'C37, C38, C39, C40, C41, C42, C43, C44',
    holders: ROLES,
    capabilities: [
      'view.open',
      'field.filter-columns',
      'field.filter-query',
      'field.sort',
      'theme.change',
      'auth-token.copy',
      'project.view',
      'api.open',
    ],
  },
];

describe('capabilities, asked over HTTP', () => {
  let stage: Deployment;
  let people: Map<string, string>;
  before(async () => {
    stage = await deploy({ policy: collaborators });
    people = new Map();
    for (const role of ROLES) {
      const { id } = await stage.addMember({ email: `${role}@project.test`, roles: [role] });
      people.set(role, id);
    }
  });
  after(() => stage.close());

  const check = async (who: unknown, capability: string): Promise<Decision> => {
    const authorization = `Bearer ${stage.token(undefined, { scope: 'workspaces' })}`;
    return (await stage.query('permissions.check', { who, capability }, { authorization })).data;
  };

  for (const { rows, holders, capabilities } of GROUPS)
    it(`are held by ${holders.join(', ')} and by nobody else: ${capabilities.join(', ')} (${rows})`, async () => {
      assert.equal(capabilities.length, rows.split(', ').length, 'a capability for each row');
      for (const capability of capabilities)
        for (const role of ROLES) {
          const expected = holders.includes(role)
            ? { allowed: true }
            : { allowed: false, reason: 'not_granted' };
          assert.deepEqual(await check({ role }, capability), expected, `${capability} of the role ${role}`);
          const memberId = people.get(role);
          assert.deepEqual(
            await check({ memberId }, capability),
            expected,
            `${capability} of a person, ${role}`,
          );
        }
    });

  it('are nobody’s where the person is not there any more, whatever their role was (W13)', async () => {
    const { id } = await stage.addMember({
      email: 'gone@project.test',
      roles: ['owner'],
      status: 'deactivated',
    });
    assert.deepEqual(await check({ memberId: id }, 'record.view'), {
      allowed: false,
      reason: 'member_deactivated',
    });
  });
});
