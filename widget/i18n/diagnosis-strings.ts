// What is found about a person or an address, in plain words, with what helps. Apart, because it is loaded when somebody is checked. English.
import type {
  DiagnosisTopic,
  FindingCode,
  FindingFacts,
  FindingSeverity,
} from '../../shared/members/diagnosis.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { formatNumber, plural } from './format.ts';
import { inside } from './inside.ts';
import { table } from './table.ts';

/** What sentences need to know beside the facts. */
export interface Tongue {
  /** A moment as seen from now, such as "3 days ago". */
  readonly ago: (at: number) => string;
  /** A moment in full. */
  readonly moment: (at: number) => string;
  /** The names of roles as one enumeration. */
  readonly roles: (keys: readonly RoleKey[], conjunction?: 'and' | 'or') => string;
  /** What so many resources of a kind are called; in the plural without a number. */
  readonly things: (kind: string, count?: number) => string;
  readonly reason: (code: FindingFacts['not_yours']['reason']) => string;
  /** Whether an address can be changed here. */
  readonly hasEmailChange: boolean;
  /** Whether the page says where help is to be had. */
  readonly hasSupport: boolean;
}

/** A finding in words: what is so, and what it means. */
export interface FindingWords {
  readonly title: string;
  readonly text: string;
}

type Sayings = {
  readonly [Code in FindingCode]: (facts: FindingFacts[Code], tongue: Tongue) => FindingWords;
};

const say = (title: string, text: string) => (): FindingWords => ({ title, text });

