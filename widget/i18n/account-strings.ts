// The sentences of accounts: one's own, how others sign in, and passwords wherever they are typed. Apart, because most visits see none. English.
import type { Language } from '../../shared/accounts/account.ts';
import type { SignInFlag } from '../../shared/activity/activity.ts';
import type { PasswordStrength } from '../../shared/passwords/strength.ts';
import type { SessionStart } from '../../shared/sessions/session.ts';
import { formatNumber, plural } from './format.ts';
import { table } from './table.ts';

/** The languages by their own names, which is how people find theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
};

/** How somebody signed in, to stand after "Signed in". */
export const WAYS: Readonly<Record<SessionStart | 'host', string>> = table('WAYS', {
  link: 'by e-mail link',
  password: 'with a password',
  provider: 'through an identity provider',
  invitation: 'by accepting an invitation',
  setup: 'by setting up this server',
  host: 'through the app',
});

/** What was unusual about a sign-in. */
export const FLAGS: Readonly<Record<SignInFlag, string>> = table('FLAGS', {
  many_failures: 'After many failed attempts',
  new_network: 'New network',
  first_in_90_days: 'First in 90 days',
});

/** How hard a password is to guess. */
export const STRENGTHS: Readonly<Record<PasswordStrength, string>> = table('STRENGTHS', {
  weak: 'Easy to guess',
  fair: 'Could be harder to guess',
  good: 'Hard to guess',
  strong: 'Very hard to guess',
});

