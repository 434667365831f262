// The complete truth tables: every question that can be asked under a policy, against what is written down in truth/.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Action } from './can.ts';
import { ACTIONS, can } from './can.ts';
import type { Decision } from './decision.ts';
import type { Policy } from './policy.ts';
import { readGrid } from './truth/grid.ts';
import type { Row } from './truth/rows.ts';
import { rowsOf } from './truth/rows.ts';
import type { Truth } from './truth/truth.ts';
import { truthOfCollaborators } from './truth/collaborators.ts';
import { truthOfTables } from './truth/tables.ts';

/** What each action's rows prove, by policy. */
const PROVES: { readonly [A in Action]: readonly [tables: string, collaborators: string] } = {
  'team.open': ['T4, T5, SEC_A01', 'C12, C45'],
  'members.list': ['T4, SEC_A01', 'C19, C45'],
  'member.change-role': [
    'T13, T15, T16, T17, T18, SEC_A03, SEC_A04, SEC_A05, SEC_A07, SEC_A09, SEC_A15',
    'C7, C14, C15, C16, C17, C18, SEC_A04, SEC_A05, SEC_A07, SEC_A09, SEC_A15, SEC_A16',
  ],
  'member.deactivate': [
    'T26, T27, SEC_A04, SEC_A05, SEC_A06, SEC_A07, SEC_A08',
    'no deactivation in this policy',
  ],
  'member.reactivate': ['T25, T27, SEC_A06', 'no deactivation in this policy'],
  'member.remove': [
    'no removal in this policy',
    'by the right to invite, SEC_A04, SEC_A05, SEC_A08, SEC_A16',
  ],
  'member.leave': ['SEC_A08', 'SEC_A08'],
  'invitation.list': ['T4, SEC_A01', 'C19'],
  'invitation.create': [
    'T11, T12, T13, SEC_A02, SEC_A09, SEC_A15',
    'C14, C15, C16, C17, C18, C45, SEC_A02, SEC_A09, SEC_A15, SEC_A16',
  ],
  'invitation.resend': ['T13, SEC_A02, SEC_A04', 'C14, C15, C16, C17, C18, SEC_A04'],
  'invitation.revoke': ['T13, SEC_A04', 'C14, C15, C16, C17, C18, SEC_A04'],
  'invitation.link': ['T13, SEC_A02, SEC_A04', 'C6, C14, C15, C16, C17, C18, SEC_A04'],
  'permissions.view': ['T4, SEC_A01', 'C9'],
  'permissions.save': ['T29, T30, SEC_A10, SEC_A15', 'C9'],
  'audit.list': ['SEC_A01', 'C10'],
  'workspace.rename': ['SEC_A01', 'C13'],
  'workspace.archive': ['SEC_A01', 'C13'],
  'workspace.restore': ['SEC_A01', 'C13'],
  'workspace.delete': ['SEC_A01', 'C13'],
  'member.reset-password': ['no passwords in this policy', 'SEC_A04, SEC_A05'],
  'member.change-email': ['SEC_A04, SEC_A05', 'SEC_A04, SEC_A05'],
  'member.view-activity': ['T4, SEC_A01', 'C19'],
  'member.end-sessions': ['SEC_A04, SEC_D08', 'SEC_A04, SEC_D08'],
  'settings.view': ['SEC_A01, SEC_S12', 'C12, SEC_S12'],
  'settings.change': ['SEC_A01, SEC_S12', 'C12, SEC_S12'],
  'deployment.view': ['SEC_A01', 'C12'],
  'deployment.change': ['SEC_A01', 'C12'],
};

[truthOfTables, truthOfCollaborators].forEach((truth, which) => {
  const { key } = truth.policy;
  const table = ACTIONS.map((action) => ({ action, rows: rowsOf(truth, action) }));
  const total = table.reduce((sum, { rows }) => sum + rows.length, 0);

  describe(`the truth table of ${key}: ${ACTIONS.length} actions, ${total} rows`, () => {
    for (const { action, rows } of table) {
      it(`answers every question about ${action} as written: ${rows.length} rows (${PROVES[action][which]})`, () => {
        assert.deepEqual(wrong(action, rows), []);
      });
    }

    it('has written down every role and every action, so that a new one without rows fails', () => {
      assert.deepEqual(gaps(truth, ACTIONS), []);
    });

    it('notices a role that nobody wrote rows for', () => {
      const role = { ...truth.policy.roles.at(-1)!, key: 'newcomer', rank: 1 };
      const grown: Policy = { ...truth.policy, roles: [...truth.policy.roles, role] };
      assert.notDeepEqual(gaps({ ...truth, policy: grown }, ACTIONS), []);
      assert.throws(
        () => rowsOf({ ...truth, policy: grown }, 'members.list'),
        /no cell for "members\.list" and "newcomer"/,
      );
    });

    it('notices an action that nobody wrote rows for', () => {
      assert.deepEqual(gaps(truth, [...ACTIONS, 'member.promote']), [
        'doors: member.promote is not written down',
      ]);
    });
  });
});

describe('the truth tables together', () => {
  it('contain both answers to every action, so that neither "always yes" nor "always no" would pass', () => {
    for (const action of ACTIONS) {
      const answers = new Set(
        [truthOfTables, truthOfCollaborators].flatMap((truth) =>
          rowsOf(truth, action).map((row) => row.expected === 'allowed'),
        ),
      );
      assert.equal(answers.size, 2, action);
    }
  });
});

/** The rows that the engine answers differently, with what it said; the first twenty, which is enough to see why. */
function wrong(action: Action, rows: readonly Row[]): string[] {
  return rows
    .map((row) => ({ row, said: codeOf(can(row.caller.actor, action, row.target as never, row.facts)) }))
    .filter(({ row, said }) => said !== row.expected)
    .slice(0, 20)
    .map(({ row, said }) => `${row.asked}: expected ${row.expected}, got ${said}`);
}

function codeOf(decision: Decision): string {
  return decision.allowed ? 'allowed' : decision.reason;
}

/** Where the written truth and the policy do not name the same roles and actions. */
function gaps({ policy, doors, rules }: Truth, actions: readonly string[]): string[] {
  const roles = policy.roles.map((role) => role.key);
  const texts = Object.entries(rules).flatMap(([action, rule]) =>
    typeof rule === 'string'
      ? []
      : Object.values('change' in rule ? rule.change : rule)
          .filter((text) => text.includes('\n'))
          .map((text: string) => ({ action, text })),
  );
  const written = readGrid(doors).rows;
  return [
    ...actions
      .filter((action) => !written.includes(action))
      .map((action) => `doors: ${action} is not written down`),
    ...written
      .filter((action) => !actions.includes(action))
      .map((action) => `doors: there is no action ${action}`),
    ...[{ action: 'doors', text: doors }, ...texts].flatMap(({ action, text }) => {
      const { columns } = readGrid(text);
      return roles
        .filter((role) => !columns.includes(role))
        .map((role) => `${action}: ${role} is not written down`);
    }),
    ...texts.flatMap(({ action, text }) => {
      const { rows } = readGrid(text);
      return action !== 'member.change-role'
        ? []
        : roles
            .filter((role) => !rows.includes(role))
            .map((role) => `${action}: nothing about somebody who is ${role}`);
    }),
  ];
}
