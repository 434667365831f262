import { html, nothing } from 'lit';
import type { Provider } from '../../shared/providers/provider.ts';
import { WriteIntent } from '../calls.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { strings as shared } from '../i18n/strings.ts';
import { renderOptions } from './field.ts';
import type { Option } from './field.ts';
import {
  admissionFields,
  fieldsOf,
  givenBy,
  groupsIn,
  rolesToGive,
  tooHigh,
  valuesOf,
} from './provider-fields.ts';
import type { ProviderKind } from './provider-fields.ts';
import { SettingsElement } from './settings-element.ts';

/**
 * The form of an identity provider, of one that is there or of a new one of a kind.
 *
 * @tag ua-provider-form
 * @fires {Event} close - When it is done with; does not bubble.
 */
export class ProviderFormElement extends SettingsElement<Provider | ProviderKind> {
  protected draw() {
    const { data, rights, form } = this;
    const isNew = typeof data === 'string';
    const roles = rolesToGive(rights);
    return form.render({
      fields: [
        ...fieldsOf(isNew ? data : data.config.kind, !isNew && data.hasSecret),
        ...admissionFields(rights, roles),
      ],
      saved: valuesOf(data, roles),
      save: this.#save,
      more: () => html`${form.value('groupsClaim') === '' ? nothing : this.#renderGroups(roles)}
      ${this.#renderTooHigh(roles)}
      ${isNew ? html`<p class="help">${strings.afterSaving}</p>` : nothing}`,
      beside: this.button(shared.cancel, this.#close, { look: '', off: '' }),
    });
  }

  #renderGroups(roles: readonly Option[]) {
    const rows = groupsIn(this.form.value('groups'));
    const change = (changed: readonly Option[]) => this.form.set('groups', JSON.stringify(changed));
    const put = (at: number, row: Option) => change(rows.with(at, row));
    return html`<div class="field" role="group" aria-label=${strings.groups}>
      <span class="label">${strings.groups}</span>
      ${rows.map(
        ([group, role], at) => html`<div class="pair">
          <input
            part="field" class="input"
            aria-label=${strings.group}
            .value=${group}
            @input=${({ target }: Event) => put(at, [(target as HTMLInputElement).value, role])}
          />
          <select
            part="field" class="select"
            aria-label=${strings.roleOfGroup(group)}
            @change=${({ target }: Event) => put(at, [group, (target as HTMLSelectElement).value])}
          >
            ${renderOptions(roles, role)}
          </select>
          ${this.button(strings.remove, () => change(rows.toSpliced(at, 1)), { about: group || strings.group, look: '' })}
        </div>`,
      )}
      <div>${this.button(strings.addGroup, () => change([...rows, ['', roles.at(-1)?.[0] ?? '']]))}</div>
    </div>`;
  }

  #renderTooHigh(roles: readonly Option[]) {
    const names = tooHigh(roles, (name) => this.form.value(name));
    return names.length === 0
      ? nothing
      : html`<p part="error" class="error" role="alert">${strings.tooHigh(names.join(shared.comma))}</p>`;
  }

  readonly #save = async (): Promise<boolean> => {
    const { data, form, saving } = this;
    const value = (name: string) => form.value(name);
    // Said already, where it can be set right.
    if (tooHigh(rolesToGive(this.rights), value).length > 0) return false;
    const isSaved =
      typeof data === 'string'
        ? await saving.run(
            new WriteIntent('providers.create', { ...givenBy(data, value), isEnabled: false }),
            strings.providerAdded,
          )
        : await saving.run(
            new WriteIntent('providers.change', {
              ...givenBy(data.config.kind, value),
              isEnabled: data.isEnabled,
              providerId: data.id,
              version: data.version,
            }),
            strings.saved,
          );
    if (isSaved) this.#close();
    return isSaved;
  };

  readonly #close = (): void => void this.dispatchEvent(new Event('close'));
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-provider-form': ProviderFormElement;
  }
}
