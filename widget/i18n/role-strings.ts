// The sentences around making and changing roles. A table of its own, because this code is loaded when it is shown. English.
import type { FailureCode } from '../failure.ts';
import { formatNumber, plural } from './format.ts';
import { reasonText } from './failure-strings.ts';
import { table } from './table.ts';

/** The texts of the matrix where roles can be made, and of its dialogs. */
export const roleStrings = table('roleStrings', {
  newRole: 'New role',
  edit: 'Edit',
  duplicate: 'Duplicate',
  remove: 'Delete',
  countsFailed: 'How many people have each role could not be loaded',

  // The editor
  newHeading: 'New role',
  editHeading: (role: string) => `Edit ${role}`,
  copyHeading: (role: string) => `Duplicate ${role}`,
  copyName: (role: string) => `${role} (copy)`,
  name: 'Name',
  nameHelp: 'As people will see it, such as the name of a job.',
  nameNeeded: 'Enter a name.',
  description: 'What it is for',
  descriptionHelp: 'One sentence for whoever gets the role. It stands in their invitation, too.',
  rights: 'What it may do',
  rightsHelp: 'Start with the least; more can be added at any time.',
  leftOut: (count: number) =>
    plural(
      count,
      'One right of the original is not yours to give, so the copy goes without it.',
      `${formatNumber(count)} rights of the original are not yours to give, so the copy goes without them.`,
    ),
  holders: (count: number) =>
    plural(
      count,
      'One person has this role. The change counts for them at once.',
      `${formatNumber(count)} people have this role. The change counts for them at once.`,
    ),
  chosen: (count: number, all: number) => `${formatNumber(count)} of ${formatNumber(all)}`,
  create: 'Create role',
  save: 'Save role',
  created: (role: string) => `The role ${role} is there. You can give it to people now.`,
  saved: (role: string) => `The role ${role} is saved.`,

  // Deleting
  removeHeading: (role: string) => `Delete the role ${role}?`,
  nobodyHas: 'Nobody has this role. It cannot be brought back.',
  hasIt: 'Who has it',
  active: (count: number) => plural(count, '1 active person', `${formatNumber(count)} active people`),
  deactivated: (count: number) =>
    plural(count, '1 deactivated person', `${formatNumber(count)} deactivated people`),
  invited: (count: number) =>
    plural(count, '1 pending invitation', `${formatNumber(count)} pending invitations`),
  instead: 'What they get instead',
  choose: 'Choose',
  nothing: 'Nothing: they go without it',
  withOne: (role: string) => `All of them get ${role} in its place at once, and pending invitations give it.`,
  withNothing:
    'Whoever has no other role can still sign in, and sees nothing. Invitations to nothing but this role are revoked.',
  chooseFirst: 'Choose first what they get instead.',
  removeAction: 'Delete role',
  removed: (role: string) => `The role ${role} is deleted.`,
  ownReason: 'Nobody changes a role that they have themselves.',
  aboveReason: 'This role can do more than you, so it is not yours to change.',
} as const);

/** Why a role cannot be changed; where the usual sentence speaks of a person, one that speaks of a role. */
export function roleReason(code: FailureCode): string {
  if (code === 'is_self') return roleStrings.ownReason;
  if (code === 'outranked') return roleStrings.aboveReason;
  return reasonText(code);
}
