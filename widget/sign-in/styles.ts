// The look of signing in: one calm card in the middle of whatever room there is.
import { css } from 'lit';

/** The sheet of `<user-admin-sign-in>`. */
export const signInStyles = css`
  :host {
    display: block;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  /* A page's own rules reach the element itself and win over :host, so what is inherited ends here. */
  .frame {
    all: initial;
    display: grid;
    gap: 18px;
    box-sizing: border-box;
    /* Also where the page has it in its middle, and it is as wide as what is in it. */
    inline-size: min(458px, 100vw - 32px);
    max-inline-size: 100%;
    margin-inline: auto;
    padding: 28px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    color-scheme: inherit;
    font: var(--_font-size) / 1.45 var(--_font);
    text-align: start;
    pointer-events: inherit;
    visibility: inherit;
  }
  h1 {
    font-size: var(--_large);
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: 14px;
  }
  .stack {
    display: grid;
    gap: 10px;
  }
  .button {
    inline-size: 100%;
    white-space: normal;
  }
  .secret .button {
    inline-size: 30px;
  }
  .link {
    justify-self: start;
    font-size: var(--_small);
    font-weight: 400;
  }
  .or {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 12px;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .or::before,
  .or::after {
    border-block-start: 1px solid var(--_line);
    content: '';
  }
  .text {
    color: var(--_muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .alert {
    display: flex;
    align-items: start;
    gap: 8px;
    padding: 10px var(--_snug);
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    color: var(--_danger-text);
    font-size: var(--_small);
  }
  .alert svg {
    margin-block-start: 1px;
  }
  .bones {
    padding: 0;
  }
  @media (max-width: 440px) {
    .frame {
      padding: var(--_wide);
    }
  }
`;
