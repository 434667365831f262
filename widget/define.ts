// Registers <user-admin> and what it needs at once. The entry for a script tag; importing it is the side effect.
import { registerEntry } from './register-entry.ts';

registerEntry();

// Whoever imports this door knows the tag and its events too.
export type * from './index.ts';
