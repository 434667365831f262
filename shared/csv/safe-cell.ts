// What keeps a spreadsheet from running a cell as a formula, and the way back to the value. Pure.

/** What may begin a formula, or a break that a spreadsheet starts anew after; in their wide forms too, and behind marks that nobody sees. */
const DANGEROUS = /^'*[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^'*[\t\r\n\0]/u;

/** The value with an apostrophe before it where a spreadsheet could take it for a formula (SEC_F10). */
export function safeCell(value: string): string {
  return DANGEROUS.test(value) ? `'${value}` : value;
}

/** The value that `safeCell` was given. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell;
}
