// Makes a React component of a custom element: props become properties, `on…` props listen to its events. Knows no element in particular.
import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type {
  DetailedHTMLProps,
  ForwardRefExoticComponent,
  HTMLAttributes,
  ReactNode,
  RefAttributes,
  RefObject,
} from 'react';

/** What a component passes on: the properties of its element, and the events by the names of their props. */
export interface ElementNames<Property extends string, Events extends Readonly<Record<string, string>>> {
  readonly properties: readonly Property[];
  readonly events: Events;
}

type EventOf<Type> = Type extends keyof HTMLElementEventMap ? HTMLElementEventMap[Type] : Event;

/** The listeners that a component takes, by the names of their props. */
type Listeners<Events extends Readonly<Record<string, string>>> = {
  readonly [Name in keyof Events]?: ((event: EventOf<Events[Name]>) => void) | undefined;
};

/** The properties that a component takes; undefined is what the element starts with. */
type Values<Element, Property extends string> = {
  readonly [Name in Property & keyof Element]?: Element[Name] | undefined;
};

/** The props of a component: those of its element, and what every HTML element takes. */
export type ElementProps<
  Element extends HTMLElement,
  Property extends string,
  Events extends Readonly<Record<string, string>>,
> = Omit<HTMLAttributes<Element>, Property | keyof Events> &
  Values<Element, Property> &
  Listeners<Events> & { readonly children?: ReactNode };

/** The component of an element; its ref is the element itself. */
export type ElementComponent<
  Element extends HTMLElement,
  Property extends string,
  Events extends Readonly<Record<string, string>>,
> = ForwardRefExoticComponent<ElementProps<Element, Property, Events> & RefAttributes<Element>>;

/** The props of the tag itself in JSX: React 19 hands properties and listeners over, React 18 attributes only. */
export type TagProps<
  Element extends HTMLElement,
  Names extends ElementNames<string, Readonly<Record<string, string>>>,
> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, Names['properties'][number]> &
  Values<Element, Names['properties'][number]> & {
    readonly [Type in Names['events'][keyof Names['events']] as `on${Type}`]?:
      ((event: EventOf<Type>) => void) | undefined;
  };

/** React complains about the other one on a server, where neither runs. */
const useBrowserEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Makes the component of `tag`, which `define` registers once one is shown; a server renders the empty tag. */
export function wrapElement<
  Element extends HTMLElement,
  const Property extends string,
  const Events extends Readonly<Record<string, string>>,
>(
  tag: string,
  names: ElementNames<Property, Events>,
  define: () => void,
): ElementComponent<Element, Property, Events> {
  const own = new Set<string>([...names.properties, ...Object.keys(names.events)]);
  const Wrapped = forwardRef<Element, Readonly<Record<string, unknown>>>((props, ref) => {
    const element = useRef<Element>(null);
    // Only now, so that nothing is asked of the server before the properties are there.
    useBrowserEffect(define, []);
    useProperties(element, names.properties, props);
    useListeners(element, names.events, props);
    useImperativeHandle(ref, () => element.current!, []);
    const others = Object.entries(props).filter(([name]) => !own.has(name));
    return createElement(tag, {
      ...Object.fromEntries(others.map(([name, value]) => [name === 'className' ? 'class' : name, value])),
      ref: element,
    });
  });
  Wrapped.displayName = tag;
  return Wrapped as unknown as ElementComponent<Element, Property, Events>;
}

/** Sets the properties that were given or changed. The element's own changes, as when the viewer goes elsewhere, stay. */
function useProperties(
  ref: RefObject<HTMLElement | null>,
  names: readonly string[],
  props: Readonly<Record<string, unknown>>,
): void {
  const initial = useRef<ReadonlyMap<string, unknown>>(null);
  const set = useRef<ReadonlyMap<string, unknown>>(new Map());
  useBrowserEffect(() => {
    const element = ref.current as unknown as Record<string, unknown>;
    const first = (initial.current ??= new Map(names.map((name) => [name, element[name]])));
    const given = new Map(names.flatMap((name) => (props[name] === undefined ? [] : [[name, props[name]]])));
    for (const name of names) {
      if (given.get(name) === set.current.get(name)) continue;
      element[name] = given.has(name) ? given.get(name) : first.get(name);
    }
    set.current = given;
  });
}

function useListeners(
  ref: RefObject<HTMLElement | null>,
  events: Readonly<Record<string, string>>,
  props: Readonly<Record<string, unknown>>,
): void {
  const latest = useRef(props);
  useBrowserEffect(() => {
    latest.current = props;
  });
  useBrowserEffect(() => {
    const element = ref.current!;
    const listening = new AbortController();
    for (const [name, type] of Object.entries(events)) {
      const hear = (event: Event): void =>
        (latest.current[name] as ((event: Event) => void) | undefined)?.(event);
      element.addEventListener(type, hear, { signal: listening.signal });
    }
    return () => listening.abort();
  }, []);
}
