// The signature of a host token: by which key, of which generation, for this server, and in its time. Says nothing of whom it names.
import type { JWTPayload } from 'jose';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { fail } from '../../shared/errors.ts';
import type { HostKeyId } from '../../shared/ids.ts';
import type { Sql } from '../db/database.ts';
import { first } from '../db/database.ts';
import { hostKeySecret } from './host-keys.ts';

/** The longest life of a host token, in seconds. */
const MAX_LIFE = 15 * 60;
/** How far the host's clock may be off, in seconds. */
const CLOCK_TOLERANCE = 60;
/** How many tokens are remembered, and the longest one that is. */
const REMEMBERED = 5000;
const MAX_REMEMBERED_LENGTH = 4096;

/** How tokens are checked. */
export interface HostTokenOptions {
  readonly sql: Sql;
  readonly secret: string;
  /** What a token must name as its audience: the deployment's base URL. */
  readonly audience: string;
  readonly now: () => number;
  /** Signatures that were good before; each is checked anew where there is none. */
  readonly checked?: CheckedTokens;
}

/** A token whose signature is good, and by which generation of which key. */
export interface SignedToken {
  readonly keyId: HostKeyId;
  readonly generation: number;
  readonly payload: JWTPayload;
}

/** Tokens whose signature was good before, in memory only: a signature does not change, everything else is asked again at every request. */
export class CheckedTokens {
  readonly #tokens = new Map<string, SignedToken>();

  /** What `token` says, where its signature was good before. */
  get(token: string): SignedToken | undefined {
    return this.#tokens.get(token);
  }

  /** Remembers a token whose signature is good; the oldest one goes where there are many. */
  add(token: string, signed: SignedToken): void {
    if (token.length > MAX_REMEMBERED_LENGTH) return;
    if (this.#tokens.size >= REMEMBERED) this.#tokens.delete(this.#tokens.keys().next().value!);
    this.#tokens.set(token, signed);
  }
}

/**
 * Checks who signed `token`: fixed algorithm, issuer and key id, audience, expiry, at most 15 minutes of life, a key that is not revoked;
 * and says whether that key covers the workspace in it.
 * @throws {AppError} `token_invalid` for anything else, without saying what.
 */
export async function verifySignature(
  token: string,
  options: HostTokenOptions,
): Promise<SignedToken & { readonly isCovered: boolean }> {
  try {
    const known = options.checked?.get(token);
    const keyId = known?.keyId ?? keyNamed(token);
    // Not to be believed yet: it only says which row to read beside the key's.
    const { workspace } = known?.payload ?? decodeJwt(token);
    const key = (await readKey(options.sql, keyId, workspace)) ?? fail('token_invalid');
    const isOlderTaken = key.generation > 1 && key.previousUntil > options.now();
    const signed = known ?? (await verifyAnew(token, { keyId, ...key, isOlderTaken }, options));
    const isTaken =
      signed.generation === key.generation || (isOlderTaken && signed.generation === key.generation - 1);
    if (!isTaken || !isInTime(signed.payload, Math.floor(options.now() / 1000))) fail('token_invalid');
    if (known === undefined) options.checked?.add(token, signed);
    return { ...signed, isCovered: key.isCovered === 1 };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof SyntaxError)
      fail('token_invalid');
    throw error;
  }
}

function keyNamed(token: string): HostKeyId {
  const { kid } = decodeProtectedHeader(token);
  if (typeof kid !== 'string' || !/^[A-Za-z0-9-]{8,64}$/.test(kid)) fail('token_invalid');
  return kid as HostKeyId;
}

function readKey(
  sql: Sql,
  keyId: HostKeyId,
  workspace: unknown,
): Promise<{ generation: number; previousUntil: number; isCovered: number } | undefined> {
  return first(
    sql,
    `SELECT generation, previous_until AS previousUntil,
            EXISTS (SELECT 1 FROM workspaces WHERE id = ?2 AND host_key_id = host_keys.id) AS isCovered
     FROM host_keys WHERE id = ?1 AND revoked_at IS NULL`,
    [keyId, typeof workspace === 'string' && workspace.isWellFormed() ? workspace : null],
  );
}

async function verifyAnew(
  token: string,
  { keyId, generation, isOlderTaken }: { keyId: HostKeyId; generation: number; isOlderTaken: boolean },
  options: HostTokenOptions,
): Promise<SignedToken> {
  const verify = async (by: number): Promise<SignedToken> => {
    const secret = new TextEncoder().encode(hostKeySecret(options.secret, keyId, by));
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      issuer: keyId,
      audience: options.audience,
      requiredClaims: ['exp', 'iat', 'jti'],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: new Date(options.now()),
    });
    return { keyId, generation: by, payload };
  };
  try {
    return await verify(generation);
  } catch (error) {
    // A host that has not changed over yet signs with the generation before.
    if (!isOlderTaken || !(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    return verify(generation - 1);
  }
}

/** Whether the token lives at `now`, in seconds, and not longer than any may. The types of the claims were checked with the signature. */
function isInTime({ exp, iat, nbf }: JWTPayload, now: number): boolean {
  if (!Number.isInteger(exp) || exp! - iat! > MAX_LIFE || iat! > now + CLOCK_TOLERANCE) return false;
  return exp! > now - CLOCK_TOLERANCE && (nbf === undefined || nbf <= now + CLOCK_TOLERANCE);
}
