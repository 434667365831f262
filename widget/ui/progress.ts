// How far work on many is: a bar with its words, in a line with the way to stop it, or above them in a dialog. Templates only.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { actionStrings } from '../i18n/action-strings.ts';

const bar = (text: string, done: number | undefined, total: number | undefined): TemplateResult =>
  html`<progress part="progress" max=${total ?? nothing} value=${done ?? nothing} aria-label=${text}></progress>`;

/** In a dialog, which has its own button to stop it; how many there are may be unknown. */
export function progressBlock(text: string, done: number, total: number | undefined): TemplateResult {
  return html`${bar(text, total === undefined ? undefined : done, total)}<p class="muted" aria-live="polite">${text}</p>`;
}

/** In a line; nothing of the bar is filled until the first are done. */
export function progressLine(
  text: string,
  [done, total]: readonly [done: number, total: number],
  onStop: () => void,
): TemplateResult {
  return html`${bar(text, done === 0 ? undefined : done, total)}
    <span role="status">${text}</span>
    <button type="button" part="button" class="button small" @click=${onStop}>${actionStrings.stop}</button>`;
}
