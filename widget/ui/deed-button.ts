// A button for one deed, which is off, and says why, while it cannot be done. One template.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** What of the button is not as usual. */
export interface DeedLook {
  /** What it is called where its label does not say enough. */
  readonly about?: string | undefined;
  /** Its classes beside `button`. */
  readonly look?: string;
  /** Whether something is under way, for which there is no reason to give. */
  readonly isBusy?: boolean;
}

/** The button that does `act`; `off` says why it cannot be done, '' where it can. */
export function deedButton(
  label: unknown,
  act: () => unknown,
  off: string,
  { about, look = 'small', isBusy = false }: DeedLook = {},
): TemplateResult {
  const isOff = off !== '' || isBusy;
  return html`<button
    type="button"
    part="button" class="button ${look}"
    aria-label=${about || nothing}
    aria-disabled=${String(isOff)}
    aria-description=${off || nothing}
    @click=${() => isOff || act()}
  >
    ${label}
  </button>`;
}
