// What the first rows say, and what is said in many places; what is said of a failure is in failure-strings.ts. English.
import type { Member } from '../../shared/members/member.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

const people = (count: number) => plural(count, '1 person', `${formatNumber(count)} people`);

/** The texts by what they say. Functions where a number or a name goes in. */
export const strings = table('strings', {
  // General
  cancel: 'Cancel',
  /** Between several, one after the other. */
  comma: ', ',
  /** Between what it is about and what is said of it. */
  colon: ': ',
  undo: 'Undo',
  people: (count: number) => people(count),

  // Members
  membersHeading: 'People',
  membersCount: (count: number, isExact: boolean) =>
    isExact ? people(count) : `${formatNumber(count)}+ people`,
  searchLabel: (hasUsername: boolean) => `Search by name${hasUsername ? ', username' : ''} or e-mail`,
  searchPlaceholder: 'Search people',
  roleFilter: 'Role',
  everyRole: 'All roles',
  statusFilter: 'Status',
  everyStatus: 'Any status',
  dormantFilter: 'Last sign-in',
  everySignIn: 'Any sign-in',
  dormantFor: (days: number) => `None in ${days} days`,
  sortLabel: 'Sort by',
  sortBy: (column: string) => `By ${column.toLowerCase()}`,
  clearFilters: 'Clear filters',
  filteredCount: (count: number, isExact: boolean) =>
    isExact
      ? plural(count, '1 person matches', `${formatNumber(count)} people match`)
      : `More than ${formatNumber(count)} people match`,
  columns: {
    username: 'Username',
    name: 'Name',
    email: 'E-mail',
    roles: 'Role',
    status: 'Status',
    lastSignIn: 'Last sign-in',
  },
  severalRoles: 'Roles',
  statuses: { active: 'Active', deactivated: 'Deactivated', inactive: 'Inactive' },
  actionsColumn: 'Actions',
  you: 'You',
  neverSignedIn: 'Never',
  roleOf: (name: string) => `Role of ${name}`,
  roleHeld: (name: string, roles: string, place: string) =>
    `Role of ${name}${place && ` in ${place}`}: ${roles}`,
  roleOption: (role: string, reason: string) => `${role} (${reason})`,
  showMember: (name: string) => `Show ${name}`,
  actionsFor: (name: string) => `Actions for ${name}`,
  selectMember: (name: string) => `Select ${name}`,
  selectShown: 'Select the people loaded',
  deactivate: 'Deactivate',
  reactivate: 'Reactivate',
  remove: 'Remove',
  leave: 'Leave',
  noMembers: 'Nobody here yet',
  noMembersText: 'People appear here once they are in.',
  noMatch: 'Nobody matches',
  noMatchText: 'No person fits this search and these filters.',
  membersFailed: 'People could not be loaded',

  // Views and states of the whole widget
  views: {
    users: 'Users',
    collaborators: 'Collaborators',
    permissions: 'Permissions',
    reviews: 'Reviews',
    audit: 'Audit',
  },
  sides: { settings: 'Settings', account: 'Your account' },
  viewsLabel: 'User management',
  viewNotHere: (view: string) => `The view “${view}” is not available to you here.`,
  signIn: 'Sign in',
  forbiddenHeading: 'You do not have access to this',
  forbiddenText:
    'Your role does not include managing people here. Ask an owner or administrator of this workspace if you need it.',
  offlineHeading: 'No connection',
  offlineBanner: 'You appear to be offline. What you see may be out of date.',
  archivedBanner: (workspace: string) =>
    `${workspace} is archived. You can look, but nothing can be changed until it is restored.`,
  rolesLink: 'What each role can do',
  apiLink: 'API',
  supportLink: 'Help',
} as const);

/** A status in the word that the policy has for it. */
export function statusText(status: Member['status'], { members }: Policy): string {
  return strings.statuses[status === 'active' ? status : (members.offLabel ?? status)];
}

/** The name of a person for a sentence: their mail address where no name is known. */
export function nameOf(member: { readonly name: string; readonly email: string }): string {
  return member.name === '' ? member.email : member.name;
}
