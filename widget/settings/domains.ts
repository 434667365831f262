import { html, nothing } from 'lit';
import type { Domain, SingleSignOn } from '../../shared/providers/provider.ts';
import { WriteIntent } from '../calls.ts';
import { SavedEvent, Saving } from '../controllers/saving.ts';
import { formatRelative } from '../i18n/format.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { SettingsElement } from './settings-element.ts';

/**
 * The domains that the workspace has proved to be its own, and those that it has yet to.
 *
 * @tag ua-domains
 */
export class DomainsElement extends SettingsElement<SingleSignOn> {
  readonly #checking = new Saving(this);
  #checked = '';

  protected draw() {
    return this.section(
      strings.domainsHeading,
      strings.domainsHint,
      ({ domains }) => html`${
        domains.length === 0
          ? nothing
          : html`<ul class="rows">
                ${domains.map((domain) => this.#renderDomain(domain))}
              </ul>`
      }
        ${this.form.render({
          fields: [{ name: 'domain', label: strings.domain, help: strings.domainHelp, isNeeded: true }],
          saved: {},
          action: strings.add,
          save: () =>
            this.saving.run(
              new WriteIntent('providers.addDomain', { domain: this.form.value('domain') }),
              '',
            ),
        })}`,
    );
  }

  #renderDomain({ domain, recordName, recordValue, provedAt }: Domain) {
    const isProved = provedAt !== null;
    return html`<li>
      <div class="line">
        <span class="actions">
          <bdi>${domain}</bdi>
          ${this.badge(isProved, strings.provedSince(formatRelative(provedAt ?? 0, Date.now())), strings.notProved, 'warning')}
        </span>
        <span class="actions">
          ${this.button(strings.check, () => this.#check(domain), { about: domain })}
          ${this.button(strings.remove, () => this.#askToRemove(domain), { about: domain })}
        </span>
      </div>
      ${this.#checked === domain ? this.#checking.renderError() : nothing}
      ${
        isProved
          ? nothing
          : html`<p class="help">${strings.recordText}</p>
              ${this.copyable(strings.recordName, recordName)} ${this.copyable(strings.recordValue, recordValue)}`
      }
    </li>`;
  }

  async #check(domain: string): Promise<void> {
    this.#checked = domain;
    const wish = new WriteIntent('providers.proveDomain', { domain });
    await this.#checking.run(wish, strings.domainProved(domain));
    // A proof from before that is not found again counts no more.
    if (this.#checking.failure === 'domain_not_proved') this.dispatchEvent(new SavedEvent());
  }

  #askToRemove(domain: string): void {
    this.question({
      heading: strings.removeQuestion(domain),
      text: strings.domainRemoveText,
      action: strings.remove,
      run: () =>
        this.saving.run(new WriteIntent('providers.removeDomain', { domain }), strings.removed(domain)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-domains': DomainsElement;
  }
}
