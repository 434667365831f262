// Which rows of a long list are drawn, and where. Rows have one height; drawn rows are reused. Touches only the scroller it is given.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ScrollMap } from './scroll-map.ts';

/** A row to draw. */
export interface DrawnRow {
  /** Stays with a DOM row, so that rows that leave are reused for rows that come. */
  readonly slot: number;
  /** The position in the whole list, from 0. */
  readonly position: number;
  /** The distance from the upper edge of the list element, in pixels. */
  readonly top: number;
}

/** Rows drawn beyond what is seen, on the side that comes into sight and on the one that leaves it. */
const AHEAD = 10;
const BEHIND = 2;
/** The window moves by this many rows at once. */
const STEP = 4;
const SETTLE_AFTER = 160;
/** How many rows are drawn for those seen while nobody knows how many are: about a whole list, so that the first come at once. */
const GUESS = 13;

/** The window over a long list. The host draws `rows` into an element of `height`, and calls `measure` when either size changes. */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onMove: () => void;
  readonly #onScroll: () => void;
  readonly #map = new ScrollMap();
  #scroller: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  #rowHeight = 48;
  #viewport = 0;
  #first = 0;
  #end = 0;
  #pinned = -1;
  #isUpwards = false;
  #slots = new Map<number, number>();
  /** The next slot that never was; slots that are given up are not used again. */
  #fresh = 0;

  /**
   * `onMove` is called after the window has moved to other rows, before the host draws. `onScroll` draws them after a scroll,
   * where an update of the whole host would be too much for every frame.
   */
  constructor(
    host: ReactiveControllerHost,
    onMove: () => void,
    onScroll: () => void = () => host.requestUpdate(),
  ) {
    this.#host = host;
    this.#onMove = onMove;
    this.#onScroll = onScroll;
    host.addController(this);
  }

  /** The height of the element that holds the rows, in pixels. */
  get height(): number {
    return this.#map.height;
  }

  /** The first position that is drawn, and the one behind the last. */
  get range(): readonly [number, number] {
    return [this.#first, this.#end];
  }

  /** The first position that is seen. */
  get firstSeen(): number {
    return Math.max(0, Math.ceil(this.#map.top / this.#rowHeight));
  }

  /** How many whole rows are seen at once, at least 1. */
  get rowsSeen(): number {
    return Math.max(1, Math.floor(this.#viewport / this.#rowHeight));
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#follow);
    clearTimeout(this.#settling);
    this.#scroller = undefined;
  }

  /** Follows `scroller`, whose upper `inset` pixels are covered by a head. */
  follow(scroller: HTMLElement, inset: number): void {
    if (this.#scroller === scroller) return;
    this.hostDisconnected();
    this.#scroller = scroller;
    scroller.addEventListener('scroll', this.#follow, { passive: true });
    // In the next frame, because drawing other rows may change what is being observed.
    this.#observer = new ResizeObserver(() =>
      requestAnimationFrame(() => {
        this.#viewport = Math.max(0, scroller.clientHeight - inset);
        this.measure(this.#count, this.#rowHeight);
      }),
    );
    this.#observer.observe(scroller);
  }

  /** Takes how many rows there are and how tall each is. */
  measure(count: number, rowHeight: number): void {
    const kept = this.firstSeen;
    const isOther = rowHeight !== this.#rowHeight;
    this.#count = count;
    this.#rowHeight = rowHeight;
    this.#map.resize(count * rowHeight, this.#viewport);
    if (isOther) this.scrollTo(kept);
    if (this.#move()) this.#host.requestUpdate();
  }

  /** Keeps the row at `position` drawn wherever the window goes, because it has the focus; -1 for none. */
  pin(position: number): void {
    if (this.#pinned === position) return;
    this.#pinned = position;
    this.#host.requestUpdate();
  }

  /** Follows rows that moved by `difference` positions, so that what is seen and focused stays the same. */
  shift(difference: number): void {
    this.#slots = new Map([...this.#slots].map(([position, slot]) => [position + difference, slot]));
    if (this.#pinned >= 0) this.#pinned += difference;
    if (this.#map.top > 0) this.#goTo(this.#map.top + difference * this.#rowHeight);
  }

  /** Scrolls so that `position` is the first row seen. */
  scrollTo(position: number): void {
    this.#goTo(position * this.#rowHeight);
  }

  /** Scrolls as little as needed to show `position` whole. */
  reveal(position: number): void {
    const place = position * this.#rowHeight;
    if (place < this.#map.top) this.#goTo(place);
    else if (place + this.#rowHeight > this.#map.top + this.#viewport)
      this.#goTo(place + this.#rowHeight - this.#viewport);
  }

  /** The rows to draw, in order. */
  get rows(): readonly DrawnRow[] {
    const positions: number[] = [];
    for (let position = this.#first; position < this.#end; position++) positions.push(position);
    if (this.#pinned >= 0 && this.#pinned < this.#count) {
      if (this.#pinned < this.#first) positions.unshift(this.#pinned);
      else if (this.#pinned >= this.#end) positions.push(this.#pinned);
    }
    this.#assignSlots(positions);
    return positions.map((position) => ({
      slot: this.#slots.get(position)!,
      position,
      top: position * this.#rowHeight - this.#map.shift,
    }));
  }

  /**
   * Gives each new position the row of one that left, first to first: so rows that stay, and the focus in them, are left
   * untouched, and the order of the rows on the page is that of the list but for the place where it begins.
   */
  #assignSlots(positions: readonly number[]): void {
    const free: number[] = [];
    for (const [position, slot] of this.#slots) {
      if ((position >= this.#first && position < this.#end) || positions.includes(position)) continue;
      this.#slots.delete(position);
      free.push(slot);
    }
    for (const position of positions) {
      if (!this.#slots.has(position)) this.#slots.set(position, free.shift() ?? this.#fresh++);
    }
  }

  readonly #follow = (): void => {
    const { shift, top } = this.#map;
    this.#map.scroll(this.#scroller!.scrollTop);
    if (this.#map.top !== top) this.#isUpwards = this.#map.top < top;
    if (this.#move() || shift !== this.#map.shift) this.#onScroll();
    if (this.#map.shift === 0) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#goTo(this.#map.top), SETTLE_AFTER);
  };

  #goTo(place: number): void {
    const scrollTop = this.#map.goTo(place);
    const scroller = this.#scroller;
    if (scroller !== undefined && Math.abs(scroller.scrollTop - scrollTop) >= 1) {
      // The list may just have grown; the element must be tall enough before it can be scrolled there.
      void this.#host.updateComplete.then(() => (scroller.scrollTop = scrollTop));
    }
    this.#host.requestUpdate();
    this.#move();
  }

  /** Moves the window to where the list is scrolled. Whether it holds other rows now. */
  #move(): boolean {
    const at = Math.floor(this.#map.top / this.#rowHeight / STEP) * STEP;
    const [above, below] = this.#isUpwards ? [AHEAD, BEHIND] : [BEHIND, AHEAD];
    const first = Math.max(0, Math.min(at - above, this.#count));
    // The first rows come without those beyond them, which follow once the list has been painted and measured.
    const wanted = this.#viewport === 0 ? GUESS : this.rowsSeen + below + 1;
    const end = Math.max(first, Math.min(this.#count, at + wanted));
    if (first === this.#first && end === this.#end) return false;
    this.#first = first;
    this.#end = end;
    this.#onMove();
    return true;
  }
}
