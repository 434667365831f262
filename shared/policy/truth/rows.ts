// Every question that can be asked under a policy, each with the answer that the written truth gives. For tests only.
import type { ErrorCode } from '../../errors.ts';
import type { Action, External, Facts, MemberStatus, MemberTarget } from '../can.ts';
import { compilePolicy } from '../compile.ts';
import type { Policy, RoleKey } from '../policy.ts';
import type { Caller } from './callers.ts';
import { HERE, ME, OTHER, callersOf, capabilitiesNamed, rolesNamed } from './callers.ts';
import type { Grid } from './grid.ts';
import { WORDS, readGrid, wordIn } from './grid.ts';
import type { RoleRule, Truth } from './truth.ts';

/** One question with its expected answer. */
export interface Row {
  /** The question in words. */
  readonly asked: () => string;
  readonly caller: Caller;
  readonly target: unknown;
  readonly facts: Facts;
  readonly expected: ErrorCode | 'allowed';
}

const LOCAL: External = { authentication: false, authorization: false };

/** What an action can be done to, and what the written truth says of it once the door is open. */
interface Question {
  readonly about: () => string;
  readonly target: unknown;
  /** The cell for who asks. @throws where nothing is written down. */
  readonly cell: (who: string) => string;
  readonly status?: MemberStatus;
}

/** Every row of `action`: all callers × all targets × with or without somebody else in charge × alive or archived. */
export function rowsOf(truth: Truth, action: Action): Row[] {
  const policy = compilePolicy(truth.policy);
  const doors = readGrid(truth.doors);
  return callersOf(truth.policy, doors.columns).flatMap((caller) =>
    questionsOf(truth, action, caller).flatMap((question) =>
      [1, 2].flatMap((inCharge) =>
        [false, true].map((isArchived): Row => ({
          asked: () =>
            `${caller.who} asks ${action} ${question.about()}, ${inCharge} in charge${isArchived ? ', archived' : ''}`,
          caller,
          target: question.target,
          facts: { policy, inCharge, isArchived, isHome: true, external: LOCAL },
          expected: answer(doors, action, caller, question, { inCharge, isArchived }),
        })),
      ),
    ),
  );
}

/** The first refusal counts: who asks, the archive, the door, the action's own matrix. */
function answer(
  doors: Grid,
  action: Action,
  caller: Caller,
  question: Question,
  at: { inCharge: number; isArchived: boolean },
): ErrorCode | 'allowed' {
  if (caller.refusal !== undefined) return caller.refusal;
  const archive = doors.cell(action, 'archived');
  if (at.isArchived && archive === 'stops') return 'workspace_archived';
  if (doors.cell(action, caller.column!) === 'no') return 'not_granted';
  if (!at.isArchived && archive === 'only') return 'workspace_not_archived';
  const word = wordIn(question.cell(caller.column!));
  return word === 'yes!' && question.status === 'active' && at.inCharge === 1
    ? 'last_in_charge'
    : WORDS[word];
}

function questionsOf({ policy, rules }: Truth, action: Action, caller: Caller): Question[] {
  const rule = rules[action];
  if (rule === 'yes') return [{ about: () => 'here', target: { workspace: HERE }, cell: () => 'yes' }];
  if ('change' in rule) return aboutChanges(rule.change, policy, caller);
  if ('roles' in rule) return aboutNewcomers(rule.roles, policy, action);
  if ('grants' in rule) return aboutGrants(rule.grants, policy);
  if ('active' in rule) return aboutPeople(rule, policy, caller);
  if (!('assign' in rule)) return aboutRoles(rule, policy);
  return Object.entries(rule.assign).flatMap(([kind, about]) => aboutPeople(about, policy, caller, { kind }));
}

/** What `text` says; where it is a single word, that word for everything. */
function gridFrom(text: string, columns: readonly string[], rows: readonly string[] = []): Grid {
  return text.includes('\n') ? readGrid(text) : { columns, rows, cell: () => text };
}

function rolesOf(policy: Policy): string[] {
  return [...policy.roles.map((role) => role.key), 'unknown', 'none'];
}

