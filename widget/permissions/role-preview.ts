import { LitElement, css, html, nothing } from 'lit';
import { holds } from '../../shared/policy/compile.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import { permissionStrings as strings } from '../i18n/permission-strings.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, controls } from '../styles/base.ts';
import { RolePreviewedEvent } from './events.ts';

/**
 * Lets the page show its app as another role sees it: tells the page the role and everything it may do, until the preview is stopped.
 * Nothing of the viewer's own rights changes; whoever may preview is said by the policy.
 *
 * @tag ua-role-preview
 */
export class RolePreviewElement extends LitElement {
  static override styles = [
    base,
    buttons,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 500;
        white-space: nowrap;
      }
      p {
        margin: 0;
        flex: 1 1 16em;
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = { rights: { attribute: false }, _role: { state: true } };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** @internal The role that is previewed; empty for none. */
  declare _role: RoleKey;

  constructor() {
    super();
    this._role = '';
  }

  /** Where the page is told from, also when this has gone from it: the element around the view. */
  #outside: EventTarget = this;

  override connectedCallback(): void {
    super.connectedCallback();
    const view = hostOf(this);
    this.#outside = (view && hostOf(view)) ?? view ?? this.parentElement ?? this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Whoever cannot stop it any more does not go on seeing the product as somebody else.
    if (this._role !== '') this.#show('');
  }

  protected override render() {
    const { rights } = this;
    if (!mayPreview(rights)) return nothing;
    const others = rights.policy.roles.filter(({ key }) => !rights.actor.roles.includes(key));
    return html`<label
        >${strings.previewAs}
        <select part="field" class="select" .value=${this._role} @change=${this.#choose}>
          <option value="">${strings.previewNobody}</option>
          ${others.map(({ key, name }) => html`<option value=${key} ?selected=${key === this._role}>${name}</option>`)}
        </select></label
      >
      <p role="status" class="muted">
        ${this._role === '' ? strings.previewHint : strings.previewing(rights.roleName(this._role))}
      </p>
      ${
        this._role === ''
          ? nothing
          : html`<button type="button" part="button" class="button small" @click=${() => this.#stop()}>${strings.previewStop}</button>`
      }`;
  }

  readonly #choose = (event: Event): void => this.#show((event.target as HTMLSelectElement).value);

  #stop(): void {
    this.#show('');
    // The button goes; the choice is where one begins again.
    this.renderRoot.querySelector('select')?.focus();
  }

  #show(role: RoleKey): void {
    this._role = role;
    this.#outside.dispatchEvent(
      new RolePreviewedEvent(role === '' ? null : role, rightsOfRole(this.rights!, role)),
    );
  }
}

function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** Whether one of the viewer's roles lets them see the app as another role does. */
export function mayPreview({ facts, actor }: Rights): boolean {
  return holds(facts.policy, actor.roles, 'preview.open');
}

function rightsOfRole({ policy, facts }: Rights, role: RoleKey): readonly string[] {
  return policy.capabilities.filter(({ key }) => holds(facts.policy, [role], key)).map(({ key }) => key);
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-role-preview': RolePreviewElement;
  }
}
