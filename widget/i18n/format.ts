// Numbers, plurals and times as people write them, through Intl. The language is that of the strings.

const LANGUAGE = 'en';
// Made when first needed: they take milliseconds, and the first question to the server should not wait for them.
let number: Intl.NumberFormat | undefined;
let rules: Intl.PluralRules | undefined;
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
  number ??= new Intl.NumberFormat(LANGUAGE);
  return number.format(value);
}

/** `one` or `other`, as the language counts. */
export function plural(count: number, one: string, other: string): string {
  rules ??= new Intl.PluralRules(LANGUAGE);
  return rules.select(count) === 'one' ? one : other;
}

/** A moment in full, in the viewer's time zone. */
export function formatMoment(at: number): string {
  exact ??= new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });
  return exact.format(at);
}

/**
 * A moment as seen from `now`: "3 days ago", "in 2 hours", "just now". Both in milliseconds since the epoch.
 * What is to come is rounded to the nearest, for 6.9 days are no 6; of what has been, only whole ones count.
 */
export function formatRelative(at: number, now: number): string {
  const difference = at - now;
  const unit = UNITS.find(([, size]) => Math.abs(difference) >= size);
  relative ??= new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
  if (unit === undefined) return 'just now';
  const count = difference / unit[1];
  return relative.format(count < 0 ? Math.ceil(count) : Math.round(count), unit[0]);
}

/** Makes ready what the first rows need, for a moment when there is nothing else to do. */
export function warmFormats(): void {
  plural(0, formatNumber(0), '');
  formatMoment(0);
  formatRelative(0, MINUTE);
}
