// Small pictures and how two of them differ. Every function runs in the page, whose canvas knows how to read and write them.

/** A picture made small: a PNG, in base64. */
export interface Thumb {
  readonly png: string;
}

/** How two pictures differ. */
export interface Difference {
  /** How many blocks of eight by eight differ by more than an eye forgives. */
  readonly blocks: number;
  /** The width and height of both, or of each where they are not the same. */
  readonly size: string;
}

/** The picture `png` at one `share`-th of its size, in few enough colours to be kept. */
export async function thumb({ png, share }: { png: string; share: number }): Promise<Thumb> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const whole = await createImageBitmap(new Blob([bytes]));
  const [width, height] = [whole.width, Math.min(whole.height, 1400)].map((side) => Math.round(side / share));
  const canvas = new OffscreenCanvas(width!, height!);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, whole.width, height! * share, 0, 0, width!, height!);
  const pixels = context.getImageData(0, 0, width!, height!);
  pixels.data.forEach((value, at) => (pixels.data[at] = Math.round(value / 10) * 10));
  context.putImageData(pixels, 0, 0);
  const made = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  let text = '';
  for (const byte of made) text += String.fromCharCode(byte);
  return { png: btoa(text) };
}

/** How the second picture differs from the first. */
export async function difference(pair: readonly [string, string]): Promise<Difference> {
  const BLOCK = 8;
  const TOLERANCE = 3;
  const [before, after] = await Promise.all(
    pair.map(async (png) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {
        willReadFrequently: true,
      })!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }),
  );
  const size = [before!, after!].map(({ width, height }) => `${width} × ${height}`);
  if (size[0] !== size[1]) return { blocks: Infinity, size: size.join(' and ') };
  const { width, height } = before!;
  const sums = new Float64Array(Math.ceil(width / BLOCK) * Math.ceil(height / BLOCK));
  for (let at = 0; at < before!.data.length; at += 1) {
    const [x, y] = [(at >> 2) % width, Math.floor((at >> 2) / width)];
    const block = Math.floor(y / BLOCK) * Math.ceil(width / BLOCK) + Math.floor(x / BLOCK);
    sums[block]! += Math.abs(before!.data[at]! - after!.data[at]!);
  }
  return { blocks: sums.filter((sum) => sum / (BLOCK * BLOCK * 3) > TOLERANCE).length, size: size[0]! };
}
