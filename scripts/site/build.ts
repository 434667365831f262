// Builds the site into a folder: a page for each document, the page to try the element on, what a search looks through.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { build } from 'vite';
import { frame } from './frame.ts';
import { llmsText } from './llms.ts';
import type { Place } from './places.ts';
import { readDecisions, readSections, targetOf } from './places.ts';
import type { Heading, Rendered } from './render.ts';
import { relative, render } from './render.ts';
import { tryPage, tryStyles } from './try-page.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What is copied as it is, by where it goes. */
const PICTURES: Readonly<Record<string, string>> = {
  'screenshot.png': 'docs/screenshot.png',
  'icon.svg': 'demo/page/icon.svg',
};

/** An entry of the search: the document, the heading in it, and where that is. */
type Entry = readonly [document: string, heading: string, address: string];

/** Builds the site into `folder`, which is emptied before. @throws {Error} naming a link that leads nowhere. */
export async function buildSite(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const sections = readSections(ROOT);
  const decisions = readDecisions(ROOT);
  const { name, description } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    description: string;
  };
  const front = { source: 'README.md', target: 'index.html', title: name, about: description };
  const index = {
    source: 'docs/README.md',
    target: 'documents.html',
    title: 'The documents',
    about: 'All documents, in the order in which one reads them.',
  };
  const places: Place[] = [
    front,
    index,
    // The folder itself has a page below.
    ...sections.flatMap((section) => section.places).filter(({ source }) => source.endsWith('.md')),
    ...decisions.map((place) => ({ ...place, about: place.title })),
  ];
  const search: Entry[] = [];
  for (const place of places) {
    const rendered = renderPlace(place, places);
    search.push(...rendered.headings.map(entryOf(place)));
    await put(folder, place.target, frame({ ...place, ...rendered }, sections));
    await put(folder, textOf(place.target), textFor(place));
  }
  await put(folder, 'decisions/index.html', frame(decisionsPage(decisions), sections));
  await put(folder, 'decisions/index.md', decisionsText(decisions));
  await put(folder, 'try.html', frame(tryPage(), sections));
  await put(folder, 'search.json', JSON.stringify(search));
  await put(folder, 'llms.txt', llmsText(name, description, sections));
  await writeAssets(folder);
}

/** A document as text, with links to the texts of the others. */
function textFor({ source, target }: Place): string {
  return read(source).replace(/(?<=\]\()(?![a-z]+:)([^)#\s]+?)(?=#|\))/g, (link: string) => {
    const path = posix.join(posix.dirname(source), link);
    return path.endsWith('.md') || path.endsWith('/')
      ? relative(target, textOf(targetOf(path)))
      : relative(target, posix.basename(path));
  });
}

function textOf(target: string): string {
  return target.replace(/\.html$/, '.md');
}

function renderPlace({ source, target }: Place, places: readonly Place[]): Rendered {
  const known = new Map(places.map((place) => [place.source, place]));
  return render(read(source), {
    source,
    target,
    addressOf: (path) => {
      if (known.has(path) || path === 'docs/decisions/') return targetOf(path);
      return Object.keys(PICTURES).find((file) => PICTURES[file] === path);
    },
    titleOf: (path) => known.get(path)?.title,
  });
}

function entryOf({ title, target }: Place): (heading: Heading) => Entry {
  return ({ depth, text, id }) => [title, depth === 1 ? '' : text, depth === 1 ? target : `${target}#${id}`];
}

function decisionsPage(decisions: readonly Place[]): Parameters<typeof frame>[0] {
  const { html } = render(decisionsText(decisions), {
    source: 'docs/decisions/index.md',
    target: 'decisions/index.html',
    addressOf: targetOf,
    titleOf: () => undefined,
  });
  const about = 'What was decided, why, what follows from it, and how it is checked.';
  return { target: 'decisions/index.html', title: 'Decisions', about, html, headings: [] };
}

function decisionsText(decisions: readonly Place[]): string {
  const entries = decisions.map(
    ({ source, title }) => `- [${title}](${source.slice('docs/decisions/'.length)})`,
  );
  return `# Decisions\n\nWhat was decided, why, what follows from it, and how it is checked.\n\n${entries.join('\n')}\n`;
}

/** Scripts, styles and pictures. */
async function writeAssets(folder: string): Promise<void> {
  for (const [target, source] of Object.entries(PICTURES)) await cp(join(ROOT, source), join(folder, target));
  await cp(join(import.meta.dirname, 'page.css'), join(folder, 'page.css'));
  await put(folder, 'try.css', `${read('scripts/site/try.css')}\n${tryStyles(read('docs/theming.md'))}`);
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(
          ['page', 'try'].map((name) => [name, join(import.meta.dirname, `${name}.ts`)]),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: 'code/[name]-[hash].js' },
      },
    },
  });
}

async function put(folder: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

function read(source: string): string {
  return readFileSync(join(ROOT, source), 'utf8');
}
