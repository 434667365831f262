// Reads a file of people piece by piece: what is not needed any more is let go, so that its length does not matter.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { CsvReader } from '../../shared/csv/read.ts';
import type { CsvRow } from '../../shared/csv/read.ts';
import { MAX_IMPORT, readHead, rowOfCells, rowsOfJson } from '../../shared/members/import.ts';
import type { ImportHead, ImportRow } from '../../shared/members/import.ts';
import type { Policy } from '../../shared/policy/policy.ts';

/** A person of the file. */
export interface Listed {
  /** Where in the file: the line of a table, the place in a list of JSON, counted from 1. */
  readonly line: number;
  readonly row: ImportRow;
}

/** What the file says before its first person. */
export interface ListHead {
  /** The columns that an import does not know and leaves. */
  readonly ignored: readonly string[];
}

/** The people of a file, as many at a time as one call takes. @throws Where it is no list of people. */
export async function* readList(
  file: string,
  policy: Policy,
  onHead: (head: ListHead) => void,
): AsyncGenerator<readonly Listed[]> {
  const isJson = /\.json$/i.test(file);
  let batch: Listed[] = [];
  for await (const listed of isJson
    ? listedInJson(file, policy, onHead)
    : listedInTable(file, policy, onHead)) {
    batch.push(listed);
    if (batch.length < MAX_IMPORT) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* listedInTable(
  file: string,
  policy: Policy,
  onHead: (head: ListHead) => void,
): AsyncGenerator<Listed> {
  const reader = new CsvReader();
  let head: ImportHead | undefined;
  const takeHead = ({ cells }: CsvRow): ImportHead => {
    const read = readHead(cells, policy);
    if (read === undefined)
      throw new Error('the first line must name the columns, one of them "E-mail" or "External ID"');
    onHead(read);
    return read;
  };
  const listed = function* (rows: readonly CsvRow[]): Generator<Listed> {
    for (const row of rows) {
      if (head === undefined) head = takeHead(row);
      else yield { line: row.line, row: rowOfCells(row.cells, head) };
    }
  };
  for await (const piece of createReadStream(file, { encoding: 'utf8' }))
    yield* listed(reader.read(String(piece)));
  const isOpen = reader.isInQuotes;
  yield* listed(reader.end());
  if (isOpen) throw new Error('a quotation mark is never closed, so the last rows cannot be told apart');
}

async function* listedInJson(
  file: string,
  policy: Policy,
  onHead: (head: ListHead) => void,
): AsyncGenerator<Listed> {
  const text = await readFile(file, 'utf8');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error('the file holds no JSON that can be read');
  }
  const list = rowsOfJson(parsed, policy);
  if (list === undefined) throw new Error('the file must hold a list of people');
  onHead(list);
  for (const [at, row] of list.rows.entries()) yield { line: at + 1, row };
}
