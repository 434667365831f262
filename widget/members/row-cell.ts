// What a cell of a row of the list of members is. No particular cell, and no markup.
import type { Member } from '../../shared/members/member.ts';
import type { MemberDecisions } from './member-decisions.ts';

/** What a row shows beside the member. */
export interface RowState {
  readonly decisions: MemberDecisions;
  readonly isSelected: boolean;
  readonly isPending: boolean;
  readonly isSelf: boolean;
  /** Whether it is the row that Tab reaches. */
  readonly isActive: boolean;
  /** The moment that "last sign-in" is told from, in milliseconds since the epoch. */
  readonly now: number;
  /** Makes the cell of what is done by one click, once its code is there. */
  readonly deeds: (() => Cell) | undefined;
}

/** A cell. Its controls carry `data-control`, by which the grid finds and hears them. */
export interface Cell {
  readonly element: HTMLElement;
  show(member: Member, state: RowState): void;
}

/** Lets Tab reach `control` where its row is the active one; it starts as one that Tab passes by. */
export function reacher(control: HTMLElement): (state: RowState) => void {
  let isReached = false;
  return ({ isActive }) => {
    if (isReached === isActive) return;
    isReached = isActive;
    control.tabIndex = isActive ? 0 : -1;
  };
}
