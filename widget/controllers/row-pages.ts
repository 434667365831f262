// A long list held as a few pages by position: loads what is looked at, drops what is far, never holds it whole. No DOM.
import { failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';

/** Where a page starts: at the cursor of a neighbour, or by position for a jump. */
export type PageStart =
  { readonly after: string } | { readonly before: string } | { readonly position: number };

/** A page as the server gives it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly previous: string | null;
  readonly next: string | null;
  readonly total: { readonly count: number; readonly isExact: boolean };
}

/** Loads one page. */
export type LoadPage<Row> = (
  from: PageStart | undefined,
  limit: number,
  signal: AbortSignal,
) => Promise<Page<Row>>;

/** What a row must have to be recognised in a newer page. */
export interface Identified {
  readonly id: string;
  readonly version: number;
}

interface Held<Row> {
  readonly rows: readonly Row[];
  readonly previous: string | null;
  readonly next: string | null;
  /** Whether a newer version is wanted while this one is still shown. */
  readonly isStale: boolean;
}

/** The rows of one page. */
export const PAGE_SIZE = 50;
/** How many pages beside the wanted ones are kept. */
const KEPT_AROUND = 4;
/** How many rows before its edge a page's neighbour is asked for. */
const AHEAD = PAGE_SIZE / 2;
/** How long a jump must rest before its page is asked for, in milliseconds; a drag passes a thousand pages. */
const REST = 90;

/** A sparse list of pages. `onChange` is called whenever something to draw has changed. */
export class RowPages<Row extends Identified> {
  /** How many rows there are, known or not. */
  count = 0;
  /** Whether `count` is the exact number. */
  isExact = false;
  /** Whether anything has been read since the last reset. */
  isReady = false;
  /** Why the last page failed; cleared by the next that does not. */
  failure: Failure | undefined;

  readonly #load: LoadPage<Row>;
  readonly #onChange: () => void;
  readonly #held = new Map<number, Held<Row>>();
  readonly #loading = new Map<number, AbortController>();
  /** Pages that failed; tried again on refresh only, so that drawing never becomes a loop of requests. */
  readonly #failed = new Set<number>();
  #wanted: readonly [number, number] = [0, 0];
  /** The first position that is looked at. */
  #first = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(load: LoadPage<Row>, onChange: () => void) {
    this.#load = load;
    this.#onChange = onChange;
  }

  /** Whether a page is on its way. */
  get isLoading(): boolean {
    return this.#loading.size > 0;
  }

  /** The row at `position`, or undefined while it is not here. */
  at(position: number): Row | undefined {
    return this.#held.get(Math.floor(position / PAGE_SIZE))?.rows[position % PAGE_SIZE];
  }

  /** The position of the row with `id` among those held; -1 where it is not. */
  positionOf(id: string): number {
    for (const [index, { rows }] of this.#held) {
      const place = rows.findIndex((row) => row.id === id);
      if (place >= 0) return index * PAGE_SIZE + place;
    }
    return -1;
  }

  /** Every row held, in order. */
  get rows(): readonly Row[] {
    return [...this.#held].sort(([a], [b]) => a - b).flatMap(([, held]) => held.rows);
  }

  /** Says which positions are looked at: their pages are loaded, with the next one the way it goes, and far ones dropped. */
  want(first: number, last: number): void {
    const seen = pagesOf(first, last);
    const isFar = seen[0] > this.#wanted[1] + 1 || seen[1] < this.#wanted[0] - 1;
    const ahead = isFar ? 0 : Math.sign(first - this.#first) * AHEAD;
    this.#first = first;
    const before = this.#wanted;
    this.#wanted = pagesOf(Math.max(0, first + Math.min(0, ahead)), last + Math.max(0, ahead));
    if (this.#wanted[0] !== before[0] || this.#wanted[1] !== before[1]) this.#dropFar();
    clearTimeout(this.#resting);
    this.#resting = undefined;
    if (isFar && this.isReady) this.#resting = setTimeout(() => this.#loadWanted(), REST);
    else this.#loadWanted();
  }

  /** Loads what is looked at again, keeping it on show until the newer rows are here. */
  refresh(): void {
    this.#abortAll();
    this.#failed.clear();
    for (const [index, held] of this.#held) {
      if (this.#isWanted(index)) this.#held.set(index, { ...held, isStale: true });
      else this.#held.delete(index);
    }
    this.#loadWanted();
  }

  /** Forgets everything, because the list is another one now. */
  reset(): void {
    this.stop();
    this.#held.clear();
    this.#failed.clear();
    this.count = 0;
    this.isExact = this.isReady = false;
    this.failure = undefined;
    this.#wanted = [0, 0];
    this.#first = 0;
  }

  /** Stops loading; what is held stays. */
  stop(): void {
    clearTimeout(this.#resting);
    this.#abortAll();
  }

  /** Puts a newer version of a row in its place. */
  replace(row: Row): void {
    this.#editPageOf(row.id, (rows) => rows.map((held) => (held.id === row.id ? row : held)));
  }

  /** Takes a row out; the rows behind it move up, and what is looked at is loaded again. */
  remove(id: string): void {
    if (this.positionOf(id) < 0) return;
    this.#editPageOf(id, (rows) => rows.filter((held) => held.id !== id));
    this.count = Math.max(0, this.count - 1);
    this.refresh();
    this.#onChange();
  }

  #editPageOf(id: string, edit: (rows: readonly Row[]) => readonly Row[]): void {
    for (const [index, held] of this.#held) {
      if (held.rows.some((row) => row.id === id)) this.#held.set(index, { ...held, rows: edit(held.rows) });
    }
    this.#onChange();
  }

  #isWanted(index: number): boolean {
    return index >= this.#wanted[0] && index <= this.#wanted[1];
  }

  #dropFar(): void {
    const [first, last] = this.#wanted;
    for (const index of this.#held.keys()) {
      if (index < first - KEPT_AROUND || index > last + KEPT_AROUND) this.#held.delete(index);
    }
    for (const [index, running] of this.#loading) {
      if (index < first - 1 || index > last + 1) {
        running.abort();
        this.#loading.delete(index);
      }
    }
  }

  #abortAll(): void {
    for (const running of this.#loading.values()) running.abort();
    this.#loading.clear();
  }

  #loadWanted(): void {
    const [first, last] = this.#wanted;
    for (let index = first; index <= last; index++) {
      const held = this.#held.get(index);
      if (this.#loading.has(index) || this.#failed.has(index) || (held !== undefined && !held.isStale))
        continue;
      if (index > 0 && this.isReady && index * PAGE_SIZE >= this.count) continue;
      void this.#loadPage(index);
    }
  }

  async #loadPage(index: number): Promise<void> {
    const running = new AbortController();
    this.#loading.set(index, running);
    try {
      const page = await this.#load(this.#startOf(index), PAGE_SIZE, running.signal);
      if (this.#loading.get(index) === running) this.#keep(index, page);
    } catch (error) {
      // Shown by whoever draws the list; a page that nobody waits for any more is no failure.
      if (this.#loading.get(index) === running) {
        this.failure = failureOf(error);
        this.#failed.add(index);
      }
    }
    if (this.#loading.get(index) !== running) return;
    this.#loading.delete(index);
    this.#onChange();
  }

  #startOf(index: number): PageStart | undefined {
    if (index === 0) return undefined;
    const before = this.#held.get(index - 1);
    if (before !== undefined && !before.isStale && before.next !== null && before.rows.length === PAGE_SIZE)
      return { after: before.next };
    const behind = this.#held.get(index + 1);
    if (behind !== undefined && !behind.isStale && behind.previous !== null)
      return { before: behind.previous };
    return { position: index * PAGE_SIZE };
  }

  #keep(index: number, page: Page<Row>): void {
    const known = new Map(this.#held.get(index)?.rows.map((row) => [row.id, row]));
    // A write may have been answered while this page was on its way.
    const rows = page.rows.map((row) => {
      const held = known.get(row.id);
      return held !== undefined && held.version > row.version ? held : row;
    });
    this.#held.set(index, { rows, previous: page.previous, next: page.next, isStale: false });
    this.failure = undefined;
    this.isReady = true;
    this.#count(index * PAGE_SIZE + rows.length, page);
  }

  #count(end: number, { next, total }: Page<Row>): void {
    this.isExact = total.isExact || next === null;
    if (total.isExact) this.count = total.count;
    else this.count = next === null ? end : Math.max(total.count, end + 1);
  }
}

/** The pages from the one with position `first` to the one with `last`. */
function pagesOf(first: number, last: number): readonly [number, number] {
  return [Math.floor(first / PAGE_SIZE), Math.floor(Math.max(first, last) / PAGE_SIZE)];
}
