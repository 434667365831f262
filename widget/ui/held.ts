// A value of a control that the viewer changes too: compared with what the control holds now, and not with what was drawn last.
import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { PropertyPart } from 'lit/directive.js';

class Held extends Directive {
  render(_value: unknown): unknown {
    return noChange;
  }

  override update({ element, name }: PropertyPart, [value]: [unknown]): unknown {
    if (Reflect.get(element, name) !== value) Reflect.set(element, name, value);
    return noChange;
  }
}

/** Lets the property hold `value` after every drawing, whatever was typed or ticked in between. For `.value` and `.checked` alone. */
export const held = directive(Held);
