// Every question that can be asked under a policy, each with the answer that the written truth gives. For tests only.
import type { ErrorCode } from '../../errors.ts';
import type { Action, External, Facts, MemberStatus, MemberTarget } from '../can.ts';
import { compilePolicy } from '../compile.ts';
import type { Policy, RoleKey } from '../policy.ts';
import type { Caller } from './callers.ts';
import { HERE, ME, OTHER, callersOf, rolesNamed } from './callers.ts';
import type { Grid } from './grid.ts';
import { WORDS, readGrid, wordIn } from './grid.ts';
import type { Truth } from './truth.ts';

/** One question with its expected answer. */
export interface Row {
  readonly asked: string;
  readonly caller: Caller;
  readonly target: unknown;
  readonly facts: Facts;
  readonly expected: ErrorCode | 'allowed';
}

const LOCAL: External = { authentication: false, authorization: false };

/** What an action can be done to, and what the written truth says of it once the door is open. */
interface Question {
  readonly about: string;
  readonly target: unknown;
  /** The cell for who asks. @throws where nothing is written down. */
  readonly cell: (who: string) => string;
  readonly status?: MemberStatus;
}

/** Every row of `action`: all callers × all targets × with or without somebody else in charge × alive or archived. */
export function rowsOf(truth: Truth, action: Action): Row[] {
  const policy = compilePolicy(truth.policy);
  const doors = readGrid(truth.doors);
  return callersOf(truth.policy).flatMap((caller) =>
    questionsOf(truth, action, caller).flatMap((question) =>
      [1, 2].flatMap((inCharge) =>
        [false, true].map((isArchived): Row => ({
          asked: `${caller.who} asks ${action} ${question.about}, ${inCharge} in charge${isArchived ? ', archived' : ''}`,
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
  if (rule === 'yes') return [{ about: 'here', target: { workspace: HERE }, cell: () => 'yes' }];
  if ('change' in rule) return aboutChanges(rule.change, caller);
  if ('roles' in rule) return aboutInvitations(rule.roles, action);
  if ('grants' in rule) return aboutGrants(rule.grants);
  return (['active', 'deactivated'] as const).flatMap((status) =>
    aboutPeople(rule[status], status, policy, caller),
  );
}

/** The people of a matrix: somebody else of each role, and oneself; also oneself switched off a moment ago, which the actor may not know yet. */
function peopleOf(
  columns: readonly string[],
  status: MemberStatus,
  caller: Caller,
): { column: string; member: MemberTarget }[] {
  const own =
    caller.actor.kind === 'member'
      ? [{ column: 'self', member: { id: ME, workspace: HERE, roles: caller.actor.roles, status } }]
      : [];
  const others = columns
    .filter((column) => column !== 'self')
    .flatMap((column) =>
      rolesNamed(column).map((roles) => ({ column, member: { id: OTHER, workspace: HERE, roles, status } })),
    );
  return [...others, ...own];
}

function aboutPeople(text: string, status: MemberStatus, policy: Policy, caller: Caller): Question[] {
  const grid = text.includes('\n') ? readGrid(text) : undefined;
  const columns = grid?.columns ?? [...policy.roles.map((role) => role.key), 'unknown', 'none'];
  return peopleOf(columns, status, caller).map(({ column, member }) => ({
    about: `to ${column} ${JSON.stringify(member.roles)} (${status})`,
    target: { member },
    status,
    cell: (who) => (grid === undefined ? text : grid.cell(who, column)),
  }));
}

function aboutChanges(change: Readonly<Record<string, string>>, caller: Caller): Question[] {
  const grids = new Map(Object.entries(change).map(([who, text]) => [who, readGrid(text)]));
  const shape = [...grids.values()][0]!;
  return (['active', 'deactivated'] as const).flatMap((status) =>
    peopleOf(shape.rows, status, caller).flatMap(({ column: from, member }) =>
      shape.columns.flatMap((to) =>
        rolesNamed(to).map((roles: readonly RoleKey[]): Question => ({
          about: `from ${from} ${JSON.stringify(member.roles)} (${status}) to ${JSON.stringify(roles)}`,
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

function aboutInvitations(text: string, action: Action): Question[] {
  const grid = readGrid(text);
  return grid.columns.flatMap((column) =>
    rolesNamed(column).map((roles): Question => ({
      about: `as ${JSON.stringify(roles)}`,
      target:
        action === 'invitation.create'
          ? { workspace: HERE, roles }
          : { invitation: { workspace: HERE, roles } },
      cell: (who) => grid.cell(who, column),
    })),
  );
}

function aboutGrants(text: string): Question[] {
  const grid = readGrid(text);
  return grid.rows.flatMap((kind) =>
    grid.columns.flatMap((column) =>
      rolesNamed(column).map(([role]): Question => ({
        about: `of ${JSON.stringify(role)} on a ${kind}`,
        target: { workspace: HERE, kind, role },
        cell: () => grid.cell(kind, column),
      })),
    ),
  );
}
