// The room of members as long as one only looks: the list and its pages. Part of the entry, because that is what most people see first.
import type { Answers, Room } from '../room.ts';
import {
  ChangeManyMembersIntent,
  ChangeRoleIntent,
  DeactivateMemberIntent,
  LeaveWorkspaceIntent,
  ListMembersIntent,
  ReactivateMemberIntent,
  RemoveMemberIntent,
} from './intents.ts';
import { MemberGridElement } from './member-grid.ts';
import { MemberListElement } from './member-list.ts';
import { MemberToolbarElement } from './member-toolbar.ts';
import { UsersViewElement } from './users-view.ts';

const CHANGES = [
  ChangeRoleIntent,
  DeactivateMemberIntent,
  ReactivateMemberIntent,
  RemoveMemberIntent,
  LeaveWorkspaceIntent,
  ChangeManyMembersIntent,
];

/** The changes are listened for from the start, so that a quick hand is not lost; the code that makes them follows. */
const changes: Answers = Object.fromEntries(
  CHANGES.map(({ type }) => [
    type,
    async (intent, desk) => (await import('./action-room.ts')).CHANGE_ANSWERS[type]!(intent, desk),
  ]),
);

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
    ...changes,
  },
};
