// A workspace and the viewer in it, as both sides know them. Pure: types only.
import type { AccountId, MemberId, WorkspaceId } from '../ids.ts';
import type { Actor, External } from '../policy/can.ts';
import type { Policy } from '../policy/policy.ts';

/** A boundary of membership. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly isArchived: boolean;
  readonly createdAt: number;
  readonly version: number;
}

/** Everything that a widget needs to know before it draws: who is looking, where, and by which rules. */
export interface Viewer {
  readonly actor: Actor;
  readonly memberId: MemberId | null;
  readonly accountId: AccountId | null;
  /** The version of the own membership, which leaving names; null where there is none. */
  readonly memberVersion: number | null;
  readonly name: string;
  readonly email: string;
  readonly workspace: Workspace;
  readonly policy: Policy;
  /** The number of active members who hold a guarded role. */
  readonly inCharge: number;
  /** Whether invitations are sent by mail; otherwise their links are there to copy. */
  readonly hasMail: boolean;
  readonly invitationHours: number;
  /** Whether the whole deployment is run from this workspace. */
  readonly isHome: boolean;
  readonly external: External;
  /** Whether the viewer is signed in here themselves, so that account, password and sessions are theirs to change; false under a host's token. */
  readonly isSignedIn: boolean;
  /** Whether the viewer has to choose a new password before anything else. */
  readonly mustChangePassword: boolean;
}
