// Bringing people in and out of files from the command line: with progress, in pieces, whatever the length of the list.
import { randomUUID } from 'node:crypto';
import { access, constants, open } from 'node:fs/promises';
import { CSV_START, csvLine } from '../../shared/csv/write.ts';
import { ERRORS } from '../../shared/errors.ts';
import { exportColumns } from '../../shared/members/export.ts';
import type { ImportField, ImportResult } from '../../shared/members/import.ts';
import { IMPORT_FIELDS } from '../../shared/members/import.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import type { UserAdmin } from '../index.ts';
import { UsageError } from './complaint.ts';
import type { Listed } from './read-list.ts';
import { readList } from './read-list.ts';
import { needed, wordsAndFileOf, wordsOf } from './words.ts';

type Open = (job: (userAdmin: UserAdmin) => Promise<void>) => Promise<void>;
type Counts = Record<ImportResult['verdict'], number>;

/** The most reasons that are printed one by one. */
const TOLD = 20;

/** Imports the people of a file, or only says what would become of them. */
export async function importPeople(args: string[], asOperator: Open): Promise<void> {
  const { words, flags, file } = wordsAndFileOf(args, ['workspace', 'roles', 'failed'], ['check']);
  const workspaceId = needed(words, 'workspace');
  const roles = (words['roles'] ?? '').split(',').filter((role) => role !== '');
  const isCheck = flags.has('check');
  await asFile(file, access(file, constants.R_OK));
  await asOperator(async (userAdmin) => {
    const caller = userAdmin.caller(workspaceId);
    const { policy } = await caller.viewer.get();
    const counts: Counts = { new: 0, changes: 0, same: 0, error: 0 };
    const failed = await failedFile(words['failed']);
    const isFirst = firstTimes();
    try {
      for await (const batch of readList(file, policy, ({ ignored }) => tellIgnored(ignored))) {
        const once = batch.filter((listed) => isFirst(listed));
        const results = await importBatch(caller, once, { roles, isCheck });
        const judged = batch.map((listed) => [listed, results.get(listed) ?? REPEATED] as const);
        await failed?.add(judged.filter(([, { verdict }]) => verdict === 'error'));
        for (const [listed, result] of judged) {
          counts[result.verdict] += 1;
          if (result.verdict === 'error' && counts.error <= TOLD) tellError(listed, result);
        }
        tellProgress(counts);
      }
    } finally {
      await failed?.close();
    }
    console.log(summaryOf(counts, isCheck));
    if (counts.error > 0) process.exitCode = 1;
  });
}

const REPEATED: ImportResult = { verdict: 'error', problem: { code: 'row_repeated' } };

async function importBatch(
  caller: ReturnType<UserAdmin['caller']>,
  batch: readonly Listed[],
  { roles, isCheck }: { roles: readonly string[]; isCheck: boolean },
): Promise<Map<Listed, ImportResult>> {
  if (batch.length === 0) return new Map();
  const { results } = await caller.members.import({
    mode: isCheck ? 'preview' : 'apply',
    rows: batch.map(({ row }) => ({ email: '', ...row })),
    roles: [...roles],
    idempotencyKey: randomUUID(),
  });
  return new Map(batch.map((listed, at) => [listed, results[at] as ImportResult]));
}

/** Tells who stands in the file for the first time; one call only sees its own rows. */
function firstTimes(): (listed: Listed) => boolean {
  const seen = new Set<string>();
  return ({ row: { email = '', externalId = '' } }) => {
    const keys = [
      ...(email === '' ? [] : [`at:${email.toLowerCase()}`]),
      ...(externalId === '' ? [] : [`id:${externalId}`]),
    ];
    if (keys.some((key) => seen.has(key))) return false;
    keys.forEach((key) => seen.add(key));
    return true;
  };
}

