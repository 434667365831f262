// What a language has to say to be complete; the compiler holds each against it. Types only.
import type { PolicyWords } from '../i18n/language.ts';
import type { TextsOf } from '../i18n/speaker.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** What the first rows say, and what the ready policies name. */
export type FirstTexts = TextsOf<typeof import('../i18n/strings.ts')> &
  TextsOf<typeof import('../i18n/failure-strings.ts')> &
  TextsOf<typeof import('../i18n/format-strings.ts')> & { readonly policyWords: PolicyWords };

/** The sentences of refusals. */
export interface ReasonTexts {
  readonly REASONS: Readonly<Record<ErrorCode, string>>;
}

/** Everything else. Languages are called by their own names in each. */
export type RestTexts = ReasonTexts &
  Omit<TextsOf<typeof import('../i18n/account-strings.ts')>, 'LANGUAGE_NAMES'> &
  TextsOf<typeof import('../i18n/action-strings.ts')> &
  TextsOf<typeof import('../i18n/advice-strings.ts')> &
  TextsOf<typeof import('../i18n/audit-strings.ts')> &
  TextsOf<typeof import('../i18n/database-strings.ts')> &
  TextsOf<typeof import('../i18n/diagnosis-strings.ts')> &
  TextsOf<typeof import('../i18n/file-strings.ts')> &
  TextsOf<typeof import('../i18n/invitation-strings.ts')> &
  TextsOf<typeof import('../i18n/invite-place-strings.ts')> &
  TextsOf<typeof import('../i18n/note-strings.ts')> &
  TextsOf<typeof import('../i18n/offboard-strings.ts')> &
  TextsOf<typeof import('../i18n/page-strings.ts')> &
  TextsOf<typeof import('../i18n/permission-strings.ts')> &
  TextsOf<typeof import('../i18n/person-form-strings.ts')> &
  TextsOf<typeof import('../i18n/place-strings.ts')> &
  TextsOf<typeof import('../i18n/resource-strings.ts')> &
  TextsOf<typeof import('../i18n/review-strings.ts')> &
  TextsOf<typeof import('../i18n/role-strings.ts')> &
  TextsOf<typeof import('../i18n/settings-strings.ts')>;

/** What the element that only signs in says. */
export type SignInTexts = TextsOf<typeof import('../i18n/sign-in-strings.ts')> &
  TextsOf<typeof import('../i18n/failure-strings.ts')> &
  TextsOf<typeof import('../i18n/format-strings.ts')>;
