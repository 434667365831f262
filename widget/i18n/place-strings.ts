// The sentences about people who belong to several workspaces. English.
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

/** The texts by what they say. Functions where a number or a name goes in. */
export const placeStrings = table('placeStrings', {
  switchFrom: (workspace: string) => `Workspace: ${workspace}. Go to another one`,
  yours: 'Your workspaces',
  elsewhere: 'You can go to another of your workspaces:',
  search: 'Search workspaces',
  noneFound: 'No workspace fits this search.',
  archived: 'Archived',
  more: (count: number) => plural(count, 'Show 1 more', `Show ${formatNumber(count)} more`),
  failed: 'Workspaces could not be loaded',

  roles: 'Roles',
  rolesAndPlaces: 'Roles and workspaces',
  noRoles: 'No roles',
  edit: 'Change roles',
  editIn: (workspace: string) => `Change roles in ${workspace}`,
  save: 'Save roles',
  unsaved: 'Not saved yet',
  saved: (name: string, workspace: string) => `${name} has new roles in ${workspace}`,
  unchanged: 'These are the roles they have',
  roleNeeded: 'Choose at least one role',
  advisePlace: (workspace: string) => `These roles count in ${workspace} and nowhere else.`,
} as const);
