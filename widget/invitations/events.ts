// The public events around invitations. Classes only; nothing here acts.
import type { InvitationId } from '../../shared/ids.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { FactEvent } from '../events.ts';

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

declare global {
  interface GlobalEventHandlersEventMap {
    'ua-invitation-created': InvitationCreatedEvent;
    'ua-invitation-resent': InvitationResentEvent;
    'ua-invitation-revoked': InvitationRevokedEvent;
  }
}
