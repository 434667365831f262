// The letters in English. Words only.
import type { Words } from './words.ts';

function more(others: number): string {
  if (others === 0) return '';
  return others === 1 ? ' and 1 more workspace' : ` and ${others} more workspaces`;
}

/** The words of English letters. */
export const ENGLISH: Words = {
  locale: 'en-GB',
  greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  sentence: (text) => `${text}.`,
  fallback: 'If the button does not work, copy this address into your browser:',
  role: 'Your role: ',
  roleAt: (workspace) => `${workspace}: `,
  means: (description) => `. ${description}`,
  writes: (from) => `${from} writes:`,
  invitation: {
    lead: (workspace, inviter, others) =>
      inviter === null
        ? `You have been invited to join ${workspace}${more(others)}`
        : `${inviter} has invited you to join ${workspace}${more(others)}`,
    subject: (workspace, inviter, others) =>
      inviter === null
        ? `Invitation to ${workspace}${more(others)}`
        : `${inviter} invited you to ${workspace}${more(others)}`,
    button: 'See the invitation',
    steps: (email, until) =>
      `Open the link, check the details and choose Accept invitation. It works once, for ${email}, until ${until}.`,
    calm: 'If you did not expect this invitation, you can ignore this mail. Nothing happens unless you accept.',
  },
  account: {
    'sign-in': ({ place, email, until }) => ({
      subject: `Your link to sign in to ${place}`,
      lead: `Here is your link to sign in to ${place}`,
      button: 'Sign in',
      steps: `Open the link and choose Sign in. It works once, for ${email}, until ${until}.`,
      calm: 'If you did not ask for this link, you can ignore this mail. Do not pass the link on: it signs in whoever has it.',
    }),
    reset: ({ place, email, until }) => ({
      subject: `Choose a new password for ${place}`,
      lead: `Here is your link to choose a new password for ${place}`,
      button: 'Choose a password',
      steps: `Open the link and enter the new password twice. It works once, for ${email}, until ${until}.`,
      calm: 'If you did not ask for this link, you can ignore this mail. Your password stays as it is. Do not pass the link on.',
    }),
    'confirm-email': ({ place, email, until }) => ({
      subject: 'Confirm your e-mail address',
      lead: `Confirm your e-mail address for ${place}`,
      paragraphs: [`${email} was entered as the new address of an account.`],
      button: 'Confirm address',
      steps: `Open the link and choose Confirm address. If you are asked to sign in first, do so with the address you had before. It works once, until ${until}.`,
      calm: 'If this was not you, you can ignore this mail. Nothing changes unless the address is confirmed.',
    }),
    'email-changed': ({ place }) => ({
      subject: 'Your e-mail address was changed',
      lead: `The e-mail address of your account at ${place} was changed`,
      paragraphs: [
        'Mails go to the new address from now on, and you sign in with it. This address no longer opens the account.',
      ],
      calm: `If this was not you, tell an administrator of ${place} at once.`,
    }),
    'password-changed': ({ place, isByOthers }) => ({
      subject: 'Your password was changed',
      lead: isByOthers
        ? `An administrator of ${place} set a new password for your account`
        : `The password of your account at ${place} was changed`,
      paragraphs: [
        isByOthers
          ? 'They will tell you the password. Wherever you were signed in, you are signed out.'
          : 'Wherever else you were signed in, you are signed out.',
      ],
      calm: isByOthers
        ? `If you did not expect this, ask an administrator of ${place}.`
        : `If this was not you, choose a new password by a link to your mailbox, and tell an administrator of ${place} at once.`,
    }),
    'in-charge': ({ place, role }) => ({
      subject: `You are now in charge of ${place}`,
      lead: `You are now in charge of ${place}`,
      calm: `If you did not expect to be given the role ${role}, ask an administrator of ${place}.`,
    }),
    'account-made': ({ place, others, all, email, hasPassword }) => ({
      subject: `You have an account at ${place}${more(others)}`,
      lead: `An account was made for you at ${place}${more(others)}`,
      paragraphs: [
        ...(others === 0 ? [] : [`It is for ${all}.`]),
        hasPassword
          ? `You sign in with ${email}. Whoever made the account tells you the first password.`
          : `You sign in with ${email}. The page sends you a link for it.`,
      ],
      button: 'Sign in',
      steps: 'The page is always there, so you can keep its address.',
      calm: `If you did not expect this, ask an administrator of ${place}.`,
    }),
    test: ({ place }) => ({
      subject: `Test e-mail from ${place}`,
      lead: `This is a test e-mail from ${place}`,
      paragraphs: ['It has arrived, so mail goes out.'],
      calm: 'It was sent from the settings, to the address of whoever asked for it. There is nothing to do.',
    }),
  },
};
