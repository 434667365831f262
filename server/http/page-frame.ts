// The frame of the pages that this server shows itself: one style sheet, no script, nothing loaded from anywhere.
import { html, raw } from 'hono/html';
import type { Language } from '../../shared/accounts/account.ts';
import { directionOf } from '../mail/words-forms.ts';
import { wordsOf } from '../mail/words.ts';
import { STYLE, STYLE_SOURCE } from './page-style.ts';

/** A piece of a page; whatever stands in it as a value is escaped. */
export type Piece = ReturnType<typeof html>;

/** What such a page may do: show itself with its one style, and send its forms home. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${STYLE_SOURCE}`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** What a page consists of. */
export interface PageParts {
  readonly language: Language;
  readonly title: Piece | string;
  /** One letter or sign that stands at the top of the card. */
  readonly mark: string;
  readonly content: Piece;
  /** Where the browser goes on by itself, without a script; the page holds a link to it too. */
  readonly onward?: string | undefined;
}

/** A whole page. */
export function page({ language, title, mark, content, onward }: PageParts): Piece {
  const direction = directionOf(language);
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${onward === undefined ? '' : html`<meta http-equiv="refresh" content="${`0; url=${onward}`}">`}
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<div class="mark" aria-hidden="true">${direction === 'rtl' && mark === '→' ? '←' : mark}</div>
${content}
</main>
</body>
</html>`;
}

/** The first character of a name, as a mark. */
export function initial(name: string): string {
  const [first] = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name);
  return first?.segment.toLocaleUpperCase('und') ?? '·';
}

/** An address that may break before its domain, and only where it must elsewhere. */
export function address(email: string): Piece {
  const at = email.lastIndexOf('@');
  return at < 1 ? html`<bdi>${email}</bdi>` : html`<bdi>${email.slice(0, at)}<wbr>${email.slice(at)}</bdi>`;
}

/** Sentences one after the other, as the language parts them. */
export function sentences(language: Language, ...parts: readonly (Piece | string)[]): Piece {
  const gap = language === 'ja' ? '' : ' ';
  return html`${parts.filter((part) => part !== '').map((part, index) => html`${index === 0 ? '' : gap}${part}`)}`;
}

/** A moment for somebody whose place in the world is unknown. */
export function moment(at: number, language: Language): Piece {
  const text = new Intl.DateTimeFormat(wordsOf(language).locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString()}">${text} UTC</time>`;
}
