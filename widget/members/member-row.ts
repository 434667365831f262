// One row of the list of members: made once, and filled for one member after another by writing only what differs.
import { html } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { MemberColumn } from '../../shared/policy/policy.ts';
import { copies } from '../ui/copies.ts';
import type { MemberDecisions } from './member-decisions.ts';
import type { Cell } from './row-cell.ts';
import { CELLS, actionsCell, selectCell } from './row-cells.ts';

/** What all rows of a list have in common. */
export interface RowTerms {
  readonly columns: readonly MemberColumn[];
  readonly isSelectable: boolean;
  readonly now: number;
  /** Makes the cell of what is done by one click, once its code is there. */
  readonly deeds: (() => Cell) | undefined;
  isSelf(member: Member): boolean;
  decide(member: Member): MemberDecisions;
}

/** What is drawn of one row. Drawn again only where one of these is another value. */
export interface RowDrawing {
  readonly member: Member | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isPending: boolean;
  readonly terms: RowTerms;
}

const newRow = copies(html`<div role="row" class="row cells" part="row"></div>`);
const newRoundBone = copies(html`<span class="bone round"></span>`);
const newBone = copies(html`<span class="bone"></span>`);

/** A row on the page. */
export class MemberRow {
  readonly element: HTMLElement = newRow();
  /** The position in the whole list. */
  position = -1;
  #top = -1;
  #drawing: RowDrawing | undefined;
  /** The columns that the cells were made for. */
  #shape = '';
  #cells: readonly Cell[] = [];
  #bones: readonly HTMLElement[] = [];
  #isKnown = false;

  /** Puts it `top` pixels below the upper edge of the list, as the row at `position`. */
  place(position: number, top: number): void {
    if (this.position !== position) {
      this.element.ariaRowIndex = String(position + 2);
      this.element.dataset['position'] = String(position);
    }
    if (this.#top !== top) this.element.style.translate = `0 ${top}px`;
    this.position = position;
    this.#top = top;
  }

  /** Shows what `drawing` says. */
  show(drawing: RowDrawing): void {
    const before = this.#drawing;
    if (before !== undefined && isSame(before, drawing)) return;
    this.#drawing = drawing;
    const { element } = this;
    const { member, isActive, isSelected, terms } = drawing;
    const status = member?.status ?? 'unknown';
    if (isActive !== before?.isActive) element.tabIndex = isActive ? 0 : -1;
    if (isSelected !== before?.isSelected || terms !== before.terms)
      element.ariaSelected = terms.isSelectable ? String(isSelected) : null;
    if (status !== element.dataset['status']) element.dataset['status'] = status;
    this.#furnish(terms, member !== undefined);
    if (member === undefined) return;
    const state = {
      ...drawing,
      decisions: terms.decide(member),
      isSelf: terms.isSelf(member),
      now: terms.now,
      deeds: terms.deeds,
    };
    for (const cell of this.#cells) cell.show(member, state);
  }

  /** Puts the cells in, or the grey ones of a row that is not here yet; both are kept, because a fast scroll changes between them. */
  #furnish({ columns, isSelectable }: RowTerms, isKnown: boolean): void {
    const shape = `${isSelectable} ${columns.join(' ')}`;
    if (shape !== this.#shape) {
      const parts = [...(isSelectable ? [selectCell] : []), ...columns.map((column) => CELLS[column])];
      this.#cells = [...parts.map((part) => part(columns)), actionsCell()];
      this.#bones = [];
      this.#shape = shape;
    } else if (isKnown === this.#isKnown) return;
    this.#isKnown = isKnown;
    this.element.ariaBusy = isKnown ? null : 'true';
    const cells = this.#cells.map(({ element }) => element);
    if (!isKnown && this.#bones.length === 0) this.#bones = cells.map(greyed);
    this.element.replaceChildren(...(isKnown ? cells : this.#bones));
  }
}

/** A grey copy of a cell. */
function greyed(cell: HTMLElement): HTMLElement {
  const grey = cell.cloneNode() as HTMLElement;
  if (cell.matches('.name')) grey.append(newRoundBone());
  if (!cell.matches('.pick, .actions')) grey.append(newBone());
  return grey;
}

function isSame(a: RowDrawing, b: RowDrawing): boolean {
  return (
    a.member === b.member &&
    a.isActive === b.isActive &&
    a.isSelected === b.isSelected &&
    a.isPending === b.isPending &&
    a.terms === b.terms
  );
}
