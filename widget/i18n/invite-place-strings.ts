// The sentences of inviting into several workspaces, and of looking once more before anything is sent. English.
import { formatNumber, plural } from './format.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';

const people = (count: number) => strings.people(count);

/** The texts by what they say. Functions where a number or a name goes in. */
export const invitePlaceStrings = table('invitePlaceStrings', {
  rolesIn: (workspace: string) => `Roles in ${workspace}`,
  addPlace: 'Add another workspace',
  place: 'Workspace',
  choosePlace: 'Choose a workspace',
  searchPlaces: 'Search workspaces',
  noneFound: 'No workspace fits this search',
  inviting: {
    removePlace: (workspace: string) => `Do not invite into ${workspace}`,
    noPlace: 'There is no other workspace that you may invite people into.',
    noMorePlaces: 'These are all the workspaces that you may invite people into.',
  },
  making: {
    removePlace: (workspace: string) => `Not in ${workspace}`,
    noPlace: 'There is no other workspace in which you may add people.',
    noMorePlaces: 'These are all the workspaces in which you may add people.',
  },
  roleNeeded: 'Choose at least one role.',

  name: 'Name',
  required: 'required',
  nameHint: 'The full name, as colleagues know this person.',
  nameNeeded: 'Enter the name of this person.',

  adviseJob: 'Give the roles of their job. Start with the least, and add more when it is needed.',
  advisePlace: 'Roles count in their workspace only. Check that these are the ones where this person works.',

  review: (count: number) => (count === 0 ? 'Review' : `Review ${people(count)}`),
  reviewHeading: 'Check before you send',
  reviewWho: (count: number) => `${people(count)} will be invited`,
  reviewMore: (count: number) => `and ${formatNumber(count)} more`,
  reviewRoles: 'Workspaces and roles',
  reviewMessage: 'Message',
  back: 'Back',
  send: (count: number) => plural(count, 'Send invitation', `Send ${formatNumber(count)} invitations`),
} as const);
