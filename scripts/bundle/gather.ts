// Brings sheets together at the beginning of a file, and sentences behind them: what is alike is smaller side by side, once it is packed.
import type { Plugin } from 'vite';
import { parseSync } from 'vite';

/** The name by which a file knows lit's `css`: a sheet of an element begins with the element itself. */
const TAG = /(?<![\w$.])([\w$]+)`:host/;

/** The plugin. */
export function gather(): Plugin {
  return { name: 'gather', renderChunk: (code) => ({ code: gathered(code), map: null }) };
}

/** A file with its sheets and tables behind what it imports. All else stays in its line, so that maps of the source stay right. */
export function gathered(code: string): string {
  const tag = TAG.exec(code)?.[1]?.replaceAll('$', String.raw`\$`);
  const made: string[] = [];
  const take = (statement: string): string => {
    made.push(statement.replaceAll(/\n\s*/g, ' '));
    return statement.replaceAll(/[^\n]/g, '');
  };
  let rest = code;
  if (tag !== undefined)
    rest = rest
      .replace(new RegExp(`^const [\\w$]+ = ${tag}\`[^\`]*\`;$`, 'gm'), take)
      .replace(new RegExp(`(?<![\\w$.])${tag}\`[^\`]*\``, 'g'), (sheet) => {
        const name = `sheet$${made.length}`;
        take(`const ${name} = ${sheet};`);
        return name;
      });
  // What is taken leaves as many characters behind, so that the places of those after it stay.
  for (const { start, end } of tablesIn(rest)) {
    const table = rest.slice(start, end);
    rest =
      rest.slice(0, start) + take(table) + ' '.repeat(table.replaceAll('\n', '').length) + rest.slice(end);
  }
  const behind = new RegExp(`^(?:import .*|const ${tag} = .*);$`, 'gm');
  const place = Math.max(0, ...[...rest.matchAll(behind)].map(({ index, 0: line }) => index + line.length));
  return rest.slice(0, place) + made.join('') + rest.slice(place);
}

/** The tables that need nothing but `table`, which is not made in the same file: whatever else they name stands in functions, which run later. */
function tablesIn(code: string): readonly Syntax[] {
  const body = parseSync('chunk.js', code).program.body as unknown as readonly Syntax[];
  if (body.some(({ type, id }) => type === 'FunctionDeclaration' && id?.name === 'table')) return [];
  return body.filter(({ declarations: [made] = [] }) => {
    const { callee, arguments: given = [] } = made?.init ?? {};
    return callee?.name === 'table' && given.every(isPlain);
  });
}

/** Whether nothing is read to make `node`. */
function isPlain({ type, properties = [], expressions = [] }: Syntax): boolean {
  if (type === 'ObjectExpression')
    return properties.every(
      ({ computed, value }) => computed === false && value !== undefined && isPlain(value),
    );
  return /^(?:Literal|ArrowFunctionExpression|TemplateLiteral)$/.test(type) && expressions.length === 0;
}

/** What a parser says of a part of the code, as far as it matters here. */
interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly id?: Syntax;
  readonly init?: Syntax;
  readonly callee?: Syntax;
  readonly computed?: boolean;
  readonly value?: Syntax;
  readonly arguments?: readonly Syntax[];
  readonly declarations?: readonly Syntax[];
  readonly properties?: readonly Syntax[];
  readonly expressions?: readonly Syntax[];
}
