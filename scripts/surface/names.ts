// The names that the React components pass on, as a source file. Pure.
import type { ElementSurface } from './surface.ts';

/** The text of `widget/react/names.ts`. */
export function namesFile(elements: readonly ElementSurface[]): string {
  const parts = [
    '// Written by `npm run surface` from the elements: what their React components pass on. Nothing else may enter.',
    ...elements.map(table),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table({ name, properties, events }: ElementSurface): string {
  const constant = name.toUpperCase().replaceAll('-', '_');
  return [
    `/** The properties and events of \`<${name}>\`. */`,
    `export const ${constant} = {`,
    '  // prettier-ignore',
    `  properties: [${properties.map((property) => `'${property.name}'`).join(', ')}],`,
    '  events: {',
    ...events.map((event) => `    ${handlerOf(event.name)}: '${event.name}',`),
    '  },',
    '} as const;',
  ].join('\n');
}

/** `onViewChanged` for `ua-view-changed`. */
function handlerOf(event: string): string {
  return event.replace(/^ua/, 'on').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
