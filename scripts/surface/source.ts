// A source file as the surface is read from it: its classes with their docblocks, and its maps of events. Pure.
import { parseSync } from 'vite';
import type { Docblock } from './docblock.ts';
import { isInternal, parseDocblock } from './docblock.ts';

type Program = ReturnType<typeof parseSync>['program'];
type Statement = Program['body'][number];

/** A class of a file. */
export type ClassNode = Extract<Statement, { readonly superClass: unknown }>;
/** A member of a class. */
export type ClassMember = ClassNode['body']['body'][number];

/** A file, parsed. */
export interface Source {
  readonly classes: ReadonlyMap<string, { readonly node: ClassNode; readonly docblock: Docblock }>;
  /** The members of what the file adds to the map of events: name, and the type as it stands there. */
  readonly eventMap: readonly { readonly name: string; readonly type: string; readonly docblock: Docblock }[];
  /** The docblock right before a node. */
  docblockOf(node: { readonly start: number }): Docblock;
  /** What stands there. */
  textOf(node: { readonly start: number; readonly end: number }): string;
}

const EVENT_MAPS = ['GlobalEventHandlersEventMap', 'HTMLElementEventMap'];
const NONE: Docblock = { text: '', tags: [] };

/** Parses a file. @throws {Error} where it is no TypeScript. */
export function parseSource(file: string, text: string): Source {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const textOf: Source['textOf'] = ({ start, end }) => text.slice(start, end);
  const docblockOf: Source['docblockOf'] = ({ start }) => {
    const before = comments.findLast((comment) => comment.end <= start);
    if (before?.type !== 'Block' || !before.value.startsWith('*')) return NONE;
    return text.slice(before.end, start).trim() === '' ? parseDocblock(before.value) : NONE;
  };
  const classes = program.body.flatMap((statement) => {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (node?.type !== 'ClassDeclaration' || node.id == null) return [];
    return [[node.id.name, { node, docblock: docblockOf(statement) }] as const];
  });
  const eventMap = program.body.flatMap((statement) => {
    if (statement.type !== 'TSModuleDeclaration' || statement.body?.type !== 'TSModuleBlock') return [];
    return statement.body.body.flatMap((inner) => {
      if (inner.type !== 'TSInterfaceDeclaration' || !EVENT_MAPS.includes(inner.id.name)) return [];
      return inner.body.body.flatMap((member) => {
        if (member.type !== 'TSPropertySignature' || member.key.type !== 'Literal') return [];
        if (member.typeAnnotation == null) return [];
        const type = textOf(member.typeAnnotation.typeAnnotation);
        return [{ name: String(member.key.value), type, docblock: docblockOf(member) }];
      });
    });
  });
  return { classes: new Map(classes), eventMap, docblockOf, textOf };
}

/** The name of a member that anybody may use; undefined where it is private or nobody's business. */
export function publicName(source: Source, member: ClassMember): string | undefined {
  if (!('key' in member) || member.key.type !== 'Identifier') return undefined;
  if ('accessibility' in member && (member.accessibility ?? 'public') !== 'public') return undefined;
  const { name } = member.key;
  return name.startsWith('_') || isInternal(source.docblockOf(member)) ? undefined : name;
}
