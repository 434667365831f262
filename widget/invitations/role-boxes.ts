// Roles to choose from, each with what it means: a box for each. Template and look only.
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RoleKey } from '../../shared/policy/policy.ts';

/** A role as a box. */
export interface RoleBox {
  readonly key: RoleKey;
  readonly name: string;
  readonly description: string;
  /** Why it cannot be chosen; '' where it can. */
  readonly reason: string;
}

/** The boxes of roles, of which `chosen` are on; one goes out with the next unless there can be many. */
export function roleBoxes(
  roles: readonly RoleBox[],
  {
    chosen,
    name,
    isMany,
    isOff,
    onChoose,
  }: {
    readonly chosen: readonly RoleKey[];
    /** What tells these boxes from others in the same form. */
    readonly name: string;
    readonly isMany: boolean;
    readonly isOff: boolean;
    readonly onChoose: (roles: readonly RoleKey[]) => void;
  },
): TemplateResult {
  const choose = (key: RoleKey, isOn: boolean) =>
    onChoose(
      isMany
        ? roles.map((role) => role.key).filter((each) => (each === key ? isOn : chosen.includes(each)))
        : [key],
    );
  return html`<div class="boxes">
    ${roles.map(
      ({ key, name: called, description, reason }) => html`<label class="box">
        <input part="field"
          type=${isMany ? 'checkbox' : 'radio'}
          name=${name}
          value=${key}
          .checked=${chosen.includes(key)}
          ?disabled=${isOff}
          aria-disabled=${reason === '' ? nothing : 'true'}
          aria-description=${reason === '' ? description : reason}
          @click=${(event: Event) => reason !== '' && event.preventDefault()}
          @change=${(event: Event) => choose(key, (event.target as HTMLInputElement).checked)}
        />
        <span>${called}</span><small>${reason === '' ? description : reason}</small>
      </label>`,
    )}
  </div>`;
}

/** The look of boxes of roles. */
export const roleBoxStyles = css`
  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
    gap: 4px 16px;
  }
  .box {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 8px;
    align-items: center;
    align-content: start;
    padding-block: 4px;
  }
  .box small {
    grid-column: 2;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .box:has([aria-disabled='true']) {
    color: var(--_muted);
    cursor: not-allowed;
  }
`;
