// Draws the rows of the grid into the page: reuses those that leave for those that come, and never moves the one with the focus.
import { render } from 'lit';
import type { TemplateResult } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { DrawnRow } from '../controllers/row-window.ts';

/** What is drawn of one row. Drawn again only where one of these is another value. */
export interface RowDrawing {
  readonly member: Member | undefined;
  readonly isActive: boolean;
  /** Undefined where nobody can be selected. */
  readonly isSelected: boolean | undefined;
  readonly isPending: boolean;
  /** Whatever all rows depend on; another object draws all of them again. */
  readonly common: object;
}

interface Slot {
  readonly element: HTMLElement;
  position: number;
  top: number;
  drawing: RowDrawing | undefined;
}

/** The rows inside `body`. */
export class MemberRows {
  readonly #body: HTMLElement;
  readonly #cells: (drawing: RowDrawing) => TemplateResult;
  #slots = new Map<number, Slot>();

  constructor(body: HTMLElement, cells: (drawing: RowDrawing) => TemplateResult) {
    this.#body = body;
    this.#cells = cells;
  }

  /** Draws `rows`, in their order, as `drawingOf` says. */
  draw(rows: readonly DrawnRow[], drawingOf: (position: number) => RowDrawing): void {
    const before = this.#slots;
    this.#slots = new Map();
    for (const { slot, position, top } of rows) {
      const row = before.get(slot) ?? this.#create();
      before.delete(slot);
      this.#slots.set(slot, row);
      this.#place(row, position, top);
      this.#fill(row, drawingOf(position));
    }
    for (const { element } of before.values()) element.remove();
    this.#order(rows.map(({ slot }) => this.#slots.get(slot)!.element));
  }

  #create(): Slot {
    const element = document.createElement('div');
    element.className = 'row cells';
    element.role = 'row';
    element.part.add('row');
    return { element, position: -1, top: -1, drawing: undefined };
  }

  #place(row: Slot, position: number, top: number): void {
    const { element } = row;
    if (row.position !== position) {
      element.ariaRowIndex = String(position + 2);
      element.dataset['position'] = String(position);
    }
    if (row.top !== top) element.style.translate = `0 ${top}px`;
    row.position = position;
    row.top = top;
  }

  #fill(row: Slot, drawing: RowDrawing): void {
    if (row.drawing !== undefined && isSame(row.drawing, drawing)) return;
    const { element } = row;
    const { member, isActive, isSelected } = drawing;
    row.drawing = drawing;
    element.tabIndex = isActive ? 0 : -1;
    element.ariaSelected = isSelected === undefined ? null : String(isSelected);
    element.ariaBusy = member === undefined ? 'true' : null;
    element.dataset['status'] = member?.status ?? 'unknown';
    render(this.#cells(drawing), element);
    // Not bound in the template: a person may have changed them since, in what was another row then.
    const checkbox = element.querySelector<HTMLInputElement>('[data-control=select]');
    if (checkbox !== null) checkbox.checked = isSelected === true;
    const select = element.querySelector('select');
    if (select !== null) select.value = member?.roles[0] ?? '';
  }

  /** Puts the rows in order. A row that is moved loses the focus, so the others are moved around the one that has it. */
  #order(elements: readonly HTMLElement[]): void {
    const root = this.#body.getRootNode() as ShadowRoot;
    const held = elements.findIndex((element) => element.contains(root.activeElement));
    let next = this.#body.firstElementChild;
    elements.forEach((element, at) => {
      if (element === next) next = element.nextElementSibling;
      else if (at !== held) this.#body.insertBefore(element, next);
      else {
        while (next !== element) {
          const moved: Element = next!;
          next = moved.nextElementSibling;
          this.#body.append(moved);
        }
        next = element.nextElementSibling;
      }
    });
  }
}

function isSame(a: RowDrawing, b: RowDrawing): boolean {
  return (
    a.member === b.member &&
    a.isActive === b.isActive &&
    a.isSelected === b.isSelected &&
    a.isPending === b.isPending &&
    a.common === b.common
  );
}
