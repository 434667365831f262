// The workspaces of a person as both sides know them. Pure: types only.
import type { ErrorCode } from '../errors.ts';
import type { WorkspaceId } from '../ids.ts';
import type { Member } from '../members/member.ts';
import type { RoleKey } from '../policy/policy.ts';

/** A role as it is called in its workspace. */
export interface PlaceRole {
  readonly key: RoleKey;
  readonly name: string;
}

/** A workspace that the viewer may enter. */
export interface OwnPlace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly isHome: boolean;
  readonly isArchived: boolean;
  /** What the viewer is there, with what counts everywhere. */
  readonly roles: readonly PlaceRole[];
}

/** A page of them, by name. */
export interface OwnPlaces {
  readonly rows: readonly OwnPlace[];
  readonly next: string | null;
  /** How many match on all pages. */
  readonly total: number;
}

/** A role with the description that a person reads before it is given. */
export interface OfferedRole extends PlaceRole {
  readonly description: string;
  /** Whether the workspace made it for itself. */
  readonly isCustom?: true;
}

/** A workspace that the viewer may invite people into, or make accounts in, with the roles that are theirs to give there. */
export interface InvitePlace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly roles: readonly OfferedRole[];
}

/** A page of them, by name. */
export interface InvitePlaces {
  readonly rows: readonly InvitePlace[];
  readonly next: string | null;
}

/** A role that somebody has or could be given. */
export interface RoleOption extends OfferedRole {
  readonly isHeld: boolean;
  /** Why the viewer may not give or take it; null where they may. */
  readonly refused: ErrorCode | null;
}

/** A membership of somebody, where the viewer may see people. */
export interface MemberPlace {
  readonly workspace: { readonly id: WorkspaceId; readonly name: string; readonly isArchived: boolean };
  /** Whether it is the one in which the person is looked at. */
  readonly isHere: boolean;
  readonly member: Member;
  readonly roles: readonly RoleOption[];
}
