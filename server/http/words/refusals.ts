// The refusals that can be read on a served page, and how a page finds its sentence for one. Knows no language.
import type { ErrorCode } from '../../../shared/errors.ts';

/** The codes that a page can show. */
export const PAGE_CODES = [
  'not_signed_in',
  'token_invalid',
  'not_a_member',
  'actor_deactivated',
  'not_granted',
  'not_in_policy',
  'people_from_provider',
  'account_is_shared',
  'account_action_by_host',
  'workspace_archived',
  'workspace_not_found',
  'sign_in_failed',
  'sign_in_link_expired',
  'fresh_sign_in_required',
  'password_wrong',
  'password_too_weak',
  'password_common',
  'password_mismatch',
  'password_unchanged',
  'password_change_required',
  'setup_closed',
  'provider_not_found',
  'provider_unreachable',
  'provider_refused',
  'provider_person_unknown',
  'provider_person_refused',
  'provider_full',
  'already_connected',
  'mail_not_set_up',
  'link_invalid',
  'link_expired',
  'link_used',
  'link_replaced',
  'invitation_revoked',
  'inviter_may_not',
  'sign_in_as_invitee',
  'signed_in_as_other',
  'changed_meanwhile',
  'already_exists',
  'input_invalid',
  'name_invalid',
  'email_invalid',
  'rate_limited',
  'busy',
  'storage_full',
  'internal',
] as const satisfies readonly ErrorCode[];

/** A refusal that a page has a sentence for. */
export type PageCode = (typeof PAGE_CODES)[number];

/** The title (where it has one of its own) and the sentence of every such refusal. */
export type Refusals = Readonly<Record<PageCode, { readonly title?: string; readonly text: string }>>;

/** What a page says of `code`; of anything that never reaches one, that it did not work. */
export function refusalOf(refusals: Refusals, code: ErrorCode): { title?: string; text: string } {
  return Object.hasOwn(refusals, code) ? refusals[code as PageCode] : refusals.internal;
}
