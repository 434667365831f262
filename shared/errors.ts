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
  role_required: { kind: 'invalid', text: 'Choose a role.' },
  one_role_only: { kind: 'invalid', text: 'A person has exactly one role here.' },
  last_in_charge: {
    kind: 'precondition',
    text: 'Somebody has to stay in charge. Give this role to another active person first.',
  },
  already_deactivated: { kind: 'precondition', text: 'This person is already deactivated.' },
  already_active: { kind: 'precondition', text: 'This person is already active.' },
  member_deactivated: { kind: 'precondition', text: 'This person is deactivated. Reactivate them first.' },
  role_unchanged: { kind: 'precondition', text: 'This person already has this role.' },
  workspace_archived: {
    kind: 'precondition',
    text: 'This workspace is archived. Restore it to make changes.',
  },
  workspace_not_archived: { kind: 'precondition', text: 'Archive this workspace before deleting it.' },

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

  // Input and limits
  input_invalid: { kind: 'invalid', text: 'Some of this is not valid. Check what you entered.' },
  too_many_addresses: { kind: 'invalid', text: 'At most 10,000 addresses can be invited at once.' },
  no_valid_address: { kind: 'invalid', text: 'None of these addresses can be invited.' },
  name_invalid: { kind: 'invalid', text: 'Enter a name of 1 to 100 characters without control characters.' },
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
