// The sentences of permissions. A table of its own, because this code is loaded when it is shown. English.
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

/** The texts of the grid of grants and the matrix of capabilities. */
export const permissionStrings = table('permissionStrings', {
  // The grid
  gridHeading: (plural: string) => `Rights on ${plural.toLowerCase()}`,
  roleSwitch: 'Role to edit',
  unsavedOf: (count: number) => plural(count, '1 unsaved change', `${formatNumber(count)} unsaved changes`),
  searchResources: (plural: string) => `Search ${plural.toLowerCase()}`,
  resourceCount: (count: number, one: string, other: string) =>
    plural(count, `1 ${one.toLowerCase()}`, `${formatNumber(count)} ${other.toLowerCase()}`),
  gridLabel: (plural: string, role: string) => `Rights of ${role} on ${plural.toLowerCase()}`,
  allActions: 'All',
  allActionsOf: (resource: string) => `All rights on ${resource}`,
  actionOn: (action: string, resource: string) => `${action} ${resource}`,
  actionOnAll: (action: string, count: string) => `${action}: ${count}`,
  everythingOnAll: (count: string) => `All rights: ${count}`,
  notSavedYet: 'Changed, not saved yet',
  savingRow: 'Saving',
  nothing: 'nothing',
  fullRoles: (roles: string, plural: string, isOne: boolean) =>
    `${roles} ${isOne ? 'holds' : 'hold'} every right on all ${plural.toLowerCase()} whatever is set here, and ${isOne ? 'is' : 'are'} not listed.`,
  defaults: (resource: string, list: string) => `A new ${resource.toLowerCase()} starts with ${list}.`,
  defaultOf: (role: string, actions: string) => `${actions.toLowerCase()} for ${role}`,
  noResources: (plural: string) => `No ${plural.toLowerCase()} yet`,
  noResourcesText: (resource: string) =>
    `Once there is a ${resource.toLowerCase()}, its rights are set here.`,
  noMatch: (plural: string) => `No ${plural.toLowerCase()} match`,
  noMatchText: 'Nothing here has this in its name.',
  clearSearch: 'Clear the search',
  gridFailed: 'The rights could not be loaded',
  showMoreRows: (count: number) => `Show ${formatNumber(count)} more`,
  stillLoading: 'Available once everything is loaded.',

  // Saving
  unsaved: 'Unsaved changes',
  saving: (count: number) => plural(count, 'Saving 1 change', `Saving ${formatNumber(count)} changes`),
  discard: 'Discard',
  discarded: (count: number) =>
    plural(count, '1 change discarded.', `${formatNumber(count)} changes discarded.`),
  saved: (count: number) => plural(count, '1 change saved.', `${formatNumber(count)} changes saved.`),
  notSaved: (count: number) =>
    plural(
      count,
      '1 change was not saved; the reason is at its row.',
      `${formatNumber(count)} changes were not saved; the reasons are at their rows.`,
    ),
  notFollowed: (count: number) =>
    plural(
      count,
      'The database does not follow 1 of them yet; the reason is at its row.',
      `The database does not follow ${formatNumber(count)} of them yet; the reasons are at their rows.`,
    ),
  savedOnly: 'This is saved, but the database does not follow it yet.',
  repairRow: 'Repair',
  repairTable: (resource: string) => `Repair the table of ${resource}`,
  chooseFirst: 'Choose at the marked rows which value to keep.',
  leaveText: (count: number) =>
    plural(
      count,
      'One change is not saved yet. Leaving drops it.',
      `${formatNumber(count)} changes are not saved yet. Leaving drops them.`,
    ),

  // The matrix
  matrixHeading: 'What each role can do',
  matrixCaption: 'Capabilities by role',
  capability: 'Capability',
  held: 'Yes',
  notHeld: 'No',
  heldCount: (held: number, all: number) => `${formatNumber(held)} of ${formatNumber(all)}`,
  yourRole: 'Your role',
  ownRole: 'Made here',
  menuFor: (role: string) => `Actions for the role ${role}`,

  // Preview
  previewAs: 'Preview as',
  previewNobody: 'Yourself',
  previewHint: 'See the product as somebody with another role sees it. Nothing changes for anybody.',
  previewing: (role: string) => `You are seeing the product as ${role}.`,
  previewStop: 'Stop preview',
} as const);
