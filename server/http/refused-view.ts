// The page that says why something cannot go on, and where to go instead.
import { html } from 'hono/html';
import type { Language } from '../../shared/accounts/account.ts';
import type { Piece } from './page-frame.ts';
import { page } from './page-frame.ts';

/** A page with a title, a sentence, and one way on where there is one. */
export function refusedView(
  language: Language,
  { title, text }: { readonly title: string; readonly text: string },
  way: { readonly label: string; readonly href: string } | null,
  more: Piece | '' = '',
): Piece {
  return page({
    language,
    title,
    mark: '!',
    content: html`<h1>${title}</h1>
<p class="quiet">${text}</p>
${more}
${way === null ? '' : html`<p class="actions"><a class="button plain" href="${way.href}">${way.label}</a></p>`}`,
  });
}
