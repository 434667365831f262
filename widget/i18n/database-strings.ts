// The sentences about a database that follows the grid. A table of its own, because this code is loaded when it is shown. English.
import type { DatabasePart, DatabaseRight, Difference } from '../../shared/permissions/database.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { formatList } from './format-later.ts';
import { formatNumber, plural } from './format.ts';
import { inside } from './inside.ts';
import { table } from './table.ts';

/** The texts by what they say. */
export const databaseStrings = table('databaseStrings', {
  label: 'The database behind this',
  follows: (tables: number, one: string, other: string) =>
    plural(
      tables,
      `The database follows what is set here for 1 ${inside(one)}.`,
      `The database follows what is set here for all ${formatNumber(tables)} ${inside(other)}.`,
    ),
  followsNone: 'The database is ready. Nothing that is set here is in it yet.',
  checked: (when: string) => `Checked ${when}.`,
  checking: 'Checking',
  checkAgain: 'Check again',
  unknown: 'Whether the database follows what is set here is not known.',
  differs: (count: number) =>
    plural(
      count,
      'The database differs from what is set here in 1 place',
      `The database differs from what is set here in ${formatNumber(count)} places`,
    ),
  differsText: 'What is set here counts. Until it is repaired, the database may let people do more, or less.',
  settledText: 'What is left has to be settled by whoever runs the database.',
  parts: {
    foundation: 'What all tables rest on',
    people: 'Who is who',
  },
  roleless: 'people without a role',
  moreHolders: (count: number) => `${formatNumber(count)} more`,
  quoted: (name: string) => `“${name}”`,
  repair: 'Repair',
  repairPart: (name: string) => `Repair ${name}`,
  repairAll: 'Repair all',
  repairing: 'Repairing',
  repaired: 'In order again',
  byHand: 'To be settled in the database.',
  showAll: (count: number) => `Show all ${formatNumber(count)}`,
  more: (count: number) => plural(count, 'And 1 more.', `And ${formatNumber(count)} more.`),
  beyond: (count: number) =>
    `${formatNumber(count)} more are not listed here. Repair these, then check again.`,
  spoken: (done: number, failed: number) =>
    [
      done > 0 &&
        plural(done, '1 place is in order again.', `${formatNumber(done)} places are in order again.`),
      failed > 0 &&
        plural(failed, '1 could not be repaired.', `${formatNumber(failed)} could not be repaired.`),
    ]
      .filter(Boolean)
      .join(' '),
} as const);

/** What a right lets people do, inside a sentence. */
export const RIGHT_WORDS: Readonly<Record<DatabaseRight, string>> = table('RIGHT_WORDS', {
  read: 'read',
  add: 'add rows',
  change: 'change rows',
  delete: 'delete rows',
  more: 'do other things',
});

/** What such a sentence names. */
export interface DifferenceFacts {
  readonly who: string;
  readonly may: string;
  readonly names: string;
}

/** What each difference says. */
export const DIFFERENCE_WORDS: Readonly<Record<Difference['code'], (facts: DifferenceFacts) => string>> =
  table('DIFFERENCE_WORDS', {
    schema_missing: () => 'What user management keeps in the database has not been made yet.',
    schema_foreign: () => 'Something else has taken the place of what user management keeps in the database.',
    function_differs: () => 'A function that user management made is not as it should be.',
    role_missing: () => 'Some roles are not known to the database yet.',
    role_foreign: () => 'Somebody else made a role of the database with a name that is needed here.',
    role_powerful: () => 'A role of the database has more power than it should.',
    role_joined: () => 'A role of the database has the rights of another one, too.',
    schema_unreachable: ({ who }) =>
      who === '' ? 'Some cannot reach in.' : `${who} cannot reach this table.`,
    login_missing: () => 'The role that the application signs in with is missing.',
    login_powerful: () => 'The application signs in with a role that passes every rule.',
    login_inherits: () => 'The application has the rights of others all the time.',
    login_cannot_act: () => 'The application cannot act as everybody yet.',
    table_missing: () => 'There is no such table in the database.',
    table_twice: () => 'Several of what is listed here are the same table.',
    table_owned: () => 'It belongs to a role that could open it again.',
    table_left: () => 'It is no longer listed here, but people still have rights on it.',
    column_missing: ({ names }) => `It has no column ${names}.`,
    security_off: () => 'Row-level security is switched off.',
    security_not_forced: () => 'Row-level security does not bind the owner of the table.',
    security_forced: () => 'Row-level security is in the way of keeping the database in order.',
    policy_missing: ({ who, may }) => `The rule that lets ${who} ${may} is missing.`,
    policy_differs: ({ who, may }) => `The rule that lets ${who} ${may} is not as it should be.`,
    policy_extra: () => 'An old rule is left over.',
    policy_foreign: ({ names }) => `Somebody else made the rule ${names}, which may open rows.`,
    grant_missing: ({ who, may }) => `${who} cannot ${may}, though it is set so here.`,
    grant_extra: ({ who, may }) => `${who} can ${may}, which is not set here.`,
    grant_public: ({ may }) => `Everybody who reaches the database can ${may}.`,
    people_differ: () => 'Who is here, and with which roles, is not up to date.',
    assignments_differ: () => 'What people were given themselves is not up to date.',
  });

/** The most that one sentence names. */
const MOST = 4;

/** A difference in one sentence, with the roles by their names. */
export function differenceText(
  { code, holders = [], rights = [], names = [] }: Difference,
  roleName: (key: RoleKey) => string,
): string {
  const each = holders.map((roles) =>
    roles.length === 0 ? databaseStrings.roleless : roles.map(roleName).join(' + '),
  );
  const rest = each.length - MOST;
  const told = rest > 0 ? [...each.slice(0, MOST), databaseStrings.moreHolders(rest)] : each;
  const text = DIFFERENCE_WORDS[code]({
    who: formatList(told),
    may: formatList(rights.map((right) => RIGHT_WORDS[right])),
    names: formatList(names.map(databaseStrings.quoted)),
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a part is called. */
export function partName({ part, name }: DatabasePart): string {
  return part === 'table' || part === 'left' ? name : databaseStrings.parts[part];
}
