// Every event of the widget that is not bound to one room, and every public one. Classes only; nothing here acts.
import type { InvitationId } from '../shared/ids.ts';
import type { Member } from '../shared/members/member.ts';
import type { GrantRow } from '../shared/permissions/permissions.ts';
import type { RoleKey, ViewKey } from '../shared/policy/policy.ts';
import { Failure } from './failure.ts';

/**
 * A wish or question of an inner element, answered by `<user-admin>`, which stops it: it never reaches the page.
 *
 * Subclasses live in `<room>/intents.ts`, carry readonly fields and a `static readonly type` of the form `ua-verb-noun`.
 */
export abstract class Intent<Answer = void> extends Event {
  #answer: Promise<Answer> | undefined;

  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }

  /** Gives the answer; called once, by whoever handles the intent. */
  respondWith(answer: Promise<Answer>): void {
    this.#answer = answer;
  }

  /** The answer, or undefined while nobody has taken the intent. */
  get answer(): Promise<Answer> | undefined {
    return this.#answer;
  }
}

/** An intent that changes something. Its key is sent with every try, so that a retry has one effect. */
export abstract class Wish<Answer = void> extends Intent<Answer> {
  readonly key: string;

  constructor(type: string, key: string = newKey()) {
    super(type);
    this.key = key;
  }
}

/** Dispatches `intent` from `element` and returns the answer. Rejects with a `Failure`. */
export function ask<Answer>(element: EventTarget, intent: Intent<Answer>): Promise<Answer> {
  element.dispatchEvent(intent);
  return intent.answer ?? Promise.reject(new Failure('internal'));
}

/** A new idempotency key. Random bytes and not randomUUID, which plain http pages lack. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A passing message at the edge of the widget. */
export interface Notice {
  readonly text: string;
  /** `spoken` is announced and not shown. */
  readonly tone?: 'plain' | 'success' | 'danger' | 'spoken';
  /** One thing to do about it, such as undoing. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Asks `<user-admin>` to show a passing notice. */
export class NotifyIntent extends Intent {
  static readonly type = 'ua-notify';
  readonly notice: Notice;

  constructor(notice: Notice) {
    super(NotifyIntent.type);
    this.notice = notice;
  }
}

/** Something that happened and was acknowledged by the server; leaves `<user-admin>` for the page. */
export abstract class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Something that is about to happen and that the page may prevent. */
export abstract class VetoEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

abstract class MemberFact extends FactEvent {
  /** Who, without the mail address. */
  readonly member: Omit<Member, 'email'>;

  constructor(type: string, member: Member) {
    super(type);
    const { email: _private, ...rest } = member;
    this.member = rest;
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

/** A member is about to be removed; cancel to keep them. */
export class BeforeMemberRemoveEvent extends VetoEvent {
  static readonly type = 'ua-before-member-remove';
  readonly memberId: Member['id'];
  constructor(memberId: Member['id']) {
    super(BeforeMemberRemoveEvent.type);
    this.memberId = memberId;
  }
}

/** The view, the filter or the person shown has changed, by the viewer's hand. */
export class ViewChangedEvent extends FactEvent {
  static readonly type = 'ua-view-changed';
  readonly view: ViewKey;
  /** The filter in the form of the attribute; empty where nothing is narrowed. */
  readonly filter: string;
  readonly person: string;

  constructor(view: ViewKey, filter: string, person: string) {
    super(ViewChangedEvent.type);
    this.view = view;
    this.filter = filter;
    this.person = person;
  }
}

/** The viewer may not see anything here; the page can take them elsewhere. */
export class ForbiddenEvent extends FactEvent {
  static readonly type = 'ua-forbidden';
  readonly code: string;
  constructor(code: string) {
    super(ForbiddenEvent.type);
    this.code = code;
  }
}

/** Something failed; for the page's telemetry. Carries a code and never text from the server. */
export class UserAdminErrorEvent extends FactEvent {
  static readonly type = 'ua-error';
  readonly code: string;
  constructor(code: string) {
    super(UserAdminErrorEvent.type);
    this.code = code;
  }
}

/** People were invited in one go; says how many and which invitations, without their addresses and links. */
export class InvitationCreatedEvent extends FactEvent {
  static readonly type = 'ua-invitation-created';
  readonly invitationIds: readonly InvitationId[];
  readonly roles: readonly RoleKey[];

  constructor(invitationIds: readonly InvitationId[], roles: readonly RoleKey[]) {
    super(InvitationCreatedEvent.type);
    this.invitationIds = invitationIds;
    this.roles = roles;
  }
}

/** An invitation was sent once more; its older links no longer work. */
export class InvitationResentEvent extends FactEvent {
  static readonly type = 'ua-invitation-resent';
  readonly invitationId: InvitationId;
  constructor(invitationId: InvitationId) {
    super(InvitationResentEvent.type);
    this.invitationId = invitationId;
  }
}

/** An invitation was withdrawn. */
export class InvitationRevokedEvent extends FactEvent {
  static readonly type = 'ua-invitation-revoked';
  readonly invitationId: InvitationId;
  constructor(invitationId: InvitationId) {
    super(InvitationRevokedEvent.type);
    this.invitationId = invitationId;
  }
}

/** People are about to be invited; cancel to keep the list where it is. */
export class BeforeInvitationCreateEvent extends VetoEvent {
  static readonly type = 'ua-before-invitation-create';
  /** How many addresses the list holds. */
  readonly count: number;
  readonly roles: readonly RoleKey[];

  constructor(count: number, roles: readonly RoleKey[]) {
    super(BeforeInvitationCreateEvent.type);
    this.count = count;
    this.roles = roles;
  }
}

/** What roles may do was changed; carries the rows that were saved. */
export class PermissionsChangedEvent extends FactEvent {
  static readonly type = 'ua-permissions-changed';
  readonly kind: string;
  readonly rows: readonly GrantRow[];

  constructor(kind: string, rows: readonly GrantRow[]) {
    super(PermissionsChangedEvent.type);
    this.kind = kind;
    this.rows = rows;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-member-role-changed': MemberRoleChangedEvent;
    'ua-member-deactivated': MemberDeactivatedEvent;
    'ua-member-reactivated': MemberReactivatedEvent;
    'ua-member-removed': MemberRemovedEvent;
    'ua-workspace-left': WorkspaceLeftEvent;
    'ua-before-member-remove': BeforeMemberRemoveEvent;
    'ua-view-changed': ViewChangedEvent;
    'ua-invitation-created': InvitationCreatedEvent;
    'ua-invitation-resent': InvitationResentEvent;
    'ua-invitation-revoked': InvitationRevokedEvent;
    'ua-before-invitation-create': BeforeInvitationCreateEvent;
    'ua-permissions-changed': PermissionsChangedEvent;
    'ua-forbidden': ForbiddenEvent;
    'ua-error': UserAdminErrorEvent;
  }
}
