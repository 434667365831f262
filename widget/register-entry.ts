// Puts <user-admin> and what it needs into the page's registry, unless another copy was here before.
import { ENTRY_ELEMENTS } from './entry-elements.ts';
import { register } from './register.ts';
import type { UserAdminElement } from './user-admin.ts';
import { VERSION } from './version.ts';

/**
 * Registers the element with what it needs at once. Where the page has it from another copy, that one serves alone, because the parts of
 * two versions do not fit together; where it is another version, the console says so.
 */
export function registerEntry(): void {
  const there = customElements.get('user-admin') as typeof UserAdminElement | undefined;
  if (there === undefined) register(ENTRY_ELEMENTS);
  else if (there.version !== VERSION)
    console.warn(`user-admin ${VERSION} is not used: the page has ${there.version} already`);
}
