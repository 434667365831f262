// Takes docblocks apart: their text, and their tags. Pure.
import type { CssProperty, Named } from './surface.ts';

/** A docblock without its stars. */
export interface Docblock {
  /** What stands before the first tag, on one line. */
  readonly text: string;
  /** The tags in their order, each on one line without its @. */
  readonly tags: readonly { readonly tag: string; readonly value: string }[];
}

/** The docblock in the inside of a comment. */
export function parseDocblock(comment: string): Docblock {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trim());
  // Not what stands in braces, as {@link …} does.
  const [text = '', ...tags] = lines.join('\n').split(/(?:^|\s)@(?=\w)(?![^{\n]*\})/);
  return {
    text: oneLine(text),
    tags: tags.map((tag) => {
      const [, name = '', value = ''] = /^([\w]+)([^]*)$/.exec(tag)!;
      return { tag: name, value: oneLine(value) };
    }),
  };
}

/** Whether something is no matter of a page. */
export function isInternal(docblock: Docblock): boolean {
  return docblock.tags.some(({ tag }) => tag === 'internal');
}

/** What `@tag name - text` says, for every such tag. @throws {Error} where one says nothing. */
export function namedBy(docblock: Docblock, tag: string): Named[] {
  return valuesOf(docblock, tag).map((value) => {
    const [, name, text] = /^(\S*?)\s*(?:^|\s)- (.+)$/.exec(value) ?? [];
    if (name === undefined || text === undefined)
      throw new Error(`@${tag} ${value}: write "@${tag} name - What it is."`);
    return { name, text };
  });
}

/** What `@fires {Type} name - text` says. @throws {Error} where one says it differently. */
export function firedBy(docblock: Docblock): (Named & { readonly type: string })[] {
  return valuesOf(docblock, 'fires').map((value) => {
    const [, type, name, text] = /^\{(.+?)\} (\S+) - (.+)$/.exec(value) ?? [];
    if (type === undefined || name === undefined || text === undefined)
      throw new Error(`@fires ${value}: write "@fires {TheEvent} ua-name - When it happens."`);
    return { type, name, text };
  });
}

/** What `@cssprop [--name=initial] - text` says. @throws {Error} where one says it differently. */
export function cssPropertiesBy(docblock: Docblock): CssProperty[] {
  return valuesOf(docblock, 'cssprop').map((value) => {
    const [, bracketed, initial, plain, text] =
      /^(?:\[(--[\w-]+)(?:=(.*?))?\]|(--[\w-]+)) - (.+)$/.exec(value) ?? [];
    const name = bracketed ?? plain;
    if (name === undefined || text === undefined)
      throw new Error(`@cssprop ${value}: write "@cssprop [--ua-name=initial] - What it is."`);
    return { name, initial: initial ?? '', text };
  });
}

/** What stands after every such tag. */
export function valuesOf({ tags }: Docblock, tag: string): string[] {
  return tags.filter((entry) => entry.tag === tag).map(({ value }) => value);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
