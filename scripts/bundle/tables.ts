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
