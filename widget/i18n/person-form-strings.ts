// The sentences of the form that makes an account or changes a person. Apart, because it loads when somebody opens it. English.
import type { InvitationOutcome } from '../../shared/invitations/invitation.ts';
import { table } from './table.ts';

/** The texts by what they say. */
export const formStrings = table('formStrings', {
  editHeading: (name: string) => `Edit ${name}`,
  cancel: 'Cancel',
  required: 'required',
  labels: {
    email: 'E-mail',
    name: 'Name',
    username: 'Username',
    firstName: 'First name',
    lastName: 'Last name',
    department: 'Department',
  },
  helps: {
    email: 'Notices and links to sign in go here.',
    name: 'How the person appears to others.',
    username: 'A name to sign in with, beside the address. It stays once it is set.',
    firstName: '',
    lastName: '',
    department: 'Describes the person and grants nothing.',
  },
  fixedAddress: 'Choose carefully: the address cannot be changed later.',
  lockedAddress:
    'The address stays as it is, so that what was done can always be traced to the same person. For another address, make a new account.',
  confirmedAddress: 'Another address has to be confirmed at its mailbox.',
  changeEmail: 'Change e-mail address',
  ofProvider: 'From your identity provider',
  role: 'Role',
  roles: 'Roles',
  rolesIn: (workspace: string) => `Roles in ${workspace}`,
  rolesHelp: 'What the person sees and can do comes from here alone.',
  missingRoles: 'Choose at least one role.',
  leastRole: 'Start with the role that fits the job and includes the least.',
  firstPassword: 'First password',
  repeatPassword: 'First password, again',
  passwordHelp: 'Hand it over yourself; it is in no mail.',
  mustChange: 'Has to be changed at the first sign-in',
  mustChangeHelp: 'Only the person knows it from then on.',
  active: 'Active',
  activeHelp: 'Whoever is not active cannot sign in here. What they did and made stays.',
  missing: (label: string) => `${label} is needed.`,
  added: (name: string) => `${name} was added.`,
  saved: (name: string) => `${name} is saved.`,
  invitedHeading: 'Invited instead',
  invitedText: (email: string) =>
    `${email} belongs to an account that is in use elsewhere, which only its own person can bring here. They were invited, and join with the password they have.`,
  alreadyInvited: (email: string) =>
    `${email} belongs to an account that is in use elsewhere and is invited already.`,
  notInvited: (email: string) => `${email} could not be invited.`,
  outcomes: {
    invited: 'invited',
    already_member: 'is here already',
    deactivated: 'is here already, without access',
    already_invited: 'is invited already',
    invalid: 'could not be invited',
    duplicate: 'could not be invited',
    not_allowed: 'could not be invited',
  } satisfies Record<InvitationOutcome, string>,
  link: 'The link of the invitation, to hand over',
  copyLink: 'Copy link',
  linkCopied: 'The link was copied.',
} as const);
