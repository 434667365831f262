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
import type { Rule, Truth } from './truth/truth.ts';
import { truthOfCollaborators } from './truth/collaborators.ts';
import { truthOfDirectory } from './truth/directory.ts';
import { truthOfPackages } from './truth/packages.ts';
import { truthOfTables } from './truth/tables.ts';
import { truthOfWorkspaces } from './truth/workspaces.ts';

/** The truth of each policy, in the order of the words beside each action below. */
const TRUTHS = [truthOfTables, truthOfCollaborators, truthOfPackages, truthOfWorkspaces, truthOfDirectory];

/** What each action's rows prove, by policy. */
const PROVES: {
  readonly [A in Action]: readonly [
    tables: string,
    collaborators: string,
    packages: string,
    workspaces: string,
    directory: string,
  ];
} = {
  'team.open': ['T4, T5, SEC_A01', 'C12, C45', 'P2, SEC_A18', 'W58', 'D2, D3, D6'],
  'members.list': ['T4, SEC_A01', 'C19, C45', 'P2, SEC_A18', 'SEC_E03', 'D2, D6'],
  'members.export': ['T4, SEC_A01', 'C19', 'P2, SEC_A18', 'SEC_E03', 'D2, D6'],
  'member.create': [
    'people are invited in this policy',
    'people are invited in this policy',
    'P2, P13, P54, SEC_A09, SEC_A15, SEC_A18',
    'people are invited in this policy',
    'D11, D12, D27, SEC_A09, SEC_A15',
  ],
  'member.change-role': [
    'T13, T15, T16, T17, T18, SEC_A03, SEC_A04, SEC_A05, SEC_A07, SEC_A09, SEC_A15',
    'C7, C14, C15, C16, C17, C18, SEC_A04, SEC_A05, SEC_A07, SEC_A09, SEC_A15, SEC_A16',
    'P2, P13, P19, SEC_A05, SEC_A07, SEC_A09, SEC_A18',
    'W5, W14, W20, W32, W58, W59, W60, W61, SEC_A04, SEC_A05, SEC_A07, SEC_A09, SEC_A15, SEC_E03',
    'D11, D12, SEC_A04, SEC_A05, SEC_A07, SEC_A09, SEC_A15',
  ],
  'member.deactivate': [
    'T26, T27, SEC_A04, SEC_A05, SEC_A06, SEC_A07, SEC_A08',
    'no deactivation in this policy',
    'P2, P19, P25, SEC_A05, SEC_A07, SEC_A08, SEC_A18',
    'SEC_A04, SEC_A05, SEC_A07, SEC_A08, SEC_E03',
    'D11, SEC_A04, SEC_A05, SEC_A07, SEC_A08',
  ],
  'member.reactivate': [
    'T25, T27, SEC_A06',
    'no deactivation in this policy',
    'P2, P27, SEC_A18',
    'SEC_A04',
    'D11, SEC_A04',
  ],
  'member.remove': [
    'no removal in this policy',
    'by the right to invite, SEC_A04, SEC_A05, SEC_A08, SEC_A16',
    'P25',
    'SEC_A04, SEC_A05, SEC_A07, SEC_A08, SEC_E03',
    'D9',
  ],
  'member.offboard': [
    'T26, T27, SEC_A04, SEC_A05, SEC_A08',
    'SEC_A04, SEC_A05, SEC_A08',
    'P2, SEC_A05, SEC_A08, SEC_A18',
    'SEC_A04, SEC_A05, SEC_A07, SEC_A08',
    'D11, SEC_A04, SEC_A05, SEC_A08',
  ],
  'member.leave': ['SEC_A08', 'SEC_A08', 'SEC_A08', 'SEC_A08', 'SEC_A08'],
  'member.reset-password': [
    'no passwords in this policy',
    'SEC_A04, SEC_A05',
    'P2, SEC_A18',
    'SEC_A04, SEC_A05',
    'D11, SEC_A04, SEC_A05',
  ],
  'member.change-email': [
    'SEC_A04, SEC_A05',
    'SEC_A04, SEC_A05',
    'P11, SEC_A18',
    'SEC_A04, SEC_A05',
    'D11, SEC_A04, SEC_A05',
  ],
  'member.change-profile': ['T27, SEC_A04', 'SEC_A04', 'P2, P19, SEC_A18', 'SEC_A04', 'D11, SEC_A04'],
  'member.assign': [
    'rights go to roles in this policy',
    'nothing is granted in this policy',
    'P2, P19, P30, SEC_A18',
    'nothing is granted in this policy',
    'nothing is granted in this policy',
  ],
  'member.view-access': ['T4, SEC_A01', 'C19', 'P2, SEC_A18', 'SEC_E03', 'D2'],
  'member.view-activity': ['T4, SEC_A01', 'C19', 'P2, SEC_A18', 'SEC_E03', 'D2'],
  'member.end-sessions': [
    'SEC_A04, SEC_D08',
    'SEC_A04, SEC_D08',
    'P2, SEC_A18, SEC_D08',
    'SEC_A04, SEC_D08',
    'SEC_A04, SEC_D08',
  ],
  'invitation.list': ['T4, SEC_A01', 'C19', 'P2, SEC_A18', 'W58', 'D11'],
  'invitation.create': [
    'T11, T12, T13, SEC_A02, SEC_A09, SEC_A15',
    'C14, C15, C16, C17, C18, C45, SEC_A02, SEC_A09, SEC_A15, SEC_A16',
    'P2, P13, SEC_A18',
    'W5, W14, W20, W58, W59, W60, W61, SEC_A02, SEC_A09, SEC_A15, SEC_E03',
    'D11, SEC_A02',
  ],
  'invitation.resend': [
    'T13, SEC_A02, SEC_A04',
    'C14, C15, C16, C17, C18, SEC_A04',
    'P2, SEC_A18',
    'SEC_A02, SEC_A04',
    'D11, SEC_A04',
  ],
  'invitation.revoke': [
    'T13, SEC_A04',
    'C14, C15, C16, C17, C18, SEC_A04',
    'P2, SEC_A18',
    'SEC_A04',
    'D11, SEC_A04',
  ],
  'invitation.link': [
    'T13, SEC_A02, SEC_A04',
    'C6, C14, C15, C16, C17, C18, SEC_A04',
    'P2, SEC_A18',
    'SEC_A02, SEC_A04',
    'SEC_A02, SEC_A04',
  ],
  'permissions.view': ['T4, SEC_A01', 'C9', 'P2, SEC_A18', 'SEC_E03', 'D2'],
  'permissions.save': [
    'T29, T30, SEC_A10, SEC_A15',
    'C9',
    'SEC_A18',
    'nothing is granted in this policy',
    'nothing is granted in this policy',
  ],
  'role.create': [
    'no roles of a workspace in this policy',
    'no roles of a workspace in this policy',
    'no roles of a workspace in this policy',
    'SEC_A10, SEC_E03',
    'SEC_A10',
  ],
  'role.change': [
    'no roles of a workspace in this policy',
    'no roles of a workspace in this policy',
    'no roles of a workspace in this policy',
    'SEC_A05, SEC_A10, SEC_E03',
    'SEC_A10',
  ],
  'role.delete': [
    'no roles of a workspace in this policy',
    'no roles of a workspace in this policy',
    'no roles of a workspace in this policy',
    'SEC_A05, SEC_E03',
    'SEC_A10',
  ],
  'review.view': ['T4, SEC_A01', 'SEC_A01', 'P2, SEC_A18', 'SEC_E03', 'D2'],
  'review.run': ['T4, SEC_A01', 'SEC_A01', 'P2, SEC_A18', 'SEC_E03', 'D2'],
  'audit.list': ['SEC_A01', 'C10', 'P2, SEC_A18', 'SEC_L07', 'SEC_L07'],
  'workspace.rename': ['SEC_A01', 'C13', 'P2', 'SEC_E03', 'D2'],
  'workspace.archive': ['SEC_A01', 'C13', 'P2', 'SEC_E03', 'D2'],
  'workspace.restore': ['SEC_A01', 'C13', 'P2', 'SEC_E03', 'D2'],
  'workspace.delete': ['SEC_A01', 'C13', 'P2', 'SEC_E03', 'D2'],
  'settings.view': ['SEC_A01, SEC_S12', 'C12, SEC_S12', 'P2, SEC_S12', 'SEC_S12', 'SEC_S12'],
  'settings.change': ['SEC_A01, SEC_S12', 'C12, SEC_S12', 'P2, SEC_S12', 'SEC_S12', 'SEC_S12'],
  'deployment.view': ['SEC_A01', 'C12', 'P2', 'SEC_S12', 'SEC_S12'],
  'deployment.change': ['SEC_A01', 'C12', 'P2', 'SEC_S12', 'SEC_S12'],
};

