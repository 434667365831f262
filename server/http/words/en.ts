// What the served pages say in English.
import { html } from 'hono/html';
import type { PasswordClass } from '../../../shared/passwords/rules.ts';
import { refusalsEn } from './refusals-en.ts';
import type { Words } from './words.ts';

/** English. */
export const en: Words = {
  common: {
    continue: 'Continue',
    signIn: 'Sign in',
    signOut: 'Sign out',
    newLink: 'Ask for a new link',
    canClose: 'You can close this page.',
    optional: '(optional)',
    limited: (minutes) =>
      `This was tried too often in a short time. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  },
  signIn: {
    title: (workspace) => (workspace === null ? html`Sign in` : html`Sign in to ${workspace}`),
    email: 'E-mail address',
    login: 'E-mail address or username',
    password: 'Password',
    sendLink: 'Send me a sign-in link',
    usePassword: 'Use my password',
    forgot: 'Forgot your password?',
    or: 'or',
    withProvider: (name) => html`Sign in with ${name}`,
    firstTime: (hasPassword) =>
      `Not connected yet? Sign in by e-mail${hasPassword ? ' or password' : ''} once, then connect it under your account.`,
    noWay: 'Nobody can sign in here at the moment, because no mail server is set up. Ask an administrator.',
    emailMissing: 'Enter your address first.',
    loginMissing: 'Enter your address or username first.',
    passwordMissing: 'Enter your password.',
    failed: 'That did not work. Check what you entered.',
    signedOut: 'You are signed out.',
    stale: 'This page was open for too long, or your browser keeps no cookies. Try again.',
  },
  sent: {
    title: 'Check your mail',
    signIn: (login) => html`If ${login} belongs to somebody here, a sign-in link is on its way.`,
    reset: (login) =>
      html`If ${login} belongs to somebody here, a link to choose a new password is on its way.`,
    life: 'The link works once and only for a short time.',
    helpTitle: 'Nothing has arrived?',
    help: [
      'Check what you entered for typing errors.',
      'Look into your spam folder.',
      'Wait a few minutes: some mail services hold a first message back.',
      'Otherwise ask whoever manages your access. They can see whether mail goes out.',
    ],
    again: 'Send it again',
    back: 'Back to sign-in',
  },
  signedIn: {
    title: 'You are signed in',
    as: (who) => html`You are signed in as ${who}.`,
    leadsTo: (place) => html`You continue to ${place}.`,
    goingOn: 'If nothing happens by itself, continue here.',
  },
  link: {
    signInTitle: 'Sign in',
    signInAs: (who) => html`Sign in as ${who}`,
    once: 'This link works once.',
    until: (time) => html`It works until ${time}.`,
    emailTitle: 'Confirm your new address',
    emailText: (address) =>
      html`Once you confirm it, your account uses ${address} for signing in and for mail.`,
    emailConfirm: 'Confirm address',
    emailDoneTitle: 'Address confirmed',
    emailDone: (address) => html`Your account uses ${address} now.`,
    otherSignedIn: (who) =>
      html`You are signed in as ${who}. If you go on, that session ends and the one of this link begins.`,
    renew: (address) => html`Send a new link to ${address}`,
    lost: {
      title: 'Open the link again',
      text: 'This page was open for too long, or your browser keeps no cookies. Go back to your mail and open the link there again, or ask for a new one.',
    },
    invalid: {
      title: 'This link does not work',
      text: 'Perhaps a part of it is missing, or a newer one was sent. Use the newest link, or ask for a new one.',
    },
    used: {
      title: 'This link was used already',
      text: 'Each link works once. If it was not you, ask for a new one now.',
    },
    expired: { title: 'This link has expired', text: 'Ask for a new one; it takes a moment only.' },
    other: {
      title: 'You are signed in as somebody else',
      text: 'This link belongs to another account. Sign out, and sign in to that one to confirm.',
    },
    taken: {
      title: 'This address is in use',
      text: 'Somebody else has it by now. Nothing was changed.',
    },
    setUpClosed: {
      title: 'This is set up already',
      text: 'Somebody has become the first owner. Sign in, or ask them to invite you.',
    },
    setUpExpired: {
      title: 'This link has expired',
      text: 'Start the server again; it prints a new one.',
    },
  },
  setUp: {
    title: 'Welcome',
    text: 'You are the first here. Name the workspace and yourself; you become its owner.',
    workspace: 'Name of the workspace',
    workspaceHint: 'For example the name of your company or team.',
    name: 'Your name',
    email: 'Your e-mail address',
    password: 'Password',
    passwordAgain: 'Password, once more',
    passwordHint: 'Without one you sign in by a link that is sent to your address.',
    noWayBack:
      'No mail server is set up yet. Set one up before you sign out, because nobody can sign in again without it.',
    submit: 'Create workspace',
    workspaceWrong: 'Enter a name of 1 to 100 characters.',
  },
  password: {
    resetTitle: 'Choose a new password',
    resetText: (who) => html`For the account ${who}.`,
    mustTitle: 'Choose your own password',
    mustText: 'The password you have was given to you. Choose one that only you know to continue.',
    changeTitle: 'Change your password',
    setTitle: 'Set a password',
    others: 'Saving it signs you out everywhere else.',
    current: 'Current password',
    new: 'New password',
    again: 'New password, once more',
    save: 'Save password',
    saveAndSignIn: 'Save and sign in',
    rulesTitle: 'Rules for your password:',
    failed: 'not yet',
    minimum: (length) => `at least ${length} characters`,
    maximum: (length) => `at most ${length} characters`,
    advised: (length) => `${length} characters or more are safer.`,
    one: oneOf,
    notCommon: 'nothing that is easily guessed',
    stale: 'Some time has passed since you signed in. Enter your current password too.',
    late: {
      title: 'Sign in again first',
      text: 'A first password can be set within ten minutes of signing in. Sign in again, and you come back here.',
    },
    signInAgain: 'Sign in again',
    savedTitle: 'Your password is saved',
    savedText: 'Use it the next time you sign in. You are signed out everywhere else.',
  },
  invitation: {
    invited: (inviter, workspace) =>
      inviter === null ? html`You are invited to ${workspace}` : html`${inviter} invited you to ${workspace}`,
    nothingYet: 'Nothing happens until you accept.',
    for: 'For',
    role: 'Role',
    until: 'Until',
    signedInAs: (who, invitee) => html`You are signed in as ${who}. This invitation is for ${invitee}.`,
    somebody: 'somebody else',
    hasAccount: (address) => html`${address} already has an account. Sign in with it to accept.`,
    stay: 'Continue as you are',
    signInToAccept: 'Sign in to accept',
    signOutAndGoOn: 'Sign out and go on',
    accept: 'Accept invitation',
    decline: 'Decline',
    welcome: (workspace) => html`Welcome to ${workspace}`,
    joined: 'You have joined. Your access works from now on.',
    setPassword: 'Set a password',
    setPasswordHint: 'You can set a password now, or later under your account.',
    declinedTitle: 'Invitation declined',
    declined: (workspace) =>
      html`You have not joined ${workspace}, and this link no longer works. You can close this page.`,
    lost: {
      title: 'Open the link again',
      text: 'This page was open for too long, or your browser keeps no cookies. Go back to the mail that invited you and open the link there again. If that leads here too, allow cookies for this site.',
    },
  },
  provider: {
    connectTitle: (provider) => html`Connect ${provider}`,
    connectText: (identity, account) =>
      html`From then on, whoever signs in there as ${identity} is signed in here as ${account}.`,
    connect: 'Connect',
    cancel: 'Cancel',
    staleTitle: 'Sign in again first',
    stale:
      'Connecting takes having signed in within the last ten minutes. Sign out under your account, sign in again, then connect.',
    back: 'Back',
    connectedTitle: 'Connected',
    connected: 'You can sign in this way from now on.',
    testedTitle: 'The test is done',
    testedOk: 'The provider answered as it should. The result is shown in the settings.',
    testedNot: 'Something is not right yet. The settings say what it is.',
    testOverTitle: 'This test has been opened already',
    testOver: 'Each test opens once. Begin another one in the settings.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'Perhaps a part of the address is missing, or has one letter too many.',
  },
  refusedTitle: 'This did not work',
  refusals: refusalsEn,
};

function oneOf(one: PasswordClass): string {
  switch (one.kind) {
    case 'upper':
      return 'a capital letter';
    case 'lower':
      return 'a small letter';
    case 'digit':
      return 'a digit';
    default:
      return `one of these characters: ${one.characters}`;
  }
}
