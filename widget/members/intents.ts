// What the elements of members ask for. Answered in answers.ts; classes only.
import type { ListMembers, MemberSelection } from '../../shared/contract/members.ts';
import type { Member, MemberOutcome, MemberPage } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { BulkChange } from '../client/api.ts';
import { Intent, Wish } from '../intents.ts';
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

abstract class OnMember<Answer> extends Wish<Answer> {
  readonly member: Member;

  constructor(type: string, member: Member) {
    super(type);
    this.member = member;
  }
}

/** Asks to give a member other roles. */
export class ChangeRoleIntent extends OnMember<Member> {
  static readonly type = 'ua-change-role';
  readonly roles: readonly RoleKey[];

  constructor(member: Member, roles: readonly RoleKey[]) {
    super(ChangeRoleIntent.type, member);
    this.roles = roles;
  }
}

/** Asks to switch a member off. */
export class DeactivateMemberIntent extends OnMember<Member> {
  static readonly type = 'ua-deactivate-member';
  constructor(member: Member) {
    super(DeactivateMemberIntent.type, member);
  }
}

/** Asks to switch a member on again. */
export class ReactivateMemberIntent extends OnMember<Member> {
  static readonly type = 'ua-reactivate-member';
  constructor(member: Member) {
    super(ReactivateMemberIntent.type, member);
  }
}

/** Asks to remove a member; answered with false where the page prevented it. */
export class RemoveMemberIntent extends OnMember<boolean> {
  static readonly type = 'ua-remove-member';
  constructor(member: Member) {
    super(RemoveMemberIntent.type, member);
  }
}

/** Asks to take the viewer out of the workspace. */
export class LeaveWorkspaceIntent extends Wish {
  static readonly type = 'ua-leave-workspace';
  constructor() {
    super(LeaveWorkspaceIntent.type);
  }
}

/** Asks for one step of a change of many members. */
export class ChangeManyMembersIntent extends Wish<{
  readonly results: readonly MemberOutcome[];
  readonly next: string | null;
}> {
  static readonly type = 'ua-change-many-members';
  readonly selection: MemberSelection;
  readonly change: BulkChange;
  readonly signal: AbortSignal;

  constructor(selection: MemberSelection, change: BulkChange, signal: AbortSignal) {
    super(ChangeManyMembersIntent.type);
    this.selection = selection;
    this.change = change;
    this.signal = signal;
  }
}

/** Tells that the viewer looks at one person, or at nobody any more, so that `<user-admin>` can reflect it. */
export class ShowPersonIntent extends Intent {
  static readonly type = 'ua-show-person';
  /** The id of the member; empty for nobody. */
  readonly person: string;

  constructor(person: string) {
    super(ShowPersonIntent.type);
    this.person = person;
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
