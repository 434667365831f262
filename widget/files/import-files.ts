// The files that an import gives: an empty table to fill in, and the rows that cannot be imported, to correct them.
import { CSV_START, csvLine } from '../../shared/csv/write.ts';
import { IMPORT_FIELDS, importFields } from '../../shared/members/import.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { Judged } from './import-run.ts';
import { saveFile } from './save-file.ts';

const CSV = 'text/csv;charset=utf-8';

/** Saves a table with the columns that an import takes under `policy`. */
export function saveTemplate(policy: Policy): void {
  const heads = importFields(policy).map((field) => strings.fields[field]);
  saveFile('people.csv', CSV, [CSV_START, csvLine(heads)]);
}

/** Saves the rows that cannot be imported, before or after the others were, each with its reason. */
export function saveFailed(judged: readonly Judged[]): void {
  const failed = judged.filter(({ result }) => result.verdict === 'error');
  const used = IMPORT_FIELDS.filter((field) => failed.some(({ row }) => row[field] !== undefined));
  const lines = failed.map(({ row, result }) =>
    csvLine([...used.map((field) => row[field]), reasonText(result.problem!.code)]),
  );
  const head = csvLine([...used.map((field) => strings.fields[field]), strings.problemColumn]);
  saveFile('people-with-problems.csv', CSV, [CSV_START, head, ...lines]);
}
