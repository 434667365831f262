// Puts text on the clipboard, also text that is still on its way. No look of its own.

/**
 * Copies `text`; false where the page may not (plain http, a frame without the right, a browser that refuses).
 *
 * A promise is handed to the clipboard as it is, because some browsers forget the press of the button while one waits.
 * Rejects with what `text` rejects with.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  const whole = Promise.resolve(text);
  if (navigator.clipboard === undefined) {
    await whole;
    return false;
  }
  try {
    if (typeof text === 'string' || typeof ClipboardItem === 'undefined')
      await navigator.clipboard.writeText(await whole);
    else {
      const blob = whole.then((value) => new Blob([value], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    }
    return true;
  } catch {
    // Why the browser refused is of no use to anybody; that the text never came is, so that is thrown.
    await whole;
    return false;
  }
}
