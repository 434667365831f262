// What stands around the content of every page: head, navigation, what comes next. Pure: no files.
import type { Place, Section } from './places.ts';
import type { Heading } from './render.ts';
import { escape, relative } from './render.ts';

/** A page to be made. */
export interface PageParts {
  /** Its file in the site. */
  readonly target: string;
  readonly title: string;
  /** One line for those who search. */
  readonly about: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Scripts and styles beside those of every page. */
  readonly more?: string;
}

/** The strictest policy that a page here needs, the same that the element promises to work under. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'; form-action 'none'";

/** The whole page. */
export function frame(page: PageParts, sections: readonly Section[]): string {
  const to = (target: string): string => relative(page.target, target);
  const title = page.title === 'user-admin' ? page.title : `${page.title} · user-admin`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="description" content="${escape(page.about)}">
<title>${escape(title)}</title>
<link rel="icon" href="${to('icon.svg')}">
<link rel="stylesheet" href="${to('page.css')}">
<script type="module" src="${to('page.js')}"></script>
${page.more ?? ''}</head>
<body data-root="${to('search.json').replace(/search\.json$/, '')}">
<a class="skip" href="#content">To the content</a>
<header>
<a class="brand" href="${to('index.html')}">user-admin</a>
<a href="${to('documents.html')}">Documents</a>
<a href="${to('try.html')}">Try it</a>
<form class="search" role="search" aria-label="This site"><label>Search <input type="search" autocomplete="off" aria-controls="found"></label><ul id="found" hidden></ul></form>
<label class="theme">Theme <select><option value="">System</option><option value="light">Light</option><option value="dark">Dark</option></select></label>
</header>
<div class="columns">
<nav aria-label="Documents"><details open><summary>Documents</summary>
${sections.map((section) => navigation(section, page.target)).join('\n')}
</details></nav>
<main id="content">
${page.html}
${neighbours(page.target, sections)}</main>
${contents(page.headings)}
</div>
</body>
</html>
`;
}

function navigation({ title, places }: Section, from: string): string {
  const entries = places.map((place) => {
    const current = place.target === from ? ' aria-current="page"' : '';
    return `<li><a href="${relative(from, place.target)}"${current}>${escape(place.title)}</a></li>`;
  });
  return `<h2>${escape(title)}</h2><ul>${entries.join('')}</ul>`;
}

/** What is on a page, where that is more than one thing. */
function contents(headings: readonly Heading[]): string {
  const seconds = headings.filter(({ depth }) => depth === 2);
  if (seconds.length < 2) return '';
  const entries = seconds.map(({ id, text }) => `<li><a href="#${id}">${escape(text)}</a></li>`);
  return `<aside><nav aria-label="On this page"><h2>On this page</h2><ul>${entries.join('')}</ul></nav></aside>`;
}

/** The documents before and after this one, in the order of the index. */
function neighbours(target: string, sections: readonly Section[]): string {
  const all = sections.flatMap(({ places }) => places);
  const at = all.findIndex((place) => place.target === target);
  if (at < 0) return '';
  const link = (place: Place | undefined, rel: string, word: string): string =>
    place === undefined
      ? ''
      : `<a rel="${rel}" href="${relative(target, place.target)}">${word}<b>${escape(place.title)}</b></a>`;
  return `<nav class="neighbours" aria-label="Before and after">${link(all[at - 1], 'prev', 'Before')}${link(all[at + 1], 'next', 'Next')}</nav>\n`;
}