/** Every row of every policy; asked for once, because there are many. */
const TABLES = TRUTHS.map((truth) => ACTIONS.map((action) => ({ action, rows: rowsOf(truth, action) })));

TRUTHS.forEach((truth, which) => {
  const { key } = truth.policy;
  const table = TABLES[which]!;
  const total = table.reduce((sum, { rows }) => sum + rows.length, 0);

  describe(`the truth table of ${key}: ${ACTIONS.length} actions, ${total} rows`, () => {
    for (const { action, rows } of table) {
      it(`answers every question about ${action} as written: ${rows.length} rows (${PROVES[action][which]})`, () => {
        assert.deepEqual(wrong(action, rows), []);
      });
    }

    // Where a role counts everywhere, home is another matter; that stands in home.test.ts.
    if (!truth.policy.roles.some(({ isEverywhere }) => isEverywhere === true))
      it('answers the same in a workspace that is not home, except for what holds for all of them (SEC_E03)', () => {
        for (const { action, rows } of table) {
          const away = rows.map((row) => ({ ...row, facts: { ...row.facts, isHome: false } }));
          const isForAll = action.startsWith('deployment.');
          const moved = away.filter(({ expected }) => isForAll && expected === 'allowed');
          const rest = away.filter(({ expected }) => !isForAll || expected !== 'allowed');
          assert.deepEqual(wrong(action, rest), []);
          assert.deepEqual(
            wrong(
              action,
              moved.map((row) => ({ ...row, expected: 'not_home' })),
            ),
            [],
          );
        }
      });

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

    it('notices a capability that nobody wrote down for the roles of a workspace', () => {
      const { policy } = truth;
      const capability = { key: 'moon.open', name: 'Open the moon', section: 'sky', roles: [] };
      const grown: Policy = { ...policy, capabilities: [...policy.capabilities, capability] };
      assert.equal(gaps({ ...truth, policy: grown }, ACTIONS).length > 0, policy.hasCustomRoles);
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
    ACTIONS.forEach((action, at) => {
      const rows = TABLES.flatMap((table) => table[at]!.rows);
      assert.ok(
        rows.some(({ expected }) => expected === 'allowed'),
        action,
      );
      assert.ok(
        rows.some(({ expected }) => expected !== 'allowed'),
        action,
      );
    });
  });
});

/** The rows that the engine answers differently, with what it said; the first twenty, which is enough to see why. */
function wrong(action: Action, rows: readonly Row[]): string[] {
  return rows
    .map((row) => ({ row, said: codeOf(can(row.caller.actor, action, row.target as never, row.facts)) }))
    .filter(({ row, said }) => said !== row.expected)
    .slice(0, 20)
    .map(({ row, said }) => `${row.asked()}: expected ${row.expected}, got ${said}`);
}

function codeOf(decision: Decision): string {
  return decision.allowed ? 'allowed' : decision.reason;
}

/** Where the written truth and the policy do not name the same roles, capabilities and actions. */
function gaps({ policy, doors, rules }: Truth, actions: readonly string[]): string[] {
  const roles = policy.roles.map((role) => role.key);
  const shown = policy.capabilities.flatMap(({ key, section, roles: held }) =>
    section !== undefined && held !== undefined ? [key] : [],
  );
  const written = readGrid(doors).rows;
  return [
    ...missing(actions, written).map((action) => `doors: ${action} is not written down`),
    ...missing(written, actions).map((action) => `doors: there is no action ${action}`),
    ...missing(roles, readGrid(doors).columns).map((role) => `doors: ${role} is not written down`),
    ...Object.entries(rules).flatMap(([action, rule]) =>
      matricesOf(rule).flatMap(({ of, text }) => {
        const { columns, rows } = readGrid(text);
        if (of === 'contents')
          return missing(shown, rows).map((key) => `${action}: ${key} is not written down`);
        return [
          ...missing(roles, columns).map((role) => `${action}: ${role} is not written down`),
          ...(of === 'change' ? missing(roles, rows) : []).map(
            (role) => `${action}: nothing about somebody who is ${role}`,
          ),
        ];
      }),
    ),
  ];
}

function missing(wanted: readonly string[], written: readonly string[]): string[] {
  return wanted.filter((key) => !written.includes(key));
}

/** The matrices of a rule, each with the part of the rule that it is; single words are none. */
function matricesOf(rule: Rule): { readonly of: string; readonly text: string }[] {
  if (rule === 'yes') return [];
  return Object.entries<unknown>({ ...rule }).flatMap(([of, part]) =>
    textsIn(part).map((text) => ({ of, text })),
  );
}

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return part.includes('\n') ? [part] : [];
  return Object.values(part as object).flatMap(textsIn);
}
