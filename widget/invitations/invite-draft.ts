// What was filled into the invite card and not sent: kept while the viewer is at another view, for as long as their session and no longer.
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Rights } from '../rights.ts';
import type { Desk } from '../room.ts';
import type { ChosenPlace } from './invite-places.ts';

/** What stands in the card. */
export interface InviteDraft {
  /** Whose it is, and of which workspace. */
  readonly of: string;
  readonly addresses: string;
  readonly roles: readonly RoleKey[];
  readonly name: string;
  readonly message: string;
  readonly isMessageOpen: boolean;
  readonly places: readonly ChosenPlace[];
  readonly isOpen: boolean;
}

/** Where a session keeps it. */
export interface DraftPlace {
  draft?: InviteDraft;
}

const places = new WeakMap<Desk['api'], DraftPlace>();

/** Where it is kept in the session that asks through `api`: each has its own, which is gone with it. */
export function draftPlaceOf(api: Desk['api']): DraftPlace {
  const place = places.get(api) ?? {};
  places.set(api, place);
  return place;
}

/** Whose draft it is where `viewer` fills in the card. */
export function draftOwner({ viewer }: Rights): string {
  return `${viewer.workspace.id} ${viewer.memberId}`;
}
