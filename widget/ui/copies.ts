// Markup that is copied and then written into by hand, for the rows of long lists. Everything else is drawn by lit, which is kinder to read.
import { render } from 'lit';
import type { TemplateResult } from 'lit';

/** What will be copied and has not been drawn yet. */
const waiting = new Set<() => unknown>();

/** A maker of copies of the one element that `template` draws. It is drawn once, so nothing in it may depend on what is shown. */
export function copies<Made extends Element = HTMLElement>(template: TemplateResult): () => Made {
  let drawn: Element | undefined;
  const drawOnce = (): Element => (drawn ??= draw(template));
  waiting.add(drawOnce);
  return () => drawOnce().cloneNode(true) as Made;
}

/** Draws what will be copied, for a moment when there is nothing else to do. */
export function warmCopies(): void {
  for (const drawOnce of waiting) drawOnce();
  waiting.clear();
}

function draw(template: TemplateResult): Element {
  const fragment = document.createDocumentFragment();
  render(template, fragment);
  return fragment.firstElementChild!;
}

/** An empty text inside of the element below `root` that `selector` names. */
export function textIn(root: Element, selector: string): Text {
  const text = new Text();
  root.querySelector(selector)!.append(text);
  return text;
}

/** Makes `text` say `value`; writing the same again would cost as much as something new. */
export function write(text: Text, value: string): void {
  if (text.data !== value) text.data = value;
}

/**
 * Gives `parent` the children it is called with, in this order. Does not touch those that it has already, because one may
 * have the focus, and nothing at all where they are the same as the last time.
 */
export function holder(parent: Element): (...children: readonly (ChildNode | undefined)[]) => void {
  let held: readonly (ChildNode | undefined)[] = [];
  return (...children) => {
    if (children.length === held.length && children.every((child, at) => child === held[at])) return;
    for (const child of held) if (child !== undefined && !children.includes(child)) child.remove();
    held = children;
    // From the last to the first, each in front of the one behind it.
    let next: ChildNode | null = null;
    for (const child of children.toReversed()) {
      if (child === undefined) continue;
      if (child.parentNode !== parent) parent.insertBefore(child, next);
      next = child;
    }
  };
}
