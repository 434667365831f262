// Gives the sentences of the tables names of one or two letters, where they stand and where they are said. The sources keep theirs.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { parseSync } from 'vite';

/** The files of tables. */
const TABLES = /\/widget\/i18n\/[\w-]*strings\.ts$/;
/** The same tables in another language, under the same names. */
const LOCALES = /\/widget\/locales\/\w+\/[\w-]*strings\.ts$/;
/** A table whose sentences are only ever said by their names; others keep theirs. */
const TABLE = /^(?:strings|\w+Strings)$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The short names of the sentences of a table. */
type Names = ReadonlyMap<string, string>;

/** The plugin. `folder` is that of the widget. */
export function tables(folder: string): Plugin {
  const known = new Map<string, ReadonlyMap<string, Names>>();
  const namesIn = (file: string): ReadonlyMap<string, Names> => {
    const path = join(folder, 'i18n', file);
    if (!known.has(file)) known.set(file, namesOf(readFileSync(path, 'utf8'), path));
    return known.get(file)!;
  };
  return {
    name: 'tables',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/widget/')) return null;
      const changed = shortened(code, id, namesIn);
      return changed === code ? null : { code: changed, map: null };
    },
  };
}

/** A file with the short names of `namesIn`. @throws {Error} where a table is used as a whole, or before anybody asks. */
export function shortened(
  code: string,
  id: string,
  namesIn: (file: string) => ReadonlyMap<string, Names>,
): string {
  if (!/strings\.ts/.test(code) && !TABLES.test(id) && !LOCALES.test(id)) return code;
  const { program } = parseSync(id, code);
  const edits: Edit[] = [];
  const tablesHere = new Map<string, Names>();
  if (TABLES.test(id) || LOCALES.test(id)) {
    const own = namesIn(basename(id));
    for (const [name, entries] of tablesOf(program)) {
      const names = own.get(name);
      if (names === undefined) continue;
      for (const { key, shorthand } of entries) {
        const short = names.get(key.name) ?? key.name;
        edits.push({ start: key.start, end: key.end, text: shorthand ? `${short}: ${key.name}` : short });
      }
      if (TABLES.test(id)) tablesHere.set(name, names);
    }
  }
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || !statement.source.value.endsWith('strings.ts')) continue;
    if (LOCALES.test(id)) continue;
    const names = namesIn(basename(statement.source.value));
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue;
      const its = names.get(specifier.imported.name);
      if (its !== undefined) tablesHere.set(specifier.local.name, its);
    }
  }
  const rest = program.body.filter(({ type }) => type !== 'ImportDeclaration');
  const wrong = uses(rest, tablesHere, edits, false);
  if (wrong !== undefined) refuse(code, id, wrong);
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A sentence of a table, under its name. */
interface Entry {
  readonly key: { readonly name: string; readonly start: number; readonly end: number };
  readonly shorthand: boolean;
}

/** The tables that a file makes, with their sentences. */
function tablesOf(program: unknown): [string, Entry[]][] {
  const { body } = program as { body: Syntax[] };
  return body.flatMap((statement) => {
    const [made] = (statement.declaration?.declarations ?? []) as readonly {
      id: Syntax;
      init: Syntax | null;
    }[];
    if (made === undefined || !TABLE.test(made.id.name)) return [];
    let table = made.init;
    if (table?.type === 'CallExpression') table = table.arguments[1] ?? null;
    while (table?.type === 'TSAsExpression' || table?.type === 'TSSatisfiesExpression')
      table = table.expression;
    if (table?.type !== 'ObjectExpression') return [];
    return [[made.id.name, table.properties as never]];
  });
}

/** The short names of each table in a file, the same in every build. */
export function namesOf(code: string, id: string): ReadonlyMap<string, Names> {
  const all = tablesOf(parseSync(id, code).program);
  return new Map(
    all.map(([name, entries]) => [name, new Map(entries.map(({ key }, at) => [key.name, shortName(at)]))]),
  );
}

function shortName(at: number): string {
  const rest = Math.floor(at / LETTERS.length);
  return (rest === 0 ? '' : shortName(rest - 1)) + LETTERS[at % LETTERS.length]!;
}

/** Notes each name of a sentence below `node`; the place where a table is used otherwise, if there is one. */
function uses(
  node: unknown,
  tablesHere: ReadonlyMap<string, Names>,
  edits: Edit[],
  isAsked: boolean,
): number | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, name, start, computed, object, property, key, value, id, init, shorthand } =
    node as Partial<Syntax>;
  if (type === 'Identifier') return tablesHere.has(name!) ? start : undefined;
  if (type === 'TSTypeQuery') return undefined;
  if (type === 'MemberExpression' && computed === false) {
    const names = object?.type === 'Identifier' ? tablesHere.get(object.name) : undefined;
    if (names === undefined) return uses(object, tablesHere, edits, isAsked);
    // What is read as the file is loaded stays in the language of that moment.
    if (!isAsked) return start;
    edits.push({
      start: property!.start,
      end: property!.end,
      text: names.get(property!.name) ?? property!.name,
    });
    return undefined;
  }
  if (/^(?:Property|PropertyDefinition|MethodDefinition)$/.test(type ?? '') && computed === false) {
    const later = isAsked || (type === 'PropertyDefinition' && (node as Partial<Syntax>).static === false);
    if (shorthand === true && key?.type === 'Identifier' && tablesHere.has(key.name)) return start;
    return uses(value, tablesHere, edits, later);
  }
  // The name of a table is no use of it; what stands in for a part that is missing is.
  if (type === 'VariableDeclarator')
    return (
      (id?.type === 'Identifier' ? undefined : uses(id, tablesHere, edits, isAsked)) ??
      uses(init, tablesHere, edits, isAsked)
    );
  const later = isAsked || /Function/.test(type ?? '');
  for (const child of Object.values(node)) {
    const at = uses(child, tablesHere, edits, later);
    if (at !== undefined) return at;
  }
  return undefined;
}

function refuse(code: string, id: string, at: number): never {
  const line = code.slice(0, at).split('\n').length;
  throw new Error(
    `A table of sentences is used as a whole, or read as the file is loaded, in ${id}, line ${line}. Name the sentence inside a function, as in strings.cancel, or put those to choose from into a table inside it.`,
  );
}

/** What a parser says of a part of the code, as far as it matters here. */
interface Syntax {
  readonly type: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly computed: boolean;
  readonly shorthand: boolean;
  readonly static: boolean;
  readonly id: Syntax | undefined;
  readonly init: unknown;
  readonly object: Syntax | undefined;
  readonly property: Syntax | undefined;
  readonly key: Syntax | undefined;
  readonly value: unknown;
  readonly arguments: readonly Syntax[];
  readonly expression: Syntax;
  readonly properties: readonly unknown[];
  readonly declaration: { readonly declarations?: readonly unknown[] } | null | undefined;
}
