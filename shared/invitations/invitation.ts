// An invitation, its states and the outcomes of inviting. Pure: no clock; the time comes in.
import type { ErrorCode } from '../errors.ts';
import type { InvitationId, WorkspaceId } from '../ids.ts';
import type { RoleKey } from '../policy/policy.ts';

/** What is recorded of an invitation. `expired` is not recorded: it follows from the clock. */
export type StoredInvitationState = 'pending' | 'accepted' | 'revoked' | 'declined';
/** What an invitation is at a moment. */
export type InvitationState = StoredInvitationState | 'expired';
/** What became of its mail; `none` where no mail server is configured. */
export type DeliveryState = 'none' | 'queued' | 'sent' | 'failed';

/** An invitation of an address into a workspace. */
export interface Invitation {
  readonly id: InvitationId;
  readonly email: string;
  /** The display name that the inviter gave; empty where none. */
  readonly name: string;
  readonly roles: readonly RoleKey[];
  readonly state: InvitationState;
  readonly delivery: DeliveryState;
  /** The last answer of the mail server, where the delivery failed. */
  readonly deliveryError: string | null;
  readonly invitedBy: { readonly name: string } | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly version: number;
}

/** How inviting one address went (one for each piece of the list, nothing dropped). */
export type InvitationOutcome =
  'invited' | 'already_member' | 'already_invited' | 'deactivated' | 'invalid' | 'not_allowed' | 'duplicate';

/** The result for one piece of the pasted list. */
export interface InvitationResult {
  /** The piece as it was pasted. */
  readonly text: string;
  readonly email: string | null;
  readonly outcome: InvitationOutcome;
  /** Why an invalid piece is none: an address problem's code. */
  readonly problem?: string;
  readonly invitationId?: InvitationId;
  /** How it went in each workspace, where the list was invited into several; `outcome` is then the best of them. */
  readonly places?: readonly { readonly workspaceId: WorkspaceId; readonly outcome: InvitationOutcome }[];
  /** The link to hand over; only in the reply that created it, and only for who may copy links. */
  readonly link?: string;
}

/** How changing one of several invitations went. */
export interface InvitationChanged {
  readonly invitationId: InvitationId;
  /** Empty where there is no such invitation. */
  readonly email: string;
  /** Absent where it was changed. */
  readonly refused?: ErrorCode;
  readonly invitation?: Invitation;
}

/** A page of invitations, newest first. */
export interface InvitationPage {
  readonly rows: readonly Invitation[];
  readonly next: string | null;
  readonly total: number;
}

/** The state of an invitation at `now`. */
export function invitationState(
  state: StoredInvitationState,
  expiresAt: number,
  now: number,
): InvitationState {
  return state === 'pending' && now >= expiresAt ? 'expired' : state;
}

/** For how long an invitation may wait before somebody should follow up, in milliseconds. */
const FOLLOW_UP_AFTER = 3 * 24 * 60 * 60 * 1000;

/** Whether an open invitation has waited so long, or run out, that somebody should ask what became of it. */
export function needsFollowUp(
  { state, createdAt }: Pick<Invitation, 'state' | 'createdAt'>,
  now: number,
): boolean {
  return state === 'expired' || (state === 'pending' && now - createdAt >= FOLLOW_UP_AFTER);
}

/** The bounds of an invitation's life, in hours. */
export const INVITATION_HOURS = { min: 1, default: 24, max: 720 } as const;
/** The most workspaces that one request invites into beside its own. */
export const MAX_PLACES = 20;
