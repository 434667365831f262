// Letters that are put together from several keys, as Japanese is typed.

/** Whether the key belongs to the letters that are being put together. The one that ends them comes too late in Safari, where its code still tells. */
export function isComposing({ isComposing: isSaid, keyCode }: KeyboardEvent): boolean {
  return isSaid || keyCode === 229;
}
