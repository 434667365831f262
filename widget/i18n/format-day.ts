// Whole days as people write them. Apart from the other formats, because only what is loaded later needs them.

const LANGUAGE = 'en';
let days: Intl.DateTimeFormat | undefined;

/** The day of a moment, in the viewer's time zone. */
export function formatDay(at: number): string {
  days ??= new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'full' });
  return days.format(at);
}
