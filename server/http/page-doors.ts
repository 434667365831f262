// What a browser keeps for a page: the secret of the link that led there, or a number of its own that binds forms to it.
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Seals } from './page-seals.ts';
import { createSeals } from './page-seals.ts';

/** How long the page of a link may stay open before it is answered, in seconds. */
const LINK_LIFE = 60 * 60;
/** How long a page without a link may stay open, in seconds. */
const FORM_LIFE = 24 * 60 * 60;

/** Where pages are served: the path of the base URL without a slash at its end, and whether the way there is encrypted. */
interface Site {
  readonly path: string;
  readonly isSecure: boolean;
}

function siteOf(baseUrl: string): Site {
  const { pathname, protocol } = new URL(baseUrl);
  return { path: pathname.replace(/\/+$/, ''), isSecure: protocol === 'https:' };
}

/** Keeps the secret of a link between the request that brought it and the answer, and knows its own forms. */
export class LinkDoor {
  readonly seals: Seals;
  readonly #path: string;
  readonly #isSecure: boolean;
  readonly #cookie: string;

  constructor(baseUrl: string, secret: string, place: 'invitation' | 'link') {
    const { path, isSecure } = siteOf(baseUrl);
    this.seals = createSeals(secret, place);
    this.#path = `${path}/${place}`;
    this.#isSecure = isSecure;
    this.#cookie = `${isSecure ? '__Secure-' : ''}user-admin-${place}`;
  }

  /** The address of the page of a link: its id is no secret. */
  path(id: string): string {
    return `${this.#path}/${encodeURIComponent(id)}`;
  }

  /** Moves the secret from the address into a cookie that is sent to the page of this one link only. */
  keep(c: Context, id: string, token: string): void {
    // Lax and not Strict: the way here begins in a mail program, which is another site.
    setCookie(c, this.#cookie, token, {
      path: this.path(id),
      maxAge: LINK_LIFE,
      httpOnly: true,
      sameSite: 'Lax',
      secure: this.#isSecure,
    });
  }

  /** The secret that the browser keeps for this page. */
  token(c: Context): string | undefined {
    const token = getCookie(c, this.#cookie);
    return token?.startsWith(`${c.req.param('place')}.`) === true ? token : undefined;
  }
}

/** Binds the forms of pages that need no link to the browser that was shown them, so that no other site can prepare one. */
export class FormDoor {
  readonly seals: Seals;
  readonly #isSecure: boolean;
  readonly #cookie: string;

  constructor(baseUrl: string, secret: string) {
    this.#isSecure = siteOf(baseUrl).isSecure;
    this.seals = createSeals(secret, 'page');
    this.#cookie = `${this.#isSecure ? '__Host-' : ''}user-admin-form`;
  }

  /** The hidden fields of a form that this reply shows; gives the browser what binds it where it has nothing yet. */
  fields(c: Context): Record<string, string> {
    const kept = this.kept(c) ?? randomBytes(32).toString('base64url');
    setCookie(c, this.#cookie, kept, {
      path: '/',
      maxAge: FORM_LIFE,
      httpOnly: true,
      sameSite: 'Lax',
      secure: this.#isSecure,
    });
    return this.seals.fields(kept);
  }

  /** What the browser keeps; undefined where nothing, or nothing of ours. */
  kept(c: Context): string | undefined {
    const kept = getCookie(c, this.#cookie);
    return kept !== undefined && /^[\w-]{43}$/.test(kept) ? kept : undefined;
  }
}
