// Reads the surface of an element from its class: `static properties`, what is declared, methods, and the tags of the docblock. Pure.
import { cssPropertiesBy, firedBy, namedBy, valuesOf } from './docblock.ts';
import type { ClassMember, ClassNode, Source } from './source.ts';
import { publicName } from './source.ts';
import type { ElementEvent, ElementSurface, Method, Property } from './surface.ts';

/** Overrides that a page calls; the others are Lit's. */
const CALLED = ['focus'];

/** Which events are an element's beyond those of its `@fires`. */
export interface EventsAround {
  /** All events there are, by name. */
  readonly known: ReadonlyMap<string, ElementEvent>;
  /** Those that come out of this element. */
  readonly own: readonly string[];
}

/**
 * The surface of the element of class `className`.
 *
 * @throws {Error} naming what has no docblock, and a tag that is not written as it should be.
 */
export function readElement(
  file: string,
  source: Source,
  className: string,
  around: EventsAround,
): ElementSurface {
  const found = source.classes.get(className);
  if (found === undefined) throw new Error(`${file} has no class ${className}`);
  const { node, docblock } = found;
  const element: ElementSurface = {
    name: docblock.tags.find(({ tag }) => tag === 'tag')?.value ?? '',
    text: docblock.text,
    className,
    file,
    properties: propertiesOf(source, node),
    methods: node.body.body.flatMap((member) => methodOf(source, member)),
    events: eventsOf(firedBy(docblock), around),
    slots: namedBy(docblock, 'slot'),
    parts: namedBy(docblock, 'csspart'),
    cssProperties: cssPropertiesBy(docblock),
  };
  for (const list of [element.properties, element.methods, element.events])
    for (const { name, text } of list)
      if (text === '')
        throw new Error(`${file}: ${name} of <${element.name}> has no sentence that says what it is`);
  return element;
}

function propertiesOf(source: Source, node: ClassNode): Property[] {
  const options = reactiveOptions(source, node);
  return node.body.body.flatMap((member) => {
    const name = publicName(source, member);
    const option = name === undefined ? undefined : options.get(name);
    if (name === undefined || option === undefined || member.type !== 'PropertyDefinition') return [];
    if (!member.declare || member.typeAnnotation == null || /\bstate: true\b/.test(option)) return [];
    const renamed = /\battribute: '([^']+)'/.exec(option)?.[1];
    return [
      {
        name,
        attribute: /\battribute: false\b/.test(option) ? null : (renamed ?? name.toLowerCase()),
        isReflected: /\breflect: true\b/.test(option),
        type: source.textOf(member.typeAnnotation.typeAnnotation).replace(/\s+/g, ' '),
        values: valuesOf(source.docblockOf(member), 'values').flatMap((value) => value.split(' ')),
        text: source.docblockOf(member).text,
      },
    ];
  });
}

/** The entries of `static properties`, as they are written. */
function reactiveOptions(source: Source, node: ClassNode): Map<string, string> {
  const table = node.body.body.find(
    (member) =>
      member.type === 'PropertyDefinition' &&
      member.static &&
      member.key.type === 'Identifier' &&
      member.key.name === 'properties',
  );
  if (table?.type !== 'PropertyDefinition' || table.value?.type !== 'ObjectExpression') return new Map();
  return new Map(
    table.value.properties.flatMap((entry) =>
      entry.type === 'Property' && entry.key.type === 'Identifier'
        ? [[entry.key.name, source.textOf(entry.value)] as const]
        : [],
    ),
  );
}

function methodOf(source: Source, member: ClassMember): Method[] {
  if (member.type !== 'MethodDefinition' || member.kind !== 'method' || member.static) return [];
  const name = publicName(source, member);
  if (name === undefined || (member.override && !CALLED.includes(name))) return [];
  const { params, returnType } = member.value;
  return [
    {
      name,
      text: source.docblockOf(member).text,
      parameters: params.map((parameter) => declared(source, parameter)).join(', '),
      returns: returnType == null ? 'void' : source.textOf(returnType.typeAnnotation),
    },
  ];
}

/** A parameter as a declaration has it: without the value it has when it is left out. */
function declared(source: Source, parameter: { readonly start: number; readonly end: number }): string {
  const [, name = '', type, value] = /^([^]+?)(?:: ([^]+?))?(?: = ([^]+))?$/.exec(source.textOf(parameter))!;
  if (value === undefined) return type === undefined ? name : `${name}: ${type}`;
  return `${name}?: ${type ?? (value.startsWith("'") ? 'string' : 'unknown')}`;
}

/** The events with the sentences of `@fires`, then the others: what has happened, then what is about to. */
function eventsOf(fired: ReturnType<typeof firedBy>, { known, own }: EventsAround): ElementEvent[] {
  const told = fired.map(({ name, text, type }): ElementEvent => {
    const event = known.get(name);
    return event === undefined
      ? { name, text, type, carries: [], isCancelable: isBefore({ name }) }
      : { ...event, text };
  });
  const names = new Set(told.map(({ name }) => name));
  const others = own.filter((name) => !names.has(name)).map((name) => known.get(name)!);
  return [...told, ...others.filter((event) => !isBefore(event)), ...others.filter(isBefore)];
}

function isBefore({ name }: Pick<ElementEvent, 'name'>): boolean {
  return /^\w+-before-/.test(name);
}
