// What a call that failed looks like to the elements. No transport in here.
import type { ErrorCode } from '../shared/errors.ts';

/** Why a call failed: a refusal of the server by its code, the way to it, or the page that did not let it happen. */
export type FailureCode = ErrorCode | 'offline' | 'aborted' | 'prevented';

/** A call that did not do what was asked. `details` carries what the code promises, such as the fresh value after a conflict. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly details: unknown;

  constructor(code: FailureCode, details?: unknown) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The failure that `error` stands for; anything unknown is `internal`, so that no foreign message reaches a person. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof DOMException && error.name === 'AbortError') return new Failure('aborted');
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return new Failure(codeOf(code));
}

/** A code as it came over the wire. One that only another version knows stays, with the neutral sentence; what is no code is `internal`. */
export function codeOf(code: unknown): FailureCode {
  return typeof code === 'string' && /^[a-z_]+$/.test(code) ? (code as FailureCode) : 'internal';
}

/** Whose code is there, for every element of the page. */
const fetchedBy = new Set<() => unknown>();

/** What `load` fetches, which is the same function every time. @throws {Failure} `offline` where it cannot be fetched, which is what being offline looks like. */
export async function fetched<Code>(load: () => Promise<Code>): Promise<Code> {
  // Chromium never asks again for code that once could not be fetched, so nothing is asked for in vain.
  if (navigator.onLine || isFetched(load))
    try {
      const code = await load();
      fetchedBy.add(load);
      return code;
    } catch {
      // As without a connection.
    }
  throw new Failure('offline');
}

/** Whether the code that `load` fetches is there. */
export function isFetched(load: () => unknown): boolean {
  return fetchedBy.has(load);
}
