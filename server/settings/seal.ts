// Seals what must be stored and used again, such as a password of another server, so that a copy of the database tells nothing. No database.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Seals and opens texts for one deployment. What was sealed for one purpose opens for no other. */
export interface Sealer {
  /** Seals `text` for `purpose`, which names the very thing it belongs to: `mail`, `provider:<id>`. */
  seal(purpose: string, text: string): string;
  /** The text again. @throws {SealError} where it was altered, belongs to another purpose or was sealed under another secret. */
  unseal(purpose: string, sealed: string): string;
}

/** Something sealed that cannot be opened; says what it was for and nothing of what is in it. */
export class SealError extends Error {
  override readonly name = 'SealError';

  constructor(purpose: string) {
    super(
      `What is sealed for ${purpose} cannot be opened: it was altered, or sealed under another secret of the deployment. Enter it again`,
    );
  }
}

const SHAPE = /^v1\.(?<body>[A-Za-z0-9_-]{38,})$/;
const IV = 12;
const TAG = 16;

/** A sealer by AES-256-GCM, with a key derived from the deployment's secret for each purpose alone. */
export function createSealer(secret: string): Sealer {
  const keyFor = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `user-admin seal\n${purpose}`, 32));
  return {
    seal: (purpose, text) => {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv, { authTagLength: TAG });
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${body.toString('base64url')}`;
    },
    unseal: (purpose, sealed) => {
      const text = SHAPE.exec(sealed)?.groups?.['body'] ?? '';
      const body = Buffer.from(text, 'base64url');
      // Several texts stand for the same bytes; only the one that was made here is taken.
      if (body.length < IV + TAG || body.toString('base64url') !== text) throw new SealError(purpose);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), body.subarray(0, IV), {
        authTagLength: TAG,
      });
      decipher.setAuthTag(body.subarray(-TAG));
      try {
        return decipher.update(body.subarray(IV, -TAG), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        throw new SealError(purpose);
      }
    },
  };
}
