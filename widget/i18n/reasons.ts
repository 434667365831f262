// The sentences of refusals as a file of their own, so that no byte of them delays the first rows.
import { ERRORS } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** The sentence of each refusal in English; the build keeps of the table only these. */
export const REASONS = Object.fromEntries(
  Object.entries(ERRORS).map(([code, { text }]) => [code, text]),
) as Readonly<Record<ErrorCode, string>>;
