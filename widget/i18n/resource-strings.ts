// The sentences about what people are given themselves, and about why something is open to them or not. English.
import { formatNumber, plural } from './format.ts';
import { inside } from './inside.ts';
import { table } from './table.ts';

const allOf = (things: string, total: number): string => `all ${formatNumber(total)} ${inside(things)}`;

/** The texts by what they say. Functions where a number or a name goes in. */
export const resourceStrings = table('resourceStrings', {
  count: (chosen: number, total: number) => `${formatNumber(chosen)} of ${formatNumber(total)}`,
  countLabel: (chosen: number, total: number, things: string) =>
    `${formatNumber(chosen)} of ${formatNumber(total)} ${inside(things)} assigned`,
  search: (things: string) => `Search ${inside(things)}`,
  chooseAll: 'Select all',
  chooseNone: 'Select none',
  more: 'Show more',
  noneFound: (things: string) => `No ${inside(things)} fit this search.`,
  noneThere: (things: string) =>
    `There are no ${inside(things)} yet. They appear here once your product has registered them.`,
  show: (things: string) => `Show access to ${inside(things)}`,

  // Why something is open to somebody, or not
  assigned: 'Assigned',
  owned: 'Made by this person',
  ownedByYou: 'Made by you',
  throughRole: (role: string) => `Through the role ${role}`,
  newer: 'Added later, not included',
  notAssigned: 'Not assigned',
  noAccess: 'No access',
  willBeAssigned: 'Will be assigned',
  willBeTaken: 'Will be taken away',
  withActions: (actions: readonly string[], ground: string) => `${actions.join(', ')} · ${ground}`,

  // What the person should know who decides
  fullRole: (role: string, things: string) =>
    `The role ${role} has all ${inside(things)}, whatever is assigned here. An assignment is for information only.`,
  assignedOnly: (things: string) =>
    `People see and use the ${inside(things)} that are assigned to them and no others. Those added later are not included until you assign them.`,
  heldInPart: (actions: string) =>
    `A tick assigns everything: ${actions}. What your product assigned in part stays as it is while it is ticked. To assign all of it, take the tick away, save, and tick it again.`,
  off: (name: string) => `Nothing of this is open to ${name} until they are active again.`,
  leastFirst: 'Assign only what their work needs.',
  allChosen: (things: string, total: number) =>
    `This assigns ${allOf(things, total)}. Assign only what their work needs; more can be added at any time.`,

  notYet: (things: string) =>
    `The ${inside(things)} that you ticked are not assigned yet. Assign them once the invitation is accepted.`,

  // Saving what one person has
  undo: 'Undo',
  changes: (count: number) => plural(count, '1 change', `${formatNumber(count)} changes`),
  saved: (name: string, things: string) => `The ${inside(things)} of ${name} are saved.`,

  // Several people at once
  giveOrTake: (things: string) => `What happens with the ${inside(things)}`,
  give: 'Assign',
  take: 'Take away',
  giveText: 'Whatever they have already stays.',
  takeText: 'Nothing else of what they have changes.',
} as const);
