// Registers <user-admin-sign-in>. The entry for a page that only signs in; importing it is the side effect.
import { register } from './register.ts';
import { UserAdminSignInElement } from './user-admin-sign-in.ts';

register({ 'user-admin-sign-in': UserAdminSignInElement });

// Whoever imports this door knows the tag and its events too.
export type * from './index.ts';
