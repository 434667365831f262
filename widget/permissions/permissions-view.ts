import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { reasonText } from '../i18n/failure-strings.ts';
import { permissionStrings as strings } from '../i18n/permission-strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { mayPreview } from './role-preview.ts';

/**
 * The Permissions view: a grid for every kind of resource that is granted to roles, whether a database follows what people are granted
 * themselves, and the matrix where the policy has sections.
 *
 * @tag ua-permissions-view
 */
export class PermissionsViewElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--_wide);
      }
      :host > * {
        min-inline-size: 0;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    revision: { type: Number },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Raised to load what is shown again, in place. */
  declare revision: number;

  constructor() {
    super();
    this.revision = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { rights } = this;
    const decision = rights.mayHere('permissions.view');
    if (!decision.allowed)
      return html`<ua-empty-state part="empty" level="2" icon="lock" .heading=${reasonText(decision.reason)}></ua-empty-state>`;
    const { resources } = rights.policy;
    const kinds = resources.filter(({ grantedTo }) => grantedTo === 'role');
    const personal = resources.filter(({ grantedTo }) => grantedTo === 'member');
    const preview = html`<ua-role-preview .rights=${rights}></ua-role-preview>`;
    return html`${mayPreview(rights) ? preview : nothing}${kinds.map((kind) => html`<ua-grant-editor .rights=${rights} .kind=${kind} .revision=${this.revision}></ua-grant-editor>`)}
    ${personal.map((kind) => html`<ua-database-drift .rights=${rights} .kind=${kind} .revision=${this.revision}></ua-database-drift>`)}
    ${this.#renderMatrix(rights)}`;
  }

  #renderMatrix(rights: Rights): TemplateResult | typeof nothing {
    if (rights.policy.sections.length === 0) return nothing;
    return rights.policy.hasCustomRoles
      ? html`<ua-role-desk .rights=${rights} .revision=${this.revision}></ua-role-desk>`
      : html`<ua-capability-matrix .rights=${rights}></ua-capability-matrix>`;
  }

  /** What going elsewhere would drop; empty where everything is saved. */
  get leaveText(): string {
    const editors = [...this.renderRoot.querySelectorAll('ua-grant-editor')];
    const count = editors.reduce((sum, { unsaved }) => sum + unsaved, 0);
    return count > 0 ? strings.leaveText(count) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-permissions-view': PermissionsViewElement;
  }
}
