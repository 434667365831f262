// Which refusals are about the new password of a form, so that the form says so at its field.
import { AppError } from '../../shared/errors.ts';
import type { PasswordTrouble } from './page-forms.ts';

/** What is wrong with the new password; undefined where something else is. */
export function troubleIn(error: unknown): PasswordTrouble['code'] | undefined {
  if (!(error instanceof AppError)) return undefined;
  switch (error.code) {
    case 'password_too_weak':
    case 'password_common':
    case 'password_mismatch':
    case 'password_unchanged':
      return error.code;
    default:
      return undefined;
  }
}
