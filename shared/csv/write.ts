// Writes comma-separated values (RFC 4180), each safe to open in a spreadsheet. Pure.
import { safeCell } from './safe-cell.ts';

/** What a file begins with, so that spreadsheets read it as UTF-8. */
export const CSV_START = '\uFEFF';

/** What can stand in a cell; null and undefined are an empty one. */
export type CellValue = string | number | boolean | null | undefined;

/** One line with its end. Numbers are no formulas, whatever their sign. */
export function csvLine(values: readonly CellValue[]): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = safeCell(value);
  return /[",;\t\r\n\0]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
