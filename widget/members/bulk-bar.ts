import { LitElement, css, html, nothing } from 'lit';
import type { BulkChange } from '../client/api.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { actionStrings as strings } from '../i18n/action-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { fields } from '../styles/forms.ts';
import { anybody, mayGiveRole } from './member-decisions.ts';
import { ALL, NOBODY, countSelected } from './selection.ts';
import type { Selection } from './selection.ts';

/** Tells what the viewer wants with the selection: another selection, or a change to it. Stays inside the list. */
export class BulkWantedEvent extends Event {
  static readonly type = 'ua-bulk-wanted';
  readonly wanted: { readonly selection: Selection } | { readonly change: BulkChange };

  constructor(wanted: BulkWantedEvent['wanted']) {
    super(BulkWantedEvent.type);
    this.wanted = wanted;
  }
}

/**
 * What can be done with the people selected, and the offer to select everybody who matches.
 *
 * @tag ua-bulk-bar
 * @fires {BulkWantedEvent} ua-bulk-wanted - When the viewer chooses something; does not bubble.
 */
export class BulkBarElement extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px var(--_space);
        border-block-end: 1px solid var(--_line);
        background: var(--_accent-soft);
      }
      .count {
        margin-inline-end: 4px;
        font-weight: 600;
      }
      .spread {
        flex: 1;
      }
      .select {
        inline-size: auto;
        min-block-size: 30px;
        padding-block: 2px;
        border-radius: var(--_radius-small);
        font-size: var(--_small);
      }
    `,
  ];

  static override properties = {
    rights: { attribute: false },
    selection: { attribute: false },
    total: { type: Number },
    isExact: { type: Boolean },
    loaded: { type: Number },
  };

  /** What the viewer may do. */
  declare rights: Rights;
  /** Who is selected. */
  declare selection: Selection;
  /** How many match. */
  declare total: number;
  /** Whether `total` is exact. */
  declare isExact: boolean;
  /** How many of them are loaded. */
  declare loaded: number;

  constructor() {
    super();
    void new FocusKeeper(this);
    this.selection = NOBODY;
    this.total = this.loaded = 0;
    this.isExact = true;
  }

  protected override render() {
    const { selection, total, isExact } = this;
    const count = countSelected(selection, total);
    const offersAll = !selection.isAll && (count < total || !isExact) && count >= this.loaded;
    const { deactivation, isRemovable } = this.rights.policy.members;
    return html`<div class="bar" role="group" aria-label=${strings.selectionActions}>
      <span class="count">${strings.selected(count, isExact || !selection.isAll)}</span>
      ${
        offersAll
          ? html`<button type="button" part="link" class="link" @click=${() => this.#want({ selection: ALL })}>${strings.selectAll(total, isExact)}</button>`
          : nothing
      }
      <span class="spread"></span>
      ${this.#renderRoles()}
      ${
        deactivation === 'none'
          ? nothing
          : html`${this.#renderAction('member.deactivate')}${this.#renderAction('member.reactivate')}`
      }
      ${isRemovable ? this.#renderAction('member.remove') : nothing} ${this.#renderAssign()}
      ${this.#renderAction('member.end-sessions')}
      <button type="button" part="button button-quiet" class="button small quiet" @click=${() => this.#want({ selection: NOBODY })}>${strings.clearSelection}</button>
    </div>`;
  }

  #renderRoles() {
    return html`<select part="field" class="select" aria-label=${strings.changeRoleTo} @change=${this.#changeRole}>
      <option value="">${strings.changeRoleTo}\u2026</option>
      ${this.rights.personRoles.map(({ key, name }) => {
        const decision = mayGiveRole(this.rights, key);
        return html`<option value=${key} ?disabled=${!decision.allowed}>
          ${decision.allowed ? name : shared.roleOption(name, reasonText(decision.reason))}
        </option>`;
      })}
    </select>`;
  }

  #renderAction(action: 'member.deactivate' | 'member.reactivate' | 'member.remove' | 'member.end-sessions') {
    return html`<button type="button" part="button" class="button small" @click=${() => this.#want({ change: { action } })}>${strings.bulkConfirm[action]}</button>`;
  }

  /** What is granted to people, where the viewer may give it to anybody. */
  #renderAssign() {
    const member = anybody(this.rights);
    return this.rights.policy.resources
      .filter(({ key: kind }) => may(this.rights, 'member.assign', { member, kind }).allowed)
      .map(({ key: kind, plural }) => {
        const change: BulkChange = { action: 'member.assign', kind, add: [], remove: [] };
        return html`<button type="button" part="button" class="button small" @click=${() => this.#want({ change })}>${strings.assignThings(plural)}</button>`;
      });
  }

  #want(wanted: BulkWantedEvent['wanted']): void {
    this.dispatchEvent(new BulkWantedEvent(wanted));
  }

  readonly #changeRole = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const role = select.value;
    select.value = '';
    if (role !== '') this.#want({ change: { action: 'member.change-role', roles: [role] } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-bulk-bar': BulkBarElement;
  }
}
