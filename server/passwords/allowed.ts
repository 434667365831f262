// Whether a password may be taken: by the rules of the policy, entered twice, and not one that everybody tries.
import { fail } from '../../shared/errors.ts';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import { checkRules, passwordProblem } from '../../shared/passwords/rules.ts';
import { isCommonPassword } from './common.ts';

/**
 * Refuses a password that cannot be taken. Details name rules, never what was entered.
 * @throws {AppError} `not_in_policy` where nobody has one; `password_too_weak` with the rules that are not met; `password_mismatch`; `password_common`.
 */
export async function assertPasswordAllowed(
  rules: PasswordRules | null,
  password: string,
  confirmation: string,
): Promise<void> {
  if (rules === null) fail('not_in_policy');
  const problem = passwordProblem(rules, password, confirmation);
  if (problem === 'password_too_weak')
    fail(problem, {
      field: 'password',
      rules: checkRules(rules, password).flatMap(({ rule, isMet }) => (isMet ? [] : [rule])),
    });
  if (problem !== null) fail(problem, { field: 'confirmation' });
  if (await isCommonPassword(password)) fail('password_common', { field: 'password' });
}
