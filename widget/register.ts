// Puts elements into the page's registry. The only file that calls customElements.define.

/** Elements by tag, as a room brings them along. */
export type ElementTable = Readonly<Record<string, CustomElementConstructor>>;

/** Registers every element whose tag is still free: a second copy of the widget on the page is no error. */
export function register(elements: ElementTable): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (customElements.get(tag) === undefined) customElements.define(tag, element);
  }
}
