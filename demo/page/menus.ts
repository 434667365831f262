// Where each of the products keeps its people: menus of hosts, every entry with its own address. Data only.

/** An entry of a menu: a page of the host's own, a page with cards for what is `inside`, or one view of the widget. */
export interface Entry {
  /** Its path inside of the product; empty for the home page. */
  readonly place: string;
  readonly title: string;
  readonly view?: string;
  readonly inside?: readonly Entry[];
}

/** A product around the widget. */
export interface Menu {
  readonly product: string;
  /** The entries of the menu at the side. */
  readonly entries: readonly Entry[];
  /** The entries of the menu behind the avatar at its foot. */
  readonly avatar: readonly Entry[];
}

const HOME: Entry = { place: '', title: 'Home' };

/** The menus, by the key of the policy. */
export const MENUS: Readonly<Record<string, Menu>> = {
  tables: {
    product: 'Meridian Tables',
    entries: [HOME, { place: 'data', title: 'Tables' }],
    avatar: [
      {
        place: 'sys',
        title: 'Admin',
        inside: [
          { place: 'sys/users', title: 'User Management', view: 'users' },
          { place: 'sys/permissions', title: 'Table permissions', view: 'permissions' },
        ],
      },
    ],
  },
  collaborators: {
    product: 'Spring catalogue',
    entries: [
      { place: '', title: 'Dashboard' },
      { place: 'records', title: 'Records' },
      { place: 'collaborators', title: 'Collaborators', view: 'collaborators' },
      { place: 'audit', title: 'Audit', view: 'audit' },
    ],
    avatar: [],
  },
  packages: {
    product: 'Dealer portal',
    entries: [
      HOME,
      { place: 'packages', title: 'Packages' },
      { place: 'users', title: 'Users', view: 'users' },
    ],
    avatar: [{ place: 'me', title: 'My settings', view: 'account' }],
  },
  workspaces: {
    product: 'Meridian Group',
    entries: [
      HOME,
      {
        place: 'access',
        title: 'Roles & Permissions',
        inside: [
          { place: 'access/roles', title: 'Roles', view: 'permissions' },
          { place: 'access/users', title: 'Users', view: 'users' },
        ],
      },
      { place: 'audit', title: 'Audit trail', view: 'audit' },
    ],
    avatar: [],
  },
  directory: {
    product: 'Meridian Directory',
    entries: [
      HOME,
      {
        place: 'settings',
        title: 'Settings',
        inside: [
          { place: 'settings/users', title: 'Users', view: 'users' },
          { place: 'settings/roles', title: 'Roles', view: 'permissions' },
          { place: 'settings/sign-in', title: 'Sign-in', view: 'settings' },
        ],
      },
    ],
    avatar: [],
  },
  workshop: {
    product: 'Workshop',
    entries: [HOME, { place: 'team', title: 'Team', view: 'users' }],
    avatar: [],
  },
};

/** Every entry of a menu, those inside of others too. */
export function entriesOf({ entries, avatar }: Menu): readonly Entry[] {
  return [...entries, ...avatar].flatMap((entry) => [entry, ...(entry.inside ?? [])]);
}