/** What each finding says. */
export const FINDING_WORDS: Sayings = table('FINDING_WORDS', {
  active: say('The account is active', 'Nothing is switched off.'),
  deactivated: say(
    'The account is not active',
    'Only who is active can sign in here. Reactivating gives back the role and everything they had.',
  ),
  address_mistyped: ({ email, suggestion }, { hasEmailChange }) => ({
    title: `The address looks mistyped: ${email}`,
    text: hasEmailChange
      ? `Perhaps ${suggestion} was meant. Mail to a wrong address reaches nobody, or somebody else.`
      : `Perhaps ${suggestion} was meant. Addresses stay as they are here: make a new account with the right one, and deactivate this one.`,
  }),
  signs_in_as: ({ email, username }) => ({
    title: username === null ? `They sign in with ${email}` : `They sign in with ${username} or ${email}`,
    text: 'Ask which address they type. Another one of theirs opens nothing here.',
  }),
  provider_only: ({ providers }) => ({
    title: 'People come in through the identity provider alone',
    text: `Passwords and e-mail links open nothing here. They sign in through ${providers.length === 0 ? 'the provider, once one is set up' : providers.join(' or ')}, and a problem with that is solved there.`,
  }),
  through_host: say(
    'They come in through the app around this page',
    'Where signing in fails there, look at their account in the app.',
  ),
  no_way_in: say(
    'There is no way to sign in yet',
    'They have no password, and no mail can bring them a link. Give them a password, or set up a mail server.',
  ),
  no_password: ({ hasLinks, providers }) => ({
    title: 'They have no password',
    text: `They can sign in ${[hasLinks && 'by a link sent to their address', providers.length > 0 && `through ${providers.join(' or ')}`].filter(Boolean).join(', or ')}. A password opens nothing until they have one.`,
  }),
  must_change_password: say(
    'They have to choose a new password first',
    'After signing in with the one they were given, nothing else opens until they have chosen their own.',
  ),
  attempts_failed: ({ count, lastAt }, { ago }) => ({
    title: plural(count, '1 attempt to sign in failed', `${formatNumber(count)} attempts to sign in failed`),
    text: `The last one ${ago(lastAt)}, and none has worked since. If it was them, reset the password; if it was not, look at the activity.`,
  }),
  signed_in: ({ at }, { ago, moment }) => ({
    title: `They last signed in ${ago(at)}`,
    text: moment(at),
  }),
  never_signed_in: ({ since }, { ago }) => ({
    title: 'They have never signed in',
    text: `They have been here since ${ago(since)}. Make sure that they know how to sign in, and where.`,
  }),

  roleless: say(
    'They have no role',
    'Without a role nothing opens, though they can sign in. Choose one by their job.',
  ),
  role_gone: ({ roles }, tongue) => ({
    title: plural(roles.length, 'A role of theirs no longer exists', 'Roles of theirs no longer exist'),
    text: `${tongue.roles(roles)} counts for nothing. Choose another role.`,
  }),
  roles_held: ({ roles }, tongue) => ({
    title: plural(roles.length, `Role: ${tongue.roles(roles)}`, `Roles: ${tongue.roles(roles)}`),
    text: 'What they see and do follows from this. Give another role where the job has changed; do not wait for a review.',
  }),
  roles_here: ({ workspace }) => ({
    title: `Their roles count in ${workspace} only`,
    text: 'In another workspace they have what was given to them there. Make sure that they look into the right one.',
  }),
  reaches_all: ({ kind, role }, tongue) => ({
    title: `They reach all ${inside(tongue.things(kind))}`,
    text: `${tongue.roles([role])} has every one, whatever is assigned.`,
  }),
  reaches_assigned: ({ kind, count, total }, tongue) => ({
    title: `They reach ${formatNumber(count)} of ${formatNumber(total)} ${inside(tongue.things(kind))}`,
    text: 'Only what they were assigned or made themselves. Whatever is missing has to be assigned.',
  }),
  reaches_none: ({ kind, total }, tongue) => ({
    title: `They reach none of ${formatNumber(total)} ${inside(tongue.things(kind, total))}`,
    text: 'Nothing was assigned to them yet, and nothing comes by itself.',
  }),
  made_after: ({ kind, count }, tongue) => ({
    title: `${formatNumber(count)} ${inside(tongue.things(kind, count))} came after their last assignment`,
    text: 'What is made later is not included automatically. Assign it where it is needed.',
  }),
  reaches_by_role: ({ kind, count, total }, tongue) => ({
    title: `Their roles reach ${formatNumber(count)} of ${formatNumber(total)} ${inside(tongue.things(kind))}`,
    text: 'What a role may do is set for everybody who has it.',
  }),

  address_invalid: say('This is no e-mail address', 'Check the part before and after the @.'),
  already_member: say(
    'They are here already',
    'No invitation is needed. What may keep them out stands below.',
  ),
  invitation_pending: ({ createdAt, expiresAt, by }, { ago, moment }) => ({
    title: `Invited ${ago(createdAt)}${by === null ? '' : ` by ${by}`}`,
    text: `Not answered yet. The link works until ${moment(expiresAt)}.`,
  }),
  invitation_waits: ({ createdAt, expiresAt, by }, { ago, moment }) => ({
    title: `Invited ${ago(createdAt)}${by === null ? '' : ` by ${by}`} and not answered`,
    text: `Follow up: ask whether the mail arrived, and send it again if it did not. The link works until ${moment(expiresAt)}.`,
  }),
  invitation_expired: ({ expiresAt }, { ago }) => ({
    title: `The invitation expired ${ago(expiresAt)}`,
    text: 'Its link no longer works. Resending makes a new one.',
  }),
  invitation_revoked: say(
    'The invitation was revoked',
    'Its link no longer works. Invite this address again.',
  ),
  invitation_declined: say(
    'The invitation was declined',
    'They said no. Ask them before you invite this address again.',
  ),
  mail_missing: say(
    'No mail server is set up, so no mail went out',
    'Hand the link over yourself, or set up mail under Settings.',
  ),
  mail_queued: say(
    'The mail is on its way to the mail server',
    'If it stays like this, look at the mail server under Settings and send a test e-mail.',
  ),
  mail_failed: ({ answer }) => ({
    title: 'The mail server did not take the mail',
    text: `${answer === '' ? 'It gave no reason' : `It answered: ${`${answer}`.replace(/\.$/, '')}`}. Look for a typing mistake in the address first.`,
  }),
  mail_sent: say(
    'The mail was sent',
    'The mail server has taken it. Whether it reached the mailbox, only the person can say.',
  ),
  look_in_spam: say(
    'Ask them to look into the spam folder',
    'First mails from a new sender often land there.',
  ),
  may_be_delayed: say(
    'Some providers hold back first mails',
    'It can take minutes to an hour, and company filters may block it. Their administrator can allow the sender.',
  ),
  not_here: say(
    'Nobody here has this address, and no invitation is open',
    'It may have been typed differently, or be known in another workspace only.',
  ),

  may_assign: ({ roles }, tongue) => ({
    title: `They may give ${tongue.roles(roles)}`,
    text: 'Other roles are not theirs to give, nor people who have those theirs to change.',
  }),
  may_not_assign: ({ needed }, tongue) => ({
    title: 'They cannot give roles to others',
    text:
      needed.length === 0
        ? 'No role here includes it.'
        : `It takes a role that includes managing people: ${tongue.roles(needed, 'or')}.`,
  }),
  roles_exist_here: ({ workspace }) => ({
    title: 'A role has to exist before it can be given',
    text: `What roles there are in ${workspace}, and what each may do, stands under Permissions.`,
  }),
  assigns_here: ({ workspace }) => ({
    title: `Roles are given in the workspace they are for`,
    text: `What somebody may do in ${workspace} says nothing of another workspace: there it takes a role of its own.`,
  }),
  assigns_everywhere: ({ role }, tongue) => ({
    title: `${tongue.roles([role])} may give every role, in every workspace`,
    text: 'Nothing more is needed.',
  }),
  ask_everywhere: ({ roles }, tongue) => ({
    title: `${tongue.roles(roles, 'or')} can always give roles`,
    text: 'Where nobody else may, ask one of them.',
  }),
  not_yours: ({ reason }, tongue) => ({
    title: 'You cannot change the role of this person',
    text: tongue.reason(reason),
  }),
  ask_support: (_facts, { hasSupport }) => ({
    title: 'Nothing of this helps?',
    text: hasSupport ? 'Support can look further.' : 'Ask whoever runs this product for you.',
  }),
});

