// Journeys to a provider and back: what must match on return, once, in the browser that began. Rows to domain and back; all of it is sealed.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ProviderId, WorkspaceId } from '../../shared/ids.ts';
import type { ProviderTest } from '../../shared/providers/provider.ts';
import type { Sql } from '../db/database.ts';
import { first, run } from '../db/database.ts';
import type { Sealer } from '../settings/seal.ts';
import type { Person } from './person.ts';

/** What a journey is for. */
export type AttemptMode = 'sign-in' | 'connect' | 'test';

/** What belongs to a journey. */
export interface AttemptData {
  readonly mode: AttemptMode;
  /** Where to go afterwards, checked before; '' for where everybody goes. */
  readonly to: string;
  /** Whose journey it is where that matters: the account that connects, or who tests. */
  readonly by: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Whom the provider vouched for, until that is used. */
  readonly person?: Person;
  /** What a test brought back. */
  readonly test?: ProviderTest;
}

/** A journey. */
export interface Attempt extends AttemptData {
  /** Travels as `state` of OAuth and, behind an underscore, as id of a SAML request. */
  readonly id: string;
  readonly providerId: ProviderId;
  readonly workspaceId: WorkspaceId;
  readonly browserHash: string;
  /** The data as it is stored, to change it only where it is still the same. */
  readonly stored: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** How long a journey may take, in milliseconds. */
export const ATTEMPT_LIFE = 10 * 60_000;
/** How long what a SAML provider posted waits for its browser, in milliseconds. */
export const RESULT_LIFE = 60_000;

/** A number that nobody guesses: 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a browser's cookie. */
export function browserHash(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url');
}

/** Whether the journey began in the browser that holds `cookie`. */
export function isBrowserOf(attempt: Attempt, cookie: string | undefined): boolean {
  if (cookie === undefined || attempt.browserHash === '') return false;
  return timingSafeEqual(Buffer.from(browserHash(cookie)), Buffer.from(attempt.browserHash));
}

function seal(sealer: Sealer, id: string, data: AttemptData): string {
  return sealer.seal(`sign-on:${id}`, JSON.stringify(data));
}

/** Adds a journey. */
export async function insertAttempt(
  sql: Sql,
  sealer: Sealer,
  attempt: AttemptData & Pick<Attempt, 'id' | 'providerId' | 'browserHash' | 'expiresAt'>,
): Promise<void> {
  const { id, providerId, browserHash, expiresAt, ...data } = attempt;
  await run(
    sql,
    'INSERT INTO sign_on_attempts (id, provider_id, data, browser_hash, expires_at) VALUES (?, ?, ?, ?, ?)',
    [id, providerId, seal(sealer, id, data), browserHash, expiresAt],
  );
}

/** The journey `id`, unless it is over. */
export async function attemptById(
  sql: Sql,
  sealer: Sealer,
  id: string,
  now: number,
): Promise<Attempt | undefined> {
  const row = await first<Omit<Attempt, keyof AttemptData>>(
    sql,
    `SELECT a.id, a.provider_id AS providerId, p.workspace_id AS workspaceId, a.browser_hash AS browserHash, a.data AS stored,
            a.expires_at AS expiresAt, a.used_at AS usedAt
     FROM sign_on_attempts a JOIN providers p ON p.id = a.provider_id WHERE a.id = ? AND a.expires_at > ?`,
    [id, now],
  );
  return row && { ...row, ...(JSON.parse(sealer.unseal(`sign-on:${id}`, row.stored)) as AttemptData) };
}

/** Binds a journey that was prepared without one to the first browser that sets out. @returns Whether it was the first. */
export async function bindBrowser(sql: Sql, id: string, hash: string): Promise<boolean> {
  return (
    (await run(sql, "UPDATE sign_on_attempts SET browser_hash = ? WHERE id = ? AND browser_hash = ''", [
      hash,
      id,
    ])) === 1
  );
}

/** Takes the provider's answer: once (SEC_S03). @returns Whether it was the first. */
export async function takeAnswer(sql: Sql, id: string, now: number): Promise<boolean> {
  return (
    (await run(
      sql,
      'UPDATE sign_on_attempts SET used_at = ?1 WHERE id = ?2 AND used_at IS NULL AND expires_at > ?1',
      [now, id],
    )) === 1
  );
}

/** Keeps what came back with the journey. @returns Whether it was still as read. */
export async function keepResult(
  sql: Sql,
  sealer: Sealer,
  attempt: Attempt,
  { data, now, until }: { data: AttemptData; now: number; until: number },
): Promise<boolean> {
  return (
    (await run(
      sql,
      'UPDATE sign_on_attempts SET data = ?, used_at = ?, expires_at = ? WHERE id = ? AND data = ?',
      [seal(sealer, attempt.id, data), now, until, attempt.id, attempt.stored],
    )) === 1
  );
}

/** Ends the journey. @returns Whether it was still there: of two at once, one is told so. */
export async function endAttempt(sql: Sql, id: string): Promise<boolean> {
  return (await run(sql, 'DELETE FROM sign_on_attempts WHERE id = ?', [id])) === 1;
}
