// What tests ask of Firefox beside their page: keys, the mouse, the size of the window. Firefox answers before the page has noticed.
import type { Page } from 'puppeteer-core';
import { setBounds, twoFrames } from './in-page.ts';

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
