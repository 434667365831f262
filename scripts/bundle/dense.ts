// Makes sheets and templates dense, which no minifier touches because they are literals. Changes how they are written, never what they say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseSync } from 'vite';

const SHEET = /css`[^`$]*`/g;
/** The properties that only the widget itself sets and reads; the page's begin with `--ua-`. */
const PRIVATE = /--_[a-z-]+/g;

/** The plugin, for the widget's sources in `root`. */
export function dense(root: string): Plugin {
  const widget = join(root, 'widget');
  const tokens = readFileSync(join(widget, 'styles/tokens.ts'), 'utf8').match(PRIVATE) ?? [];
  const short = new Map([...new Set(tokens)].map((name, at) => [name, `--${at.toString(36)}`]));
  return {
    name: 'dense-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(widget)) return null;
      const sheets = code.replace(SHEET, denseSheet).replace(PRIVATE, (name) => short.get(name) ?? name);
      return { code: denseTemplates(sheets, id), map: null };
    },
  };
}

/** A sheet without comments, indentation, needless spaces, quotes, zeros and digits of colors. */
function denseSheet(sheet: string): string {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ \/ /g, '/')
    .replace(/#(\w)\1(\w)\2(\w)\3\b/g, '#$1$2$3')
    .replace(/(?<=[\s:(,])0\./g, '.')
    .replace(/;}/g, '}')
    .replace(/(?<=\[[\w-]+=)'([a-z][\w-]*)'(?=\])/g, '$1')
    .replace(/` | `/g, '`');
}

/** The code with the texts of its templates of markup made dense, also of those inside others. */
function denseTemplates(code: string, id: string): string {
  let dense = code;
  // From the last to the first, so that the places of those before stay.
  for (const { at, raw } of textsOf(parseSync(id, code).program, code).toSorted((a, b) => b.at - a.at))
    dense = dense.slice(0, at) + denseText(raw) + dense.slice(at + raw.length);
  return dense;
}

/** A text of a template and its place in the code. */
interface TemplateText {
  readonly at: number;
  readonly raw: string;
}

/** The texts of the templates of markup anywhere below `node`. */
function textsOf(node: unknown, code: string): TemplateText[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap((child) => textsOf(child, code));
  const { type, tag, quasi } = node as Partial<MarkupTemplate>;
  if (type !== 'TaggedTemplateExpression' || !/^(html|svg)$/.test(tag?.name ?? '')) return inner;
  const own = quasi!.quasis.map(({ start, value: { raw } }) => ({ at: code.indexOf(raw, start), raw }));
  return [...inner, ...own];
}

/** What a parser says of a template with a tag. */
interface MarkupTemplate {
  readonly type: string;
  readonly tag: { readonly name?: string };
  readonly quasi: {
    readonly quasis: readonly { readonly start: number; readonly value: { readonly raw: string } }[];
  };
}

/** Markup without indentation, and with quotes only where they are needed. */
function denseText(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(\s[a-z-]+)="([\w-]+)"(?=[\s>])/g, '$1=$2')
    .replace(/ >/g, '>');
}
