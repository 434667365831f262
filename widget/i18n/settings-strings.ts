// The sentences of settings. Apart, because only those who set things up see any. English.
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

/** The texts by what they say. */
export const settingsStrings = table('settingsStrings', {
  saved: 'Saved.',
  add: 'Add',
  edit: 'Edit',
  remove: 'Remove',
  check: 'Check',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'This could not be copied. Select it and copy it by hand.',
  needed: 'Fill this in.',
  setNow: (value: string) => `Set by somebody else meanwhile: ${value}`,
  on: 'On',
  off: 'Off',
  of: (action: string, name: string) => `${action} ${name}`,
  leaveText: 'What you have entered here is not saved yet. Leaving drops it.',
  removeQuestion: (name: string) => `Remove ${name}?`,
  removed: (name: string) => `${name} is removed.`,

  // Identity providers
  providersHeading: 'Single sign-on',
  providersHint: 'Identity providers through which people sign in here.',
  noProviders:
    'No identity provider yet. Add your organisation’s, and people sign in with the account they have there.',
  addProvider: 'Add a provider',
  addNamed: (kind: string) => `Add a provider: ${kind}`,
  kinds: { oidc: 'OpenID Connect', oauth2: 'OAuth 2.0', saml: 'SAML' },
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  switchOffQuestion: (name: string) => `Switch ${name} off?`,
  switchOffText:
    'Those who signed in through it are signed out. Without any provider, people and roles are managed here again.',
  removeProviderText:
    'Those who signed in through it are signed out and their connections are deleted. Their accounts and roles stay. Without any provider, people and roles are managed here again.',
  callbackUrl: 'Callback address',
  replyUrl: 'Reply address (ACS)',
  audience: 'Entity ID and metadata address',
  atProvider: 'Enter this at the provider.',
  afterSaving:
    'What to enter at the provider appears once this is saved. It starts switched off, so that you can test it first.',
  providerAdded: 'Saved, and still switched off. Test the connection before you switch it on.',
  name: 'Name',
  nameHelp: 'As people see it when they sign in.',
  issuer: 'Issuer',
  issuerHelp: 'Such as https://login.example.org. The rest is found out from there.',
  clientId: 'Client ID',
  clientIdHelp: 'The provider gives it when you register this application.',
  secret: 'Client secret',
  secretHelp: 'Kept encrypted and never shown again.',
  secretStored: 'Stored. Leave this empty to keep it; it goes when it would be sent elsewhere.',
  scopes: 'Scopes',
  scopesHelp: 'Separated by spaces.',
  groupsClaim: 'Field with groups',
  groupsClaimHelp: 'Where the provider lists somebody’s groups. Empty for none.',
  authorizeUrl: 'Authorization address',
  tokenUrl: 'Token address',
  userInfoUrl: 'User info address',
  userInfoUrlHelp: 'Tells who has signed in.',
  idField: 'Field with the ID',
  idFieldHelp: 'It must never change, and never be given to somebody else.',
  emailField: 'Field with the e-mail address',
  nameField: 'Field with the name',
  entityId: 'Entity ID of the provider',
  entityIdHelp: 'Stands in the provider’s metadata.',
  signOnUrl: 'Sign-on address',
  certificates: 'Signing certificates',
  certificatesHelp: 'PEM, one below the other. Add the next one before the provider changes over.',
  justInTime: 'Let people in who were not invited',
  justInTimeHelp: 'The first sign-in makes their account, so that nobody has to create it beforehand.',
  roles: 'Role they start with',
  rolesHelp: 'Where no group says otherwise.',
  highestRole: 'Highest role that a group can give',
  most: 'At most this many people',
  mostHelp: 'Empty for no limit.',
  tooHigh: (roles: string) =>
    `Higher than the highest role that a group can give: ${roles}. Raise that one, or choose another here.`,
  groups: 'Roles by group',
  group: 'Group',
  roleOfGroup: (group: string) => `Role of ${group || 'this group'}`,
  addGroup: 'Add a group',

  // Testing a provider
  test: 'Test',
  testText: 'Sign in with the provider in the new tab; this lets nobody in. Then look here at what it said.',
  testOpen: 'Open the provider',
  testAgain: 'Test again',
  testResult: 'Show the result',
  testNothing: 'Nothing has come back yet. Sign in in the new tab first.',
  testOk: 'The connection works.',
  testNotOk: 'The connection does not work yet.',
  testFields: {
    issuer: 'Issuer',
    subject: 'ID',
    email: 'E-mail address',
    name: 'Name',
    groups: 'Groups',
    roles: 'Role here',
  },
  emailVerified: 'confirmed by the provider',
  emailUnverified: 'not confirmed by the provider',
  testNone: 'none',

  // Domains
  domainsHeading: 'Domains',
  domainsHint: 'For addresses of a domain that is proved to be yours, your provider’s word is enough.',
  domain: 'Domain',
  domainHelp: 'Such as example.org.',
  provedSince: (when: string) => `Proved ${when}`,
  notProved: 'Not proved yet',
  recordText: 'Publish this TXT record with your DNS provider, then check.',
  recordName: 'Name of the record',
  recordValue: 'Value of the record',
  domainProved: (domain: string) => `${domain} is proved.`,
  domainRemoveText: 'Your provider’s word is then not enough any more for addresses of this domain.',

  // What comes from outside
  externalHeading: 'What the provider decides',
  externalHint: 'Each switch works on its own.',
  externalNeedsProvider: 'Switch on an identity provider first.',
  externalAuthentication: 'External authentication',
  externalAuthenticationText:
    'Those who come through a provider sign in only there: passwords and sign-in links are hidden for them, and their name, username and e-mail address are locked. Nobody is invited here. Whether somebody is active can still be changed.',
  externalAuthorization: 'External authorization',
  externalAuthorizationText:
    'The roles of those who come through a provider follow its groups at each sign-in and are locked here. The roles of all others are given here as before.',
  externalQuestion: (name: string) => `Switch on ${name.toLowerCase()}?`,

  // Mail
  mailHeading: 'Mail',
  mailHint: 'The server that invitations and sign-in links are sent through.',
  mailSources: {
    settings: 'Set here.',
    operator: 'Set by the operator of this server. What you save here is used instead.',
    none: 'No mail server is set up, so that no invitation and no sign-in link is sent.',
  },
  host: 'Mail server',
  hostHelp: 'Such as smtp.example.org.',
  port: 'Port',
  portHelp: 'Usually 465 with TLS, 587 with STARTTLS.',
  security: 'Encryption',
  securities: { tls: 'TLS', starttls: 'STARTTLS', none: 'None' },
  from: 'Sender',
  fromHelp: 'Such as People <people@example.org>.',
  user: 'User',
  userHelp: 'Empty where the server asks for none.',
  password: 'Password',
  passwordHelp: 'Kept encrypted and never shown again.',
  passwordStored: 'Stored. Leave this empty to keep it.',
  forgetMail: 'Use the operator’s settings again',
  forgetMailQuestion: 'Use the operator’s mail settings again?',
  forgetMailText:
    'What is set here is forgotten. Where the operator of this server has set up none, no mail is sent.',
  testMail: 'Send a test e-mail',
  testMailRunning: 'Waiting for what the mail server says. This can take ten seconds.',
  testMailText: (email: string) => `It goes to ${email}, through what is saved.`,
  mailDelivered: 'The mail server took it.',
  mailNotDelivered: 'It was not sent.',
  /** An answer of the server begins with its code; what kept it from answering speaks for itself. */
  mailAnswer: (answer: string) => (/^\d{3}\b/.test(answer) ? `The server’s answer: ${answer}` : answer),
  mailHelp: 'An e-mail does not arrive',
  mailHelps: [
    'Look for typing errors in the address.',
    'Have the spam folder looked into.',
    'Send a test e-mail, and read what the mail server answers.',
    'Wait: providers often delay the first e-mails of a new sender, and some block them.',
    'Send the invitation again. “Sent” in the list means that the mail server took it.',
  ],

  // Sessions
  sessionsHeading: 'Sessions',
  sessionsHint: 'How long people stay signed in.',
  idle: 'Without use',
  idleHelp: (usual: string, noted: string) =>
    `A session that goes unused for this long ends; 5 minutes to 365 days. Use is noted every ${noted}. Usual: ${usual}.`,
  absolute: 'In all',
  absoluteHelp: (usual: string) =>
    `After this, people sign in again however active they were. No shorter than the time without use. Usual: ${usual}.`,
  unit: (label: string) => `Unit of “${label}”`,
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
  spans: {
    minutes: (count: number) => plural(count, '1 minute', `${formatNumber(count)} minutes`),
    hours: (count: number) => plural(count, '1 hour', `${formatNumber(count)} hours`),
    days: (count: number) => plural(count, '1 day', `${formatNumber(count)} days`),
  },
  limitsText:
    'A change counts at once, also for sessions that run. Somebody who is deactivated is signed out at once, whatever is set here.',

  // Signing keys
  keysHeading: 'Signing keys',
  keysHint: 'With these, an application vouches for its own people.',
  noKeys: 'No signing key yet.',
  keyName: 'Name',
  keyNameHelp: 'The application that signs with it.',
  coversThis: 'Accept its tokens in this workspace',
  coveredBy: (key: string) =>
    `This workspace accepts the tokens of “${key}”. It can accept those of another key once that one is revoked.`,
  createKey: 'Create a key',
  keyId: 'Key ID',
  keyIdHelp: 'No secret. The application names it in every token.',
  keyCreated: (when: string) => `Created ${when}`,
  keyRevoked: (when: string) => `Revoked ${when}`,
  keyOverlap: (when: string) => `The secret before is accepted until ${when}`,
  keyActive: 'Active',
  revokedState: 'Revoked',
  rotate: 'New secret',
  rotateQuestion: (name: string) => `Make a new secret for ${name}?`,
  rotateText: 'Change the application over to it while the one before is still accepted.',
  overlap: 'Hours that the one before is accepted',
  overlapHelp: '0 to 168. With 0 it ends at once.',
  revoke: 'Revoke',
  revokeQuestion: (name: string) => `Revoke ${name}?`,
  revokeText: 'The application and those who come through it are shut out at once, and for good.',
  revoked: (name: string) => `${name} is revoked.`,
  secretHeading: 'Copy the secret now',
  secretText: 'It is shown this once. Keep it where the application reads its secrets, and nowhere else.',
  secretLabel: 'Secret',
} as const);

/** Minutes as people say them: the largest unit that they are whole of. */
export function formatSpan(minutes: number): string {
  if (minutes % 1440 === 0) return settingsStrings.spans.days(minutes / 1440);
  return minutes % 60 === 0
    ? settingsStrings.spans.hours(minutes / 60)
    : settingsStrings.spans.minutes(minutes);
}
