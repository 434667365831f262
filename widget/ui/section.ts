// The sections of a page of settings: a heading and what it is about on one side, what can be done on the other. Looks and one template.
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

/** The look of sections; needs the sheets `base` and `cards`. */
export const sections = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .section {
    display: grid;
    grid-template-columns: minmax(0, 220px) minmax(0, 1fr);
    gap: 14px 40px;
    padding: var(--_wide);
  }
  .about {
    display: grid;
    align-content: start;
    gap: 2px;
  }
  .about p,
  .line p,
  .locked {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .what {
    display: grid;
    align-content: start;
    gap: 14px;
    max-inline-size: 640px;
  }
  form {
    display: grid;
    gap: 14px;
    max-inline-size: 440px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    min-block-size: var(--_control);
    overflow-wrap: anywhere;
  }
  .line > :first-child {
    min-inline-size: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .rows {
    display: grid;
  }
  .rows > li {
    padding-block: var(--_snug);
    border-block-end: 1px solid var(--_line);
  }
  .rows > li:first-child {
    padding-block-start: 0;
  }
  .rows > li:last-child {
    padding-block-end: 0;
    border: 0;
  }
  .locked {
    display: flex;
    align-items: start;
    gap: 8px;
  }
  .locked svg {
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 2px;
  }
  @container (max-width: 660px) {
    .section {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--_space);
    }
    form {
      max-inline-size: none;
    }
  }
  /* More of them than a line of a phone holds stand two and two. */
  @container (max-width: 340px) {
    .actions:has(> :nth-child(3)) > * {
      flex: 1 1 40%;
    }
  }
`;

/** A section with its heading. */
export function section(heading: string, hint: string, content: unknown): TemplateResult {
  return html`<section part="card" class="card section" aria-labelledby="heading">
    <div class="about">
      <h2 part="heading" id="heading">${heading}</h2>
      <p>${hint}</p>
    </div>
    <div class="what">${content}</div>
  </section>`;
}
