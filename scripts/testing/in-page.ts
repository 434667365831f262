// What is run inside of a page around the keys of a test. Each is sent to the browser by its source, so that it uses nothing from outside.

/**
 * Puts a place to stop at before the first and behind the last thing on the page. A Tab that leads out of a page leads into the buttons
 * of the window, and from then on no page of that window moves its own focus, whatever it asks for.
 */
export function setBounds(): void {
  for (const place of ['afterbegin', 'beforeend'] as const) {
    const bound = document.createElement('span');
    bound.tabIndex = 0;
    bound.className = 'bound';
    document.body.insertAdjacentElement(place, bound);
  }
}

/** Waits until the page has drawn twice, and takes the bounds away again: what stood on one stands nowhere. */
export function twoFrames(): Promise<unknown> {
  return new Promise<unknown>((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => {
    for (const bound of document.querySelectorAll('.bound')) bound.remove();
  });
}

/** Waits until the page is of this size, and has drawn itself in it. */
export function sized(width: number, height: number): Promise<void> {
  return new Promise((done) => {
    let wasReached = false;
    requestAnimationFrame(function look() {
      const isReached = innerWidth === width && innerHeight === height;
      if (isReached && wasReached) return done();
      wasReached = isReached;
      requestAnimationFrame(look);
    });
  });
}
