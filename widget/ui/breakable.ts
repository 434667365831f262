// Where a name breaks that is an address. One template.
import { html } from 'lit';

/** A text that rather breaks before the domain of an address than within a word. */
export function breakable(text: string): readonly unknown[] {
  return text.split(/(?=@)/).map((part, index) => (index === 0 ? part : html`<wbr />${part}`));
}
