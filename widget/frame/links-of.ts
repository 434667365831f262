// The links that the page gave to the <user-admin> around an element. For what is loaded later: the frame hands them to nobody.
import { safeLink } from './links.ts';
import type { Links } from './links.ts';

/** The address of `name` among the links of the page around `element`, where it is safe; undefined where there is none. */
export function pageLink(element: Element, name: keyof Links): string | undefined {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    const { links } = root.host as Element & { links?: Links };
    if (links !== undefined) return safeLink(links[name]);
  }
  return undefined;
}
