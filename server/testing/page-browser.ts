// A browser as far as the served pages can tell: cookies by path, forms with an origin, links that are followed.
import type { UserAdmin } from '../index.ts';

/** A page that a browser shows. */
export interface ShownPage {
  readonly response: Response;
  readonly html: string;
  readonly url: string;
}

/** What is typed into a form and sent along with it. */
export interface Typed {
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser that visits the pages of one deployment. */
export class PageBrowser {
  readonly #admin: UserAdmin;
  readonly #origin: string;
  readonly cookies = new Map<string, { value: string; path: string }>();
  /** What it sends with every request. */
  headers: Readonly<Record<string, string>> = {};

  constructor(admin: UserAdmin, origin: string) {
    this.#admin = admin;
    this.#origin = origin;
  }

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname, href } = new URL(url, this.#origin);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = new Headers({ ...this.headers, ...(init.headers as Record<string, string>) });
    if (cookie !== '') headers.set('Cookie', cookie);
    const response = await this.#admin.fetch(new Request(href, { redirect: 'manual', ...init, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /Max-Age=0/i.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, { value: value!, path: /Path=([^;]+)/i.exec(line)?.[1] ?? '/' });
    }
    return response;
  }

  /** Opens an address and follows where it leads, as long as that is here. */
  async open(url: string): Promise<ShownPage> {
    return this.follow(await this.send(url), url);
  }

  /** Follows an answer to the page that it leads to; stops before another origin. */
  async follow(response: Response, url: string): Promise<ShownPage> {
    const here = new URL(url, this.#origin).href;
    const location = response.status === 303 ? response.headers.get('Location') : null;
    if (location === null) return { response, html: await response.text(), url: here };
    const next = new URL(location, here);
    return next.origin === this.#origin ? this.open(next.href) : { response, html: '', url: next.href };
  }

  /** Sends the form of a page whose address ends in `place`, with what stands in it and what is typed over that. */
  press(page: { html: string }, place: string, { fields = {}, headers = {} }: Typed = {}): Promise<Response> {
    const { action, standing } = formAt(page.html, place);
    return this.send(action, {
      method: 'POST',
      headers: { Origin: this.#origin, ...headers },
      body: new URLSearchParams({ ...standing, ...fields }),
    });
  }

  /** The same, followed to the page that it leads to. */
  async submit(page: ShownPage, place: string, typed: Typed = {}): Promise<ShownPage> {
    return this.follow(await this.press(page, place, typed), page.url);
  }
}

/** The form of a page whose address, without what it remembers, ends in `place`: where it goes, and what stands in it. */
export function formAt(
  html: string,
  place: string,
): { readonly action: string; readonly standing: Record<string, string> } {
  for (const [form] of html.matchAll(/<form[^>]*>[^]*?<\/form>/g)) {
    const action = /action="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&');
    if (action?.split('?')[0]!.endsWith(place) !== true) continue;
    const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([input]) => input);
    const valued = inputs.flatMap((input) => {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      const value = /value="([^"]*)"/.exec(input)?.[1];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    });
    return { action, standing: Object.fromEntries(valued) };
  }
  throw new Error(`The page has no form that goes to ${place}`);
}
