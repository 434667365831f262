// Days as date inputs have them, in the viewer's time zone. Pure.

/** The day of a moment, such as `2026-03-01`. */
export function inputDate(at: number): string {
  const day = new Date(at);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** The last millisecond of a day; NaN where the text is none. */
export function endOfDay(text: string): number {
  const [year = NaN, month = NaN, day = NaN] = text.split('-').map(Number);
  // Not by milliseconds: a day with a change of the clock has 23 or 25 hours.
  return new Date(year, month - 1, day + 1).getTime() - 1;
}
