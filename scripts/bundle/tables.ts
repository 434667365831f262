// Takes the tables of sentences apart, so that each sentence is in the file that says it, under a name of one letter. The sources stay tables.
import type { Plugin } from 'vite';
import { parseSync } from 'vite';

/** The files of tables, each of which exports one. */
const TABLES = /\/widget\/i18n\/[\w-]*strings\.ts$/;
const IMPORT = /import \{([^}]*)\} from '([^']*strings\.ts)';/g;
const TABLE = /\b(?:strings|\w+Strings)\b/;
const ENTRIES = '?entries';

/** The plugin: `import { strings }` becomes `import * as strings`, of which a bundler keeps what is said. */
export function tables(): Plugin {
  const entries = new Map<string, string>();
  return {
    name: 'tables',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(ENTRIES)) return null;
      const table = await this.resolve(source.slice(0, -ENTRIES.length), importer);
      return table && `${table.id}${ENTRIES}`;
    },
    async load(id) {
      if (!id.endsWith(ENTRIES)) return null;
      const table = id.slice(0, -ENTRIES.length);
      await this.load({ id: table });
      return `export { ${entries.get(table)} } from '${table}';`;
    },
    transform(code, id) {
      if (!id.includes('/widget/') || id.endsWith(ENTRIES)) return null;
      const importing = code.replace(IMPORT, (_, names: string, from: string) => asEntries(names, from));
      if (importing !== code) refuseWhole(importing, id);
      if (!TABLES.test(id)) return importing === code ? null : { code: importing, map: null };
      const apart = takenApart(importing, id);
      entries.set(id, apart.entries.map((key) => `${entryOf(key)} as ${key}`).join(', '));
      return { code: apart.code, map: null };
    },
  };
}

function entryOf(key: string): string {
  return `entry_${key}`;
}

/** The import of a table as that of its entries; what else the file exports is imported as before. */
function asEntries(names: string, from: string): string {
  const all = names.split(',').map((name) => name.trim());
  const table = all.find((name) => TABLE.test(name.split(' ')[0]!));
  if (table === undefined) return `import { ${names} } from '${from}';`;
  const others = all.filter((name) => name !== table && name !== '').join(', ');
  return `import * as ${table.split(' as ').at(-1)} from '${from}${ENTRIES}'; import { ${others} } from '${from}';`;
}

/**
 * Refuses a table that is used as a whole, as in `strings[key]`: a bundler would keep all of it, and cut the first file in two.
 *
 * @throws {Error} where that is.
 */
function refuseWhole(code: string, id: string): void {
  const { program } = parseSync(id, code);
  const tables = program.body.flatMap((statement) =>
    statement.type === 'ImportDeclaration' && statement.source.value.endsWith(ENTRIES)
      ? statement.specifiers.map(({ local }) => local.name)
      : [],
  );
  const at = wholeUse(program.body.filter(({ type }) => type !== 'ImportDeclaration') as unknown, tables);
  if (at === undefined) return;
  const before = code.slice(0, at).split('\n');
  throw new Error(
    `A table of sentences is used as a whole in ${id}, line ${before.length}. Name the sentence, as in strings.cancel, or put those to choose from into a table inside it.`,
  );
}

/** Where below `node` one of `tables` stands without the name of an entry behind it; types are no use of it. */
function wholeUse(node: unknown, tables: readonly string[]): number | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, name, start, computed, object, value } = node as Partial<Syntax>;
  if (type === 'Identifier') return tables.includes(name!) ? start : undefined;
  if (type === 'TSTypeQuery') return undefined;
  if (type === 'MemberExpression' && computed === false)
    return isTable(object, tables) ? undefined : wholeUse(object, tables);
  if (/^(?:Property|PropertyDefinition|MethodDefinition)$/.test(type ?? '') && computed === false)
    return wholeUse(value, tables);
  for (const child of Object.values(node)) {
    const at = wholeUse(child, tables);
    if (at !== undefined) return at;
  }
  return undefined;
}

function isTable(node: unknown, tables: readonly string[]): boolean {
  const { type, name } = node as Partial<Syntax>;
  return type === 'Identifier' && tables.includes(name!);
}

/** What a parser says of a part of the code, as far as it matters here. */
interface Syntax {
  readonly type: string;
  readonly name: string;
  readonly start: number;
  readonly computed: boolean;
  readonly object: unknown;
  readonly value: unknown;
}

/** A file with its table as one export for each entry. */
function takenApart(
  code: string,
  id: string,
): { readonly code: string; readonly entries: readonly string[] } {
  for (const statement of parseSync(id, code).program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
      continue;
    const { id: name, init } = statement.declaration.declarations[0]!;
    if (name.type !== 'Identifier' || !TABLE.test(name.name)) continue;
    const table = init?.type === 'TSAsExpression' ? init.expression : init;
    if (table?.type !== 'ObjectExpression') continue;
    const entries = table.properties.map((entry) => {
      if (entry.type !== 'Property' || entry.key.type !== 'Identifier')
        throw new Error(`An entry of ${name.name} in ${id} has no plain name.`);
      return { key: entry.key.name, value: code.slice(entry.value.start, entry.value.end) };
    });
    const exports = entries.map(({ key, value }) => `export const ${entryOf(key)} = ${value};`).join('\n');
    return {
      code: code.slice(0, statement.start) + exports + code.slice(statement.end),
      entries: entries.map(({ key }) => key),
    };
  }
  throw new Error(`There is no table in ${id}.`);
}