/** The headings of the topics. */
export const TOPIC_NAMES: Readonly<Record<DiagnosisTopic, string>> = table('TOPIC_NAMES', {
  'sign-in': 'Signing in',
  access: 'What they see',
  invitation: 'The invitation',
  roles: 'Giving roles',
});

/** How much a finding matters, for who cannot see its colour. */
export const SEVERITY_NAMES: Readonly<Record<FindingSeverity, string>> = table('SEVERITY_NAMES', {
  problem: 'Problem',
  notice: 'To know',
  fine: 'In order',
});

/** The texts around the findings. */
export const diagnosisStrings = table('diagnosisStrings', {
  heading: 'Check this person',
  hint: 'Looks for what keeps somebody from signing in or from seeing what they need.',
  run: 'Check this person',
  again: 'Check again',
  none: 'No problem found',
  found: (count: number) => plural(count, '1 problem found', `${formatNumber(count)} problems found`),
  spoken: (who: string, count: number) =>
    count === 0
      ? `No problem found with ${who}.`
      : `${plural(count, '1 problem', `${formatNumber(count)} problems`)} found with ${who}.`,
  inOrder: (count: number) => `${formatNumber(count)} in order`,

  reactivate: 'Reactivate',
  reactivated: (who: string) => `${who} has access again.`,
  resetPassword: 'Reset password',
  changeEmail: 'Change the address',
  chooseRole: 'Choose a role',
  assign: (things: string) => `Assign ${inside(things)}`,
  resend: 'Resend the invitation',
  resent: (email: string) => `Invitation to ${email} sent again. Earlier links no longer work.`,
  inviteAgain: 'Invite again',
  inviteInstead: (email: string) => `Invite ${email} instead`,
  invitedInstead: (email: string, old: string) =>
    `${email} is invited, and the invitation of ${old} is revoked.`,
  invited: (email: string) => `${email} is invited.`,
  notInvited: 'This address could not be invited.',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied.',
  copyRefused: 'The browser did not allow copying. The link is shown below.',
  theLink: 'Link of the invitation',
  openMail: 'Open mail settings',
  testMail: 'Send a test e-mail',
  testTaken: (answer: string) => `The mail server took it: ${answer}`,
  testRefused: (answer: string) => `The mail server did not take it: ${answer}`,
  seeRoles: 'See the roles',
  support: 'Help',

  // Somebody without a row
  dialogHeading: (email: string) => (email === '' ? 'Check an address' : `No answer from ${email}?`),
  address: 'E-mail address',
  addressHint: 'Of somebody who says that no mail came, or that they cannot get in.',
  check: 'Check',
} as const);
