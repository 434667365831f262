// Makes a page's content of a document: headings that can be linked to, links that lead inside of the site. Pure: no files.
import { posix } from 'node:path';
import type { Tokens } from 'marked';
import { Marked } from 'marked';

/** A heading of a document. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** What its address ends in. */
  readonly id: string;
}

/** A document as it is shown. */
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** What a document may name. */
export interface Surroundings {
  /** Where the document stands in the repository. */
  readonly source: string;
  /** Where it goes in the site. */
  readonly target: string;
  /** The file of the site that a file of the repository becomes; undefined where the site has none. */
  addressOf(path: string): string | undefined;
  /** What a document is called. */
  titleOf(path: string): string | undefined;
}

/** The document `markdown` as it is shown. @throws {Error} where it links to what the site does not have. */
export function render(markdown: string, around: Surroundings): Rendered {
  const headings: Heading[] = [];
  const ids = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading({ depth, tokens }: Tokens.Heading): string {
        const html = this.parser.parseInline(tokens);
        const text = unescape(html.replace(/<[^>]+>/g, ''));
        const id = numbered(slugOf(text), ids);
        headings.push({ depth, text, id });
        return `<h${depth} id="${id}"><a href="#${id}">${html.replace(/<\/?a\b[^>]*>/g, '')}</a></h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        return `<a href="${escape(linkFrom(href, around))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text }: Tokens.Image): string {
        return `<img src="${escape(linkFrom(href, around))}" alt="${escape(text)}">`;
      },
      codespan({ text }: Tokens.Codespan): string {
        const title = around.titleOf(text);
        if (title === undefined) return `<code>${escape(text)}</code>`;
        return `<a href="${relative(around.target, around.addressOf(text)!)}">${escape(title)}</a>`;
      },
      code({ text, lang }: Tokens.Code): string {
        return `<pre tabindex="0"><code${lang ? ` class="language-${escape(lang)}"` : ''}>${escape(text)}\n</code></pre>\n`;
      },
      table(token: Tokens.Table): string {
        const cells = (row: Tokens.TableCell[], tag: string): string =>
          row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
        const hasHead = token.header.some(({ text }) => text !== '');
        const head = hasHead ? `<thead><tr>${cells(token.header, 'th')}</tr></thead>` : '';
        const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
        return `<div class="wide" tabindex="0"><table>${head}<tbody>${rows}</tbody></table></div>\n`;
      },
      // Marks for tools that write parts of a document.
      html: () => '',
    },
  });
  const html = marked.parse(markdown, { async: false });
  return { html, headings };
}

/** What an address of a heading ends in, the way that GitHub makes it. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function numbered(id: string, ids: Map<string, number>): string {
  const count = ids.get(id) ?? 0;
  ids.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}

function linkFrom(href: string, { source, target, addressOf }: Surroundings): string {
  if (/^[a-z]+:/.test(href) || href.startsWith('#')) return href;
  const [path = '', anchor] = href.split('#');
  const file = posix.join(posix.dirname(source), path);
  const address = addressOf(file);
  if (address === undefined) throw new Error(`${source} links to ${file}, which the site does not have`);
  return `${relative(target, address)}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** How a page at `from` reaches the file at `to`. */
export function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to) || posix.basename(to);
}

/** Text as it stands in HTML, between tags and in attributes. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function unescape(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
