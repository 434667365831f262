// The surface in the forms that editors read: custom elements manifest 2.1, web-types, HTML data of VS Code. Pure.
import type { ElementSurface } from './surface.ts';

/** The package, as its manifest names it. */
export interface About {
  readonly name: string;
  readonly version: string;
}

/** `custom-elements.json`: where each element is in the package, and what it has. */
export function customElements(elements: readonly ElementSurface[]): unknown {
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: elements.map((element) => ({
      kind: 'javascript-module',
      path: published(element),
      declarations: [declaration(element)],
      exports: [
        {
          kind: 'js',
          name: element.className,
          declaration: { name: element.className, module: published(element) },
        },
        {
          kind: 'custom-element-definition',
          name: element.name,
          declaration: { name: element.className, module: published(element) },
        },
      ],
    })),
  };
}

/** `web-types.json`, which the editors of JetBrains read. */
export function webTypes(elements: readonly ElementSurface[], { name, version }: About): unknown {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.name,
          description: element.text,
          attributes: attributesOf(element).map(({ attribute, text, type, values }) => ({
            name: attribute,
            description: text,
            value: { type: values.length > 0 ? values.map((value) => `'${value}'`).join(' | ') : type },
          })),
          slots: element.slots.map(described),
          js: {
            properties: element.properties.map((property) => ({
              ...described(property),
              type: property.type,
            })),
            events: element.events.map((event) => ({ ...described(event), type: event.type })),
          },
          css: {
            parts: element.parts.map(described),
            properties: element.cssProperties.map(described),
          },
        })),
      },
    },
  };
}

/** `vscode.html-custom-data.json`: tags and attributes as VS Code completes them. */
export function vscodeData(elements: readonly ElementSurface[]): unknown {
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      ...described(element),
      attributes: attributesOf(element).map(({ attribute, text, values }) => ({
        name: attribute,
        description: text,
        ...(values.length > 0 && { values: values.map((name) => ({ name })) }),
      })),
    })),
  };
}

function declaration(element: ElementSurface): unknown {
  return {
    kind: 'class',
    customElement: true,
    name: element.className,
    tagName: element.name,
    description: element.text,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: attributesOf(element).map(({ attribute, name, text, type }) => ({
      name: attribute,
      fieldName: name,
      description: text,
      type: { text: type },
    })),
    members: [
      ...element.properties.map((property) => ({
        kind: 'field',
        name: property.name,
        description: property.text,
        type: { text: property.type },
        ...(property.attribute !== null && { attribute: property.attribute, reflects: property.isReflected }),
      })),
      ...element.methods.map(({ name, text, returns }) => ({
        kind: 'method',
        name,
        description: text,
        return: { type: { text: returns } },
      })),
    ],
    events: element.events.map((event) => ({ ...described(event), type: { text: event.type } })),
    slots: element.slots.map(described),
    cssParts: element.parts.map(described),
    cssProperties: element.cssProperties.map((property) => ({
      ...described(property),
      ...(property.initial !== '' && { default: property.initial }),
    })),
  };
}

function described({ name, text }: { readonly name: string; readonly text: string }): {
  name: string;
  description: string;
} {
  return { name, description: text };
}

function attributesOf({ properties }: ElementSurface) {
  return properties.flatMap((property) =>
    property.attribute === null ? [] : [{ ...property, attribute: property.attribute }],
  );
}

function published({ file }: ElementSurface): string {
  return `dist/esm/${file.replace(/\.ts$/, '.js')}`;
}
