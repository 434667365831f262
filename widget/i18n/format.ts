// Numbers, plurals and times as people write them, through Intl, in the language that the widget speaks.
import { formatStrings as strings } from './format-strings.ts';

/** The language and place by which everything is written. */
export let language = 'en';
// Made when first needed: they take milliseconds, and the first question to the server should not wait for them.
let number: Intl.NumberFormat | undefined;
let relative: Intl.RelativeTimeFormat | undefined;
let exact: Intl.DateTimeFormat | undefined;

const MINUTE = 60_000;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 525_600 * MINUTE],
  ['month', 43_800 * MINUTE],
  ['week', 10_080 * MINUTE],
  ['day', 1_440 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** A number with separators. */
export function formatNumber(value: number): string {
  number ??= new Intl.NumberFormat(language);
  return number.format(value);
}

/** Writes everything from now on as `tag` does, such as `de-AT`. @throws {RangeError} later, where that is no tag of a language. */
export function setFormats(tag: string): void {
  language = tag;
  number = relative = exact = undefined;
}

/** `one` or `other`, as English counts; other languages count for themselves. */
export function plural(count: number, one: string, other: string): string {
  return count === 1 ? one : other;
}

/** A moment in full, in the viewer's time zone. */
export function formatMoment(at: number): string {
  exact ??= new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return exact.format(at);
}

/**
 * A moment as seen from `now`: "3 days ago", "in 2 hours", "just now". Both in milliseconds since the epoch.
 * What is to come is rounded to the nearest, for 6.9 days are no 6; of what has been, only whole ones count.
 */
export function formatRelative(at: number, now: number): string {
  const difference = at - now;
  const unit = UNITS.find(([, size]) => Math.abs(difference) >= size);
  relative ??= new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (unit === undefined) return strings.justNow;
  const count = difference / unit[1];
  return relative.format(count < 0 ? Math.ceil(count) : Math.round(count), unit[0]);
}

/** Makes ready what the first rows need, for a moment when there is nothing else to do. */
export function warmFormats(): void {
  formatNumber(0);
  formatMoment(0);
  formatRelative(0, MINUTE);
}