/** The texts by what they say. */
export const accountStrings = table('accountStrings', {
  change: 'Change',
  fromProvider: 'From your identity provider',
  fromProviderText: 'Change it there; it follows at your next sign-in.',

  // The account
  profileHeading: 'Profile',
  profileHint: 'How you appear to others here.',
  name: 'Name',
  username: 'Username',
  usernameHint: 'Optional. You can sign in with it, and cannot change it later.',
  usernameTaken: 'Somebody has this username already. Choose another one.',
  usernameSet: 'A username stays once it is set.',
  language: 'Language of e-mails',
  languageHint: 'Also that of the pages for signing in.',
  languageAuto: 'As in my browser',
  profileSaved: 'Your profile is saved.',
  hostHeading: 'Your account belongs to the app you came from',
  hostText:
    'You are signed in through the app around this page. Name, password and sessions are looked after there, under its own account settings.',

  emailHeading: 'E-mail address',
  emailHint: 'Where links to sign in and notices go.',
  verified: 'Confirmed',
  unverified: 'Not confirmed',
  newEmail: 'New e-mail address',
  newEmailHint: 'We send a link there. The address changes once you have opened it.',
  sendConfirmation: 'Send confirmation',
  pendingEmail: (email: string) => `Waiting for ${email}`,
  pendingText: (email: string) =>
    `Open the link that was sent there. Until then ${email} stays your address. If nothing arrives, ask for it again.`,
  confirmationSent: (email: string) => `A link was sent to ${email}.`,

  passwordHeading: 'Password',
  passwordHint: 'Changing it signs you out everywhere else.',
  passwordSet: (when: string) => `Set ${when}`,
  noPassword: 'You have no password yet.',
  changePassword: 'Change password',
  setPassword: 'Set a password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordNeeded: 'Enter a password.',
  repeatPassword: 'New password, again',
  passwordChanged: 'Your password is changed. Everywhere else you are signed out.',
  mustChangeHeading: 'Choose a new password',
  mustChangeText:
    'Your password was given to you by somebody else. Choose one that only you know, then go on.',

  // Passwords
  showPasswords: 'Show password',
  capsLock: 'Caps lock is on.',
  rulesLabel: 'The password needs',
  ruleMet: 'done',
  ruleOpen: 'still missing',
  rules: {
    minimum: (least: number) => `At least ${formatNumber(least)} characters`,
    maximum: (most: number) => `At most ${formatNumber(most)} characters`,
    upper: () => 'An upper case letter',
    lower: () => 'A lower case letter',
    digit: () => 'A digit',
    special: (_count: number, characters: string) => `One of ${characters}`,
  },
  strength: 'Strength',
  advised: (length: number) => `${formatNumber(length)} characters or more are recommended.`,

  // Connections
  connectionsHeading: 'Connected sign-ins',
  connectionsHint: 'Other accounts that open this one.',
  connectedAs: (email: string, when: string) =>
    email === '' ? `Connected ${when}` : `${email}, connected ${when}`,
  used: (when: string) => `last used ${when}`,
  connect: 'Connect',
  connectTo: (provider: string) => `Connect ${provider}`,
  disconnect: 'Disconnect',
  disconnectFrom: (provider: string) => `Disconnect ${provider}`,
  disconnectQuestion: (provider: string) => `Disconnect ${provider}?`,
  disconnectText: 'It no longer opens your account. You can connect it again at any time.',
  disconnected: (provider: string) => `${provider} no longer opens your account.`,

  // Sessions
  sessionsHeading: 'Sessions',
  sessionsHint: 'Where you are signed in.',
  unknownDevice: 'Unknown device',
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  thisBrowser: 'This browser',
  endsItself: (when: string) => `Ends by itself ${when}`,
  lastUsed: (when: string) => `Last used ${when}`,
  started: (way: string, when: string) => `Signed in ${way} ${when}`,
  endSession: 'End',
  endSessionOf: (device: string) => `End the session on ${device || 'an unknown device'}`,
  endQuestion: (device: string) => `End the session on ${device || 'an unknown device'}?`,
  endText: 'Whoever uses it has to sign in again.',
  endOthers: 'End all others',
  endOthersQuestion: 'End all other sessions?',
  endOthersText: 'You stay signed in here. Everywhere else you have to sign in again.',
  sessionEnded: (device: string) => `The session on ${device || 'an unknown device'} has ended.`,
  othersEnded: 'All other sessions have ended.',
  onlySession: 'You are signed in nowhere else.',

  // Sign-ins
  historyHeading: 'Sign-in history',
  historyHint: 'If there is something you do not recognise, change your password.',
  historyHintWithout: 'If there is something you do not recognise, end that session.',
  signedIn: (way: string) => `Signed in ${way}`,
  notSignedIn: (way: string) => `Failed to sign in ${way}`,
  noSignIns: 'No sign-ins yet',
  moreSignIns: (count: number) => `Show ${formatNumber(count)} more`,

  signOutHeading: 'Sign out',
  signOutHint: 'Ends your session in this browser.',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  signOutQuestion: 'Sign out everywhere?',
  signOutText: 'Every session of yours ends, this one too.',

  // How somebody else signs in
  activity: 'Activity',
  theirsFromProvider: (isLocked: boolean) =>
    isLocked
      ? 'Name and address come from the identity provider. They are changed there.'
      : 'Name and address come from the identity provider, and follow it at each sign-in.',
  lastSignIn: 'Last sign-in',
  never: 'Never',
  inDays: (days: number) => `Last ${formatNumber(days)} days`,
  signIns: (count: number) => plural(count, '1 sign-in', `${formatNumber(count)} sign-ins`),
  theirSessions: 'Sessions',
  noSessions: 'Not signed in anywhere.',
  endAll: 'End all',
  endAllQuestion: (name: string) => `End all sessions of ${name}?`,
  endAllText: 'They have to sign in again, wherever they are.',
  allEnded: (name: string) => `All sessions of ${name} have ended.`,
  theirSignIn: 'How they sign in',
  resetPassword: 'Reset password',
  resetHeading: (name: string) => `Reset the password of ${name}`,
  resetText:
    'Hand the new password over yourself. All their sessions end, they are told by e-mail, and they have to choose their own at the next sign-in.',
  confirmReset: 'Reset password',
  wasReset: (name: string) => `The password of ${name} is reset. All their sessions have ended.`,
  changeEmail: 'Change e-mail address',
  changeEmailHeading: (name: string) => `Change the e-mail address of ${name}`,
  changeEmailText: (email: string) =>
    `A link goes to the new address, and a notice to ${email}. The address changes once the link is opened.`,
  emailAsked: (email: string) => `A link was sent to ${email}. The address changes once it is opened.`,

  // Proving who one is
  proveHeading: 'Confirm that it is you',
  proveText: 'This is a sensitive change. What you entered stays, and is done as soon as you have confirmed.',
  yourPassword: 'Your password',
  confirm: 'Confirm',
  orElse: 'Or sign in again another way:',
  signInAgain: 'Sign in again in another tab:',
  noProof: 'There is no way to confirm it here. Sign out and in again, then try once more.',
  sendLink: 'Send me a sign-in link',
  linkSent: (email: string) =>
    `A link is on its way to ${email}. Open it in this browser, come back here, and choose “I have signed in”.`,
  signedInAgain: 'I have signed in',
  throughProvider: (name: string) => `Continue with ${name}`,
} as const);
