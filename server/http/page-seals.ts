// What makes a form one of our own: a seal over the key of its wish and over what the browser keeps for it. No database.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Where forms are sealed, each place with a key of its own, so that no form of one passes at another. */
export type SealedPlace = 'invitation' | 'link' | 'page';

/** Makes and knows the hidden fields of forms. */
export interface Seals {
  /** The hidden fields of a form: the key of its wish, so that a second click is the same wish, and the seal of both. */
  fields(kept: string): Record<string, string>;
  /** The key of the wish in a form that was made for this very `kept`. */
  keyOf(kept: string, form: URLSearchParams): string | undefined;
  /**
   * The secret of the session that an answer with this form opens. Derived, so that a second click brings the same
   * session again and never another one, whatever became of it in the meantime.
   */
  session(kept: string, key: string): string;
}

/** The seals of `place`, derived from the deployment's secret. */
export function createSeals(secret: string, place: SealedPlace): Seals {
  const derived = (purpose: string) =>
    createHmac('sha256', secret).update(`user-admin ${place} ${purpose}`).digest();
  const [formKey, sessionKey] = [derived('form'), derived('session')];
  const sealed = (by: Buffer, kept: string, key: string): string =>
    createHmac('sha256', by).update(`${key}\n${kept}`).digest('base64url');
  return {
    fields: (kept) => {
      const key = randomUUID();
      return { key, seal: sealed(formKey, kept, key) };
    },
    keyOf: (kept, form) => {
      const key = form.get('key') ?? '';
      const given = Buffer.from(form.get('seal') ?? '');
      const expected = Buffer.from(sealed(formKey, kept, key));
      return given.length === expected.length && timingSafeEqual(given, expected) ? key : undefined;
    },
    session: (kept, key) => sealed(sessionKey, kept, key),
  };
}
