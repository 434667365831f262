// Draws the rows of the grid into the page: reuses those that leave for those that come, and never moves the one with the focus.
import type { DrawnRow } from '../controllers/row-window.ts';
import { MemberRow } from './member-row.ts';
import type { RowDrawing } from './member-row.ts';

/** How long nothing may move before the rows are put in order, in milliseconds. */
const REST = 150;
/** How many rows are moved at once; each has to be laid out anew. */
const MOVES = 4;

/** The rows inside `body`. */
export class MemberRows {
  readonly #body: HTMLElement;
  readonly #slots = new Map<number, MemberRow>();
  #resting: ReturnType<typeof setTimeout> | undefined;
  #movedAt = 0;

  constructor(body: HTMLElement) {
    this.#body = body;
  }

  /** Draws `rows` as `drawingOf` says; of a scroll only those that have come, because nothing else can be new. */
  draw(rows: readonly DrawnRow[], drawingOf: (position: number) => RowDrawing, isScroll: boolean): void {
    for (const { slot, position, top } of rows) {
      const row = this.#slots.get(slot) ?? this.#create(slot);
      const hasCome = row.position !== position;
      row.place(position, top);
      if (hasCome || !isScroll) row.show(drawingOf(position));
    }
    if (this.#slots.size > rows.length) this.#drop(new Set(rows.map(({ slot }) => slot)));
    this.#movedAt = performance.now();
    this.#resting = this.#resting ?? setTimeout(this.#rest, REST);
  }

  #create(slot: number): MemberRow {
    const row = new MemberRow();
    this.#slots.set(slot, row);
    this.#body.append(row.element);
    return row;
  }

  #drop(kept: ReadonlySet<number>): void {
    for (const [slot, { element }] of this.#slots) {
      if (kept.has(slot)) continue;
      element.remove();
      this.#slots.delete(slot);
    }
  }

  readonly #rest = (): void => {
    const rested = performance.now() - this.#movedAt;
    const isSettled = rested >= REST && this.#order();
    this.#resting = isSettled ? undefined : setTimeout(this.#rest, Math.max(0, REST - rested));
  };

  /**
   * Puts the rows on the page in the order of the list, for whoever reads the page and does not look at it; until then
   * their row numbers tell it. Not while they move, because a row that is put elsewhere is laid out anew, and a few at a time.
   * One that is moved would lose the focus, so the others are moved around the one that has it. Whether all are in order.
   */
  #order(): boolean {
    const rows = [...this.#slots.values()].sort((a, b) => a.position - b.position);
    const elements = rows.map(({ element }) => element);
    const { activeElement } = this.#body.getRootNode() as ShadowRoot;
    const held = elements.find((element) => element.contains(activeElement));
    let moves = MOVES;
    let next = this.#body.firstElementChild;
    for (const element of elements) {
      if (moves === 0) break;
      if (element === held) {
        for (; next !== held && moves > 0; moves--) {
          const moved: Element = next!;
          next = moved.nextElementSibling;
          this.#body.append(moved);
        }
      } else if (element !== next) {
        this.#body.insertBefore(element, next);
        moves--;
        continue;
      }
      next = element.nextElementSibling;
    }
    return moves > 0;
  }
}
