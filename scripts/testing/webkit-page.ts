// What the runner and the tests ask of a page in WebKit, in the words of Puppeteer, said to a WebDriver.
import { setBounds, sized, twoFrames } from './in-page.ts';
import type { WebDriver } from './webdriver.ts';

/** What the commands of the runner call. */
export interface WebKitPage {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  keyboard: Record<'type' | 'press' | 'down' | 'up', (key: string) => Promise<void>>;
  mouse: {
    move(x: number, y: number): Promise<void>;
    down(options?: { button?: Button }): Promise<void>;
    up(options?: { button?: Button }): Promise<void>;
    click(x: number, y: number, options?: { button?: Button }): Promise<void>;
    reset(): Promise<void>;
  };
}

type Button = 'left' | 'middle' | 'right';
const BUTTONS = ['left', 'middle', 'right'];

/** The characters that stand for keys which type none. */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F2: '\uE032',
  Meta: '\uE03D',
};

/** The only page of the browser that `driver` has started; its window has its upper left corner at `corner` of the screen. */
export function webKitPage(driver: WebDriver, corner: { x: number; y: number }): WebKitPage {
  const run = <Args extends readonly unknown[]>(script: (...args: Args) => unknown, ...args: Args) =>
    driver.post('execute/sync', { script: `return (${String(script)})(...arguments);`, args });
  const act = async (source: object): Promise<void> => {
    await driver.post('actions', { actions: [source] });
    await run(twoFrames);
  };
  const keys = (...actions: object[]): Promise<void> => act({ type: 'key', id: 'keyboard', actions });
  const pointer = (...actions: object[]): Promise<void> =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const down = (key: string): object => ({ type: 'keyDown', value: valueOf(key) });
  const up = (key: string): object => ({ type: 'keyUp', value: valueOf(key) });
  const move = (x: number, y: number): object => ({ type: 'pointerMove', duration: 0, x, y });
  const button = (type: 'pointerDown' | 'pointerUp', name: Button = 'left'): object => ({
    type,
    button: BUTTONS.indexOf(name),
  });

  return {
    goto: (url) => driver.post('url', { url }),
    url: () => driver.get('url'),
    async setViewport({ width, height }) {
      const bar = Number(await run(() => outerHeight - innerHeight));
      await driver.post('window/rect', { ...corner, width, height: height + bar });
      await run(sized, width, height);
    },
    keyboard: {
      type: (text) => keys(...[...text].flatMap((key) => [down(key), up(key)])),
      async press(key) {
        if (key === 'Tab') await run(setBounds);
        await keys(down(key), up(key));
      },
      down: (key) => keys(down(key)),
      up: (key) => keys(up(key)),
    },
    mouse: {
      move: (x, y) => pointer(move(x, y)),
      down: (options) => pointer(button('pointerDown', options?.button)),
      up: (options) => pointer(button('pointerUp', options?.button)),
      click: (x, y, options) =>
        pointer(move(x, y), button('pointerDown', options?.button), button('pointerUp', options?.button)),
      reset: () => pointer(button('pointerUp'), move(0, 0)),
    },
  };
}

function valueOf(key: string): string {
  const value = KEYS[key] ?? key;
  if ([...value].length !== 1)
    throw new Error(`No test has pressed ${key} in WebKit yet: webkit-page.ts does not know it.`);
  return value;
}
