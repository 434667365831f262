// The surface as tables of a document, which stand between markers in it. Pure.
import type { ElementSurface, Named } from './surface.ts';

/** The tables of an element by the name of their marker. */
function tablesOf(element: ElementSurface): Record<string, string> {
  return {
    properties: table(
      ['attribute', 'property', 'type', 'what it is'],
      element.properties.map(({ attribute, name, type, text, isReflected }) => [
        attribute === null ? 'none' : code(attribute),
        code(name),
        code(type),
        isReflected ? `${text} Reflected.` : text,
      ]),
    ),
    methods: table(
      ['method', 'gives', 'what it does'],
      element.methods.map(({ name, parameters, returns, text }) => [
        code(`${name}(${parameters})`),
        code(returns),
        text,
      ]),
    ),
    events: table(
      ['event', 'carries', 'when'],
      element.events.map(({ name, carries, text, isCancelable }) => [
        code(name),
        carries.map((field) => code(field.name)).join(', '),
        isCancelable && !text.includes('preventDefault') ? `${text} Can be prevented.` : text,
      ]),
    ),
    slots: table(['slot', 'what stands there'], named(element.slots)),
    parts: table(['part', 'what it is'], named(element.parts)),
    'css-properties': table(
      ['property', 'what it is', 'where it starts'],
      element.cssProperties.map(({ name, text, initial }) => [
        code(name),
        text,
        initial === '' ? '' : code(initial),
      ]),
    ),
  };
}

/**
 * The document with each table between `<!-- surface: element table -->` and `<!-- /surface -->` as it is now.
 *
 * @throws {Error} for a marker that names no table.
 */
export function withTables(document: string, elements: readonly ElementSurface[]): string {
  return document.replace(
    /<!-- surface: (\S+) (\S+) -->[^]*?<!-- \/surface -->/g,
    (_, name: string, which: string) => {
      const element = elements.find((candidate) => candidate.name === name);
      const made = element && tablesOf(element)[which];
      if (made === undefined) throw new Error(`There is no table "${which}" of <${name}>`);
      return `<!-- surface: ${name} ${which} -->\n\n${made}\n\n<!-- /surface -->`;
    },
  );
}

function named(list: readonly Named[]): string[][] {
  return list.map(({ name, text }) => [name === '' ? 'the unnamed one' : code(name), text]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell).join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text}\``;
}
