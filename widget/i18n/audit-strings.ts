// What the trail says in words: every action as a sentence about its target, and the names of what changed. English.
import type { AuditAction, AuditEntry, BreakReason } from '../../shared/audit/entry.ts';
import type { AuditGroup } from '../audit/groups.ts';
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

/** How an action is said: its name in a list, and what somebody did, behind their name. */
export interface Said {
  readonly name: string;
  readonly did: (target: string, role: string) => string;
}

function said(name: string, did: Said['did']): Said {
  return { name, did };
}

/** Only looked at, so that no entry is written of it. */
const LOOKED = null;

/** Every action that can be in the trail. */
export const SAID: { readonly [A in AuditAction]: Said | null } = table('SAID', {
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

  'member.create': said('Person added', (who) => `added ${who}`),
  'member.join': said('Person joined', (who) => `let ${who} in`),
  'member.link-subject': said('Connected to the host', (who) => `connected ${who} to the host application`),
  'member.change-role': said('Role changed', (who) => `changed the role of ${who}`),
  'member.change-profile': said('Details changed', (who) => `changed the details of ${who}`),
  'member.assign': said('Access assigned', (who) => `changed what ${who} is assigned`),
  'member.deactivate': said('Deactivated', (who) => `deactivated ${who}`),
  'member.reactivate': said('Reactivated', (who) => `reactivated ${who}`),
  'member.remove': said('Removed', (who) => `removed ${who}`),
  'member.offboard': said('Offboarded', (who) => `offboarded ${who}`),
  'member.leave': said('Left', (who) => `ended the membership of ${who}`),
  'member.reset-password': said('Password reset', (who) => `gave ${who} a new password`),
  'member.change-email': said('Other address asked for', (who) => `asked for another address for ${who}`),
  'member.end-sessions': said('Sessions ended', (who) => `ended sessions of ${who}`),
  'members.export': said('People exported', () => 'exported the list of people'),
  'members.import': said('People imported', () => 'imported a list of people'),
  'person.erase': said('Personal data erased', () => 'erased what the trail said of a person'),

  'invitation.create': said('Invited', (who) => `invited ${who}`),
  'invitation.resend': said('Invited again', (who) => `sent ${who} the invitation again`),
  'invitation.revoke': said('Invitation revoked', (who) => `revoked the invitation of ${who}`),
  'invitation.link': said('Invitation link copied', (who) => `copied the invitation link of ${who}`),
  'invitation.accept': said('Invitation accepted', (who) => `accepted the invitation of ${who}`),
  'invitation.decline': said('Invitation declined', (who) => `declined the invitation of ${who}`),

  'permissions.save': said('Permissions changed', (what, role) => `changed what ${role} may do with ${what}`),
  'permissions.repair': said('Database repaired', (what) => `brought the database of ${what} in order`),
  'role.create': said('Role made', (what) => `made the role ${what}`),
  'role.change': said('Role edited', (what) => `edited the role ${what}`),
  'role.delete': said('Role deleted', (what) => `deleted the role ${what}`),
  'resource.register': said('Resource registered', (what) => `registered ${what}`),
  'resource.remove': said('Resource removed', (what) => `removed ${what}`),

  'account.sign-in': said('Signed in', () => 'signed in'),
  'account.sign-in-failed': said('Sign-in failed', () => 'tried to sign in and failed'),
  'account.sign-out': said('Signed out', () => 'signed out'),
  'account.show-link': said('Sign-in link shown', () => 'made a sign-in link on the server'),
  'account.set-password': said('First password set', () => 'set a first password'),
  'account.change-password': said('Password changed', () => 'changed their password'),
  'account.reset-password': said('Password chosen by link', () => 'chose a new password by a link'),
  'account.request-email': said('Other own address asked for', () => 'asked for another address'),
  'account.change-email': said('Address changed', () => 'changed their address'),
  'account.prove-mailbox': said(
    'Mailbox proved',
    () => 'proved for the first time that the mailbox is theirs',
  ),
  'account.confirm-identity': said('Identity confirmed', () => 'confirmed who they are'),
  'account.change-profile': said('Own details changed', (who) => `changed the details of ${who}`),
  'account.end-session': said('Own session ended', () => 'ended sessions of their own'),
  'account.connect': said('Provider connected', () => 'connected a way to sign in'),
  'account.disconnect': said('Provider disconnected', () => 'disconnected a way to sign in'),

  'review.start': said('Review started', (what) => `started the review ${what}`),
  'review.decide': said('Access reviewed', (who) => `decided about the access of ${who}`),
  'review.close': said('Review closed', (what) => `closed the review ${what}`),

  'workspace.create': said('Workspace made', (what) => `made ${what}`),
  'workspace.rename': said('Workspace renamed', () => 'renamed the workspace'),
  'workspace.archive': said('Workspace archived', (what) => `archived ${what}`),
  'workspace.restore': said('Workspace restored', (what) => `restored ${what}`),
  'workspace.delete': said('Workspace deleted', (what) => `deleted ${what}`),

  'settings.change': said('Sign-in rules changed', () => 'changed who decides about people and roles'),
  'deployment.change': said('Deployment changed', (what) => `changed ${what}`),
  'deployment.set-up': said('Set up', () => 'set up user management'),
  'provider.create': said('Identity provider added', (what) => `added the identity provider ${what}`),
  'provider.change': said('Identity provider changed', (what) => `changed the identity provider ${what}`),
  'provider.remove': said('Identity provider removed', (what) => `removed the identity provider ${what}`),
  'domain.add': said('Domain added', (what) => `added the domain ${what}`),
  'domain.prove': said('Domain checked', (what) => `checked the domain ${what}`),
  'domain.remove': said('Domain removed', (what) => `removed the domain ${what}`),
  'host-key.create': said('Signing key made', (what) => `made the signing key ${what}`),
  'host-key.rotate': said('Signing key renewed', (what) => `gave the signing key ${what} another secret`),
  'host-key.revoke': said('Signing key revoked', (what) => `revoked the signing key ${what}`),
});

