// Which views a viewer may open, and where the code of each is. Rights decide; nothing here knows a policy's name.
import type { ViewKey } from '../../shared/policy/policy.ts';
import { loadActions as actions } from '../members/room.ts';
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

type Load = () => Promise<Room>;

const invitations: Load = () =>
  import('../invitations/room.ts').then(({ INVITATION_ROOM }) => INVITATION_ROOM);
const permissions: Load = () =>
  import('../permissions/room.ts').then(({ PERMISSION_ROOM }) => PERMISSION_ROOM);

/** Whose code is there, for every `<user-admin>` of the page. */
const loaded = new Set<Load>();

async function fetched(load: Load): Promise<Room> {
  const room = await load();
  loaded.add(load);
  return room;
}

/**
 * The code that a view needs before it is drawn, and the code that may come later, because people are shown before the ways to
 * invite and change them. What is there already comes first, or its elements would act before anybody listens.
 */
export function loadRooms(
  view: ViewKey,
  rights: Rights,
): { readonly now: Promise<readonly Room[]>; readonly later: readonly Promise<Room>[] } {
  const invites = rights.policy.invitations.view === view && mayInvite(rights);
  const needed = view === 'permissions' ? [permissions] : view === 'collaborators' ? [invitations] : [];
  const others = view === 'users' && invites ? [invitations, actions] : [actions];
  const now = [...needed, ...others.filter((load) => loaded.has(load))];
  return {
    now: Promise.all(now.map(fetched)),
    later: others.filter((load) => !loaded.has(load)).map(fetched),
  };
}
