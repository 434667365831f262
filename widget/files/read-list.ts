// Reads a list of people that somebody chose or pasted: a table or JSON, in whatever encoding a spreadsheet wrote it. No element.
import { CsvReader } from '../../shared/csv/read.ts';
import type { CsvRow } from '../../shared/csv/read.ts';
import { IMPORT_FIELDS, fieldOfHead, readHead, rowOfCells, rowsOfJson } from '../../shared/members/import.ts';
import type { ImportHead, ImportRow } from '../../shared/members/import.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { fileStrings as strings } from '../i18n/file-strings.ts';

/** The most rows that are imported in a browser. */
const MAX_ROWS = 100_000;
/** How many characters are read before the page gets a turn. */
const PIECE = 200_000;

/** A person of the list. */
export interface Listed {
  /** The line of a table, or the place in a list of JSON; counted from 1. */
  readonly line: number;
  readonly row: ImportRow;
}

/** The people of a list, or why there are none. */
export type ReadList =
  | { readonly people: readonly Listed[]; readonly ignored: readonly string[] }
  | { readonly problem: 'noHead' | 'openQuote' | 'noJson' | 'noRows' | 'tooLarge' };

/** The text of a file. Spreadsheets write UTF-8, UTF-16 or the code page of their system. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads the people of `text`. */
export async function readList(text: string, policy: Policy): Promise<ReadList> {
  const list = /^\uFEFF?\s*[[{]/.test(text) ? readJson(text, policy) : await readTable(text, policy);
  if ('problem' in list) return list;
  if (list.people.length === 0) return { problem: 'noRows' };
  return list.people.length > MAX_ROWS ? { problem: 'tooLarge' } : list;
}

function readJson(text: string, policy: Policy): ReadList {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'noJson' };
  }
  const list = rowsOfJson(parsed, policy);
  if (list === undefined) return { problem: 'noJson' };
  return { people: list.rows.map((row, at) => ({ line: at + 1, row })), ignored: list.ignored };
}

async function readTable(text: string, policy: Policy): Promise<ReadList> {
  const reader = new CsvReader();
  const people: Listed[] = [];
  let head: ImportHead | undefined;
  const take = (rows: readonly CsvRow[]): boolean => {
    for (const { line, cells } of rows) {
      if (head !== undefined) people.push({ line, row: rowOfCells(cells, head) });
      else if ((head = readHead(cells.map(known), policy)) === undefined) return false;
    }
    return true;
  };
  for (let at = 0; at < text.length; at += PIECE) {
    if (!take(reader.read(text.slice(at, at + PIECE)))) return { problem: 'noHead' };
    if (people.length > MAX_ROWS) return { problem: 'tooLarge' };
    if (text.length > PIECE) await new Promise((resolve) => setTimeout(resolve));
  }
  const isOpen = reader.isInQuotes;
  if (!take(reader.end()) || head === undefined)
    return { problem: people.length === 0 && text.trim() === '' ? 'noRows' : 'noHead' };
  return isOpen ? { problem: 'openQuote' } : { people, ignored: head.ignored };
}

/** A head as an import knows it, where it is what our own files call the column in the language spoken. */
function known(head: string): string {
  const word = head.trim().toLowerCase();
  if (fieldOfHead(head) !== undefined) return head;
  return IMPORT_FIELDS.find((field) => strings.fields[field].toLowerCase() === word) ?? head;
}
