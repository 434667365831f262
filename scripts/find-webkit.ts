// Finds what the tests drive WebKit with: the driver of WebKitGTK, and a screen that nobody looks at.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Absolute paths of what runs WebKit. */
export interface WebKit {
  /** Speaks WebDriver, and brings the browser. */
  driver: string;
  /** Draws into memory. A screen with windows of other programs would not do: the pages of the tests need the focus. */
  screen: string;
}

/** The WebKit of this machine; undefined where a part of it is missing. */
export function findWebKit(): WebKit | undefined {
  const [driver, screen] = [program('WebKitWebDriver'), program('Xvfb')];
  return driver && screen ? { driver, screen } : undefined;
}

function program(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}
