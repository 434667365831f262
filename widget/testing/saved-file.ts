// What a page saves as a file, caught before the browser does. Never part of a build.
import { waitUntil } from './wait-until.ts';

/** Runs `act` and gives the file that it saved. */
export async function savedFile(act: () => unknown): Promise<{ name: string; text: string }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob: Blob | undefined;
  let name = '';
  URL.createObjectURL = (given) => {
    blob = given as Blob;
    return 'blob:nothing';
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    name = this.download;
  };
  try {
    await act();
    await waitUntil(() => blob !== undefined, 'a file is saved');
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  const bytes = new Uint8Array(await blob!.arrayBuffer());
  return { name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}
