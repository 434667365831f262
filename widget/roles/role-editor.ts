import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { CapabilityKey, Section } from '../../shared/policy/policy.ts';
import type { RoleSummary } from '../../shared/roles/role-list.ts';
import { WriteIntent } from '../calls.ts';
import { SavedEvent, Saving } from '../controllers/saving.ts';
import { conflictStrings } from '../i18n/conflict-strings.ts';
import { roleReason, roleStrings as strings } from '../i18n/role-strings.ts';
import { strings as common } from '../i18n/strings.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { held } from '../ui/held.ts';
import { HintController } from '../ui/hint.ts';
import { noteField } from '../ui/note-field.ts';
import { RolesChangedEvent } from './events.ts';
import { roleLook } from './role-look.ts';

/** What is edited: a new role, a copy of one, or one that is there. */
export interface RoleTask {
  readonly kind: 'new' | 'copy' | 'edit';
  /** The role that is copied or edited. */
  readonly role?: RoleSummary;
}

/**
 * The dialog in which a role is made or changed: name, sentence, and rights by section. Rights that the viewer does not hold are off
 * and say so.
 *
 * @tag ua-role-editor
 * @fires {Event} close - When it has closed, by whatever way; does not bubble.
 */
export class RoleEditorElement extends LitElement {
  static override styles = [base, loudButtons, fields, roleLook];
  static override properties = {
    rights: { attribute: false },
    task: { attribute: false },
    _name: { state: true },
    _description: { state: true },
    _rights: { state: true },
    _isNameMissing: { state: true },
    _note: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** What is edited; undefined closes the dialog. */
  declare task: RoleTask | undefined;
  /** @internal */
  declare _name: string;
  /** @internal */
  declare _description: string;
  /** @internal The rights that are ticked. */
  declare _rights: ReadonlySet<CapabilityKey>;
  /** @internal */
  declare _isNameMissing: boolean;
  /** @internal Why, for the trail. */
  declare _note: string;
  readonly #saving = new Saving(this);

  constructor() {
    super();
    this.task = undefined;
    this._name = this._description = this._note = '';
    this._rights = new Set();
    this._isNameMissing = false;
    void new HintController(this);
    this.addEventListener(SavedEvent.type, () => this.#saving.failure === undefined && this.#close());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('task') || this.task === undefined) return;
    const { kind, role } = this.task;
    const before = changed.get('task')?.role;
    if (kind === 'edit' && role !== undefined && before?.key === role.key) return this.#goOn(before, role);
    this._name = role === undefined ? '' : kind === 'copy' ? strings.copyName(role.name) : role.name;
    this._description = role?.description ?? '';
    const had = role?.capabilities ?? [];
    this._rights = new Set(kind === 'copy' ? had.filter((key) => this.#reason(key) === '') : had);
    this._isNameMissing = false;
    this._note = '';
  }

  /** Takes over what somebody else has saved meanwhile; what was entered here stays. */
  #goOn(before: RoleSummary, now: RoleSummary): void {
    if (this._name === before.name) this._name = now.name;
    if (this._description === before.description) this._description = now.description;
    const had = new Set(before.capabilities);
    const [added, taken] = [this._rights.difference(had), had.difference(this._rights)];
    this._rights = new Set(now.capabilities).union(added).difference(taken);
  }

  /** What somebody else has put where something else stands here. */
  #renderTheirs(mine: string, theirs: string | undefined): TemplateResult | typeof nothing {
    const isMet =
      this.#saving.failure === 'changed_meanwhile' && theirs !== undefined && theirs !== mine.trim();
    return isMet ? html`<span class="help">${conflictStrings.theirs(theirs)}</span>` : nothing;
  }

  protected override render() {
    const { task } = this;
    const isNew = task?.kind !== 'edit';
    return html`<ua-dialog wide heading=${this.#heading} .open=${task !== undefined} @close=${this.#close}>
      ${task === undefined ? nothing : this.#renderForm(task)}
      <button slot="actions" type="button" part="button" class="button" @click=${this.#close}>${common.cancel}</button>
      <button slot="actions" type="submit" form="form" part="button button-primary" class="button primary" aria-disabled=${String(this.#saving.isRunning)}>
        ${isNew ? strings.create : strings.save}
      </button>
    </ua-dialog>`;
  }

  get #heading(): string {
    const { kind, role } = this.task ?? {};
    if (role === undefined) return strings.newHeading;
    return kind === 'copy' ? strings.copyHeading(role.name) : strings.editHeading(role.name);
  }

  #renderForm(task: RoleTask): TemplateResult {
    const { failure } = this.#saving;
    const isName = failure === 'role_name_invalid' || failure === 'role_name_taken';
    const nameError = this._isNameMissing ? strings.nameNeeded : isName ? roleReason(failure) : '';
    return html`<form id="form" novalidate @submit=${this.#submit}>
      ${this.#renderNote(task)}
      <div class="field">
        <label class="label" for="name">${strings.name}</label>
        <input
          part="field" class="input"
          id="name"
          autofocus
          autocomplete="off"
          maxlength="100"
          aria-describedby="name-below"
          aria-invalid=${nameError === '' ? nothing : 'true'}
          .value=${held(this._name)}
          @input=${({ target }: Event) => (this._name = (target as HTMLInputElement).value)}
        />
        ${
          nameError === ''
            ? html`<span class="help" id="name-below">${strings.nameHelp}</span>`
            : html`<span part="error" class="error" id="name-below" role="alert">${nameError}</span>`
        }
        ${this.#renderTheirs(this._name, task.role?.name)}
      </div>
      <div class="field">
        <label class="label" for="description">${strings.description}</label>
        <input
          part="field" class="input"
          id="description"
          autocomplete="off"
          maxlength="200"
          aria-describedby="description-help"
          .value=${held(this._description)}
          @input=${({ target }: Event) => (this._description = (target as HTMLInputElement).value)}
        />
        <span class="help" id="description-help">${strings.descriptionHelp}</span>
        ${this.#renderTheirs(this._description, task.role?.description)}
      </div>
      <div class="field" role="group" aria-labelledby="rights">
        <span class="label" id="rights">${strings.rights}</span>
        <span class="help">${strings.rightsHelp}</span>
      </div>
      <div class="sections">${this.rights.policy.sections.map((section) => this.#renderSection(section))}</div>
      ${task.kind === 'edit' ? noteField(this._note, (note) => (this._note = note)) : nothing}
      ${failure === undefined || isName ? nothing : html`<p part="error" class="error" role="alert">${roleReason(failure)}</p>`}
    </form>`;
  }

