// Signing in with a password: one answer and one time for everybody who does not come in, whatever the reason.
import type { SignInWithPassword } from '../../shared/contract/sign-in.ts';
import { fail } from '../../shared/errors.ts';
import { renewPasswordHash } from '../accounts/store.ts';
import { recordSignIn } from '../activity/record.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { renewedHash, verifyPassword } from '../passwords/hash.ts';
import type { AttemptLimits, Counters } from './attempts.ts';
import { attempting, countAttempt, countersOf } from './attempts.ts';
import { enter } from './enter.ts';
import type { FormWish } from './form.ts';
import { keepSession } from './form.ts';
import type { Named } from './login.ts';
import { readLogin } from './login.ts';
import { assertOwnPage } from './own-page.ts';
import type { Candidate } from './store.ts';
import { hasPasswordHash, mayEnterSince } from './store.ts';
import { safeTarget } from './target.ts';

/** Where to go from here; null where the caller named no place and stays. */
export interface SignedIn {
  readonly to: string | null;
  /** Whether a new password has to be chosen before anything else. */
  readonly mustChangePassword: boolean;
}

const LIMITS: AttemptLimits = {
  person: 'wrongPasswords',
  network: 'wrongPasswordsOfNetwork',
  device: 'wrongPasswordsOfDevice',
};

/**
 * Signs in with address or username and the password exactly as typed.
 * @param form - Where a page may send the same wish twice; the second one has to be right as well.
 * @throws {AppError} `sign_in_failed` for a wrong password, and alike for somebody unknown, deactivated, without a password,
 * of a provider, or tried too often by strangers; `rate_limited` where the network or the own browser tried too often;
 * `not_in_policy`; `not_signed_in` from a page that is not ours.
 */
export async function signInWithPassword(
  ctx: UseCaseContext,
  { login, password, to }: SignInWithPassword,
  form?: FormWish,
): Promise<SignedIn> {
  assertOwnPage(ctx);
  if (!ctx.policy.policy.identity.ways.includes('password')) fail('not_in_policy');
  const named = await readLogin(ctx, ctx.read, login);
  const { own, person } = countersOf(ctx, named, LIMITS);
  const isIn = await attempting(ctx, [...own, ...person], async (full) => {
    for (const [limited] of own)
      if (full.has(limited)) fail('rate_limited', { limited, retryAfter: full.get(limited) });
    // Strangers tried this person too often. Nothing says so: it would tell that there is somebody, and when to go on.
    const isShut = person.some(([limited]) => full.has(limited));
    return attempt(ctx, named, {
      password,
      isShut,
      counters: isShut ? own : [...own, ...person],
      form,
    });
  });
  if (!isIn) fail('sign_in_failed');
  keepSession(ctx, form);
  return {
    to: to === undefined ? null : safeTarget(to, ctx.settings),
    mustChangePassword: named.candidate!.mustChangePassword,
  };
}

interface Attempt {
  readonly password: string;
  /** Whether nothing can be right. */
  readonly isShut: boolean;
  /** What a failure counts under. */
  readonly counters: Counters;
  readonly form: FormWish | undefined;
}

async function attempt(
  ctx: UseCaseContext,
  { candidate }: Named,
  { password, isShut, counters, form }: Attempt,
): Promise<boolean> {
  // Always one, also where nothing could be right, and outside the queue of writes: it takes its time.
  const isRight = await verifyPassword(isShut ? null : (candidate?.passwordHash ?? null), password);
  if (isRight && candidate?.mayEnter === true && (await comeIn(ctx, candidate, password, form))) return true;
  await ctx.write({ action: 'account.sign-in', input: null }, async (tx) => {
    await countAttempt(tx, counters, { by: 'password', target: candidate?.id ?? 'nobody' });
    if (!isShut) await noteFailure(ctx, tx, candidate);
  });
  return false;
}

/** @returns Whether what was found before the password was verified is still so, and the person is in. */
async function comeIn(
  ctx: UseCaseContext,
  candidate: Candidate,
  password: string,
  form: FormWish | undefined,
): Promise<boolean> {
  const { id } = candidate;
  const hash = candidate.passwordHash!;
  const renewed = await renewedHash(hash, password);
  const wish = { action: 'account.sign-in', input: { id }, idempotencyKey: form?.idempotencyKey } as const;
  return ctx.write(wish, async (tx) => {
    if (!(await mayEnterSince(tx.sql, id, tx.now)) || !(await hasPasswordHash(tx.sql, id, hash)))
      return false;
    if (renewed !== null) await renewPasswordHash(tx.sql, id, { from: hash, to: renewed });
    await enter(ctx, tx, { accountId: id, startedBy: 'password', ...(form && { token: form.session }) });
    return true;
  });
}

async function noteFailure(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  candidate: Candidate | undefined,
): Promise<void> {
  if (candidate !== undefined)
    await recordSignIn(ctx, tx, { accountId: candidate.id, by: 'password', isOk: false });
  await tx.audit({
    action: 'account.sign-in-failed',
    target: { kind: 'account', id: candidate?.id ?? 'nobody' },
    after: { by: 'password' },
  });
}
