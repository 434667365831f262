import { html, nothing } from 'lit';
import type { Provider, ProviderTest } from '../../shared/providers/provider.ts';
import { WriteIntent } from '../calls.ts';
import { safeLink } from '../frame/links.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { SettingsElement } from './settings-element.ts';

/**
 * Tries an identity provider out in another tab, and shows what it said, field by field, and what would follow.
 *
 * @tag ua-provider-test
 */
export class ProviderTestElement extends SettingsElement<Provider> {
  #begun: { readonly href: string; readonly testId: string } | undefined;
  #result: ProviderTest | null | undefined;
  /** Whether the provider was opened, which a test does once. */
  #isOpened = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved on the page, it goes on.
    if (!this.hasUpdated) void this.#begin();
  }

  protected draw() {
    // What comes from a server is followed only where it leads to the web (SEC_W02).
    const href = safeLink(this.#begun?.href);
    return html`<div class="panel">
      ${this.#result == null ? html`<p>${strings.testText}</p>` : this.#renderResult(this.#result)}
      ${this.#result === null ? html`<p role="status">${strings.testNothing}</p>` : nothing} ${this.saving.renderError()}
      <div class="actions">
        ${this.#result != null || href === undefined ? nothing : this.#renderOpen(href)}
        ${
          this.#result === undefined && href !== undefined
            ? nothing
            : this.button(href === undefined ? strings.testOpen : strings.testAgain, this.#begin)
        }
      </div>
    </div>`;
  }

  #renderOpen(href: string) {
    return html`${
      this.#isOpened
        ? nothing
        : html`<a part="button" class="button small" href=${href} target="_blank" rel="noopener" @click=${this.#noteOpened}>${strings.testOpen}</a>`
    }
    ${this.button(strings.testResult, this.#read, { look: 'small primary' })}`;
  }

  #renderResult(test: ProviderTest) {
    const { isOk, problem, issuer, subject, email, name } = test;
    const isEmpty = [issuer, subject, email, name, ...test.groups].every((text) => text === '');
    return html`<div role="status">
        ${this.badge(isOk, strings.testOk, strings.testNotOk, 'danger')}
        ${problem === '' ? nothing : html`<p>${problem}</p>`}
      </div>
      ${isEmpty ? nothing : this.#renderFields(test)}`;
  }

  #renderFields(test: ProviderTest) {
    const { email, isEmailVerified } = test;
    const verified = isEmailVerified ? strings.emailVerified : strings.emailUnverified;
    const texts: Record<string, string> = {
      email: email && `${email} (${verified})`,
      groups: test.groups.join(', '),
      roles: test.roles.map((role) => this.rights.roleName(role)).join(', '),
    };
    return html`<dl>
        ${Object.entries(strings.testFields).map(
          ([field, label]) =>
            html`<dt>${label}</dt>
              <dd>${(texts[field] ?? String(test[field as keyof ProviderTest])) || strings.testNone}</dd>`,
        )}
      </dl>`;
  }

  /** Keeps the focus here where the button that was pressed gives way to others. */
  async #keepFocus(job: () => Promise<unknown>): Promise<void> {
    const hadFocus = this.shadowRoot!.activeElement !== null;
    await job();
    await this.updateComplete;
    if (hadFocus && this.shadowRoot!.activeElement === null)
      this.renderRoot.querySelector<HTMLElement>('.actions .primary, .actions button')?.focus();
  }

  readonly #begin = async (): Promise<void> => {
    const wish = new WriteIntent('providers.test', { providerId: this.data.id });
    const show = (begun: { readonly href: string; readonly testId: string }) => {
      this.#begun = begun;
      this.#result = undefined;
      const href = safeLink(begun.href);
      this.#isOpened = href !== undefined && opensTab(href);
    };
    await this.#keepFocus(() => this.saving.run(wish, '', show));
  };

  readonly #noteOpened = (): void => {
    this.#isOpened = true;
    this.requestUpdate();
  };

  readonly #read = async (): Promise<void> => {
    const wish = new WriteIntent('providers.readTest', { testId: this.#begun!.testId });
    await this.#keepFocus(() => this.saving.run(wish, '', (result) => (this.#result = result)));
  };
}

/** Opens an address in another tab. @returns Whether the browser did: it need not take this for the press of a button any more. */
function opensTab(href: string): boolean {
  // With `noopener` it would not say.
  const tab = window.open(href, '_blank');
  if (tab === null) return false;
  tab.opener = null;
  return true;
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-provider-test': ProviderTestElement;
  }
}