  #renderNote({ kind, role }: RoleTask): TemplateResult | typeof nothing {
    if (role === undefined) return nothing;
    const out = kind === 'copy' ? role.capabilities.filter((key) => this.#reason(key) !== '').length : 0;
    const people = kind === 'edit' && role.holders !== null ? role.holders.active : 0;
    const text = out > 0 ? strings.leftOut(out) : people > 0 ? strings.holders(people) : '';
    return text === '' ? nothing : html`<p class="note">${text}</p>`;
  }

  #renderSection({ key: section, name }: Section): TemplateResult | typeof nothing {
    const own = this.rights.policy.capabilities.filter(
      (capability) => capability.section === section && capability.roles !== undefined,
    );
    if (own.length === 0) return nothing;
    const count = own.filter(({ key }) => this._rights.has(key)).length;
    return html`<fieldset>
      <legend><span>${name}</span><span>${strings.chosen(count, own.length)}</span></legend>
      ${own.map(({ key, name: right }) => {
        const reason = this.#reason(key);
        return html`<label class="tick">
          <input
            type="checkbox"
            value=${key}
            aria-disabled=${reason === '' ? nothing : 'true'}
            aria-description=${reason || nothing}
            .checked=${held(this._rights.has(key))}
            @click=${(event: Event) => this.#tick(event, key, reason)}
          />
          <span>${right}</span>
        </label>`;
      })}
    </fieldset>`;
  }

  /** Why the viewer cannot put this right into a role; empty where they can. */
  #reason(capability: CapabilityKey): string {
    const decision = may(this.rights, 'role.create', {
      workspace: this.rights.viewer.workspace.id,
      capabilities: [capability],
    });
    return decision.allowed ? '' : roleReason(decision.reason);
  }

  #tick(event: Event, key: CapabilityKey, reason: string): void {
    // Off but not disabled, so that it can be reached and says why.
    if (reason !== '') return event.preventDefault();
    const isOn = (event.target as HTMLInputElement).checked;
    this._rights = new Set([...this._rights, key].filter((each) => isOn || each !== key));
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this._isNameMissing = this._name.trim() === '';
    if (!this._isNameMissing) await this.#save();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };

  async #save(): Promise<void> {
    const { kind, role } = this.task ?? {};
    const name = this._name.trim();
    const content = { name, description: this._description, capabilities: [...this._rights] };
    const touch = ['viewer', 'members', 'invitations'] as const;
    if (kind === 'edit' && role !== undefined)
      await this.#saving.run(
        new WriteIntent(
          'roles.change',
          { key: role.key, version: role.version, ...content, note: this._note },
          { tell: new RolesChangedEvent('changed', role.key), touch },
        ),
        strings.saved(name),
      );
    else
      await this.#saving.run(
        new WriteIntent(
          'roles.create',
          { ...content, ...(role !== undefined && { copyOf: role.key }) },
          { tell: new RolesChangedEvent('created', null), touch },
        ),
        strings.created(name),
      );
  }

  readonly #close = (): void => {
    if (this.task === undefined) return;
    this.task = undefined;
    this.#saving.reset();
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-role-editor': RoleEditorElement;
  }
}
