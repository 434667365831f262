// Which row of the grid is active and has the focus, and where keys take it. Knows rows by position and controls by name only.
import type { LitElement } from 'lit';
import type { RowWindow } from '../controllers/row-window.ts';

/** A row, and the control in it where one is meant. */
export interface Place {
  readonly position: number;
  readonly control: string | undefined;
}

/** The place in the grid where `event` happened; undefined outside of its rows. */
export function placeOf(event: Event): Place | undefined {
  const target = event.target as Element;
  const row = target.closest<HTMLElement>('[data-position]');
  if (row === null) return undefined;
  const control = target.closest<HTMLElement>('[data-control]')?.dataset['control'];
  return { position: Number(row.dataset['position']), control };
}

/** The focus among the rows of a long list, of which only those in sight exist. */
export class GridFocus {
  /** The position of the row that Tab reaches. */
  active = 0;
  readonly #host: LitElement;
  readonly #window: RowWindow;
  readonly #count: () => number;
  /** What is to have the focus, once its row is drawn. */
  #wanted: Place | undefined;
  #held: Place | undefined;

  constructor(host: LitElement, window: RowWindow, count: () => number) {
    this.#host = host;
    this.#window = window;
    this.#count = count;
  }

  /** The row that has the focus now, if one has. */
  get held(): number | undefined {
    return this.#held?.position;
  }

  /** Moves the focus to the same control of another row, and shows that row. */
  moveTo(position: number, control?: string): void {
    this.active = Math.max(0, Math.min(position, this.#count() - 1));
    this.#wanted = { position: this.active, control };
    this.#window.pin(this.active);
    this.#window.reveal(this.active);
    this.#host.requestUpdate();
  }

  /** Follows rows that have moved by `difference` positions. */
  shift(difference: number): void {
    this.active += difference;
    if (this.#held !== undefined) this.#held = { ...this.#held, position: this.#held.position + difference };
  }

  /** Keeps the active row among those there are; call before drawing. */
  clamp(): void {
    this.active = Math.max(0, Math.min(this.active, this.#count() - 1));
  }

  /** Gives the focus to the row that is to have it, as soon as that is drawn; call after drawing. */
  settle(): void {
    if (this.#wanted === undefined) return;
    const { position, control } = this.#wanted;
    const row = this.#host.renderRoot.querySelector<HTMLElement>(`[data-position="${position}"]`);
    if (row === null) return;
    this.#wanted = undefined;
    const named = `[data-control="${control}"]:not([disabled])`;
    (row.querySelector<HTMLElement>(named) ?? row).focus({ preventScroll: true });
  }

  /** Takes note of a focus that came. */
  readonly note = (event: Event): void => {
    this.#held = placeOf(event);
    if (this.#held === undefined) return;
    this.active = this.#held.position;
    this.#window.pin(this.active);
    this.#host.requestUpdate();
  };

  /** Takes note of a focus that went. */
  readonly forget = (event: FocusEvent): void => {
    this.#held = undefined;
    const to = event.relatedTarget as Node | null;
    if (to === null || !this.#host.renderRoot.contains(to)) this.#window.pin(-1);
  };

  /** Moves as `event`'s key says. Whether it was such a key; keys in a select belong to the select. */
  navigate(event: KeyboardEvent): boolean {
    const place = placeOf(event);
    const isOurs =
      !event.ctrlKey && !event.metaKey && !event.altKey && !(event.target instanceof HTMLSelectElement);
    if (place === undefined || !isOurs) return false;
    const page = this.#window.rowsSeen;
    const moves: Record<string, number> = {
      ArrowDown: place.position + 1,
      ArrowUp: place.position - 1,
      PageDown: place.position + page,
      PageUp: place.position - page,
      Home: 0,
      End: this.#count() - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return false;
    this.moveTo(to, place.control);
    return true;
  }
}
