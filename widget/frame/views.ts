// Which views a viewer may open, and where the code of each is. Rights decide; nothing here knows a policy's name.
import type { ViewKey } from '../../shared/policy/policy.ts';
import { mayInvite } from '../rights.ts';
import type { Rights } from '../rights.ts';
import type { Room } from '../room.ts';

/** Whether the viewer may open a view, in the order of the policy's tabs. */
export function permittedViews(rights: Rights): readonly ViewKey[] {
  return rights.policy.views.filter((view) => MAY_OPEN[view](rights));
}

const MAY_OPEN: { readonly [View in ViewKey]: (rights: Rights) => boolean } = {
  users: (rights) => rights.mayHere('team.open').allowed && rights.mayHere('members.list').allowed,
  collaborators: (rights) => rights.mayHere('members.list').allowed || mayInvite(rights),
  permissions: (rights) => rights.mayHere('permissions.view').allowed,
};

const invitations = (): Promise<Room> =>
  import('../invitations/room.ts').then(({ INVITATION_ROOM }) => INVITATION_ROOM);
const permissions = (): Promise<Room> =>
  import('../permissions/room.ts').then(({ PERMISSION_ROOM }) => PERMISSION_ROOM);
const actions = (): Promise<Room> =>
  import('../members/action-room.ts').then(({ ACTION_ROOM }) => ACTION_ROOM);

/** The code that a view needs before it is drawn, and the code that may come later. People are shown before where to invite more. */
export function loadRooms(
  view: ViewKey,
  rights: Rights,
): { readonly now: Promise<readonly Room[]>; readonly later: readonly Promise<Room>[] } {
  const invites = rights.policy.invitations.view === view && mayInvite(rights);
  const now = view === 'permissions' ? [permissions()] : view === 'collaborators' ? [invitations()] : [];
  const later = view === 'users' && invites ? [invitations(), actions()] : [actions()];
  return { now: Promise.all(now), later };
}
