// Registers <user-admin> and what it needs at once. The entry for a script tag; importing it is the side effect.
import { ENTRY_ELEMENTS } from './entry-elements.ts';
import { register } from './register.ts';

register(ENTRY_ELEMENTS);
