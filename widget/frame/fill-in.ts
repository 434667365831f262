// What <user-admin> is set to where the page takes an attribute away, or a framework has nothing to say. Nothing that asks.
import type { PolicyWords } from '../i18n/language.ts';
import type { Links } from './links.ts';

interface Filled {
  links: Links;
  words: PolicyWords;
}

/** Sets what has just become null or undefined to what the element starts with; a token may be missing. */
export function fillIn(element: Filled, changed: ReadonlyMap<PropertyKey, unknown>): void {
  element.links ??= {};
  element.words ??= {};
  for (const name of changed.keys())
    if (name !== 'token') (element as unknown as Record<PropertyKey, unknown>)[name] ??= '';
}
