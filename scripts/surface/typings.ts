// The surface as types: one table of each element, and what frameworks make of it in their templates. Pure.
import type { ElementSurface } from './surface.ts';

const NOTE = '// Generated from the source of the elements.';

/** `elements.d.ts`: properties, attributes and events of each element, which the typings of frameworks rest on. */
export function elementTypes(elements: readonly ElementSurface[]): string {
  return [
    NOTE,
    classes(elements),
    ...elements.map((element) => {
      const name = short(element);
      return [
        interfaceOf(
          `${name}Properties`,
          element.properties.map(({ name: key, text }) => [
            `${key}?`,
            text,
            `${element.className}['${key}'] | undefined`,
          ]),
        ),
        interfaceOf(
          `${name}Attributes`,
          element.properties.flatMap(({ name: key, attribute, text }) =>
            attribute === null
              ? []
              : [[`'${attribute}'?`, text, `${element.className}['${key}'] | undefined`]],
          ),
        ),
        interfaceOf(
          `${name}Events`,
          element.events.map(({ name: key, text }) => [`'${key}'`, text, `HTMLElementEventMap['${key}']`]),
        ),
      ].join('\n');
    }),
    '',
  ].join('\n\n');
}

/** The typings of each framework by the name of their file. */
export function frameworkTypes(elements: readonly ElementSurface[]): Record<string, string> {
  return {
    'vue.d.ts': augmentation(elements, {
      module: 'vue',
      target: 'GlobalComponents',
      imports: [],
      // A listener is a property with `on` before the name in one word.
      extra: `type Listeners<Events> = { [Name in keyof Events & string as \`on\${Word<Name>}\`]?: (event: Events[Name]) => void };
type Word<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${Capitalize<First>}\${Word<Rest>}\` : Capitalize<Name>;
type Tag<Properties, Attributes, Events> = new () => { $props: Properties & Attributes & Listeners<Events> };`,
      tag: (name) => `Tag<${name}Properties, ${name}Attributes, ${name}Events>`,
    }),
    'svelte.d.ts': augmentation(elements, {
      module: 'svelte/elements',
      target: 'SvelteHTMLElements',
      imports: [`import type { HTMLAttributes } from 'svelte/elements';`, classes(elements)],
      // Both ways to listen: as a property, and by the older directive.
      extra: `type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\` | \`on:\${Name}\`]?: (event: Events[Name]) => void };
type Tag<Element extends HTMLElement, Properties, Attributes, Events> = Omit<HTMLAttributes<Element>, keyof Properties> & Properties & Attributes & Listeners<Events>;`,
      tag: (name, { className }) => `Tag<${className}, ${name}Properties, ${name}Attributes, ${name}Events>`,
    }),
    'preact.d.ts': jsx(elements, 'preact', {
      imports: [`import type { ClassAttributes, HTMLAttributes } from 'preact';`, classes(elements)],
      extra: `type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\`]?: (event: Events[Name]) => void };
type Tag<Element extends HTMLElement, Properties, Attributes, Events> = Omit<HTMLAttributes<Element>, keyof Properties> & ClassAttributes<Element> & Properties & Attributes & Listeners<Events>;`,
    }),
    'solid.d.ts': jsx(elements, 'solid-js', {
      imports: [`import type { JSX as Solid } from 'solid-js';`, classes(elements)],
      extra: `type Listeners<Events> = { [Name in keyof Events & string as \`on:\${Name}\`]?: (event: Events[Name]) => void };
type Set<Properties> = { [Name in keyof Properties & string as \`prop:\${Name}\`]?: Properties[Name] };
type Tag<Element extends HTMLElement, Properties, Attributes, Events> = Omit<Solid.HTMLAttributes<Element>, keyof Attributes> & Attributes & Set<Properties> & Listeners<Events>;`,
    }),
  };
}

interface Dialect {
  readonly module: string;
  readonly target: string;
  readonly imports: readonly string[];
  readonly extra: string;
  readonly tag: (name: string, element: ElementSurface) => string;
}

function jsx(
  elements: readonly ElementSurface[],
  module: string,
  { imports, extra }: Pick<Dialect, 'extra'> & { readonly imports: readonly string[] },
): string {
  const target = 'IntrinsicElements';
  const tag: Dialect['tag'] = (name, { className }) =>
    `Tag<${className}, ${name}Properties, ${name}Attributes, ${name}Events>`;
  return augmentation(
    elements,
    { module, target, imports, extra, tag },
    (inside) => `namespace JSX {\n${inside}\n}`,
  );
}

function augmentation(
  elements: readonly ElementSurface[],
  { module, target, imports, extra, tag }: Dialect,
  around = (inside: string): string => inside,
): string {
  const tables = elements.flatMap((element) =>
    ['Properties', 'Attributes', 'Events'].map((kind) => `${short(element)}${kind}`),
  );
  const entries = elements.map(
    (element) => `/** ${element.text} */\n'${element.name}': ${tag(short(element), element)};`,
  );
  return [
    NOTE,
    ...imports,
    `import type { ${tables.join(', ')} } from './elements.js';`,
    extra,
    `declare module '${module}' {\n${around(`interface ${target} {\n${entries.join('\n')}\n}`)}\n}`,
    '',
  ].join('\n');
}

/** The import of the classes. */
function classes(elements: readonly ElementSurface[]): string {
  return `import type { ${elements.map(({ className }) => className).join(', ')} } from '../types/widget/index.js';`;
}

/** `UserAdmin` for `UserAdminElement`. */
function short({ className }: ElementSurface): string {
  return className.replace(/Element$/, '');
}

function interfaceOf(name: string, members: readonly (readonly string[])[]): string {
  const lines = members.map(
    ([key, text, type]) => `  /** ${text!.replaceAll('*/', '* /')} */\n  ${key}: ${type};`,
  );
  return `export interface ${name} {\n${lines.join('\n')}\n}`;
}
