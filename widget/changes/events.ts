// The public events of changes as such: what the page may prevent, and what has no room of its own to tell it. Classes only; nothing here acts.
import type { InvitationId, MemberId } from '../../shared/ids.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { FactEvent, VetoEvent } from '../events.ts';

/** The names of what the page may prevent. */
export type BeforeChangeName = Extract<keyof GlobalEventHandlersEventMap, `ua-before-${string}`>;

/** What a change is about, as far as it can be said without anybody's data. */
export interface ChangeScope {
  /** How many people, invitations or rows; 0 where only the server can tell. */
  readonly count?: number;
  /** Who, where they are named one by one; at most 200 at a time. */
  readonly memberIds?: readonly MemberId[];
  /** Which invitations. */
  readonly invitationIds?: readonly InvitationId[];
  /** The roles that are given, or that are changed themselves. */
  readonly roles?: readonly RoleKey[];
  /** The kind of resources. */
  readonly kind?: string;
}

/** Something is about to be changed: `preventDefault()`, or a promise that is not kept, leaves everything as it is. */
export class BeforeChangeEvent extends VetoEvent {
  /** The procedure that will be asked, such as `members.changeRole`. */
  readonly action: string;
  /** How many people, invitations or rows; 0 where only the server can tell. */
  readonly count: number;
  /** Who, where they are named one by one; at most 200 at a time. */
  readonly memberIds: readonly MemberId[];
  readonly invitationIds: readonly InvitationId[];
  /** The roles that are given, or that are changed themselves. */
  readonly roles: readonly RoleKey[];
  /** The kind of resources; empty where it is about none. */
  readonly kind: string;
  readonly #promises: Promise<unknown>[] = [];

  constructor(name: BeforeChangeName, action: string, scope: ChangeScope = {}) {
    super(name);
    this.action = action;
    this.count = scope.count ?? 1;
    this.memberIds = scope.memberIds ?? [];
    this.invitationIds = scope.invitationIds ?? [];
    this.roles = scope.roles ?? [];
    this.kind = scope.kind ?? '';
  }

  /** Holds the change back until `promise` is kept; rejected or kept with false, it is not made. To be called while the event is told. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** @internal Whether the page lets it happen; a promise where it has yet to make up its mind. */
  isAllowed(): boolean | Promise<boolean> {
    if (this.defaultPrevented || this.#promises.length === 0) return !this.defaultPrevented;
    return Promise.allSettled(this.#promises).then((answers) =>
      answers.every((answer) => answer.status === 'fulfilled' && answer.value !== false),
    );
  }
}

/** A list of people was brought in, as far as it could be; each invitation and account of it counts. */
export class MembersImportedEvent extends FactEvent {
  static readonly type = 'ua-members-imported';
  /** How many people are new. */
  readonly created: number;
  /** How many who were here were changed. */
  readonly changed: number;
  /** How many rows were refused. */
  readonly refused: number;

  constructor(created: number, changed: number, refused: number) {
    super(MembersImportedEvent.type);
    this.created = created;
    this.changed = changed;
    this.refused = refused;
  }
}

/** The list of people was handed out as a file. */
export class MembersExportedEvent extends FactEvent {
  static readonly type = 'ua-members-exported';
  constructor() {
    super(MembersExportedEvent.type);
  }
}

/** A review of access was started, decided about people, or closed. */
export class ReviewChangedEvent extends FactEvent {
  static readonly type = 'ua-review-changed';
  readonly change: 'started' | 'decided' | 'closed';
  readonly reviewId: string;
  /** Whom a decision was about; empty otherwise. */
  readonly memberIds: readonly MemberId[];

  constructor(change: ReviewChangedEvent['change'], reviewId: string, memberIds: readonly MemberId[] = []) {
    super(ReviewChangedEvent.type);
    this.change = change;
    this.reviewId = reviewId;
    this.memberIds = memberIds;
  }
}

/** Sessions were ended: those of a member, or the viewer's own. */
export class SessionsEndedEvent extends FactEvent {
  static readonly type = 'ua-sessions-ended';
  /** Null where they are the viewer's own. */
  readonly memberId: MemberId | null;

