// What is typed into the fields of one element, over what is saved: nothing typed is lost until it is saved or given up.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Saving } from '../controllers/saving.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { renderField } from './field.ts';
import type { Field, Values } from './field.ts';
import type { SettingsElement } from './settings-element.ts';

/** A form as it is drawn now. */
export interface Sheet {
  readonly fields: readonly Field[];
  readonly saved: Values;
  /** The word on the button that saves. */
  readonly action?: string;
  /** Saves `values()`; whether it did. */
  readonly save: () => Promise<boolean>;
  /** What stands between the fields and the buttons; it may ask for their values. */
  readonly more?: () => unknown;
  /** Buttons beside the one that saves. */
  readonly beside?: unknown;
}

/** The form of `host`. */
export class Form {
  readonly #host: SettingsElement;
  readonly #saving: Saving;
  #typed: Values = {};
  #missing = '';
  #sheet: Sheet | undefined;

  constructor(host: SettingsElement, saving: Saving) {
    this.#host = host;
    this.#saving = saving;
  }

  /** Whether something was typed that is not saved. */
  get isChanged(): boolean {
    return Object.entries(this.#typed).some(([name, value]) => value !== (this.#sheet?.saved[name] ?? ''));
  }

  /** What stands in a field. */
  value(name: string): string {
    return this.#typed[name] ?? this.#sheet?.saved[name] ?? '';
  }

  /** Puts something into a field. */
  set(name: string, value: string): void {
    this.#typed = { ...this.#typed, [name]: value };
    this.#host.requestUpdate();
  }

  /** Draws the form. */
  render(sheet: Sheet): TemplateResult {
    this.#sheet = sheet;
    const { fields, action = actionStrings.save, more, beside = nothing } = sheet;
    const { obstacle, isAsking } = this.#host;
    const isElsewhere = this.#wrong === '' && !isAsking;
    return html`<form novalidate @submit=${this.#submit} @input=${this.#note}>
      <fieldset ?disabled=${obstacle !== ''}>
        ${fields.map((field) => this.#renderField(field))} ${more?.()}
      </fieldset>
      ${isElsewhere ? this.#saving.renderError() : nothing}
      <div class="actions">
        <button
          type="submit"
          part="button button-primary" class="button primary"
          aria-disabled=${String(obstacle !== '' || this.#saving.isRunning)}
          aria-description=${obstacle || nothing}
        >
          ${action}
        </button>
        ${beside}
      </div>
    </form>`;
  }

  /** The field that the last refusal is about; empty where it is about none that is shown. */
  get #wrong(): string {
    const { failure, details } = this.#saving;
    if (failure === undefined) return '';
    const [said] = Array.isArray(details) ? details : [details];
    const { field, path = field } = (said ?? {}) as { field?: string; path?: string };
    const named = path?.split('.') ?? (failure === 'name_invalid' ? ['name'] : []);
    return this.#sheet?.fields.find(({ name }) => named.includes(name))?.name ?? '';
  }

  #renderField(field: Field) {
    const { name } = field;
    const { failure } = this.#saving;
    const value = this.value(name);
    const saved = this.#sheet?.saved[name] ?? '';
    const isSetMeanwhile = failure === 'changed_meanwhile' && field.kind !== 'password' && value !== saved;
    const error =
      name === this.#missing
        ? strings.needed
        : failure !== undefined && name === this.#wrong
          ? reasonText(failure)
          : '';
    return renderField(field, {
      value,
      unit: this.value(`${name}Unit`),
      error,
      theirs: isSetMeanwhile ? saved : undefined,
    });
  }

  readonly #note = ({ target }: Event): void => {
    const { name, type, value, checked } = target as HTMLInputElement;
    const isMany = type === 'checkbox' && value !== 'on';
    const chosen = isMany
      ? this.value(name)
          .split(' ')
          .filter((one) => one !== '' && one !== value)
      : [];
    if (isMany) this.set(name, [...chosen, ...(checked ? [value] : [])].join(' '));
    else if (name !== '') this.set(name, type === 'checkbox' ? (checked ? value : '') : value);
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sheet = this.#sheet;
    if (sheet === undefined || this.#host.obstacle !== '') return;
    this.#missing =
      sheet.fields.find(({ isNeeded, name }) => isNeeded === true && this.value(name).trim() === '')?.name ??
      '';
    const sent = this.#typed;
    if (this.#missing === '' && (await sheet.save())) this.#forget(sent);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };

  /** Forgets what is saved now, and keeps what was typed since it was sent. */
  #forget(sent: Values): void {
    this.#typed = Object.fromEntries(
      Object.entries(this.#typed).filter(([name, value]) => value !== sent[name]),
    );
  }
}
