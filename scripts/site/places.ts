// Which documents the site has, in which order, and at which address each stands. Reads the index of the documents; renders nothing.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A document and where it goes. */
export interface Place {
  /** The document, from the root of the repository: `docs/embed.md`. */
  readonly source: string;
  /** The file of the site: `embed.html`. */
  readonly target: string;
  /** What the index calls it. */
  readonly title: string;
  /** What the index says of it, in half a sentence. */
  readonly about: string;
}

/** A part of the index. */
export interface Section {
  readonly title: string;
  readonly places: readonly Place[];
}

const INDEX = 'docs/README.md';
/** A line of the index: a link, and what it leads to. */
const ENTRY = /^- \[([^\]]+)\]\(([^)]+)\): (.+)$/;

/** The index of the documents, which is a document itself. @throws {Error} where a document of `docs/` is not in it. */
export function readSections(root: string): Section[] {
  const sections: { title: string; places: Place[] }[] = [];
  for (const line of readFileSync(join(root, INDEX), 'utf8').split('\n')) {
    if (line.startsWith('## ')) sections.push({ title: line.slice(3), places: [] });
    const [, title, link, about] = ENTRY.exec(line) ?? [];
    if (title === undefined) continue;
    const source = sourceOf(link!);
    sections.at(-1)!.places.push({ source, target: targetOf(source), title, about: about! });
  }
  const listed = sections.flatMap(({ places }) => places.map(({ source }) => source));
  const missing = globSync('docs/*.md', { cwd: root }).filter(
    (file) => file !== INDEX && !listed.includes(file),
  );
  if (missing.length > 0) throw new Error(`${INDEX} does not list ${missing.join(', ')}`);
  return sections;
}

/** The decisions, oldest first, by their first lines. */
export function readDecisions(root: string): Place[] {
  return globSync('docs/decisions/*.md', { cwd: root })
    .sort()
    .map((source) => {
      const title = /^# (.+)$/m.exec(readFileSync(join(root, source), 'utf8'))![1]!;
      return { source, target: targetOf(source), title, about: '' };
    });
}

/** The file of the site that a document or a folder of the repository becomes. */
export function targetOf(source: string): string {
  if (source === 'README.md') return 'index.html';
  if (source === INDEX) return 'documents.html';
  if (source === 'docs/decisions/') return 'decisions/index.html';
  // The page about reporting, beside the one of the same name about the product.
  if (source === 'SECURITY.md') return 'reporting.html';
  const name = `${basename(source, '.md').toLowerCase()}.html`;
  return source.startsWith('docs/decisions/') ? `decisions/${name}` : name;
}

function sourceOf(link: string): string {
  return link.startsWith('../') ? link.slice(3) : `docs/${link}`;
}
