import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { RoleSummary } from '../../shared/roles/role-list.ts';
import { WriteIntent } from '../calls.ts';
import { SavedEvent, Saving } from '../controllers/saving.ts';
import { roleStrings as strings } from '../i18n/role-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { strings as common } from '../i18n/strings.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, labels, loudButtons } from '../styles/forms.ts';
import { HintController } from '../ui/hint.ts';
import { noteField } from '../ui/note-field.ts';
import { RolesChangedEvent } from './events.ts';
import { roleLook } from './role-look.ts';

/** What stands for going without; no role has this key. */
const WITHOUT = '-';

/**
 * The dialog in which a role is deleted: who has it, and what they get instead.
 *
 * @tag ua-role-removal
 * @fires {Event} close - When it has closed, by whatever way; does not bubble.
 */
export class RoleRemovalElement extends LitElement {
  static override styles = [base, loudButtons, fields, labels, roleLook];
  static override properties = {
    rights: { attribute: false },
    doomed: { attribute: false },
    _instead: { state: true },
    _note: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The role that is to go; undefined closes the dialog. */
  declare doomed: RoleSummary | undefined;
  /** @internal What its holders get; empty where nothing was chosen yet. */
  declare _instead: string;
  /** @internal Why, for the trail. */
  declare _note: string;
  readonly #saving = new Saving(this);

  constructor() {
    super();
    this.doomed = undefined;
    this._instead = this._note = '';
    void new HintController(this);
    this.addEventListener(SavedEvent.type, () => this.#saving.failure === undefined && this.#close());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('doomed')) this._instead = this._note = '';
  }

  protected override render() {
    const { doomed } = this;
    const reason =
      doomed !== undefined && this.#isHeld(doomed) && this._instead === '' ? strings.chooseFirst : '';
    return html`<ua-dialog
      heading=${doomed === undefined ? '' : strings.removeHeading(doomed.name)}
      .open=${doomed !== undefined}
      @close=${this.#close}
    >
      ${doomed === undefined ? nothing : html`${this.#renderAccount(doomed)} ${noteField(this._note, (note) => (this._note = note))}`}
      ${this.#saving.failure === undefined ? nothing : html`<p part="error" class="error" role="alert">${reasonText(this.#saving.failure)}</p>`}
      <button slot="actions" type="button" part="button" class="button" autofocus @click=${this.#close}>${common.cancel}</button>
      <button
        slot="actions"
        type="button"
        part="button button-danger" class="button danger"
        aria-disabled=${String(reason !== '' || this.#saving.isRunning)}
        aria-description=${reason || nothing}
        @click=${() => reason === '' && this.#remove()}
      >
        ${strings.removeAction}
      </button>
    </ua-dialog>`;
  }

  /** Whether somebody or something has it: known, not to be known, or said by the server. */
  #isHeld({ holders }: RoleSummary): boolean {
    if (this.#saving.failure === 'role_in_use' || holders === null || this._instead !== '') return true;
    return holders.active + holders.deactivated + holders.invited > 0;
  }

  #renderAccount(doomed: RoleSummary): TemplateResult {
    if (!this.#isHeld(doomed)) return html`<p class="muted">${strings.nobodyHas}</p>`;
    const { active = 0, deactivated = 0, invited = 0 } = doomed.holders ?? {};
    const counts = [
      ...(active > 0 ? [strings.active(active)] : []),
      ...(deactivated > 0 ? [strings.deactivated(deactivated)] : []),
      ...(invited > 0 ? [strings.invited(invited)] : []),
    ];
    const chosen = this.rights.personRoles.find(({ key }) => key === this._instead);
    const means =
      this._instead === WITHOUT
        ? strings.withNothing
        : chosen === undefined
          ? ''
          : strings.withOne(chosen.name);
    return html`${
      counts.length === 0
        ? nothing
        : html`<div class="account">
            <span class="label">${strings.hasIt}</span>
            <ul>
              ${counts.map((count) => html`<li class="chip">${count}</li>`)}
            </ul>
          </div>`
    }
      <div class="field">
        <label class="label" for="instead">${strings.instead}</label>
        <select part="field" class="select" id="instead" aria-describedby="means" @change=${this.#choose}>
          <option value="" disabled .selected=${this._instead === ''}>${strings.choose}</option>
          ${this.#replacements(doomed.key).map(
            ({ key, name }) => html`<option value=${key} .selected=${this._instead === key}>${name}</option>`,
          )}
          <option value=${WITHOUT} .selected=${this._instead === WITHOUT}>${strings.nothing}</option>
        </select>
        <span class="help" id="means">${means}</span>
      </div>`;
  }

  /** The roles that the viewer may give in its place. */
  #replacements(role: RoleKey) {
    const workspace = this.rights.viewer.workspace.id;
    return this.rights.personRoles.filter(
      ({ key }) => may(this.rights, 'role.delete', { workspace, role, replacement: key }).allowed,
    );
  }

  readonly #choose = ({ target }: Event): void => {
    this._instead = (target as HTMLSelectElement).value;
    this.#saving.reset();
  };

  async #remove(): Promise<void> {
    const { doomed, _instead: instead } = this;
    if (doomed === undefined) return;
    const { key, version, name } = doomed;
    const replacement = instead === WITHOUT ? null : instead;
    await this.#saving.run(
      new WriteIntent(
        'roles.delete',
        { key, version, ...(replacement !== '' && { replacement }), note: this._note },
        { tell: new RolesChangedEvent('deleted', key), touch: ['viewer', 'members', 'invitations'] },
      ),
      strings.removed(name),
    );
  }

  readonly #close = (): void => {
    if (this.doomed === undefined) return;
    this.doomed = undefined;
    this.#saving.reset();
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-role-removal': RoleRemovalElement;
  }
}
