// Tries a call again where no answer came, and turns what went wrong into a Failure. Knows no transport.
import { Failure } from '../failure.ts';

/** How often a call is tried again when its answer was lost: a write has its key, so that it happens once all the same. */
export const RETRIES = { read: 1, write: 2 } as const;

const FIRST_PAUSE = 400;

/** Calls `attempt` until it is answered, refused or given up. @throws {Failure} always of this kind. */
export async function withAttempts<Answer>(
  retries: number,
  signal: AbortSignal | undefined,
  attempt: () => Promise<Answer>,
): Promise<Answer> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const failure = signal?.aborted === true ? new Failure('aborted') : asFailure(error);
      // Only a lost answer is asked for again; whatever the server has said stands.
      if (failure.code !== 'offline' || tried >= retries) throw failure;
      await pause(FIRST_PAUSE * 3 ** tried, signal);
    }
  }
}

/** The refusal that the server gave, or `offline` where it gave none. */
function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('offline');
}

function pause(time: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(new Failure('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, time);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}
