import { html, nothing } from 'lit';
import type { MailSetup, MailTest } from '../../shared/settings/mail.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { Saving } from '../controllers/saving.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { Field, Values } from './field.ts';
import { SettingsElement } from './settings-element.ts';

const fields = (): readonly Field[] => [
  { name: 'host', label: strings.host, help: strings.hostHelp, isNeeded: true },
  { name: 'port', label: strings.port, help: strings.portHelp, kind: 'number', isNeeded: true },
  { name: 'security', label: strings.security, kind: 'select', options: Object.entries(strings.securities) },
  { name: 'from', label: strings.from, help: strings.fromHelp, isNeeded: true },
  { name: 'user', label: strings.user, help: strings.userHelp },
];

/**
 * The mail server of the deployment: where it is set, setting it here, and trying it out.
 *
 * @tag ua-mail-settings
 */
export class MailSettingsElement extends SettingsElement<MailSetup> {
  readonly #testing = new Saving(this);
  #test: MailTest | undefined;

  protected override get isDeployment(): boolean {
    return true;
  }

  protected override reading(signal: AbortSignal) {
    return new ReadIntent('settings.mail', undefined, signal);
  }

  protected draw() {
    return this.section(strings.mailHeading, strings.mailHint, (setup) => this.#renderSetup(setup));
  }

  #renderSetup(setup: MailSetup) {
    const { source, settings, version } = setup;
    const help =
      source === 'settings' && settings?.hasPassword ? strings.passwordStored : strings.passwordHelp;
    const off = this.obstacle || (source === 'none' ? reasonText('mail_not_set_up') : '');
    return html`<p class="muted">${strings.mailSources[source]}</p>
      ${this.form.render({
        fields: [...fields(), { name: 'password', label: strings.password, kind: 'password', help }],
        saved: valuesOf(setup),
        save: () => this.#save(version),
        beside:
          source === 'settings'
            ? this.button(strings.forgetMail, () => this.#askToForget(version), { look: '' })
            : nothing,
      })}
      <div class="panel">
        <div class="actions">${this.button(strings.testMail, this.#sendTest, { look: '', off })}</div>
        <p class="help">${strings.testMailText(this.rights.viewer.email)}</p>
        ${this.#testing.isRunning ? html`<p class="help" role="status">${strings.testMailRunning}</p>` : nothing}
        ${this.#testing.renderError()}
        ${
          this.#test === undefined
            ? nothing
            : html`<div role="status">
                ${this.badge(this.#test.isDelivered, strings.mailDelivered, strings.mailNotDelivered, 'danger')}
                <p>${strings.mailAnswer(this.#test.answer)}</p>
              </div>`
        }
      </div>
      <details>
        <summary>${strings.mailHelp}</summary>
        <ul>
          ${strings.mailHelps.map((help) => html`<li>${help}</li>`)}
        </ul>
      </details>`;
  }

  #save(version: number): Promise<boolean> {
    const [host, from, user, password] = ['host', 'from', 'user', 'password'].map((name) =>
      this.form.value(name),
    );
    const wish = new WriteIntent(
      'settings.saveMail',
      {
        host: host!.trim(),
        port: Number(this.form.value('port')),
        security: this.form.value('security') as 'tls',
        from: from!.trim(),
        user: user!.trim(),
        ...(password !== '' && { password: password! }),
        version,
      },
      { touch: ['viewer'] },
    );
    return this.saving.run(wish, strings.saved, this.#show);
  }

  #askToForget(version: number): void {
    this.question({
      heading: strings.forgetMailQuestion,
      text: strings.forgetMailText,
      action: strings.forgetMail,
      run: () =>
        this.saving.run(
          new WriteIntent('settings.forgetMail', { version }, { touch: ['viewer'] }),
          strings.saved,
          this.#show,
        ),
    });
  }

  /** What a test said about one server says nothing about another. */
  readonly #show = (setup: MailSetup): void => {
    this.query.data = setup;
    this.#test = undefined;
  };

  readonly #sendTest = async (): Promise<void> => {
    this.#test = undefined;
    await this.#testing.run(new WriteIntent('settings.sendTestMail', {}), '', (test) => (this.#test = test));
  };
}

function valuesOf({ settings }: MailSetup): Values {
  const { host = '', port = 465, security = 'tls', from = '', user = '' } = settings ?? {};
  return { host, port: String(port), security, from, user };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-mail-settings': MailSettingsElement;
  }
}
