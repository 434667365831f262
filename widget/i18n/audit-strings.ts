// What the trail says in words: every action as a sentence about its target, and the names of what changed. English.
import type { AuditAction, AuditEntry, BreakReason } from '../../shared/audit/entry.ts';
import { formatNumber, plural } from './format.ts';

/** The groups that actions are filtered by. */
export type AuditGroup =
  'people' | 'invitations' | 'rights' | 'signIn' | 'reviews' | 'workspace' | 'settings';

/** How an action is said: its group, its name in a list, and what somebody did, behind their name. */
interface Said {
  readonly group: AuditGroup;
  readonly name: string;
  readonly did: (target: string) => string;
}

function said(group: AuditGroup, name: string, did: (target: string) => string): Said {
  return { group, name, did };
}

/** Only looked at, so that no entry is written of it. */
const LOOKED = null;

/** Every action that can be in the trail. */
export const SAID: { readonly [A in AuditAction]: Said | null } = {
  'team.open': LOOKED,
  'members.list': LOOKED,
  'member.view-activity': LOOKED,
  'member.view-access': LOOKED,
  'invitation.list': LOOKED,
  'permissions.view': LOOKED,
  'review.view': LOOKED,
  'review.run': LOOKED,
  'audit.list': LOOKED,
  'settings.view': LOOKED,
  'deployment.view': LOOKED,

  'member.create': said('people', 'Person added', (who) => `added ${who}`),
  'member.join': said('people', 'Person joined', (who) => `let ${who} in`),
  'member.link-subject': said(
    'people',
    'Connected to the host',
    (who) => `connected ${who} to the host application`,
  ),
  'member.change-role': said('people', 'Role changed', (who) => `changed the role of ${who}`),
  'member.change-profile': said('people', 'Details changed', (who) => `changed the details of ${who}`),
  'member.assign': said('people', 'Access assigned', (who) => `changed what ${who} is assigned`),
  'member.deactivate': said('people', 'Deactivated', (who) => `deactivated ${who}`),
  'member.reactivate': said('people', 'Reactivated', (who) => `reactivated ${who}`),
  'member.remove': said('people', 'Removed', (who) => `removed ${who}`),
  'member.offboard': said('people', 'Offboarded', (who) => `offboarded ${who}`),
  'member.leave': said('people', 'Left', (who) => `ended the membership of ${who}`),
  'member.reset-password': said('people', 'Password reset', (who) => `gave ${who} a new password`),
  'member.change-email': said(
    'people',
    'Other address asked for',
    (who) => `asked for another address for ${who}`,
  ),
  'member.end-sessions': said('people', 'Sessions ended', (who) => `ended sessions of ${who}`),
  'members.export': said('people', 'People exported', () => 'exported the list of people'),
  'members.import': said('people', 'People imported', () => 'imported a list of people'),
  'person.erase': said('people', 'Personal data erased', () => 'erased what the trail said of a person'),

  'invitation.create': said('invitations', 'Invited', (who) => `invited ${who}`),
  'invitation.resend': said('invitations', 'Invited again', (who) => `sent ${who} the invitation again`),
  'invitation.revoke': said(
    'invitations',
    'Invitation withdrawn',
    (who) => `withdrew the invitation of ${who}`,
  ),
  'invitation.link': said(
    'invitations',
    'Invitation link copied',
    (who) => `copied the invitation link of ${who}`,
  ),
  'invitation.accept': said(
    'invitations',
    'Invitation accepted',
    (who) => `accepted the invitation of ${who}`,
  ),
  'invitation.decline': said(
    'invitations',
    'Invitation declined',
    (who) => `declined the invitation of ${who}`,
  ),

  'permissions.save': said(
    'rights',
    'Permissions changed',
    (what) => `changed what a role may do with ${what}`,
  ),
  'permissions.repair': said(
    'rights',
    'Database repaired',
    (what) => `brought the database of ${what} in order`,
  ),
  'role.create': said('rights', 'Role made', (what) => `made the role ${what}`),
  'role.change': said('rights', 'Role edited', (what) => `edited the role ${what}`),
  'role.delete': said('rights', 'Role deleted', (what) => `deleted the role ${what}`),
  'resource.register': said('rights', 'Resource registered', (what) => `registered ${what}`),
  'resource.remove': said('rights', 'Resource removed', (what) => `removed ${what}`),

  'account.sign-in': said('signIn', 'Signed in', () => 'signed in'),
  'account.sign-in-failed': said('signIn', 'Sign-in failed', () => 'tried to sign in and failed'),
  'account.sign-out': said('signIn', 'Signed out', () => 'signed out'),
  'account.show-link': said('signIn', 'Sign-in link shown', () => 'made a sign-in link on the server'),
  'account.set-password': said('signIn', 'First password set', () => 'set a first password'),
  'account.change-password': said('signIn', 'Password changed', () => 'changed their password'),
  'account.reset-password': said('signIn', 'Password chosen by link', () => 'chose a new password by a link'),
  'account.change-email': said('signIn', 'Address changed', () => 'changed their address'),
  'account.change-profile': said('signIn', 'Own details changed', (who) => `changed the details of ${who}`),
  'account.end-session': said('signIn', 'Own session ended', () => 'ended sessions of their own'),
  'account.connect': said('signIn', 'Provider connected', () => 'connected a way to sign in'),
  'account.disconnect': said('signIn', 'Provider disconnected', () => 'disconnected a way to sign in'),

  'review.start': said('reviews', 'Review started', (what) => `started the review ${what}`),
  'review.decide': said('reviews', 'Access reviewed', (who) => `decided about the access of ${who}`),
  'review.close': said('reviews', 'Review closed', (what) => `closed the review ${what}`),

  'workspace.create': said('workspace', 'Workspace made', (what) => `made ${what}`),
  'workspace.rename': said('workspace', 'Workspace renamed', () => 'renamed the workspace'),
  'workspace.archive': said('workspace', 'Workspace archived', (what) => `archived ${what}`),
  'workspace.restore': said('workspace', 'Workspace restored', (what) => `restored ${what}`),
  'workspace.delete': said('workspace', 'Workspace deleted', (what) => `deleted ${what}`),

  'settings.change': said(
    'settings',
    'Sign-in rules changed',
    () => 'changed who decides about people and roles',
  ),
  'deployment.change': said('settings', 'Deployment changed', (what) => `changed ${what}`),
  'deployment.set-up': said('settings', 'Set up', () => 'set up user management'),
  'provider.create': said(
    'settings',
    'Identity provider added',
    (what) => `added the identity provider ${what}`,
  ),
  'provider.change': said(
    'settings',
    'Identity provider changed',
    (what) => `changed the identity provider ${what}`,
  ),
  'provider.remove': said(
    'settings',
    'Identity provider removed',
    (what) => `removed the identity provider ${what}`,
  ),
  'domain.add': said('settings', 'Domain added', (what) => `added the domain ${what}`),
  'domain.prove': said('settings', 'Domain checked', (what) => `checked the domain ${what}`),
  'domain.remove': said('settings', 'Domain removed', (what) => `removed the domain ${what}`),
  'host-key.create': said('settings', 'Signing key made', (what) => `made the signing key ${what}`),
  'host-key.rotate': said(
    'settings',
    'Signing key renewed',
    (what) => `gave the signing key ${what} another secret`,
  ),
  'host-key.revoke': said('settings', 'Signing key revoked', (what) => `revoked the signing key ${what}`),
};

