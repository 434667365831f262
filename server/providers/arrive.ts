// The way back from a provider: one answer for each journey, in the browser that began it.
import type { ErrorCode } from '../../shared/errors.ts';
import { AppError, fail } from '../../shared/errors.ts';
import type { ProviderId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { safeTarget } from '../sign-in/target.ts';
import type { Attempt, AttemptData } from './attempts.ts';
import {
  ATTEMPT_LIFE,
  RESULT_LIFE,
  attemptById,
  endAttempt,
  isBrowserOf,
  keepResult,
  takeAnswer,
} from './attempts.ts';
import { comeIn } from './come-in.ts';
import type { Person } from './person.ts';
import { isOwnFault, problemOf, refusalOf } from './problem.ts';
import { personOf, samlOf } from './reach.ts';
import { attemptOf, samlPerson } from './saml.ts';
import type { StoredProvider } from './store.ts';
import { providerById } from './store.ts';
import { testFailed, testOf } from './test.ts';

/** Where a journey ended. */
export type Arrival =
  | { readonly is: 'in'; readonly to: string }
  | { readonly is: 'refused'; readonly code: ErrorCode }
  /** The person has to confirm that this identity is to be connected. */
  | { readonly is: 'connecting'; readonly attemptId: string }
  | { readonly is: 'tested'; readonly isOk: boolean };

/**
 * Takes what a provider sent the browser back with (SEC_S03).
 * @param query - The query of the callback, with its question mark.
 * @throws {AppError} `provider_refused` for a journey that is not known, over, answered, of another provider or of another browser.
 */
export async function arriveByCallback(
  ctx: UseCaseContext,
  { providerId, query, browser }: { providerId: ProviderId; query: string; browser: string | undefined },
): Promise<Arrival> {
  const states = new URLSearchParams(query).getAll('state');
  const attempt = states.length === 1 ? await attemptOfBrowser(ctx, states[0]!, browser) : undefined;
  if (attempt?.providerId !== providerId || attempt.usedAt !== null) return fail('provider_refused');
  const provider = (await providerById(ctx.read, providerId)) ?? fail('provider_not_found');
  // One answer only, also where it turns out to be none; before anything is asked of the provider with it.
  const isFirst = await ctx.write({ action: 'account.sign-in', input: null }, (tx) =>
    takeAnswer(tx.sql, attempt.id, tx.now),
  );
  if (!isFirst) fail('provider_refused');
  try {
    return await settle(ctx, provider, attempt, await personOf(ctx, provider, attempt, query));
  } catch (error) {
    if (isOwnFault(error) || (error instanceof AppError && error.code !== 'provider_refused')) throw error;
    return missed(ctx, attempt, error);
  }
}

/**
 * Takes what a SAML provider had the browser post. It comes from another site and so without a cookie: who it vouches for waits a
 * minute for the browser that began (SEC_S07).
 * @returns The id of the journey, which opens nothing by itself.
 * @throws {AppError} `provider_refused` for anything but the one answer to a journey of this provider that is under way.
 */
export async function keepResponse(
  ctx: UseCaseContext,
  { providerId, response }: { providerId: ProviderId; response: string },
): Promise<string> {
  const provider = (await providerById(ctx.read, providerId)) ?? fail('provider_not_found');
  const saml = samlOf(ctx, provider);
  const attempt = await attemptAnswered(ctx, response);
  if (attempt?.providerId !== providerId || attempt.usedAt !== null) return fail('provider_refused');
  const data = await verified(ctx, provider, attempt, () =>
    samlPerson(saml, attempt.id, response, ctx.now()),
  );
  const isFirst = await ctx.write({ action: 'account.sign-in', input: null }, (tx) => {
    const until = tx.now + (attempt.mode === 'sign-in' ? RESULT_LIFE : ATTEMPT_LIFE);
    return keepResult(tx.sql, ctx.sealer, attempt, { data, now: tx.now, until });
  });
  return isFirst ? attempt.id : fail('provider_refused');
}

/** Ends a journey whose answer waits, in the browser that began it. @throws {AppError} as `arriveByCallback`. */
export async function arriveByResult(
  ctx: UseCaseContext,
  { attemptId, browser }: { attemptId: string; browser: string | undefined },
): Promise<Arrival> {
  const attempt = await attemptOfBrowser(ctx, attemptId, browser);
  if (attempt === undefined || attempt.usedAt === null) return fail('provider_refused');
  if (attempt.test !== undefined) return { is: 'tested', isOk: attempt.test.isOk };
  if (attempt.person === undefined) return fail('provider_refused');
  if (attempt.mode === 'connect') return { is: 'connecting', attemptId };
  const provider = (await providerById(ctx.read, attempt.providerId)) ?? fail('provider_not_found');
  return enterOnce(ctx, provider, attempt, attempt.person);
}

/** The journey `id`, where it is the browser's that asks. */
export async function attemptOfBrowser(
  ctx: UseCaseContext,
  id: string,
  browser: string | undefined,
): Promise<Attempt | undefined> {
  const attempt = await attemptById(ctx.read, ctx.sealer, id, ctx.now());
  return attempt !== undefined && isBrowserOf(attempt, browser) ? attempt : undefined;
}

async function attemptAnswered(ctx: UseCaseContext, response: string): Promise<Attempt | undefined> {
  let id: string | undefined;
  try {
    id = attemptOf(response);
  } catch {
    // What is no response names no journey; nobody is told what is wrong with it.
    return fail('provider_refused');
  }
  return id === undefined ? undefined : attemptById(ctx.read, ctx.sealer, id, ctx.now());
}

/** What the journey keeps of an answer; for a test also where it turns out to be none. */
async function verified(
  ctx: UseCaseContext,
  provider: StoredProvider,
  attempt: Attempt,
  read: () => Promise<Person>,
): Promise<AttemptData> {
  const base = dataOf(attempt);
  try {
    const person = await read();
    return attempt.mode === 'test' ? { ...base, test: testOf(ctx, provider, person) } : { ...base, person };
  } catch (error) {
    if (isOwnFault(error)) throw error;
    if (attempt.mode !== 'test') return fail(refusalOf(error));
    return { ...base, test: testFailed(problemOf(error)) };
  }
}

/** Goes on with somebody whom a callback vouched for. */
async function settle(
  ctx: UseCaseContext,
  provider: StoredProvider,
  attempt: Attempt,
  person: Person,
): Promise<Arrival> {
  if (attempt.mode === 'sign-in') return enterOnce(ctx, provider, attempt, person);
  if (attempt.mode === 'connect') {
    await keep(ctx, attempt, { ...dataOf(attempt), person });
    return { is: 'connecting', attemptId: attempt.id };
  }
  const test = testOf(ctx, provider, person);
  await keep(ctx, attempt, { ...dataOf(attempt), test });
  return { is: 'tested', isOk: test.isOk };
}

/** What becomes of a journey whose answer was none: a test says why, everybody else is told to try again. */
export async function missed(ctx: UseCaseContext, attempt: Attempt, error: unknown): Promise<Arrival> {
  if (attempt.mode !== 'test') return { is: 'refused', code: refusalOf(error) };
  await keep(ctx, attempt, { ...dataOf(attempt), test: testFailed(problemOf(error)) });
  return { is: 'tested', isOk: false };
}

async function keep(ctx: UseCaseContext, attempt: Attempt, data: AttemptData): Promise<void> {
  await ctx.write({ action: 'account.sign-in', input: null }, (tx) =>
    keepResult(tx.sql, ctx.sealer, attempt, { data, now: tx.now, until: tx.now + ATTEMPT_LIFE }),
  );
}

/** Signs in, and ends the journey with it: of two at once, one comes in. */
async function enterOnce(
  ctx: UseCaseContext,
  provider: StoredProvider,
  attempt: Attempt,
  person: Person,
): Promise<Arrival> {
  const code = await ctx.write({ action: 'account.sign-in', input: null }, async (tx) => {
    if (!(await endAttempt(tx.sql, attempt.id))) fail('provider_refused');
    const now = (await providerById(tx.sql, provider.id)) ?? fail('provider_not_found');
    return comeIn(ctx, tx, now, person);
  });
  if (code !== null) return { is: 'refused', code };
  return { is: 'in', to: safeTarget(attempt.to === '' ? undefined : attempt.to, ctx.settings) };
}

function dataOf({ mode, to, by, nonce, verifier }: Attempt): AttemptData {
  return { mode, to, by, nonce, verifier };
}
