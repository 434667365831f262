// The public events about resources that people have. Classes only; nothing here acts.
import type { Member } from '../../shared/members/member.ts';
import { FactEvent } from '../events.ts';

/** A member has other resources now. */
export class MemberResourcesChangedEvent extends FactEvent {
  static readonly type = 'ua-member-resources-changed';
  /** Who, without the mail address. */
  readonly member: Omit<Member, 'email'>;
  /** The kind of the resources. */
  readonly kind: string;

  constructor({ email: _private, ...member }: Member, kind: string) {
    super(MemberResourcesChangedEvent.type);
    this.member = member;
    this.kind = kind;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-member-resources-changed': MemberResourcesChangedEvent;
  }
}
