// The sentences of signing in. A table of its own, because the element that says them stands alone. English.
import { table } from './table.ts';

/** The texts by what they say. */
export const signInStrings = table('signInStrings', {
  heading: 'Sign in',
  headingTo: (workspace: string) => `Sign in to ${workspace}`,
  email: 'E-mail address',
  login: 'E-mail address or username',
  password: 'Password',
  signIn: 'Sign in',
  sendLink: 'Send me a sign-in link',
  usePassword: 'Use my password',
  forgot: 'Forgot your password?',
  forgotHeading: 'Choose a new password',
  forgotText: 'Enter your address. A link to choose a new password is sent there.',
  sendReset: 'Send me a link',
  back: 'Back to sign-in',
  or: 'or',
  through: (provider: string) => `Sign in with ${provider}`,
  enterEmail: 'Enter your address first.',
  enterLogin: 'Enter your address or username first.',
  enterPassword: 'Enter your password.',
  checkHeading: 'Check your mail',
  checkSignIn: (login: string) =>
    `If ${login} belongs to somebody here, a link to sign in is on its way. It works once, for 15 minutes; open it in this browser.`,
  checkReset: (login: string) =>
    `If ${login} belongs to somebody here, a link to choose a new password is on its way. It works once, for one hour.`,
  checkSpam: 'Nothing there after a few minutes? Look among unwanted mail, or have it sent again.',
  sendAgain: 'Send it again',
  sentAgain: 'Sent again.',
  otherAddress: 'Use another address',
  doneHeading: 'You are signed in',
  doneText: 'You can go on now.',
  failed: 'That did not work. Check what you entered.',
  noWay: 'Nobody can sign in here yet. Ask whoever looks after this app.',
  noMail:
    'Links cannot be sent here yet, because no mail server is set up. Ask whoever looks after this app.',
} as const);
