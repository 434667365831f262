// What <user-admin> is set to where the page takes an attribute away, or a framework has nothing to say. Nothing that asks.
import type { PropertyValues } from 'lit';
import type { UserAdminElement } from '../user-admin.ts';

/** Sets what has just become null or undefined to what the element starts with; a token may be missing. */
export function fillIn(element: UserAdminElement, changed: PropertyValues<UserAdminElement>): void {
  element.links ??= {};
  element.words ??= {};
  for (const name of changed.keys())
    if (name !== 'token') (element as unknown as Record<PropertyKey, unknown>)[name] ??= '';
}