  constructor(memberId: MemberId | null) {
    super(SessionsEndedEvent.type);
    this.memberId = memberId;
  }
}

/** What the host's own database allows was brought in line with the permissions. */
export class PermissionsRepairedEvent extends FactEvent {
  static readonly type = 'ua-permissions-repaired';
  /** The kind of the resources. */
  readonly kind: string;

  constructor(kind: string) {
    super(PermissionsRepairedEvent.type);
    this.kind = kind;
  }
}

/** A setting was changed: mail, how long sessions last, identity providers, domains or keys. */
export class SettingsChangedEvent extends FactEvent {
  static readonly type = 'ua-settings-changed';
  /** The procedure that changed it, such as `providers.create`. */
  readonly action: string;

  constructor(action: string) {
    super(SettingsChangedEvent.type);
    this.action = action;
  }
}

/** The viewer changed how they sign in: their password, or a connection to a provider. */
export class SignInChangedEvent extends FactEvent {
  static readonly type = 'ua-sign-in-changed';
  /** The procedure that changed it, such as `account.changePassword`. */
  readonly action: string;

  constructor(action: string) {
    super(SignInChangedEvent.type);
    this.action = action;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    /** People are about to be invited. */
    'ua-before-invitation-create': BeforeChangeEvent;
    /** Invitations are about to be sent again. */
    'ua-before-invitation-resend': BeforeChangeEvent;
    /** Invitations are about to be withdrawn. */
    'ua-before-invitation-revoke': BeforeChangeEvent;
    /** An account is about to be made for somebody. */
    'ua-before-member-create': BeforeChangeEvent;
    /** The form about somebody is about to be saved; what changes of roles, status or resources is asked about beside it. */
    'ua-before-member-change': BeforeChangeEvent;
    /** People are about to get other roles. */
    'ua-before-member-role-change': BeforeChangeEvent;
    /** People are about to be assigned other resources. */
    'ua-before-member-resources-change': BeforeChangeEvent;
    /** People are about to be switched off. */
    'ua-before-member-deactivate': BeforeChangeEvent;
    /** People are about to be switched on again. */
    'ua-before-member-reactivate': BeforeChangeEvent;
    /** People are about to be removed. */
    'ua-before-member-remove': BeforeChangeEvent;
    /** Somebody is about to be seen out; that they are switched off or removed is asked about beside it. */
    'ua-before-member-offboard': BeforeChangeEvent;
    /** The address of somebody is about to be changed, once they have confirmed the new one. */
    'ua-before-member-email-change': BeforeChangeEvent;
    /** Somebody is about to be given a new password. */
    'ua-before-member-password-reset': BeforeChangeEvent;
    /** Sessions of people are about to be ended. */
    'ua-before-member-sessions-end': BeforeChangeEvent;
    /** A list of people is about to be brought in. */
    'ua-before-members-import': BeforeChangeEvent;
    /** The list of people is about to be handed out as a file. */
    'ua-before-members-export': BeforeChangeEvent;
    /** Rows of the permission grid are about to be saved. */
    'ua-before-permissions-change': BeforeChangeEvent;
    /** What your own database allows is about to be brought in line with the permissions. */
    'ua-before-permissions-repair': BeforeChangeEvent;
    /** A review of access is about to be started. */
    'ua-before-review-start': BeforeChangeEvent;
    /** It is about to be decided about people of a review. */
    'ua-before-review-decide': BeforeChangeEvent;
    /** A review is about to be closed. */
    'ua-before-review-close': BeforeChangeEvent;
    /** A role is about to be made. */
    'ua-before-role-create': BeforeChangeEvent;
    /** A role is about to be changed. */
    'ua-before-role-change': BeforeChangeEvent;
    /** A role is about to be deleted. */
    'ua-before-role-delete': BeforeChangeEvent;
    /** A setting is about to be changed: mail, sessions, providers, domains or keys. */
    'ua-before-settings-change': BeforeChangeEvent;
    /** The viewer is about to leave the workspace. */
    'ua-before-workspace-leave': BeforeChangeEvent;
    'ua-members-imported': MembersImportedEvent;
    'ua-members-exported': MembersExportedEvent;
    'ua-review-changed': ReviewChangedEvent;
    'ua-sessions-ended': SessionsEndedEvent;
    'ua-permissions-repaired': PermissionsRepairedEvent;
    'ua-settings-changed': SettingsChangedEvent;
    'ua-sign-in-changed': SignInChangedEvent;
  }
}
