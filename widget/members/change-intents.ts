// The changes that the elements of members ask for. Answered in answers.ts; classes only, loaded with the actions.
import type { MemberSelection } from '../../shared/contract/members.ts';
import type { Member, MemberOutcome } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { BulkChange } from '../client/api.ts';
import { Intent, Wish } from '../intents.ts';

/** Asks for the code of how a person signs in; answered once it is there. */
export class NeedPersonIntent extends Intent {
  static readonly type = 'ua-need-person';
  constructor() {
    super(NeedPersonIntent.type);
  }
}

abstract class OnMember<Answer> extends Wish<Answer> {
  readonly member: Member;
  /** Why, for the trail; empty where nothing was said. */
  readonly note: string;

  constructor(type: string, member: Member, note = '') {
    super(type);
    this.member = member;
    this.note = note;
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
  constructor(member: Member, note?: string) {
    super(DeactivateMemberIntent.type, member, note);
  }
}

/** Asks to switch a member on again. */
export class ReactivateMemberIntent extends OnMember<Member> {
  static readonly type = 'ua-reactivate-member';
  constructor(member: Member) {
    super(ReactivateMemberIntent.type, member);
  }
}

/** Asks to remove a member; answered with true. */
export class RemoveMemberIntent extends OnMember<boolean> {
  static readonly type = 'ua-remove-member';
  constructor(member: Member, note?: string) {
    super(RemoveMemberIntent.type, member, note);
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
  /** Why, for the trail; empty where nothing was said. */
  readonly note: string;

  /** As in `CallOptions`. */
  readonly whole: number | undefined;

  constructor(
    selection: MemberSelection,
    change: BulkChange,
    signal: AbortSignal,
    note = '',
    whole?: number,
  ) {
    super(ChangeManyMembersIntent.type);
    this.note = note;
    this.whole = whole;
    this.selection = selection;
    this.change = change;
    this.signal = signal;
  }
}
