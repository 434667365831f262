// Numbers, plurals and times as people write them, through Intl. The language is that of the strings.

const LANGUAGE = 'en';
const number = new Intl.NumberFormat(LANGUAGE);
const rules = new Intl.PluralRules(LANGUAGE);
const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });

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
  return number.format(value);
}

/** `one` or `other`, as the language counts. */
export function plural(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other;
}

/** A moment in full, in the viewer's time zone. */
export function formatMoment(at: number): string {
  return exact.format(at);
}

/** A moment as seen from `now`: "3 days ago", "in 2 hours", "just now". Both in milliseconds since the epoch. */
export function formatRelative(at: number, now: number): string {
  const difference = at - now;
  const unit = UNITS.find(([, size]) => Math.abs(difference) >= size);
  return unit === undefined ? 'just now' : relative.format(Math.trunc(difference / unit[1]), unit[0]);
}
