// Puts elements into the page's registry. The only file that calls customElements.define.

import type { LitElement, ReactiveElement } from 'lit';

/** The parts that a page can style however deep they are: those that <user-admin> documents and does not hold itself. */
const PARTS =
  'avatar,badge,button,button-danger,button-primary,button-quiet,card,cell,chip,column,dialog,empty,error,field,heading,link,menu,menu-item,name,notice,progress,row,search,table,toolbar';

/** Elements by tag, as a room brings them along. */
export type ElementTable = Readonly<Record<string, CustomElementConstructor>>;

/** Registers every element whose tag is still free: a second copy of the widget on the page is no error. */
export function register(elements: ElementTable): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (customElements.get(tag) !== undefined) continue;
    // What is inside of an inner element is the page's to style as if it were <user-admin>'s own.
    if (tag.startsWith('ua-')) (element as Partial<typeof LitElement>).addInitializer?.(handOutParts);
    customElements.define(tag, element);
  }
}

function handOutParts(element: ReactiveElement): void {
  element.addController({ hostConnected: () => element.setAttribute('exportparts', PARTS) });
}
