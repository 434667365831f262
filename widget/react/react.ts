// The door for React 18 and 19: the elements as components, and their tags in JSX. Importing it has no side effect and is safe on a server.
import { registerEntry } from '../register-entry.ts';
import { register } from '../register.ts';
import { UserAdminSignInElement } from '../user-admin-sign-in.ts';
import type { UserAdminElement } from '../user-admin.ts';
import { USER_ADMIN, USER_ADMIN_SIGN_IN } from './names.ts';
import type { ElementProps, TagProps } from './wrap.ts';
import { wrapElement } from './wrap.ts';

// What its listeners are given.
export type * from '../index.ts';

/** The props of {@link UserAdmin}. */
export type UserAdminProps = ElementProps<
  UserAdminElement,
  (typeof USER_ADMIN.properties)[number],
  typeof USER_ADMIN.events
>;

/** The props of {@link UserAdminSignIn}. */
export type UserAdminSignInProps = ElementProps<
  UserAdminSignInElement,
  (typeof USER_ADMIN_SIGN_IN.properties)[number],
  typeof USER_ADMIN_SIGN_IN.events
>;

/** `<user-admin>` as a component; `token` has to be the same function for as long as the person is the same. */
export const UserAdmin = wrapElement<
  UserAdminElement,
  (typeof USER_ADMIN.properties)[number],
  typeof USER_ADMIN.events
>('user-admin', USER_ADMIN, registerEntry);

/** `<user-admin-sign-in>` as a component. */
export const UserAdminSignIn = wrapElement<
  UserAdminSignInElement,
  (typeof USER_ADMIN_SIGN_IN.properties)[number],
  typeof USER_ADMIN_SIGN_IN.events
>('user-admin-sign-in', USER_ADMIN_SIGN_IN, () => register({ 'user-admin-sign-in': UserAdminSignInElement }));

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'user-admin': TagProps<UserAdminElement, typeof USER_ADMIN>;
      'user-admin-sign-in': TagProps<UserAdminSignInElement, typeof USER_ADMIN_SIGN_IN>;
    }
  }
}
