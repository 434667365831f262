// How names and texts stand in a statement. Pure.
import { createHash } from 'node:crypto';
import type { TableName } from './options.ts';

/** A name as an identifier, whatever characters it has. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table with its schema. */
export function tableIdent({ schema, table }: TableName): string {
  return `${ident(schema)}.${ident(table)}`;
}

/** A text as a literal that means the same whatever the server's settings. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** Several names as a list. */
export function idents(names: Iterable<string>): string {
  return [...names].map(ident).join(', ');
}

/** What PostgreSQL keeps of a name, in bytes. */
const LONGEST = 63;

/** A table of the host's under the name that PostgreSQL keeps of it: where it is too long, as much as fits. */
export function keptName<Table extends TableName>(table: Table): Table {
  return { ...table, schema: kept(table.schema, LONGEST), table: kept(table.table, LONGEST) };
}

/** As many whole characters as fit into so many bytes. */
function kept(name: string, bytes: number): string {
  let size = 0;
  let text = '';
  for (const character of name) {
    size += Buffer.byteLength(character);
    if (size > bytes) return text;
    text += character;
  }
  return text;
}

/** The name, or where it is too long its beginning with a digest, so that no two become one. */
export function fitting(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  return `${kept(name, LONGEST - 9)}_${digest(name).slice(0, 8)}`;
}

/** A short digest of a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
