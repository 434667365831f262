// What is registered at once; the rest comes with the rooms that are opened. Apart from the public door, so that a script tag loads no more than this.
import { MEMBER_ROOM } from './members/room.ts';
import type { ElementTable } from './register.ts';
import { UserAdminElement } from './user-admin.ts';

/** The elements of the first view, by tag. */
export const ENTRY_ELEMENTS: ElementTable = {
  ...MEMBER_ROOM.elements,
  'user-admin': UserAdminElement,
};
