// The reason that somebody may give with a sensitive change. Pure.
import { visibleLines } from '../text/lines.ts';

/** The most characters of a reason. */
export const MAX_NOTE = 500;

/** A reason as it is stored; undefined where nothing that shows is left of it. */
export function cleanNote(text: string | undefined): string | undefined {
  return visibleLines(text ?? '').slice(0, MAX_NOTE) || undefined;
}
