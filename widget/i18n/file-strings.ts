// The sentences around files that go out and come in. English.
import type { ImportField, ImportResult } from '../../shared/members/import.ts';
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

const rows = (count: number) => plural(count, '1 row', `${formatNumber(count)} rows`);

/** The texts by what they say. */
export const fileStrings = table('fileStrings', {
  format: 'Format',
  csv: 'CSV, for spreadsheets',
  json: 'JSON, for programs',
  start: 'Make the file',
  running: (count: number, total: number | undefined) =>
    total === undefined ? `${rows(count)} so far` : `${formatNumber(count)} of ${rows(total)}`,
  stopped: 'Stopped. No file was made.',
  done: (count: number) => `${rows(count)} in the file`,
  doneText: (name: string) => `${name} was saved to your downloads.`,
  nothing: 'There is nothing to export',

  // People out
  exportPeople: 'Export people',
  exportPeopleText: (count: string) =>
    `Exactly the people that the list shows now: ${count}. That you took them along is noted in the trail.`,

  // People in
  importPeople: 'Import people',
  importText:
    'A table (CSV) or JSON with one person in each row. You see what would become of each before anything is changed.',
  columns: (names: string) => `Columns that are understood: ${names}.`,
  chooseFile: 'Choose a file',
  orPaste: 'Or paste the table here',
  pasteExample: 'E-mail, Name, Role',
  roleForNew: 'Role of new people whose row names none',
  noRole: 'None: such rows are not imported',
  look: 'See what would change',
  empty: 'Saves a table with these columns to fill in',
  template: 'Download an empty table',
  reading: 'Reading the list',
  looking: (done: number, total: number) => `${formatNumber(done)} of ${rows(total)} looked at`,
  importing: (done: number, total: number) => `${formatNumber(done)} of ${rows(total)} done`,
  ignored: (names: string) => `Columns that are left out: ${names}.`,
  back: 'Back',
  apply: (count: number) => plural(count, 'Import 1 person', `Import ${formatNumber(count)} people`),
  nothingToDo: 'There is nothing to change: everybody is here already, just as the list says.',
  found: (count: number) => `What would become of ${rows(count)}`,
  became: (done: number) =>
    plural(done, '1 person was imported', `${formatNumber(done)} people were imported`),
  stoppedAfter: (done: number) =>
    `Stopped after ${rows(done)}. What was done stays done; the same list can be imported again.`,
  verdicts: {
    new: (count: number) => `${formatNumber(count)} new`,
    changes: (count: number) => plural(count, '1 changes', `${formatNumber(count)} change`),
    same: (count: number) => plural(count, '1 stays the same', `${formatNumber(count)} stay the same`),
    error: (count: number) => `${formatNumber(count)} not possible`,
  } satisfies Record<ImportResult['verdict'], (count: number) => string>,
  verdict: { new: 'New', changes: 'Changes', same: 'The same', error: 'Not possible' } satisfies Record<
    ImportResult['verdict'],
    string
  >,
  line: 'Line',
  person: 'Person',
  what: 'What',
  account: 'Gets an account',
  invitation: 'Is invited',
  pending: 'Is invited already',
  fields: {
    email: 'E-mail',
    externalId: 'External ID',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    username: 'Username',
    department: 'Department',
    roles: 'Role',
    status: 'Status',
  } satisfies Record<ImportField, string>,
  none: 'none',
  at: (field: string, reason: string) => `${field}: ${reason}`,
  more: (count: number) => `and ${formatNumber(count)} more`,
  saveFailed: 'Download the rows with problems',
  problemColumn: 'Problem',
  listProblems: {
    noHead: 'The first line must name the columns, one of them “E-mail” or “External ID”.',
    openQuote: 'A quotation mark is never closed, so the last rows cannot be told apart.',
    noJson: 'This is no JSON with a list of people.',
    noRows: 'There is nobody in this list.',
    unreadable: 'This file could not be read. It may have been moved, or changed since it was chosen.',
    tooLarge: 'At most 100,000 rows can be imported here. Use the command line for more.',
  },

  // Who is here and not in the list
  compare: 'Who is here and not in the list?',
  comparing: (done: number) => `${formatNumber(done)} people compared`,
  missing: (count: number) =>
    plural(
      count,
      '1 person is here and not in the list',
      `${formatNumber(count)} people are here and not in the list`,
    ),
  missingText:
    'Choose whom to deactivate. They lose access at once, and you can reactivate them at any time.',
  nobodyMissing: 'Everybody who is here stands in the list.',
  deactivate: (count: number) =>
    count === 0
      ? 'Deactivate'
      : plural(count, 'Deactivate 1 person', `Deactivate ${formatNumber(count)} people`),
  chooseAll: 'All of them',
  deactivated: (count: number) =>
    plural(count, '1 person was deactivated.', `${formatNumber(count)} people were deactivated.`),
  refused: (name: string, reason: string) => `${name}: ${reason}`,
} as const);