/** What people do to themselves is not said to be done to somebody. */
export const SAID_OF_SELF: { readonly [A in AuditAction]?: string } = {
  'member.join': 'joined',
  'member.leave': 'left',
  'account.change-profile': 'changed their own details',
  'member.change-profile': 'changed their own details',
  'invitation.accept': 'accepted the invitation',
  'invitation.decline': 'declined the invitation',
};

const REASONS: { readonly [R in BreakReason]: string } = {
  missing: 'is missing, though later ones exist',
  altered: 'is not as it was written',
  personal_missing: 'has lost the names that belong to it',
  personal_altered: 'names other people than it was written with',
};

const VIA: { readonly [V in AuditEntry['via']]: string } = {
  session: 'signed in here',
  provider: 'through an identity provider',
  'host-token': 'through the host application',
  'host-key': 'by the host application itself',
  link: 'by a link',
  system: 'on the server',
};

/** The texts by what they say. */
export const auditStrings = {
  heading: 'What happened here',
  hint: 'Every change of people and rights, as it was written down. Nothing can be altered or removed.',
  gone: 'Someone who left',
  goneInside: 'someone who left',
  erasedAddress: 'an address that was erased',
  operator: 'The operator',
  host: 'The host application',
  nobody: 'Somebody',
  via: (via: AuditEntry['via']) => VIA[via],
  note: 'Reason',

  // Filters
  filters: 'Narrow the trail',
  person: 'About',
  anybody: 'Anybody',
  actor: 'By',
  everyAction: 'Any action',
  action: 'Action',
  from: 'From',
  to: 'Until',
  clear: 'Clear filters',
  groups: {
    people: 'People',
    invitations: 'Invitations',
    rights: 'Roles and permissions',
    signIn: 'Signing in',
    reviews: 'Access reviews',
    workspace: 'Workspace',
    settings: 'Settings',
  } satisfies Record<AuditGroup, string>,
  wholeGroup: (group: string) => `Everything: ${group}`,
  datesCrossed: 'The first day is after the last one.',

  // The list
  today: 'Today',
  yesterday: 'Yesterday',
  earlier: 'Show earlier entries',
  keepLooking: 'Keep looking',
  lookedBackTo: (moment: string) => `Looked through everything back to ${moment}.`,
  end: 'This is where the trail begins.',
  endOfFilter: 'No earlier entry fits.',
  empty: 'Nothing has happened yet',
  emptyText: 'As soon as somebody changes something, it stands here.',
  noMatch: 'No entry fits',
  noMatchText: 'Nothing in the trail fits these filters.',
  none: 'none',
  minutes: (count: number) => `${count} minutes`,
  yes: 'yes',
  no: 'no',
  arrow: 'becomes',
  about: (name: string) => `Show only what is about ${name}`,

  // The chain
  verify: 'Check the trail',
  verifying: (checked: number, total: number) =>
    `${formatNumber(checked)} of ${formatNumber(total)} entries checked`,
  whole: (count: number) =>
    plural(
      count,
      'The one entry is as it was written.',
      `All ${formatNumber(count)} entries are as they were written.`,
    ),
  broken: (seq: number, reason: BreakReason) =>
    `Entry ${formatNumber(seq)} ${REASONS[reason]}. Everything before it is as it was written; from there on the trail cannot be relied on.`,
  stop: 'Stop',

  // Export
  exportHeading: 'Export the trail',
  exportText: 'Exactly the entries that fit the filters now, newest first.',
  columns: [
    'Entry',
    'Time (UTC)',
    'What happened',
    'Action',
    'By',
    'By (id)',
    'About',
    'About (id)',
    'Before',
    'After',
    'Reason',
    'How',
  ],
} as const;

