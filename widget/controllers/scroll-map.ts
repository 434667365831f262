// Maps a scroll bar of bounded length to a list of any length. Pure arithmetic in CSS pixels.

/** The tallest element that every browser lays out exactly, with a wide margin. */
export const MAX_HEIGHT = 8_000_000;

/**
 * The place in the list that belongs to a scroll position. While everything fits below `MAX_HEIGHT` the two are the same.
 * Above, a small move scrolls by as much as it says and a jump goes to the proportional place; Going to the place
 * that is shown brings the bar back in line with the list.
 */
export class ScrollMap {
  /** The height of the list if it could be drawn whole. */
  #whole = 0;
  #viewport = 0;
  #scrollTop = 0;
  #shift = 0;

  /** The height of the element that is scrolled. */
  get height(): number {
    return Math.min(this.#whole, MAX_HEIGHT);
  }

  /** The place in the list at the upper edge of what is seen. */
  get top(): number {
    return this.#scrollTop + this.#shift;
  }

  /** What to subtract from a place in the list to get the place in the scrolled element. */
  get shift(): number {
    return this.#shift;
  }

  /** Takes the measures of list and viewport. */
  resize(whole: number, viewport: number): void {
    this.#whole = whole;
    this.#viewport = viewport;
    if (whole <= MAX_HEIGHT) this.#shift = 0;
  }

  /** Takes a new scroll position. */
  scroll(scrollTop: number): void {
    const step = Math.abs(scrollTop - this.#scrollTop);
    this.#scrollTop = scrollTop;
    if (this.#whole <= MAX_HEIGHT) return;
    const isJump = step > this.#viewport * 3;
    if (isJump || scrollTop <= 0 || scrollTop >= this.#reach)
      this.#shift = this.#placeOf(scrollTop) - scrollTop;
    const place = Math.max(0, Math.min(this.top, this.#whole - this.#viewport));
    this.#shift = place - scrollTop;
  }

  /** The scroll position that shows `place` at the upper edge; the caller sets it on the scroller. */
  goTo(place: number): number {
    const wanted = Math.max(0, Math.min(place, this.#whole - this.#viewport));
    this.#scrollTop = this.#whole <= MAX_HEIGHT ? wanted : wanted / this.#stretch;
    this.#shift = wanted - this.#scrollTop;
    return this.#scrollTop;
  }

  get #reach(): number {
    return Math.max(0, this.height - this.#viewport);
  }

  get #stretch(): number {
    return this.#reach === 0 ? 1 : (this.#whole - this.#viewport) / this.#reach;
  }

  #placeOf(scrollTop: number): number {
    return scrollTop * this.#stretch;
  }
}
