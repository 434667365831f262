// Days as date inputs have them, in the viewer's time zone. Pure.

/** The day of a moment, such as `2026-03-01`. */
export function inputDate(at: number): string {
  const day = new Date(at);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** The midnight that a day begins with, `later` days after it; NaN where the text is none. */
export function midnightOf(text: string, later = 0): number {
  const [year = NaN, month = NaN, day = NaN] = text.split('-').map(Number);
  // Not by milliseconds: a day with a change of the clock has 23 or 25 hours.
  return new Date(year, month - 1, day + later).getTime();
}