/** The names of what an entry holds before and after; a key that has none here is shown as it is. */
export const FACT_NAMES: Readonly<Record<string, string>> = {
  roles: 'Role',
  role: 'Role',
  status: 'Status',
  name: 'Name',
  email: 'E-mail',
  username: 'Username',
  firstName: 'First name',
  lastName: 'Last name',
  department: 'Department',
  description: 'Description',
  capabilities: 'May',
  actions: 'Allowed',
  repaired: 'Brought in order',
  unrepaired: 'Not brought in order',
  resources: 'Assigned',
  kind: 'Kind',
  key: 'Key',
  fields: 'Fields',
  isArchived: 'Archived',
  isEnabled: 'Switched on',
  isProved: 'Proved',
  isSecretChanged: 'Secret replaced',
  expiresAt: 'Valid until',
  dueAt: 'Due',
  replacement: 'Replaced by',
  deleted: 'Deleted role',
  copyOf: 'Copied from',
  members: 'People',
  invitations: 'Invitations',
  providers: 'Identity providers',
  authentication: 'People come from the provider',
  authorization: 'Roles come from the provider',
  externalAuthentication: 'People come from the provider',
  externalAuthorization: 'Roles come from the provider',
  idleMinutes: 'Ends unused after',
  absoluteMinutes: 'Ends in any case after',
  by: 'How',
  channel: 'Link',
  everywhere: 'On every device',
  ended: 'Sessions ended',
  sessions: 'Sessions',
  entries: 'Entries',
  decision: 'Decision',
  review: 'Review',
  scope: 'Scope',
  statuses: 'Status',
  dormantSince: 'Not signed in since',
  people: 'People',
  keep: 'Kept',
  revoke: 'Revoked',
  end: 'Access',
  handedOver: 'Things handed over',
  reason: 'Refused because',
  limited: 'Stopped by',
  count: 'Number of people',
  filter: 'Filter',
  created: 'Added',
  invited: 'Invited',
  changed: 'Changed',
  failed: 'Not imported',
  requestedEmail: 'Address asked for',
  host: 'Mail server',
  port: 'Port',
  security: 'Encryption',
  source: 'Set by',
  hasPassword: 'Has a password',
  isHome: 'Main workspace',
  externalId: 'External reference',
  config: 'Set up with',
  admission: 'Who may join',
  issuer: 'Address',
  clientId: 'Client',
  scopes: 'Asks for',
  groupsClaim: 'Groups from',
  isJustInTime: 'Joins at first sign-in',
  highestRole: 'Highest role',
  most: 'At most',
  groups: 'Roles by group',
};

/** What can be set up for the whole deployment, inside a sentence. */
export const SETTING_NAMES: Readonly<Record<string, string>> = {
  mail: 'the mail server',
  sessions: 'how long sessions live',
};

/** Values that stand for something, by the name of what they are of. */
export const VALUE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  decision: { keep: 'kept', revoke: 'revoked' },
  end: { deactivate: 'deactivated', remove: 'removed' },
};
