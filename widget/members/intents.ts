// What the list of members asks for. Answered in room.ts and by `<user-admin>`; classes only.
import type { ListMembers } from '../../shared/contract/members.ts';
import type { MemberPage } from '../../shared/members/member.ts';
import type { FrameView } from '../frame/frame-view.ts';
import { Intent } from '../intents.ts';
import type { MemberQuery } from './member-query.ts';

/** Asks for a page of members. */
export class ListMembersIntent extends Intent<MemberPage> {
  static readonly type = 'ua-list-members';
  readonly input: ListMembers;
  readonly signal: AbortSignal;

  constructor(input: ListMembers, signal: AbortSignal) {
    super(ListMembersIntent.type);
    this.input = input;
    this.signal = signal;
  }
}

/** Asks for the code of what can be done to members; answered once it is there. */
export class NeedActionsIntent extends Intent {
  static readonly type = 'ua-need-actions';
  constructor() {
    super(NeedActionsIntent.type);
  }
}

/** Tells that the viewer looks at one person, or at nobody any more, and where, so that `<user-admin>` can reflect it. */
export class ShowPersonIntent extends Intent {
  static readonly type = 'ua-show-person';
  /** The id of the member; empty for nobody. */
  readonly person: string;
  /** The view to show them in; the one that is shown where undefined. */
  readonly view: FrameView | '' | undefined;

  constructor(person: string, view?: FrameView | '') {
    super(ShowPersonIntent.type);
    this.person = person;
    this.view = view;
  }
}

/** Tells that the viewer narrowed or sorted the list, so that `<user-admin>` can reflect it. */
export class FilterMembersIntent extends Intent {
  static readonly type = 'ua-filter-members';
  readonly query: MemberQuery;

  constructor(query: MemberQuery) {
    super(FilterMembersIntent.type);
    this.query = query;
  }
}
