// The room of members as long as one only looks: the list and its pages. Part of the entry, because that is what most people see first.
import type { Room } from '../room.ts';
import { ListMembersIntent } from './intents.ts';
import { MemberGridElement } from './member-grid.ts';
import { MemberListElement } from './member-list.ts';
import { MemberToolbarElement } from './member-toolbar.ts';
import { UsersViewElement } from './users-view.ts';

/** Looking after the people who are here. */
export const MEMBER_ROOM: Room = {
  elements: {
    'ua-member-toolbar': MemberToolbarElement,
    'ua-member-grid': MemberGridElement,
    'ua-member-list': MemberListElement,
    'ua-users-view': UsersViewElement,
  },
  answers: {
    [ListMembersIntent.type]: ({ input, signal }: ListMembersIntent, { api }) =>
      api.members.list(input, { signal }),
  },
};
