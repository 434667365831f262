// What tests say about refusals.
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** A check for `assert.rejects`: whether an error is the refusal `code`. */
export function isRefusal(code: ErrorCode): (error: unknown) => boolean {
  return (error) => {
    // Anything else is thrown on, so that the test shows what really happened.
    if (!(error instanceof AppError)) throw error;
    if (error.code !== code)
      throw new Error(`Refused by ${error.code} where ${code} was expected`, { cause: error });
    return true;
  };
}

/** The code of a settled promise's refusal; null where it was fulfilled. Throws on what is no refusal. */
export function codeOf(result: PromiseSettledResult<unknown>): ErrorCode | null {
  if (result.status === 'fulfilled') return null;
  if (result.reason instanceof AppError) return result.reason.code;
  throw result.reason;
}
