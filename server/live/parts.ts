// Which part of what is shown an action makes out of date, and who may hear of it. Rules only.
import type { ChangedPart } from '../../shared/live/change.ts';
import type { WorkspaceRead } from '../authorize.ts';

/** A part that is told because of what was done; `viewer` is told because of what the viewer would be shown. */
type DonePart = Exclude<ChangedPart, 'viewer'>;

/** By the noun of an action; everything else changes nobody's lists. */
const PARTS: Readonly<Record<string, readonly DonePart[]>> = {
  member: ['members', 'permissions'],
  members: ['members', 'invitations'],
  person: ['members', 'invitations'],
  account: ['members'],
  invitation: ['invitations'],
  permissions: ['permissions'],
  resource: ['members', 'permissions'],
  role: ['members', 'invitations', 'permissions'],
  review: ['reviews'],
  provider: ['members', 'settings'],
  settings: ['settings'],
  domain: ['settings'],
  deployment: ['settings'],
  'host-key': ['settings'],
};

/** What somebody has to be allowed to read, in order to hear that it has changed. */
export const READ_OF: Readonly<Record<DonePart, WorkspaceRead>> = {
  members: 'members.list',
  invitations: 'invitation.list',
  permissions: 'permissions.view',
  reviews: 'review.view',
  settings: 'settings.view',
};

/** The nouns of what changes which workspaces somebody may enter, what these are called, or what they are there. */
const OF_PLACES: ReadonlySet<string> = new Set(['member', 'members', 'person', 'role', 'workspace']);

/** The parts that `actions` made out of date. */
export function partsOf(actions: readonly string[]): ReadonlySet<DonePart> {
  return new Set(actions.flatMap((action) => PARTS[nounOf(action)] ?? []));
}

/** Whether `action` may change the workspaces of whoever looks, in whichever it was done. */
export function isOfPlaces(action: string): boolean {
  return OF_PLACES.has(nounOf(action));
}

/** Whether `action` is about a workspace itself, which is everybody's who is let into all of them. */
export function isOfWorkspace(action: string): boolean {
  return nounOf(action) === 'workspace';
}

function nounOf(action: string): string {
  return action.split('.', 1)[0]!;
}
