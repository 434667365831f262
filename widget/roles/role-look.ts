// The look of the dialogs about roles: fields above each other, rights as boxes by section. Looks only.
import { css } from 'lit';

/** The sheet of the dialogs about roles; needs `fields`. */
export const roleLook = css`
  form {
    display: grid;
    gap: 16px;
  }
  fieldset {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }
  legend {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    inline-size: 100%;
    padding: 0 0 4px;
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 600;
  }
  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
    align-items: start;
    gap: 16px 24px;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 30px;
    cursor: pointer;
  }
  .tick input {
    flex: none;
  }
  .tick:has([aria-disabled='true']) {
    color: var(--_muted);
    cursor: not-allowed;
  }
  input[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .note {
    padding: 8px var(--_snug);
    border-radius: var(--_radius);
    background: var(--_subtle);
    font-size: var(--_small);
  }
  .account {
    display: grid;
    gap: 4px;
  }
  .account ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
`;
