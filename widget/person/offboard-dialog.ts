import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { MemberId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members/member.ts';
import type { AccessEnd, Offboarded, OffboardPlan } from '../../shared/members/offboarding.ts';
import { ReadIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { Saving } from '../controllers/saving.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { adviceStrings } from '../i18n/advice-strings.ts';
import { offboardStrings as strings } from '../i18n/offboard-strings.ts';
import { nameOf, strings as shared } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { advice, adviceStyles } from '../ui/advice.ts';
import { loaded } from '../ui/loaded.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { noteField, noteOf } from '../ui/note-field.ts';
import { skeletons } from '../ui/skeleton.ts';
import { OffboardIntent } from './intents.ts';
import type { PersonPickerElement } from './person-picker.ts';

/** Whom something can be handed over to. */
const ACTIVE = { statuses: ['active'] } as const;

/**
 * Sees somebody out in one step: what will happen, what is to become of what they leave behind, why; and afterwards what was done.
 *
 * @tag ua-offboard-dialog
 * @fires {Event} close - When it has closed; does not bubble.
 */
export class OffboardDialogElement extends LitElement {
  static override styles = [
    base,
    loudButtons,
    fields,
    skeletons,
    adviceStyles,
    css`
      .steps {
        display: grid;
        gap: 16px;
      }
      fieldset {
        display: grid;
        gap: 8px;
      }
      legend {
        margin-block-end: 6px;
        padding: 0;
      }
      .choice {
        display: flex;
        align-items: start;
        gap: 10px;
      }
      .choice input {
        flex: none;
        margin-block-start: 3px;
      }
      .choice span {
        display: grid;
      }
      .step {
        display: flex;
        align-items: start;
        gap: 10px;
      }
      .step > :last-child {
        flex: 1;
        min-inline-size: 0;
      }
      .step svg {
        margin-block-start: 2px;
        color: var(--_muted);
      }
      .done .step svg {
        color: var(--_success-text);
      }
      .done {
        display: grid;
        gap: 8px;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    member: { attribute: false },
    _end: { state: true },
    _isRevoking: { state: true },
    _heir: { state: true },
    _note: { state: true },
    _done: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Who is seen out; undefined closes the dialog. */
  declare member: Member | undefined;
  /** @internal */
  declare _end: AccessEnd | undefined;
  /** @internal */
  declare _isRevoking: boolean;
  /** @internal The id and name of who gets what they own. */
  declare _heir: { readonly id: string; readonly name: string };
  /** @internal */
  declare _note: string;
  /** @internal What was done; undefined until it is. */
  declare _done: Offboarded | undefined;
  readonly #plan = new QueryController<OffboardPlan>(this);
  readonly #saving = new Saving(this);

  constructor() {
    super();
    void new FocusKeeper(this);
    this.member = this._end = this._done = undefined;
    this._isRevoking = true;
    this._heir = { id: '', name: '' };
    this._note = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('member') || this.member === undefined) return;
    // The same person as somebody else has changed them: what was chosen about them stays.
    if (changed.get('member')?.id === this.member.id) return this.#load();
    this._end = this._done = undefined;
    this._isRevoking = true;
    this._heir = { id: '', name: '' };
    this._note = '';
    this.#saving.reset();
    this.#plan.reset();
    this.#load();
  }

  protected override render() {
    const { member, _done: done } = this;
    const name = member === undefined ? '' : nameOf(member);
    const heading = done === undefined ? strings.heading(name) : strings.doneHeading(name);
    return html`<ua-dialog wide heading=${heading} .open=${member !== undefined} @close=${this.#close}>
      ${member === undefined ? nothing : done === undefined ? this.#renderSteps(member) : this.#renderDone(done)}
      ${done === undefined ? this.#renderButtons() : html`<button slot="actions" type="button" part="button button-primary" class="button primary" @click=${this.#close}>${actionStrings.close}</button>`}
    </ua-dialog>`;
  }

  #renderButtons() {
    const isOff = this.#plan.data === undefined || this.#saving.isRunning;
    return html`<button slot="actions" type="button" part="button" class="button" autofocus @click=${this.#close}>${shared.cancel}</button>
      <button slot="actions" type="button" part="button button-danger" class="button danger" aria-disabled=${String(isOff)} @click=${() => isOff || void this.#run()}>
        ${strings.confirm}
      </button>`;
  }

  #renderSteps(member: Member): TemplateResult {
    return html`<p class="muted">${strings.text}</p>
      ${advice(this.rights, 'remove-promptly', adviceStrings.removePromptly)}
      ${loaded(
        this.#plan,
        this.#load,
        (plan) => html`<div class="steps">
          ${this.#renderEnds(member, plan)}
          <p class="step">${anyIcon('leave')}<span>${strings.sessions(plan.sessions)}</span></p>
          ${this.#renderInvitations(plan)} ${this.#renderOwned(plan)}
          ${noteField(this._note, (note) => (this._note = note))} ${this.#saving.renderError()}
        </div>`,
      )}`;
  }

  #renderEnds(member: Member, { ends }: OffboardPlan) {
    const chosen = this.#endOf(ends);
    const isOff = member.status === 'deactivated';
    return html`<fieldset>
      <legend class="label">${strings.access}</legend>
      ${ends.map(
        (end) => html`<label class="choice">
          <input type="radio" name="end" value=${end} .checked=${end === chosen} @change=${() => (this._end = end)} />
          <span>${strings.ends[end].label}<span class="help">${end === 'deactivate' && isOff ? strings.isOff : strings.ends[end].help}</span></span>
        </label>`,
      )}
      ${chosen === 'remove' ? advice(this.rights, 'retention', adviceStrings.retention) : nothing}
    </fieldset>`;
  }

  #renderInvitations({ invitations }: OffboardPlan) {
    if (invitations === 0)
      return html`<p class="step">${anyIcon('mail')}<span>${strings.noInvitations}</span></p>`;
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${this._isRevoking}
        @change=${({ target }: Event) => (this._isRevoking = (target as HTMLInputElement).checked)}
      />
      <span>${strings.invitations(invitations)}<span class="help">${strings.invitationsHelp}</span></span>
    </label>`;
  }

  #renderOwned({ owned }: OffboardPlan) {
    if (owned.length === 0) return html`<p class="step">${anyIcon('key')}<span>${strings.noOwned}</span></p>`;
    const kinds = this.rights.policy.resources;
    const things = owned.map(({ kind, count }) => {
      const found = kinds.find(({ key }) => key === kind);
      return strings.thing(count, found?.name ?? kind, found?.plural ?? kind);
    });
    return html`<div class="step">
      ${anyIcon('key')}
      <div>
        <p>${strings.owned(things)}</p>
        <ua-person-picker
          label=${strings.handOverTo}
          placeholder=${strings.handOverNobody}
          .filter=${ACTIVE}
          .value=${this._heir.id}
          @change=${this.#chooseHeir}
        ></ua-person-picker>
      </div>
    </div>`;
  }

  #renderDone({ member, sessions, invitations, handedOver }: Offboarded): TemplateResult {
    const lines = [
      strings.did[member === null ? 'remove' : 'deactivate'],
      ...(sessions === 0 ? [] : [strings.did.sessions(sessions)]),
      ...(invitations === 0 ? [] : [strings.did.invitations(invitations)]),
      ...(handedOver === 0 ? [] : [strings.did.handedOver(handedOver, this._heir.name)]),
    ];
    return html`<ul class="done" role="status">
        ${lines.map((line) => html`<li class="step">${anyIcon('check')}<span>${line}</span></li>`)}
      </ul>
      <p class="muted">${strings.noted}</p>`;
  }

  #endOf(ends: readonly AccessEnd[]): AccessEnd | undefined {
    return this._end ?? ends[0];
  }

  readonly #load = (): void => {
    const { member } = this;
    if (member === undefined) return;
    const input = { memberId: member.id };
    void this.#plan.run((signal) => ask(this, new ReadIntent('members.planOffboarding', input, signal)));
  };

  readonly #chooseHeir = ({ target }: Event): void => {
    const picker = target as PersonPickerElement;
    this._heir = { id: picker.value, name: picker.chosenLabel };
  };

  async #run(): Promise<void> {
    const { member, _heir: heir } = this;
    const end = this.#endOf(this.#plan.data?.ends ?? []);
    if (member === undefined || end === undefined) return;
    const wish = new OffboardIntent(member, {
      end,
      revokeInvitations: this._isRevoking,
      ...(heir.id !== '' && { handOverTo: heir.id as MemberId }),
      ...noteOf(this._note),
    });
    if (!(await this.#saving.run(wish, '', (done) => (this._done = done)))) {
      const { failure, details } = this.#saving;
      // Asked again, it goes on from how they are now.
      if (failure === 'changed_meanwhile' && this.member === member) this.member = details as Member;
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[slot=actions]')?.focus();
  }

  readonly #close = (): void => {
    if (this.member === undefined) return;
    this.member = undefined;
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-offboard-dialog': OffboardDialogElement;
  }
}
