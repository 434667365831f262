// Where an address breaks, of a person or of a page. One template.
import { html } from 'lit';

/** A text that rather breaks before the domain or the path of an address than within a word. */
export function breakable(text: string): readonly unknown[] {
  return text.split(/(?=@|(?<=\w)\/)/).map((part, index) => (index === 0 ? part : html`<wbr />${part}`));
}
