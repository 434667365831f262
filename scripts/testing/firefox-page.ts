// What tests ask of Firefox beside their page: keys, the mouse, the size of the window. Firefox answers before the page has noticed.
import type { Page } from 'puppeteer-core';

/** Makes `page` answer to keys, the mouse and a new size only once the page has drawn what came of them. */
export function patient(page: Page): Page {
  const seen = <Args extends unknown[]>(act: (...args: Args) => Promise<void>) => {
    return async (...args: Args): Promise<void> => {
      await act(...args);
      // A Tab behind the last thing on a page leads into the window's own buttons, where no page hears of its focus any more.
      await page.evaluate(twoFrames);
    };
  };
  const { keyboard, mouse } = page;
  keyboard.type = seen(keyboard.type.bind(keyboard));
  const press = keyboard.press.bind(keyboard);
  // Firefox knows the space bar by what it types.
  keyboard.press = seen((key, options) => press(key === 'Space' ? ' ' : key, options));
  keyboard.down = seen(keyboard.down.bind(keyboard));
  keyboard.up = seen(keyboard.up.bind(keyboard));
  mouse.move = seen(mouse.move.bind(mouse));
  mouse.down = seen(mouse.down.bind(mouse));
  mouse.up = seen(mouse.up.bind(mouse));
  page.setViewport = seen(page.setViewport.bind(page));
  return page;
}

/** Waits until the page has drawn twice, and takes the focus back where it has gone. */
function twoFrames(): Promise<unknown> {
  return new Promise<unknown>((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => {
    if (!document.hasFocus()) window.focus();
  });
}
