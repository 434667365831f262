import { LitElement, css, html, nothing } from 'lit';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { SettingsElement } from './settings-element.ts';

/**
 * The Settings view: how people sign in to this workspace, and, where the deployment is run from, its mail, sessions and signing keys.
 *
 * @tag ua-settings-view
 */
export class SettingsViewElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      :host > * {
        min-inline-size: 0;
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    revision: { type: Number },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Raised to load what is shown again, in place. */
  declare revision: number;

  constructor() {
    super();
    this.revision = 0;
  }

  protected override render() {
    const { rights, revision } = this;
    const settings = rights.mayHere('settings.view');
    const deployment = rights.mayHere('deployment.view');
    if (!settings.allowed && !deployment.allowed)
      return html`<ua-empty-state part="empty" level="2" icon="lock" .heading=${reasonText(settings.reason)}></ua-empty-state>`;
    return html`${settings.allowed ? html`<ua-sign-on .rights=${rights} .revision=${revision}></ua-sign-on>` : nothing}
    ${
      deployment.allowed
        ? html`<ua-mail-settings .rights=${rights} .revision=${revision}></ua-mail-settings>
            <ua-session-limits .rights=${rights} .revision=${revision}></ua-session-limits>`
        : nothing
    }
    ${settings.allowed ? html`<ua-signing-keys .rights=${rights} .revision=${revision}></ua-signing-keys>` : nothing}`;
  }

  /** What going elsewhere would drop; empty where everything is saved. */
  get leaveText(): string {
    const sections = [...this.renderRoot.children].filter((one) => one instanceof SettingsElement);
    return sections.some(({ hasUnsaved }) => hasUnsaved) ? strings.leaveText : '';
  }

  /** Puts the focus on the first control. */
  override focus(): void {
    this.renderRoot.querySelector<SettingsElement>('*')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-settings-view': SettingsViewElement;
  }
}
