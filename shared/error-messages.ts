// The sentence that goes out with a refusal. Pure: no I/O; the codes and their sentences stand in errors.ts.
import type { ErrorCode } from './errors.ts';
import { ERRORS } from './errors.ts';

/** What whoever writes a client is told of a request that is none of ours, by its status. People read the sentences of `ERRORS`. */
const REQUEST_TEXTS: Readonly<Record<number, string>> = {
  400: 'This request could not be read. Send JSON, and at most 10 procedures at once.',
  404: 'There is nothing at this address.',
  405: 'Ask queries by GET and mutations by POST.',
  413: 'This is more than one request may hold. Send less at once.',
  415: 'Send this as application/json.',
};

/** The sentence where a request was refused before anything that stands in it was looked at. */
export function messageOf(code: ErrorCode, status: number): string {
  return (code === 'input_invalid' ? REQUEST_TEXTS[status] : undefined) ?? ERRORS[code].text;
}
