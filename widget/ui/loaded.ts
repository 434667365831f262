// The template of something that is read: grey lines, what it is, or why it is not there and the way to try again.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { QueryController } from '../controllers/query.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { skeleton } from './skeleton.ts';

/** Draws what `query` has read by `draw`; what was read before stays while a newer read fails, with the reason above it. */
export function loaded<Result>(
  { data, failure }: QueryController<Result>,
  onRetry: () => void,
  draw: (data: Result) => unknown,
): TemplateResult {
  if (data === undefined && failure === undefined)
    return html`<div aria-busy="true"><span class="visually-hidden" role="status">${failureStrings.loading}</span>${skeleton(3)}</div>`;
  const retry =
    failure === undefined
      ? nothing
      : html`<div class="line" role="alert">
          <span>${data === undefined ? failureStrings.failedHeading : ''} <p>${reasonText(failure.code)}</p></span>
          <button type="button" part="button" class="button" @click=${onRetry}>${failureStrings.retry}</button>
        </div>`;
  return html`${retry}${data === undefined ? nothing : draw(data)}`;
}
