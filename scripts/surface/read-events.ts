// Reads the public events: every class that stands in the map of events, with what it carries. Pure.
import type { ElementEvent } from './surface.ts';
import type { Source } from './source.ts';
import { publicName } from './source.ts';

/** Tells the events of `sources`, by their names. */
export function readEvents(sources: readonly Source[]): Map<string, ElementEvent> {
  return new Map(
    sources.flatMap(({ eventMap }) =>
      eventMap.map(({ name, type, docblock }): [string, ElementEvent] => {
        const classes = lineage(sources, type.replace(/<.*$/s, ''));
        const [own] = classes;
        return [
          name,
          {
            name,
            type,
            text: docblock.text || (own?.found.docblock.text ?? ''),
            carries: classes.toReversed().flatMap(({ source, found }) => carried(source, found)),
            isCancelable: classes.some(({ found }) => found.node.id?.name === 'VetoEvent'),
          },
        ];
      }),
    ),
  );
}

type Found = NonNullable<ReturnType<Source['classes']['get']>>;

/** A class and those it rests on, itself first. */
function lineage(sources: readonly Source[], name: string): { source: Source; found: Found }[] {
  const source = sources.find(({ classes }) => classes.has(name));
  const found = source?.classes.get(name);
  if (source === undefined || found === undefined) return [];
  const { superClass } = found.node;
  const above = superClass?.type === 'Identifier' ? superClass.name : '';
  return [{ source, found }, ...lineage(sources, above)];
}

function carried(source: Source, { node }: Found): ElementEvent['carries'] {
  return node.body.body.flatMap((member) => {
    const name = publicName(source, member);
    if (name === undefined || member.type !== 'PropertyDefinition' || member.static) return [];
    if (member.typeAnnotation == null) return [];
    const type = source.textOf(member.typeAnnotation.typeAnnotation);
    return [{ name, type, text: source.docblockOf(member).text }];
  });
}
