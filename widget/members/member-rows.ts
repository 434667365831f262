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
  #slots = new Map<number, MemberRow>();
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(body: HTMLElement) {
    this.#body = body;
  }

  /** Draws `rows`, in their order, as `drawingOf` says. */
  draw(rows: readonly DrawnRow[], drawingOf: (position: number) => RowDrawing): void {
    const before = this.#slots;
    this.#slots = new Map();
    for (const { slot, position, top } of rows) {
      const row = before.get(slot) ?? new MemberRow();
      before.delete(slot);
      this.#slots.set(slot, row);
      row.place(position, top);
      row.show(drawingOf(position));
      if (row.element.parentNode === null) this.#body.append(row.element);
    }
    for (const { element } of before.values()) element.remove();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(this.#order, REST);
  }

  /**
   * Puts the rows on the page in the order of the list, for whoever reads the page and does not look at it; until then
   * their row numbers tell it. Not while they move, because a row that is put elsewhere is laid out anew, and a few at a time.
   * One that is moved would lose the focus, so the others are moved around the one that has it.
   */
  readonly #order = (): void => {
    const elements = [...this.#slots.values()].map(({ element }) => element);
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
    if (moves === 0) this.#resting = setTimeout(this.#order);
  };
}
