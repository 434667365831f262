import { html, nothing } from 'lit';
import type { Provider, SingleSignOn } from '../../shared/providers/provider.ts';
import { SavedEvent } from '../controllers/saving.ts';
import { WriteIntent } from '../calls.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import type { ProviderKind } from './provider-fields.ts';
import { SettingsElement } from './settings-element.ts';

/**
 * The identity providers of the workspace: one after the other, with what has to be entered there; added, changed, tested, removed.
 *
 * @tag ua-providers
 */
export class ProvidersElement extends SettingsElement<SingleSignOn> {
  static override properties = {
    _edited: { state: true },
    _tested: { state: true },
  };

  /** @internal The id of the provider whose form is open, or the kind of a new one; empty for none. */
  declare _edited: string;
  /** @internal The id of the provider that is tried out; empty for none. */
  declare _tested: string;
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    this._edited = this._tested = '';
  }

  override get hasUnsaved(): boolean {
    return this.renderRoot.querySelector('ua-provider-form')?.hasUnsaved === true;
  }

  protected draw() {
    return this.section(strings.providersHeading, strings.providersHint, ({ providers }) => {
      const added = Object.keys(strings.kinds).find((kind) => kind === this._edited) as
        ProviderKind | undefined;
      return html`${
        providers.length === 0
          ? nothing
          : html`<ul class="rows">
                ${providers.map((provider) => this.#renderProvider(provider))}
              </ul>`
      }
        ${
          added === undefined
            ? this.#renderAdd(providers.length === 0)
            : html`<h3>${strings.addNamed(strings.kinds[added])}</h3>
        ${this.#renderForm(added, strings.kinds[added])}`
        }`;
    });
  }

  #renderAdd(isFirst: boolean) {
    return html`${isFirst ? html`<p class="muted">${strings.noProviders}</p>` : nothing}${this.failure()}<div class="field" role="group" aria-labelledby="add">
      <span class="label" id="add">${strings.addProvider}</span>
      <div class="actions">
        ${Object.entries(strings.kinds).map(([kind, name]) => this.button(name, () => this.#edit(kind), { look: '' }))}
      </div>
    </div>`;
  }

  #renderProvider(provider: Provider) {
    const { id, name, isEnabled, config, callbackUrl, audience } = provider;
    const isSaml = config.kind === 'saml';
    return html`<li>
      <div class="line">
        <span class="actions">
          ${name}
          <span class="actions">
            <span part="badge" class="badge">${strings.kinds[config.kind]}</span>
            ${this.badge(isEnabled, strings.on, strings.off)}
          </span>
        </span>
        <span class="actions">
          ${this.button(strings.test, () => (this._tested = this._tested === id ? '' : id), { about: name })}
          ${this.button(strings.edit, () => this.#edit(id), { about: name, off: '' })}
          ${this.button(isEnabled ? strings.switchOff : strings.switchOn, () => this.#switch(provider), { about: name })}
          ${this.button(strings.remove, () => this.#askToRemove(provider), { about: name })}
        </span>
      </div>
      ${this.copyable(isSaml ? strings.replyUrl : strings.callbackUrl, callbackUrl, strings.atProvider)}
      ${audience === null ? nothing : this.copyable(strings.audience, audience)}
      ${
        this._tested === id
          ? html`<ua-provider-test .rights=${this.rights} .data=${provider}></ua-provider-test>`
          : nothing
      }
      ${this._edited === id ? this.#renderForm(provider, name) : nothing}
    </li>`;
  }

  #renderForm(data: Provider | ProviderKind, name: string) {
    return html`<ua-provider-form
      role="group"
      aria-label=${name}
      .rights=${this.rights}
      .data=${data}
      @ua-saved=${this.#tellSaved}
      @close=${() => this.#edit('')}
    ></ua-provider-form>`;
  }

  /** Opens a form, or closes the one that is open, which gives the focus back to where it came from. */
  async #edit(what: string): Promise<void> {
    const isOpening = what !== this._edited && what !== '';
    if (isOpening) this.#opener = this.shadowRoot?.activeElement as HTMLElement | null;
    this._edited = isOpening ? what : '';
    await this.updateComplete;
    const form = this.renderRoot.querySelector('ua-provider-form');
    await form?.updateComplete;
    const opener =
      this.#opener?.isConnected === true
        ? this.#opener
        : this.renderRoot.querySelector<HTMLElement>('[aria-labelledby=add] button');
    (form?.renderRoot.querySelector('input') ?? opener)?.focus();
  }

  #switch(provider: Provider): void {
    const { id: providerId, version, name, config, admission, isEnabled } = provider;
    const run = () =>
      this.saving.run(
        new WriteIntent('providers.change', {
          providerId,
          version,
          name,
          config: { ...config } as never,
          admission: admission as never,
          isEnabled: !isEnabled,
        }),
        strings.saved,
      );
    const ask = {
      heading: strings.switchOffQuestion(name),
      text: strings.switchOffText,
      action: strings.switchOff,
    };
    if (isEnabled) this.question({ ...ask, run });
    else void run();
  }

  #askToRemove({ id: providerId, version, name }: Provider): void {
    this.question({
      heading: strings.removeQuestion(name),
      text: strings.removeProviderText,
      action: strings.remove,
      run: () =>
        this.saving.run(new WriteIntent('providers.remove', { providerId, version }), strings.removed(name)),
    });
  }

  // The element around reads all of it again.
  readonly #tellSaved = (): void => void this.dispatchEvent(new SavedEvent());
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-providers': ProvidersElement;
  }
}
