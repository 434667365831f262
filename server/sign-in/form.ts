// What a form of our pages brings along, so that a second click on its button is the same wish and leads to the same session.
import type { UseCaseContext } from '../context.ts';

/** The wish of a form, and the value of the cookie of the session that it opens; both made by the page, neither stored as such. */
export interface FormWish {
  readonly idempotencyKey: string;
  readonly session: string;
}

/** Gives the browser its session also where the wish was carried out before: the answer to the first click may never have arrived. */
export function keepSession(
  { replyCookies, sessions }: Pick<UseCaseContext, 'replyCookies' | 'sessions'>,
  form: FormWish | undefined,
): void {
  if (form !== undefined && replyCookies.length === 0) replyCookies.push(sessions.cookie(form.session));
}
