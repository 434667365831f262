// Which views a viewer may open, and where the code of each is. Rights decide; nothing here knows a policy's name.
import type { ViewKey } from '../../shared/policy/policy.ts';
import { fetched, isFetched } from '../failure.ts';
import { loadActions as actions } from '../members/room.ts';
import { mayInvite } from '../rights.ts';
import type { Rights } from '../rights.ts';
import type { Room } from '../room.ts';
import type { FrameView, SideView } from './frame-view.ts';

/** The tabs that the viewer may open, in the order of the policy. */
export function permittedViews(rights: Rights): readonly ViewKey[] {
  return rights.policy.views.filter((view) => MAY_OPEN[view]?.(rights) === true);
}

const MAY_OPEN: { readonly [View in ViewKey]?: (rights: Rights) => boolean } = {
  users: (rights) => rights.mayHere('team.open').allowed && rights.mayHere('members.list').allowed,
  collaborators: (rights) => rights.mayHere('members.list').allowed || mayInvite(rights),
  permissions: (rights) => rights.mayHere('permissions.view').allowed,
  reviews: (rights) => rights.mayHere('review.view').allowed,
  audit: (rights) => rights.mayHere('audit.list').allowed,
};

/** The views beside the tabs that are the viewer's: settings for whoever may look at them, an account for whoever signs in here. */
export function sideViews({ mayHere, viewer }: Rights): readonly SideView[] {
  const isSetUpHere = mayHere('settings.view').allowed || mayHere('deployment.view').allowed;
  return [
    ...(isSetUpHere ? (['settings'] as const) : []),
    ...(viewer.isSignedIn ? (['account'] as const) : []),
  ];
}

/**
 * The view to show where the page or the viewer wants `wanted`: the first tab where that is not permitted, undefined where nothing is.
 * The account is shown to everybody who asks for it: where it belongs to another product, it says so.
 */
export function viewFor(rights: Rights, wanted: string): FrameView | undefined {
  if (rights.viewer.mustChangePassword || wanted === 'account') return 'account';
  if (wanted === 'member' && rights.mayHere('members.list').allowed) return wanted;
  const tabs = permittedViews(rights);
  return [...tabs, ...sideViews(rights)].find((view) => view === wanted) ?? tabs[0];
}

type Load = () => Promise<Room>;

const invitations: Load = () =>
  import('../invitations/room.ts').then(({ INVITATION_ROOM }) => INVITATION_ROOM);
const permissions: Load = () =>
  import('../permissions/room.ts').then(({ PERMISSION_ROOM }) => PERMISSION_ROOM);
const roles: Load = () => import('../roles/room.ts').then(({ ROLE_ROOM }) => ROLE_ROOM);
const account: Load = () => import('../account/room.ts').then(({ ACCOUNT_ROOM }) => ACCOUNT_ROOM);
const calls: Load = () => import('../calls.ts').then(({ CALL_ROOM }) => CALL_ROOM);
const settings: Load = () => import('../settings/room.ts').then(({ SETTINGS_ROOM }) => SETTINGS_ROOM);
const reviews: Load = () => import('../reviews/room.ts').then(({ REVIEW_ROOM }) => REVIEW_ROOM);
const audit: Load = () => import('../audit/room.ts').then(({ AUDIT_ROOM }) => AUDIT_ROOM);
const page: Load = () => import('../person/page-room.ts').then(({ PAGE_ROOM }) => PAGE_ROOM);
const places: Load = () => import('../workspaces/room.ts').then(({ PLACE_ROOM }) => PLACE_ROOM);

/** What each view cannot be drawn without, whatever the policy. */
const NEEDED: { readonly [View in FrameView]: readonly Load[] } = {
  users: [],
  collaborators: [invitations],
  permissions: [permissions, calls],
  reviews: [reviews, calls],
  audit: [audit, calls],
  member: [page, actions, calls],
  settings: [settings, calls],
  account: [account, calls],
};

/**
 * The code that a view needs before it is drawn, and the code that may come later, because people are shown before the ways to
 * invite and change them; without a view, the way to other workspaces. What is there already comes first, or its elements would act before anybody listens.
 */
export function loadRooms(
  view: FrameView | undefined,
  rights: Rights,
): { readonly now: Promise<readonly Room[]>; readonly later: () => readonly Promise<Room>[] } {
  const invites = rights.policy.invitations.view === view && mayInvite(rights);
  const isSide = view === undefined || view === 'settings' || view === 'account';
  const here = isSide ? [] : view === 'users' && invites ? [invitations, actions] : [actions];
  const others = rights.policy.workspaces === 'many' ? [...here, calls, places] : here;
  const needed = view === undefined ? [] : NEEDED[view];
  const made = view === 'permissions' && rights.policy.hasCustomRoles ? [roles] : [];
  const now = [...needed, ...made, ...others.filter(isFetched)];
  return {
    now: Promise.all(now.map(fetched)),
    later: () => others.filter((load) => !now.includes(load)).map(fetched),
  };
}
