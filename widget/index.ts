// The public door of the widget: the element, its events, and what to register. No side effects.
import { MEMBER_ROOM } from './members/room.ts';
import type { ElementTable } from './register.ts';
import { EmptyStateElement } from './ui/empty-state.ts';
import { UserAdminElement } from './user-admin.ts';

export * from './events.ts';
export { UserAdminElement };
export type { Links } from './links.ts';
export type { Token } from './client/token.ts';

/** What `define.ts` registers at once; the rest comes with the rooms that are opened. */
export const ENTRY_ELEMENTS: ElementTable = {
  'ua-empty-state': EmptyStateElement,
  ...MEMBER_ROOM.elements,
  'user-admin': UserAdminElement,
};