/** The people of a matrix: somebody else of each role, and oneself; also oneself switched off a moment ago, which the actor may not know yet. */
function peopleOf(
  columns: readonly string[],
  status: MemberStatus,
  policy: Policy,
  caller: Caller,
): { column: string; member: MemberTarget }[] {
  const own =
    caller.actor.kind === 'member'
      ? [{ column: 'self', member: { id: ME, workspace: HERE, roles: caller.actor.roles, status } }]
      : [];
  const others = columns
    .filter((column) => column !== 'self')
    .flatMap((column) =>
      rolesNamed(column, policy).map((roles) => ({
        column,
        member: { id: OTHER, workspace: HERE, roles, status },
      })),
    );
  return [...others, ...own];
}

function aboutPeople(
  rule: Readonly<Record<MemberStatus, string>>,
  policy: Policy,
  caller: Caller,
  beside: { readonly kind?: string } = {},
): Question[] {
  return (['active', 'deactivated'] as const).flatMap((status) => {
    const grid = gridFrom(rule[status], rolesOf(policy));
    return peopleOf(grid.columns, status, policy, caller).map(({ column, member }) => ({
      about: () => `${beside.kind ?? ''} to ${column} ${JSON.stringify(member.roles)} (${status})`,
      target: { member, ...beside },
      status,
      cell: (who: string) => grid.cell(who, column),
    }));
  });
}

function aboutChanges(change: Readonly<Record<string, string>>, policy: Policy, caller: Caller): Question[] {
  const grids = new Map(Object.entries(change).map(([who, text]) => [who, readGrid(text)]));
  const shape = [...grids.values()][0]!;
  return (['active', 'deactivated'] as const).flatMap((status) =>
    peopleOf(shape.rows, status, policy, caller).flatMap(({ column: from, member }) =>
      shape.columns.flatMap((to) =>
        rolesNamed(to, policy).map((roles: readonly RoleKey[]): Question => ({
          about: () => `from ${from} ${JSON.stringify(member.roles)} (${status}) to ${JSON.stringify(roles)}`,
          target: { member, roles },
          status,
          cell: (who) => gridOf(grids, who).cell(from, to),
        })),
      ),
    ),
  );
}

function gridOf(grids: ReadonlyMap<string, Grid>, who: string): Grid {
  const grid = grids.get(who);
  if (grid === undefined) throw new Error(`Nothing is written down about what "${who}" may change.`);
  return grid;
}

function aboutNewcomers(text: string, policy: Policy, action: Action): Question[] {
  const grid = gridFrom(text, rolesOf(policy));
  return grid.columns.flatMap((column) =>
    rolesNamed(column, policy).map((roles): Question => ({
      about: () => `as ${JSON.stringify(roles)}`,
      target:
        action === 'invitation.create' || action === 'member.create'
          ? { workspace: HERE, roles }
          : { invitation: { workspace: HERE, roles } },
      cell: (who) => grid.cell(who, column),
    })),
  );
}

function aboutGrants(text: string, policy: Policy): Question[] {
  const grid = gridFrom(text, rolesOf(policy), ['table', 'package']);
  return grid.rows.flatMap((kind) =>
    grid.columns.flatMap((column) =>
      rolesNamed(column, policy).map(([role = '']): Question => ({
        about: () => `of ${JSON.stringify(role)} on a ${kind}`,
        target: { workspace: HERE, kind, role },
        cell: () => grid.cell(kind, column),
      })),
    ),
  );
}

/** Every role that is edited × everything a role is to hold; where one of the two is not asked about, the other alone. */
function aboutRoles({ edited, contents }: RoleRule, policy: Policy): Question[] {
  const which = edited === undefined ? undefined : gridFrom(edited, rolesOf(policy));
  const what =
    contents === undefined ? undefined : gridFrom(contents, [], ['nothing', 'unknown', 'members.view']);
  const roles = which?.columns.flatMap((column) =>
    rolesNamed(column, policy).map(([role = '']) => ({ column, target: { role } })),
  ) ?? [{ column: '', target: {} }];
  const holding = what?.rows.flatMap((row) =>
    capabilitiesNamed(row).map((capabilities) => ({ row, target: { capabilities } })),
  ) ?? [{ row: '', target: {} }];
  return roles.flatMap((role) =>
    holding.map((held): Question => ({
      about: () => `${JSON.stringify(role.target)} ${JSON.stringify(held.target)}`,
      target: { workspace: HERE, ...role.target, ...held.target },
      cell: (who) => {
        const first = which?.cell(who, role.column) ?? 'yes';
        return first === 'yes' ? (what?.cell(held.row, who) ?? 'yes') : first;
      },
    })),
  );
}
