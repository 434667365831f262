// What a person sees where there is no page, or it failed for a reason that is ours. Needs nothing that could fail with it.
import type { Context } from 'hono';
import { show } from './page-reply.ts';
import { refusedView } from './refused-view.ts';
import { languageOf } from './visit.ts';
import { wordsIn } from './words/words.ts';

/** Whether a request comes from somebody who looks at a page and not from a program. */
export function wantsPage(c: Context): boolean {
  return c.req.header('Accept')?.includes('text/html') === true;
}

/** The page of an address that has none, in the language of the browser. @param path - What this server is mounted under. */
export function missingPage(c: Context, path: string) {
  const language = languageOf(c.req.header('Accept-Language') ?? '');
  const words = wordsIn(language);
  return show(
    c,
    refusedView(language, words.notFound, { label: words.sent.back, href: `${path}/sign-in` }),
    404,
  );
}

/** The page that says that something failed, in the language of the browser. */
export async function failedPage(c: Context): Promise<Response> {
  const language = languageOf(c.req.header('Accept-Language') ?? '');
  const words = wordsIn(language);
  const view = refusedView(language, { title: words.refusedTitle, text: words.refusals.internal.text }, null);
  return show(c, view, 500);
}