/** The file of the rows that were not imported, which can be corrected and imported by itself. */
async function failedFile(path: string | undefined) {
  if (path === undefined) return undefined;
  const handle = await asFile(path, open(path, 'w', 0o600));
  const heads: readonly ImportField[] = IMPORT_FIELDS;
  await handle.write(CSV_START + csvLine([...heads, 'line', 'problem']));
  return {
    add: async (rows: readonly (readonly [Listed, ImportResult])[]) => {
      const lines = rows.map(([{ line, row }, { problem }]) =>
        csvLine([...heads.map((field) => row[field]), line, ERRORS[problem!.code].text]),
      );
      if (lines.length > 0) await handle.write(lines.join(''));
    },
    close: () => handle.close(),
  };
}

/** Says of which file it is that the system refuses: without a word it would be taken for the database. */
async function asFile<Opened>(path: string, opening: Promise<Opened>): Promise<Opened> {
  try {
    return await opening;
  } catch (error) {
    throw new Error(`the file ${path} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

function tellIgnored(ignored: readonly string[]): void {
  if (ignored.length > 0) console.error(`Columns that are left out: ${ignored.join(', ')}`);
}

function tellError({ line, row }: Listed, { problem }: ImportResult): void {
  const where = problem?.field === undefined ? '' : ` (${problem.field})`;
  console.error(
    `Line ${line}, ${row.email ?? row.externalId ?? 'nobody'}${where}: ${ERRORS[problem!.code].text}`,
  );
}

function tellProgress(counts: Counts): void {
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.error(`${done} rows: ${wordsOfCounts(counts)}`);
}

function wordsOfCounts({ new: added, changes, same, error }: Counts): string {
  return `${added} new, ${changes} changed, ${same} the same, ${error} not possible`;
}

function summaryOf(counts: Counts, isCheck: boolean): string {
  return isCheck
    ? `Nothing was changed. It would be: ${wordsOfCounts(counts)}.`
    : `Imported: ${wordsOfCounts(counts)}.`;
}

/** Writes everybody of a workspace into a file, or to the output. */
export async function exportPeople(args: string[], asOperator: Open): Promise<void> {
  const words = wordsOf(args, ['workspace', 'format', 'output']);
  const workspaceId = needed(words, 'workspace');
  const format = words['format'] ?? 'csv';
  if (format !== 'csv' && format !== 'json') throw new UsageError('--format is csv or json');
  await asOperator(async (userAdmin) => {
    const caller = userAdmin.caller(workspaceId);
    const { policy } = await caller.viewer.get();
    const columns = exportColumns(compilePolicy(policy));
    const out = await outputTo(words['output']);
    let count = 0;
    await out.write(format === 'csv' ? CSV_START + csvLine(columns.map(({ head }) => head)) : '[');
    let after: string | undefined;
    do {
      const page = await caller.members.export({
        ...(after !== undefined && { after }),
        idempotencyKey: randomUUID(),
      });
      const before = count === 0 ? '\n' : ',\n';
      const rows = page.rows.map((member) =>
        format === 'csv' ? csvLine(columns.map(({ cell }) => cell(member))) : JSON.stringify(member),
      );
      if (rows.length > 0) await out.write(format === 'csv' ? rows.join('') : before + rows.join(',\n'));
      count += rows.length;
      after = page.next ?? undefined;
    } while (after !== undefined);
    if (format === 'json') await out.write('\n]\n');
    await out.close();
    console.error(`${count} ${count === 1 ? 'person' : 'people'} exported.`);
  });
}

async function outputTo(
  path: string | undefined,
): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }> {
  if (path === undefined)
    return {
      write: (text) =>
        new Promise((resolve, reject) =>
          process.stdout.write(text, (error) => (error ? reject(error) : resolve())),
        ),
      close: async () => {},
    };
  // It holds names and addresses, which are for who asked for them.
  const handle = await asFile(path, open(path, 'w', 0o600));
  return { write: async (text) => void (await handle.write(text)), close: () => handle.close() };
}
