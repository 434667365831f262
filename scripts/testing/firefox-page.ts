// What tests ask of Firefox beside their page: keys, the mouse, the size of the window. Firefox answers before the page has noticed.
import type { Page } from 'puppeteer-core';

/** Makes `page` answer to keys, the mouse and a new size only once the page has drawn what came of them. */
export function patient(page: Page): Page {
  const seen = <Args extends unknown[]>(act: (...args: Args) => Promise<void>) => {
    return async (...args: Args): Promise<void> => {
      await act(...args);
      await page.evaluate(twoFrames);
    };
  };
  const { keyboard, mouse } = page;
  keyboard.type = seen(keyboard.type.bind(keyboard));
  const press = keyboard.press.bind(keyboard);
  // Firefox knows the space bar by what it types.
  keyboard.press = seen(async (key, options) => {
    if (key === 'Tab') await page.evaluate(setBounds);
    await press(key === 'Space' ? ' ' : key, options);
  });
  keyboard.down = seen(keyboard.down.bind(keyboard));
  keyboard.up = seen(keyboard.up.bind(keyboard));
  mouse.move = seen(mouse.move.bind(mouse));
  mouse.down = seen(mouse.down.bind(mouse));
  mouse.up = seen(mouse.up.bind(mouse));
  page.setViewport = seen(page.setViewport.bind(page));
  return page;
}

/**
 * Puts a place to stop at before the first and behind the last thing on the page. A Tab that leads out of a page leads into the buttons
 * of the window, and from then on no page of that window moves its own focus, whatever it asks for.
 */
function setBounds(): void {
  for (const place of ['afterbegin', 'beforeend'] as const) {
    const bound = document.createElement('span');
    bound.tabIndex = 0;
    bound.className = 'bound';
    document.body.insertAdjacentElement(place, bound);
  }
}

/** Waits until the page has drawn twice, and takes the bounds away again: what stood on one stands nowhere. */
function twoFrames(): Promise<unknown> {
  return new Promise<unknown>((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => {
    for (const bound of document.querySelectorAll('.bound')) bound.remove();
  });
}
