// The one table of everything that can be refused: code -> kind and sentence. Denial reasons and error codes share it.

/** What sort of refusal a code is; the transport maps each kind to one status. */
export type ErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'precondition'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'limit'
  | 'unavailable';

interface ErrorRow {
  readonly kind: ErrorKind;
  /** One sentence for a person, saying what to do where there is something to do. */
  readonly text: string;
}

/** Every refusal of the product. A decision's reason is a key of this table, and so is the wire's error code. */
export const ERRORS = {
  // Who is asking
  not_signed_in: { kind: 'unauthenticated', text: 'Sign in to continue.' },
  token_invalid: {
    kind: 'unauthenticated',
    text: 'This session is no longer valid. Reload the page to continue.',
  },
  not_a_member: { kind: 'forbidden', text: 'You are not a member of this workspace.' },
  actor_deactivated: {
    kind: 'forbidden',
    text: 'Your access to this workspace is switched off. Ask an administrator to restore it.',
  },

  // Decisions
  not_granted: { kind: 'forbidden', text: 'Your role does not include this.' },
  not_in_policy: { kind: 'forbidden', text: 'This is not part of how people are managed here.' },
  is_self: { kind: 'forbidden', text: 'You cannot do this to yourself.' },
  outranked: { kind: 'forbidden', text: 'This person has a role that is not yours to manage.' },
  role_not_yours_to_give: { kind: 'forbidden', text: 'This role is not yours to give.' },
  role_unknown: { kind: 'invalid', text: 'There is no such role here.' },
  role_not_assignable: { kind: 'invalid', text: 'This role cannot be given to a person.' },
  role_home_only: {
    kind: 'precondition',
    text: 'This role counts in every workspace, so it is given in the main workspace only.',
  },
  role_built_in: {
    kind: 'precondition',
    text: 'Roles that come with the product stay as they are. Duplicate this one and change the copy.',
  },
  role_in_use: {
    kind: 'precondition',
    text: 'People or invitations still have this role. Choose the role they get instead.',
  },
  role_name_invalid: {
    kind: 'invalid',
    text: 'Enter a name of 1 to 50 characters without control characters.',
  },
  role_name_taken: { kind: 'conflict', text: 'Another role has this name already. Choose another one.' },
  too_many_roles: {
    kind: 'precondition',
    text: 'There are 100 roles of your own already. Delete one that nobody needs.',
  },
  capability_unknown: { kind: 'invalid', text: 'There is no such right here that a role could have.' },
  capability_not_held: {
    kind: 'forbidden',
    text: 'A role can only include what you may do yourself.',
  },
  role_required: { kind: 'invalid', text: 'Choose a role.' },
  one_role_only: { kind: 'invalid', text: 'A person has exactly one role here.' },
  last_in_charge: {
    kind: 'precondition',
    text: 'Somebody has to stay in charge. Give this role to another active person first.',
  },
  already_deactivated: { kind: 'precondition', text: 'This person is already deactivated.' },
  already_active: { kind: 'precondition', text: 'This person is already active.' },
  member_deactivated: { kind: 'precondition', text: 'This person is not active. Reactivate them first.' },
  people_from_provider: {
    kind: 'precondition',
    text: 'People come from your identity provider here. Change this there.',
  },
  roles_from_provider: {
    kind: 'precondition',
    text: 'This person’s role comes from your identity provider. Change it there.',
  },
  not_home: { kind: 'forbidden', text: 'This is set for all workspaces together, in the main workspace.' },
  account_is_shared: {
    kind: 'precondition',
    text: 'This account is used in other workspaces too. Only its own person can change it, signed in directly.',
  },
  role_unchanged: { kind: 'precondition', text: 'This person already has this role.' },
  workspace_archived: {
    kind: 'precondition',
    text: 'This workspace is archived. Restore it to make changes.',
  },
  workspace_not_archived: { kind: 'precondition', text: 'Archive this workspace before deleting it.' },

  // Signing in
  sign_in_failed: {
    kind: 'unauthenticated',
    text: 'That did not work. Check what you entered, or have a sign-in link sent to you.',
  },
  sign_in_link_expired: { kind: 'precondition', text: 'This link has expired. Ask for a new one.' },
  fresh_sign_in_required: { kind: 'forbidden', text: 'Confirm that it is you to continue.' },
  password_wrong: { kind: 'precondition', text: 'The current password is not right.' },
  password_too_weak: { kind: 'invalid', text: 'This password does not fulfil every rule below.' },
  password_common: {
    kind: 'invalid',
    text: 'This password is among the first that are tried. Choose another one.',
  },
  password_mismatch: { kind: 'invalid', text: 'The two passwords are not the same.' },
  password_unchanged: { kind: 'invalid', text: 'Choose a password that is not the current one.' },
  password_change_required: { kind: 'precondition', text: 'Choose a new password to continue.' },
  username_invalid: {
    kind: 'invalid',
    text: 'A username has 3 to 50 letters, digits, dots, dashes or underscores, a letter first.',
  },
  username_locked: { kind: 'precondition', text: 'A username stays as it was first chosen.' },
  email_unchanged: { kind: 'invalid', text: 'This is the address already.' },
  account_action_by_host: {
    kind: 'forbidden',
    text: 'This belongs to your account. Sign in here directly to change it.',
  },
  setup_closed: { kind: 'forbidden', text: 'This is set up already. Sign in instead.' },
  session_not_found: { kind: 'not_found', text: 'This session has ended already.' },

  // Identity providers and settings
  provider_not_found: { kind: 'not_found', text: 'This identity provider is no longer set up here.' },
  too_many_providers: {
    kind: 'precondition',
    text: 'There are 50 identity providers already. Remove one that nobody needs.',
  },
  provider_unreachable: {
    kind: 'unavailable',
    text: 'The identity provider could not be reached. Try again, or sign in another way.',
  },
  provider_refused: {
    kind: 'precondition',
    text: 'The identity provider did not confirm who you are. Try again.',
  },
  provider_address_refused: {
    kind: 'invalid',
    text: 'This address cannot be used. Enter a public https address.',
  },
  provider_person_unknown: {
    kind: 'forbidden',
    text: 'Nobody here is connected to this yet. Sign in another way once, then connect it under Account.',
  },
  provider_person_refused: {
    kind: 'forbidden',
    text: 'You cannot sign in this way. Ask an administrator.',
  },
  provider_full: {
    kind: 'precondition',
    text: 'No more people can join through this sign-in. Ask an administrator.',
  },
  connection_not_found: { kind: 'not_found', text: 'This connection no longer exists.' },
  connection_is_last: {
    kind: 'precondition',
    text: 'This is your only way to sign in. Add another one first.',
  },
  already_connected: {
    kind: 'conflict',
    text: 'This sign-in is connected to another account already.',
  },
  domain_not_proved: {
    kind: 'precondition',
    text: 'The record was not found yet. It can take some time until it is visible everywhere.',
  },
  too_many_domains: {
    kind: 'precondition',
    text: 'There are 200 domains already. Remove one that nobody needs.',
  },
  mail_not_set_up: { kind: 'precondition', text: 'No mail server is set up yet.' },
  mail_password_needed: {
    kind: 'invalid',
    text: 'A password stays with the mail server and the user it was entered for. Enter it again.',
  },
  mail_password_unprotected: {
    kind: 'invalid',
    text: 'A password needs an encrypted connection. Choose one, or leave the user empty.',
  },
  mail_not_delivered: { kind: 'precondition', text: 'The mail server did not take the test e-mail.' },
  key_is_shared: {
    kind: 'precondition',
    text: 'This key serves other workspaces too, so it can only be changed where all of them are run.',
  },

  // Absence
  member_not_found: { kind: 'not_found', text: 'This person is no longer here.' },
  invitation_not_found: { kind: 'not_found', text: 'This invitation no longer exists.' },
  workspace_not_found: { kind: 'not_found', text: 'There is no such workspace.' },
  host_key_not_found: { kind: 'not_found', text: 'There is no such key, or it was revoked.' },
  resource_not_found: { kind: 'not_found', text: 'This resource no longer exists.' },

  // Invitations and links
  link_invalid: { kind: 'not_found', text: 'This link does not work. Ask for a new one.' },
  link_expired: { kind: 'precondition', text: 'This link has expired. Ask for a new invitation.' },
  link_used: { kind: 'precondition', text: 'This link has already been used.' },
  link_replaced: {
    kind: 'precondition',
    text: 'A newer link was made for this invitation. Use the newest one you received.',
  },
  invitation_revoked: { kind: 'precondition', text: 'This invitation was withdrawn.' },
  invitation_not_pending: { kind: 'precondition', text: 'This invitation is no longer pending.' },
  inviter_may_not: {
    kind: 'precondition',
    text: 'Whoever invited you can no longer give this role. Ask for a new invitation.',
  },
  sign_in_as_invitee: {
    kind: 'precondition',
    text: 'This address already has an account. Sign in to it, then open this link again.',
  },
  signed_in_as_other: {
    kind: 'precondition',
    text: 'You are signed in with another address. Sign out, then open this link again.',
  },

  // Writes
  changed_meanwhile: {
    kind: 'conflict',
    text: 'Somebody else changed this in the meantime. You now see the current state.',
  },
  idempotency_mismatch: { kind: 'conflict', text: 'This request was already used for something else.' },
  already_exists: { kind: 'conflict', text: 'This already exists.' },

  // Access reviews
  review_not_found: { kind: 'not_found', text: 'This review no longer exists.' },
  review_closed: { kind: 'precondition', text: 'This review is closed.' },
  review_open_items: {
    kind: 'precondition',
    text: 'Some people are not decided yet. Keep or revoke each before you close the review.',
  },
  review_not_yours: { kind: 'forbidden', text: 'Somebody else was asked to decide in this review.' },
  review_empty: { kind: 'precondition', text: 'Nobody is in this scope. Choose other people.' },
  review_too_large: {
    kind: 'invalid',
    text: 'At most 10,000 people can be reviewed at once. Choose fewer, for example by role.',
  },
  review_item_revoked: {
    kind: 'precondition',
    text: 'This person’s access was taken away already. Give it back under Users first.',
  },

  // A database that follows the grid
  database_not_managed: { kind: 'precondition', text: 'Nothing beyond this place follows what is set here.' },
  database_unavailable: {
    kind: 'unavailable',
    text: 'There is no answer at the moment. Try again in a while.',
  },
  database_table_busy: {
    kind: 'unavailable',
    text: 'Somebody was using it, so it was left as it was. Try again in a while.',
  },
  database_refused: {
    kind: 'precondition',
    text: 'The change was refused, so nothing was changed. Whoever runs the application can see why.',
  },
  database_differs: {
    kind: 'precondition',
    text: 'This has to be settled by whoever runs the application.',
  },

  // Input and limits
  input_invalid: { kind: 'invalid', text: 'Some of this is not valid. Check what you entered.' },
  too_many_addresses: { kind: 'invalid', text: 'At most 10,000 addresses can be invited at once.' },
  no_valid_address: { kind: 'invalid', text: 'None of these addresses can be invited.' },
  name_invalid: { kind: 'invalid', text: 'Enter a name of 1 to 100 characters without control characters.' },
  email_taken: {
    kind: 'conflict',
    text: 'Somebody with this e-mail address is already here.',
  },
  username_taken: { kind: 'conflict', text: 'Somebody has this username already. Choose another one.' },
  external_id_differs: {
    kind: 'conflict',
    text: 'This person is known under another external reference here.',
  },
  email_not_by_import: {
    kind: 'precondition',
    text: 'An import does not change addresses. Change it at the person, or take the address out of the list.',
  },
  row_repeated: { kind: 'invalid', text: 'This person stands in the list more than once.' },
  status_unknown: { kind: 'invalid', text: 'Write “active” or “deactivated”.' },
  field_required: { kind: 'invalid', text: 'Fill in every field that is required.' },
  field_unknown: { kind: 'invalid', text: 'There is no such field here.' },
  email_invalid: { kind: 'invalid', text: 'Enter a complete e-mail address.' },
  rate_limited: { kind: 'limit', text: 'This was done too often in a short time. Try again later.' },
  busy: { kind: 'unavailable', text: 'The server is busy. Try again in a moment.' },
  storage_full: {
    kind: 'unavailable',
    text: 'The server has no room to store this. Nothing was changed. Try again later.',
  },
  internal: {
    kind: 'unavailable',
    text: 'Something went wrong on our side. Nothing was changed. Try again.',
  },
} as const satisfies Record<string, ErrorRow>;

/** The code of a refusal; also the reason of a denial. */
export type ErrorCode = keyof typeof ERRORS;

/** A refusal that a person can be told about. Use-cases throw it; the transport translates it once. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** What the other side needs beside the code, for example the fresh value after a conflict. Never a secret. */
  readonly details: unknown;

  constructor(code: ErrorCode, details?: unknown) {
    super(ERRORS[code].text);
    this.code = code;
    this.details = details;
  }

  /** The kind of this refusal. */
  get kind(): ErrorKind {
    return ERRORS[this.code].kind;
  }
}

/** Throws the refusal `code`; usable as an expression after `??`. */
export function fail(code: ErrorCode, details?: unknown): never {
  throw new AppError(code, details);
}

/** Whether `code` is one of ours. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}
