import { html, nothing } from 'lit';
import type { SingleSignOn } from '../../shared/providers/provider.ts';
import { WriteIntent } from '../calls.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { SettingsElement } from './settings-element.ts';

type Switch = 'externalAuthentication' | 'externalAuthorization';

/** What each switch is called, and what it locks and hides. */
function wordsOf(name: Switch): readonly [label: string, text: string] {
  return name === 'externalAuthentication'
    ? [strings.externalAuthentication, strings.externalAuthenticationText]
    : [strings.externalAuthorization, strings.externalAuthorizationText];
}

/**
 * The two switches by which a workspace leaves it to its providers who people are, and what role they have.
 *
 * @tag ua-external
 */
export class ExternalElement extends SettingsElement<SingleSignOn> {
  protected draw() {
    return this.section(
      strings.externalHeading,
      strings.externalHint,
      () => html`${this.#renderSwitch('externalAuthentication')} ${this.#renderSwitch('externalAuthorization')}
      ${this.failure()}`,
    );
  }

  #renderSwitch(name: Switch) {
    const isOn = this.data[name];
    const [label, text] = wordsOf(name);
    const hasProvider = this.data.providers.some(({ isEnabled }) => isEnabled);
    const off = this.obstacle || (isOn || hasProvider ? '' : strings.externalNeedsProvider);
    return html`<div class="tick">
      <input
        type="checkbox"
        role="switch"
        id=${name}
        aria-describedby="${name}-help"
        aria-disabled=${String(off !== '')}
        aria-description=${off || nothing}
        .checked=${isOn}
        @click=${(event: Event) => this.#turn(event, name, off)}
      />
      <div class="field">
        <label for=${name}>${label}</label>
        <span class="help" id="${name}-help">${text}</span>
      </div>
    </div>`;
  }

  #turn(event: Event, name: Switch, off: string): void {
    // It shows what is saved, which it is not yet.
    event.preventDefault();
    if (off !== '') return;
    const { externalAuthentication, externalAuthorization, version } = this.data;
    const isOn = this.data[name];
    const wanted = { externalAuthentication, externalAuthorization, version, [name]: !isOn };
    // What others may do, and which fields are locked, follows from it everywhere.
    const run = () =>
      this.saving.run(
        new WriteIntent('providers.switchExternal', wanted, { touch: ['viewer', 'members'] }),
        strings.saved,
      );
    if (isOn) void run();
    else {
      const [label, text] = wordsOf(name);
      this.question({
        heading: strings.externalQuestion(label),
        text,
        action: strings.switchOn,
        isDangerous: false,
        run,
      });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-external': ExternalElement;
  }
}
