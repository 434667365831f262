// Markup that is copied and then written into by hand, for the rows of long lists. Everything else is drawn by lit, which is kinder to read.
import { render } from 'lit';
import type { TemplateResult } from 'lit';

/** A maker of copies of the one element that `template` draws. It is drawn once, so nothing in it may depend on what is shown. */
export function copies<Made extends Element = HTMLElement>(template: TemplateResult): () => Made {
  let drawn: Element | undefined;
  return () => {
    drawn ??= draw(template);
    return drawn.cloneNode(true) as Made;
  };
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

/** Lets `parent` hold these children in this order, without touching those that it holds already, because one may have the focus. */
export function hold(parent: Element, ...children: readonly (ChildNode | undefined)[]): void {
  const wanted = children.filter((child) => child !== undefined);
  for (const child of [...parent.childNodes]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, at) => {
    const there = parent.childNodes[at] ?? null;
    if (there !== child) parent.insertBefore(child, there);
  });
}
