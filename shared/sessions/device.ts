// How the browser behind a session is written down: names, which every language puts in words of its own. Pure.

const BETWEEN = ' on ';

/** What is written down of a browser and its system, such as "Firefox on Windows"; '' where neither is known. */
export function writeDevice(browser: string | undefined, system: string | undefined): string {
  return [browser, system].filter((name) => name !== undefined).join(BETWEEN);
}

/** The names in what was written down: a browser and its system, or the one of them that is known. */
export function namesInDevice(device: string): readonly string[] {
  return device.split(BETWEEN);
}
