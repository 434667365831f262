// Reads comma-separated values piece by piece, in whatever dialect they come: RFC 4180 with commas, semicolons or tabs, any end of line. Pure.

/** What may stand between values. */
const SEPARATORS = [',', ';', '\t'] as const;

/** A row of a file and the line that it begins in, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a file in as many pieces as it comes in; keeps no more than the row that is not whole yet. */
export class CsvReader {
  #separator: string | undefined;
  /** What has come of the first line while its separator is not known. */
  #start = '';
  #cells: string[] = [];
  #cell = '';
  #state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  #isAfterReturn = false;
  #line = 1;
  #rowLine = 1;
  #isBegun = false;

  /** The rows that are whole with this piece. */
  read(piece: string): CsvRow[] {
    const text = this.#isBegun ? piece : piece.replace(/^\uFEFF/, '');
    if (text !== '') this.#isBegun = true;
    if (this.#separator !== undefined) return this.#rowsOf(text);
    this.#start += text;
    const first = firstLine(this.#start);
    return first === undefined ? [] : this.#rowsOf(this.#decided(first));
  }

  /** The rows that are left at the end of the file. */
  end(): CsvRow[] {
    const rows = this.#separator === undefined ? this.#rowsOf(this.#decided(this.#start)) : [];
    if (this.#state !== 'start' || this.#cells.length > 0) rows.push(...this.#rowEnded());
    return rows;
  }

  /** Whether a quote is open: at the end of a file one was never closed. */
  get isInQuotes(): boolean {
    return this.#state === 'quoted';
  }

  #decided(first: string): string {
    this.#separator = separatorOf(first);
    const text = this.#start;
    this.#start = '';
    return text;
  }

  #rowsOf(text: string): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const char of text) {
      const isSecondHalf = this.#isAfterReturn && char === '\n';
      this.#isAfterReturn = char === '\r';
      if ((char === '\r' || char === '\n') && !isSecondHalf) this.#line += 1;
      if (this.#state === 'quoted') {
        if (char === '"') this.#state = 'closed';
        else this.#cell += char;
      } else if (isSecondHalf) continue;
      else if (char === '"' && this.#state === 'closed') {
        this.#cell += char;
        this.#state = 'quoted';
      } else if (char === '"' && this.#state === 'start') this.#state = 'quoted';
      else if (char === this.#separator) this.#cellEnded();
      else if (char === '\r' || char === '\n') rows.push(...this.#rowEnded());
      else {
        this.#cell += char;
        this.#state = this.#state === 'closed' ? 'closed' : 'plain';
      }
    }
    return rows;
  }

  #cellEnded(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#state = 'start';
  }

  /** The row, unless it is an empty line. */
  #rowEnded(): CsvRow[] {
    const isEmpty = this.#cells.length === 0 && this.#state === 'start';
    if (!isEmpty) this.#cellEnded();
    const row = { line: this.#rowLine, cells: this.#cells };
    this.#cells = [];
    this.#rowLine = this.#line;
    return isEmpty ? [] : [row];
  }
}

/** The first line where it is whole; quoted breaks do not end it. */
function firstLine(text: string): string | undefined {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === '\n' || char === '\r')) return text.slice(0, at);
  }
  return undefined;
}

/** The separator that stands most often outside of quotes. */
function separatorOf(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => ({ separator, count: bare.split(separator).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]!.separator;
}
