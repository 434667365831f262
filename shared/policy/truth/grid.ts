// Reads an expected matrix that is written as text, so that the rules can be read and checked by eye. For tests only.
import type { ErrorCode } from '../../errors.ts';

/**
 * The words in the cells.
 *
 * `yes!` is a yes that becomes `last_in_charge` where the person is active and the last one in charge.
 * A dash is a case that cannot come about.
 */
export const WORDS = {
  yes: 'allowed',
  'yes!': 'allowed',
  no: 'not_granted',
  self: 'is_self',
  above: 'outranked',
  give: 'role_not_yours_to_give',
  same: 'role_unchanged',
  unknown: 'role_unknown',
  public: 'role_not_assignable',
  empty: 'role_required',
  one: 'one_role_only',
  never: 'not_in_policy',
  off: 'already_deactivated',
  on: 'already_active',
  out: 'member_deactivated',
  built: 'role_built_in',
  lacks: 'capability_not_held',
  noright: 'capability_unknown',
  '-': 'allowed',
} as const satisfies Record<string, ErrorCode | 'allowed'>;

/** A word of a cell. */
type Word = keyof typeof WORDS;

/** An expected matrix. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** The text of a cell. @throws where the matrix has no such row or column. */
  cell(row: string, column: string): string;
}

/** Reads `text`: a header with the columns, then a line for each row; blanks separate. @throws where a line does not fit the header. */
export function readGrid(text: string): Grid {
  const [header = [], ...lines] = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== '');
  const columns = header.slice(1);
  const cells = new Map<string, string>();
  for (const [row, ...values] of lines) {
    if (values.length !== columns.length)
      throw new Error(`Row "${row}" has ${values.length} cells, the header has ${columns.length}.`);
    values.forEach((value, i) => cells.set(`${row} ${columns[i]}`, value));
  }
  const rows = lines.map(([row]) => row!);
  if (cells.size !== rows.length * columns.length)
    throw new Error(`A row or a column stands twice under "${header.join(' ')}".`);
  return {
    columns,
    rows,
    cell(row, column) {
      const found = cells.get(`${row} ${column}`);
      if (found === undefined)
        throw new Error(`There is no cell for "${row}" and "${column}" under "${header.join(' ')}".`);
      return found;
    },
  };
}

/** The meaning of a cell. @throws where the cell holds a word that nobody explained. */
export function wordIn(cell: string): Word {
  if (!Object.hasOwn(WORDS, cell)) throw new Error(`"${cell}" is not among the words of a cell.`);
  return cell as Word;
}
