// Leaves out the declarations of fields that the constructor sets anyway; without a value they are for the reader and the types.
import type { Plugin } from 'vite';

/** A public field without a value on a line of its own, as the formatter writes it. */
const FIELD = /^  (?:readonly )?\w+[?!]?: [^=;{}()]+;\n/gm;

/** The plugin; elements are left alone, because they declare theirs. */
export function fields(): Plugin {
  return {
    name: 'fields',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/widget\/.*\.ts$/.test(id)) return null;
      return {
        code: code.replace(/^(?:export )?(?:abstract )?class [^]*?^\}/gm, (body) => body.replace(FIELD, '')),
        map: null,
      };
    },
  };
}
