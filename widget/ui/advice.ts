// Advice at the place that it is about, where the policy gives it. Looks and one template.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Guidance } from '../../shared/policy/policy.ts';
import type { Rights } from '../rights.ts';
import { anyIcon } from './more-icons.ts';

/** The look of advice; needs the sheet `base`. */
export const adviceStyles = css`
  .advice {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 8px;
    padding: 8px var(--_snug);
    border-radius: var(--_radius);
    background: var(--_warning-soft);
    color: var(--_warning-text);
    font-size: var(--_small);
  }
  .advice svg {
    margin-block-start: 1px;
  }
  .advised {
    display: grid;
    gap: 10px;
  }
`;

/** The advice, or nothing where the policy does not give it. */
export function advice({ policy }: Rights, about: Guidance, text: string): TemplateResult | typeof nothing {
  return policy.guidance.includes(about)
    ? html`<p class="advice" data-advice=${about}>${anyIcon('info')}<span>${text}</span></p>`
    : nothing;
}
