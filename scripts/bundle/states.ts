// Gives the inner states of elements short names. They are properties, which no minifier renames, but nobody outside of the widget asks for them.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A state as an element declares it; what a link may have as its target keeps its name. */
const DECLARED = /^ {2}declare (?:readonly )?(_(?!(?:blank|self|parent|top)\b)[a-z]\w+)[!:]/gim;
/** A word that could be one; no part of a longer word. */
const WORD = /(?<![\w$-])_[a-z]\w+(?![\w-])/gi;

/** The plugin. `folder` is that of the widget. */
export function states(folder: string): Plugin {
  const sources = globSync('**/*.ts', { cwd: folder }).toSorted();
  const short = namesIn(sources.map((file) => readFileSync(join(folder, file), 'utf8')));
  return {
    name: 'states',
    enforce: 'pre',
    transform(code, id) {
      return id.startsWith(folder) ? { code: shortened(code, short), map: null } : null;
    },
  };
}

/** The short names of all states that are declared in `sources`: one for each name, so that it stays the same in every file. */
export function namesIn(sources: readonly string[]): ReadonlyMap<string, string> {
  const names = sources.flatMap((source) => [...source.matchAll(DECLARED)].map(([, name]) => name!));
  return new Map([...new Set(names)].map((name, at) => [name, `_${at.toString(36)}`]));
}

/** A file with the short names, also where a state is named in a text, as in `changed.has('_step')`. */
export function shortened(code: string, short: ReadonlyMap<string, string>): string {
  return code.replace(WORD, (name) => short.get(name) ?? name);
}
