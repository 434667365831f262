// The sentences of access reviews. Apart, because only those who run them see any. English.
import type { ReviewDecision } from '../../shared/reviews/review.ts';
import { formatNumber, plural } from './format.ts';
import { strings } from './strings.ts';
import { table } from './table.ts';

const people = (count: number) => strings.people(count);

/** The texts by what they say. */
export const reviewStrings = table('reviewStrings', {
  heading: 'Access reviews',
  hint: 'Go through who has access, and keep it or take it away. Each quarter is a good rhythm.',
  start: 'Start a review',
  next: 'Start the next one',
  after: (name: string) => `after ${name}`,
  none: 'No review yet',
  noneText:
    'A review lists the people you choose as they are now. Each is kept or loses access, and what was decided can be shown as evidence.',
  dueHeading: 'It is time for the next review',
  dueText: (when: string) =>
    `The last one was closed ${when}. Access that nobody needs any more is found when all of it is looked at each quarter.`,
  open: 'Open',
  overdue: 'Overdue',
  closed: 'Closed',
  due: (when: string) => `Due ${when}`,
  closedAt: (when: string) => `Closed ${when}`,
  decidedBy: (name: string) => `${name} decides`,
  anyReviewer: 'Whoever may run reviews decides',
  progress: (done: number, total: number) => `${formatNumber(done)} of ${people(total)} decided`,
  counts: (keep: number, revoke: number) => `${formatNumber(keep)} kept, ${formatNumber(revoke)} revoked`,
  continue: 'Continue',
  look: 'View',

  // Starting one
  startHeading: 'Start an access review',
  name: 'Name',
  usualName: (quarter: number, year: number) => `Access review, quarter ${quarter} of ${year}`,
  roles: 'Roles',
  rolesHelp: 'All roles where none is ticked.',
  status: 'Status',
  anyStatus: 'Any status',
  away: 'Last sign-in',
  anySignIn: 'Any',
  awayFor: (days: number) => `None in ${days} days`,
  reviewer: 'Who decides',
  anybody: 'Whoever may run reviews',
  ownReviewer: (name: string) => `${name}: would be in this review`,
  formerReviewer: (name: string) => `${name}: may not run reviews any more`,
  ownReviewerReason: (name: string) =>
    `${name} would decide about their own access. Ask somebody else, or whoever may run reviews.`,
  formerReviewerReason: (name: string) =>
    `${name} may not run reviews any more. Ask somebody else, or whoever may run reviews.`,
  reviewerRefused: 'This person cannot be asked any more. Ask somebody else, or whoever may run reviews.',
  dueDate: 'Due',
  dueDateNeeded: 'Choose a day to come.',
  nameNeeded: 'Give it a name.',
  previewing: 'Counting',
  preview: (count: number) =>
    plural(count, '1 person will be reviewed.', `${formatNumber(count)} people will be reviewed.`),
  previewNobody: 'Nobody is in this scope. Choose other people.',
  previewTooMany: (most: number) =>
    `More than ${formatNumber(most)} people are in this scope. Choose fewer, for example by role.`,
  started: (name: string) => `${name} has begun.`,

  // Going through one
  back: 'All reviews',
  list: (name: string) => `People in ${name}`,
  about: 'Show',
  abouts: { open: 'To decide', keep: 'Kept', revoke: 'Revoked', all: 'Everybody' },
  search: 'Search by name or e-mail',
  columnPerson: 'Person',
  columnAccess: 'Access when it began',
  columnLastSignIn: 'Last sign-in',
  columnDecision: 'Decision',
  never: 'Never',
  erased: 'Erased',
  gone: 'No longer here',
  moreResources: (count: number) => `and ${formatNumber(count)} more`,
  select: (name: string) => `Select ${name}`,
  selectShown: 'Select everybody shown who is not decided',
  selected: (count: number) => `${formatNumber(count)} selected`,
  clear: 'Clear',
  keep: 'Keep',
  revoke: 'Revoke',
  keepOf: (name: string) => `Keep the access of ${name}`,
  revokeOf: (name: string) => `Revoke the access of ${name}`,
  note: 'Note',
  noteOf: (name: string) => `Note about ${name}`,
  noteHeading: (name: string) => `Note about ${name}`,
  saveNote: 'Save note',
  decisions: { keep: 'Kept', revoke: 'Revoked' } satisfies Record<ReviewDecision, string>,
  by: (name: string, when: string) => `by ${name}, ${when}`,
  revokeQuestion: (count: number, name: string) =>
    count === 1 ? `Revoke the access of ${name}?` : `Revoke the access of ${people(count)}?`,
  revokeText: {
    deactivate: 'They are deactivated at once and can be reactivated under Users.',
    remove: 'They are removed at once. To bring somebody back, invite them again.',
  },
  kept: (count: number, name: string) =>
    count === 1 ? `${name} keeps access.` : `${people(count)} keep access.`,
  revoked: (count: number, name: string) =>
    count === 1 ? `${name} no longer has access.` : `${people(count)} no longer have access.`,
  restored: (count: number) =>
    plural(count, 'Access given back and kept.', `Access given back to ${people(count)} and kept.`),
  refused: (count: number, reason: string) =>
    plural(
      count,
      `1 person was not decided: ${reason}`,
      `${formatNumber(count)} people were not decided: ${reason}`,
    ),
  keepRest: (count: number) =>
    plural(count, 'Keep the last one', `Keep the remaining ${formatNumber(count)}`),
  keepRestQuestion: (count: number) => `Keep the access of ${people(count)}?`,
  keepRestText: 'Everybody who is not decided yet keeps their access.',
  close: 'Close review',
  closeQuestion: (name: string) => `Close ${name}?`,
  closeText: 'What was decided can be read and exported, and no longer changed.',
  nowClosed: (name: string) => `${name} is closed.`,
  export: 'Export evidence',
  exportText: 'Every person with what was decided, by whom and when. Safe to open in a spreadsheet.',
  nobody: {
    open: 'Everybody is decided',
    keep: 'Nobody was kept',
    revoke: 'Nobody was revoked',
    all: 'Nobody matches',
  },
  nobodyOpenText: 'Close the review to keep it as evidence.',
  columns: [
    'Review',
    'Name',
    'E-mail',
    'Roles',
    'Status',
    'Last sign-in',
    'Resources',
    'Decision',
    'Decided by',
    'Decided at',
    'Note',
  ],
} as const);
