// An element as small as one can be, for the tests of what is made of the surface.
import { readElement } from '../read.ts';
import { readEvents } from '../read-events.ts';
import { parseSource } from '../source.ts';
import type { ElementSurface } from '../surface.ts';

const EVENTS = `
abstract class FactEvent extends Event {}
/** Something is done. */
export class DoneEvent extends FactEvent {
  static readonly type = 'x-done';
  /** How many. */
  readonly count: number;
  /** @internal */
  readonly secret: string;
}
/** Something is about to be done. */
export class BeforeEvent extends VetoEvent {}
abstract class VetoEvent extends Event {}
declare global {
  interface GlobalEventHandlersEventMap {
    'x-done': DoneEvent;
    'x-before': BeforeEvent;
  }
}
`;

const CLASS = `
/**
 * A list.
 *
 * @tag x-list
 * @fires {DoneEvent} x-done - When it is done,
 *   at last.
 * @slot header - What stands above.
 * @csspart rows - The rows.
 * @cssprop [--x-accent=red] - The colour.
 */
export class ListElement extends LitElement {
  static override properties = { view: { reflect: true }, token: { attribute: false }, _open: { state: true } };
  /** What is shown. @values all some */
  declare view: 'all' | 'some';
  /** The token | or none. */
  declare token: string | undefined;
  declare _open: boolean;
  override connectedCallback(): void {}
  /** Loads again. */
  refresh(): void {}
  /** Nobody's business. @internal */
  inside(): void {}
  #own(): void {}
}
`;

/** The element as it is read. */
export const ELEMENT: ElementSurface = readElement(
  'x/list.ts',
  parseSource('x/list.ts', CLASS),
  'ListElement',
  {
    known: readEvents([parseSource('x/events.ts', EVENTS)]),
    own: ['x-done', 'x-before'],
  },
);
