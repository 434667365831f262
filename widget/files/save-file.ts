// Hands a file to the browser's downloads.
import { inputDate } from '../i18n/input-days.ts';

/** Has the browser save `parts` as a file called `name`. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then, and holds what it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name for a file of `what`, with today's date in the viewer's zone and nothing that a file system minds. */
export function fileName(what: string, at: number): string {
  const safe = what.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return `${safe}-${inputDate(at)}`.toLowerCase();
}