/** What people do to themselves is not said to be done to somebody. */
export const SAID_OF_SELF: { readonly [A in AuditAction]?: string } = table('SAID_OF_SELF', {
  'member.join': 'joined',
  'member.leave': 'left',
  'account.change-profile': 'changed their own details',
  'member.change-profile': 'changed their own details',
  'invitation.accept': 'accepted the invitation',
  'invitation.decline': 'declined the invitation',
});

/** The texts by what they say. */
export const auditStrings = table('auditStrings', {
  heading: 'What happened here',
  hint: 'Every change of people and rights, as it was written down. Nothing can be altered or removed.',
  gone: 'Someone who left',
  goneInside: 'someone who left',
  someRole: 'a role',
  erasedAddress: 'an address that was erased',
  operator: 'The operator',
  host: 'The host application',
  nobody: 'Somebody',
  via: {
    session: 'signed in here',
    provider: 'through an identity provider',
    'host-token': 'through the host application',
    'host-key': 'by the host application itself',
    link: 'by a link',
    system: 'on the server',
  } satisfies Record<AuditEntry['via'], string>,
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
  minutes: (count: number) => plural(count, '1 minute', `${formatNumber(count)} minutes`),
  hours: (count: number) => plural(count, '1 hour', `${formatNumber(count)} hours`),
  /** Something and what is said of it: a group and the role that it brings. */
  pair: (name: string, value: string) => `${name}: ${value}`,
  /** Several, one after the other. */
  and: (parts: readonly string[]) => parts.join(', '),
  given: 'Given',
  taken: 'Taken away',
  shortened: (text: string) => `… ${text}`,
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
    `Entry ${formatNumber(seq)} ${
      {
        missing: 'is missing, though later ones exist',
        altered: 'is not as it was written',
        personal_missing: 'has lost the names that belong to it',
        personal_altered: 'names other people than it was written with',
      }[reason]
    }. Everything before it is as it was written; from there on the trail cannot be relied on.`,

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
} as const);

/** The names of what an entry holds before and after; a key that has none here is shown as it is. */
export const FACT_NAMES: Readonly<Record<string, string>> = table('FACT_NAMES', {
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
  grants: 'Given from the start',
  repaired: 'Brought in order',
  unrepaired: 'Not brought in order',
  kind: 'Kind',
  protocol: 'Protocol',
  key: 'Key',
  fields: 'Changed',
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
  channel: 'Link received',
  everywhere: 'On every device',
  ended: 'Sessions ended',
  sessions: 'Sessions',
  entries: 'Entries',
  decision: 'Decision',
  review: 'Review',
  statuses: 'Status',
  dormantSince: 'Not signed in since',
  people: 'People',
  keep: 'Kept',
  revoke: 'Revoked',
  end: 'Access',
  handedOver: 'Things handed over',
  reason: 'Refused because',
  limited: 'Too many',
  count: 'Number of people',
  chosen: 'Chosen by hand',
  coversThis: 'For this workspace',
  overlapHours: 'Old secret works for',
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
  issuer: 'Address',
  client: 'Client',
  authorizeUrl: 'Sign-in address',
  tokenUrl: 'Token address',
  userInfoUrl: 'Details address',
  idField: 'Id from',
  emailField: 'E-mail from',
  nameField: 'Name from',
  entity: 'Entity',
  signOnUrl: 'Sign-in address',
  certificates: 'Certificates',
  emailAttribute: 'E-mail from',
  nameAttribute: 'Name from',
  scopes: 'Asks for',
  groupsClaim: 'Groups from',
  isJustInTime: 'People join at first sign-in',
  newRoles: 'They get',
  highestRole: 'Highest role',
  most: 'At most',
  groups: 'Roles by group',
});

/** What can be set up for the whole deployment, inside a sentence. */
export const SETTING_NAMES: Readonly<Record<string, string>> = table('SETTING_NAMES', {
  mail: 'the mail server',
  sessions: 'how long sessions live',
});

/** Values that stand for something, by the name of what they are of. */
export const VALUE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = table('VALUE_NAMES', {
  decision: { keep: 'kept', revoke: 'revoked' },
  end: { deactivate: 'deactivated', remove: 'removed' },
  protocol: { oidc: 'OpenID Connect', oauth2: 'OAuth 2.0', saml: 'SAML 2.0' },
  channel: { mail: 'by mail', copy: 'by hand' },
  sessions: { all: 'all', one: 'one' },
  source: { settings: 'these settings', operator: 'the operator', none: 'nobody' },
  security: { tls: 'TLS from the start', starttls: 'STARTTLS', none: 'none' },
  by: {
    link: 'by a link',
    password: 'by password',
    provider: 'through an identity provider',
    invitation: 'by an invitation',
    setup: 'when this was set up',
    host: 'through the host application',
    reset: 'by a link to choose a password',
    address: 'because the address is the same',
    person: 'by the person',
    administrator: 'by an administrator',
  },
  limited: {
    wrongPasswords: 'wrong passwords for one person',
    wrongPasswordsOfNetwork: 'wrong passwords from one network',
    wrongPasswordsOfDevice: 'wrong passwords in one browser',
    signInLinks: 'links to sign in for one person',
    resetLinks: 'links to choose a password for one person',
    linksOfNetwork: 'links for one network',
    linksOfDevice: 'links for one browser',
  },
});
