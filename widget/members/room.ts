// The room of members as long as one only looks: the list and its pages. Part of the entry, because that is what most people see first.
import { html } from 'lit';
import { fetched } from '../failure.ts';
import type { Room } from '../room.ts';
import { ListMembersIntent, NeedActionsIntent } from './intents.ts';
import { MemberGridElement } from './member-grid.ts';
import { MemberListElement } from './member-list.ts';
import { MemberToolbarElement } from './member-toolbar.ts';
import { UsersViewElement } from './users-view.ts';

/** Fetches the code of what can be done to members; the same every time. */
export type LoadActions = () => Promise<Room>;

/** The room of actions, which `<user-admin>` opens behind the first rows, and a quick hand before that. */
export const loadActions: LoadActions = async () => (await import('./action-room.ts')).ACTION_ROOM;

/** Looking after the people who are here; `load` fetches what is needed once somebody acts. */
export function memberRoom(load: LoadActions): Room {
  return {
    elements: {
      'ua-member-toolbar': MemberToolbarElement,
      'ua-member-grid': MemberGridElement,
      'ua-member-list': MemberListElement,
      'ua-users-view': UsersViewElement,
    },
    answers: {
      [ListMembersIntent.type]: ({ input, signal }: ListMembersIntent, { api }) =>
        api.members.list(input, { signal }),
      [NeedActionsIntent.type]: async (_intent: NeedActionsIntent, desk) => {
        desk.furnish(await fetched(load));
      },
    },
    views: {
      users: ({ rights, query, person, revisions: { members, invitations } }) =>
        html`<ua-users-view .rights=${rights} .query=${query} .person=${person} .revision=${members + invitations}><slot name="empty" slot="empty"></slot></ua-users-view>`,
    },
  };
}

/** The room of members of every `<user-admin>`. */
export const MEMBER_ROOM: Room = memberRoom(loadActions);
