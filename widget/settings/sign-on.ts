import { css, html, nothing } from 'lit';
import type { SingleSignOn } from '../../shared/providers/provider.ts';
import { ReadIntent } from '../calls.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { loaded } from '../ui/loaded.ts';
import { SettingsElement } from './settings-element.ts';

/**
 * Single sign-on of the workspace: its providers, its domains, and what it leaves to them; read once for all three.
 *
 * @tag ua-sign-on
 */
export class SignOnElement extends SettingsElement<SingleSignOn> {
  static override styles = [
    ...SettingsElement.styles,
    css`
      :host > * + * {
        margin-block-start: 16px;
      }
    `,
  ];

  override get hasUnsaved(): boolean {
    const parts = this.renderRoot.querySelectorAll('ua-providers, ua-domains');
    return [...parts].some((part) => (part as SettingsElement).hasUnsaved);
  }

  protected override reading(signal: AbortSignal) {
    return new ReadIntent('providers.list', undefined, signal);
  }

  protected draw() {
    const { data, failure } = this.query;
    const { rights } = this;
    if (data === undefined) return this.section(strings.providersHeading, strings.providersHint, () => '');
    // What is shown, and typed, stays while it could not be read again.
    return html`${failure === undefined ? nothing : html`<div class="panel">${loaded(this.query, this.load, () => '')}</div>`}
      <ua-providers .rights=${rights} .data=${data} @ua-saved=${this.load}></ua-providers>
      <ua-domains .rights=${rights} .data=${data} @ua-saved=${this.load}></ua-domains>
      <ua-external .rights=${rights} .data=${data} @ua-saved=${this.load}></ua-external>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-sign-on': SignOnElement;
  }
}
