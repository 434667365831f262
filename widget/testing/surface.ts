// What the docblocks of the elements promise to pages, as the tests of the surface read it. Never part of a build.
import type { ElementSurface } from '../../scripts/surface/surface.ts';

/** The surface of `<user-admin>`, read from its source. */
export async function declaredSurface(): Promise<ElementSurface> {
  const response = await fetch('/__surface.json');
  const elements = (await response.json()) as ElementSurface[];
  return elements.find(({ name }) => name === 'user-admin')!;
}

/** The elements inside of `root` that match, through all shadow roots. */
export function everyDeep(root: ParentNode, selector: string): Element[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot === null ? [] : everyDeep(element.shadowRoot, selector),
  );
  return [...root.querySelectorAll(selector), ...inner];
}
