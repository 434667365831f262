// The public events around members. Classes only; nothing here acts.
import type { Member } from '../../shared/members/member.ts';
import { FactEvent } from '../events.ts';

abstract class MemberFact extends FactEvent {
  /** Who, without the mail address. */
  readonly member: Omit<Member, 'email'>;

  constructor(type: string, member: Member) {
    super(type);
    const { email: _private, ...rest } = member;
    this.member = rest;
  }
}

/** An account was made for somebody, who is a member now. */
export class MemberCreatedEvent extends MemberFact {
  static readonly type = 'ua-member-created';
  constructor(member: Member) {
    super(MemberCreatedEvent.type, member);
  }
}

/** Something about a member was changed in the form about them; role and status have events of their own beside this one. */
export class MemberChangedEvent extends MemberFact {
  static readonly type = 'ua-member-changed';
  constructor(member: Member) {
    super(MemberChangedEvent.type, member);
  }
}

/** A member has other roles now. */
export class MemberRoleChangedEvent extends MemberFact {
  static readonly type = 'ua-member-role-changed';
  constructor(member: Member) {
    super(MemberRoleChangedEvent.type, member);
  }
}

/** A member was switched off. */
export class MemberDeactivatedEvent extends MemberFact {
  static readonly type = 'ua-member-deactivated';
  constructor(member: Member) {
    super(MemberDeactivatedEvent.type, member);
  }
}

/** A member was switched on again. */
export class MemberReactivatedEvent extends MemberFact {
  static readonly type = 'ua-member-reactivated';
  constructor(member: Member) {
    super(MemberReactivatedEvent.type, member);
  }
}

/** A member was removed from the workspace. */
export class MemberRemovedEvent extends FactEvent {
  static readonly type = 'ua-member-removed';
  readonly memberId: Member['id'];
  constructor(memberId: Member['id']) {
    super(MemberRemovedEvent.type);
    this.memberId = memberId;
  }
}

/** The viewer left the workspace; the page should take them elsewhere. */
export class WorkspaceLeftEvent extends FactEvent {
  static readonly type = 'ua-workspace-left';
  constructor() {
    super(WorkspaceLeftEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-member-created': MemberCreatedEvent;
    'ua-member-changed': MemberChangedEvent;
    'ua-member-role-changed': MemberRoleChangedEvent;
    'ua-member-deactivated': MemberDeactivatedEvent;
    'ua-member-reactivated': MemberReactivatedEvent;
    'ua-member-removed': MemberRemovedEvent;
    'ua-workspace-left': WorkspaceLeftEvent;
  }
}
