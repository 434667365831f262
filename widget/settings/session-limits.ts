import { html } from 'lit';
import type { SessionLimits } from '../../shared/sessions/session.ts';
import { DEFAULT_SESSION_LIMITS, renewalInterval } from '../../shared/sessions/session.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { formatSpan, settingsStrings as strings } from '../i18n/settings-strings.ts';
import type { Option, Values } from './field.ts';
import { SettingsElement } from './settings-element.ts';

type Limits = SessionLimits & { readonly version: number };

const units = (): readonly Option[] => [
  ['1', strings.minutes],
  ['60', strings.hours],
  ['1440', strings.days],
];

/**
 * How long sessions live, unused and in all.
 *
 * @tag ua-session-limits
 */
export class SessionLimitsElement extends SettingsElement<Limits> {
  protected override get isDeployment(): boolean {
    return true;
  }

  protected override reading(signal: AbortSignal) {
    return new ReadIntent('settings.sessionLimits', undefined, signal);
  }

  protected draw() {
    const usual = DEFAULT_SESSION_LIMITS;
    return this.section(strings.sessionsHeading, strings.sessionsHint, (limits) => {
      const noted = formatSpan(renewalInterval(limits) / 60_000);
      return this.form.render({
        fields: [
          {
            name: 'idleMinutes',
            label: strings.idle,
            help: strings.idleHelp(formatSpan(usual.idleMinutes), noted),
            kind: 'number',
            units: units(),
            isNeeded: true,
          },
          {
            name: 'absoluteMinutes',
            label: strings.absolute,
            help: strings.absoluteHelp(formatSpan(usual.absoluteMinutes)),
            kind: 'number',
            units: units(),
            isNeeded: true,
          },
        ],
        saved: {
          ...spanOf('idleMinutes', limits.idleMinutes),
          ...spanOf('absoluteMinutes', limits.absoluteMinutes),
        },
        save: () => this.#save(limits.version),
        more: () => html`<p class="help">${strings.limitsText}</p>`,
      });
    });
  }

  #save(version: number): Promise<boolean> {
    const minutes = (name: string) => Number(this.form.value(name)) * Number(this.form.value(`${name}Unit`));
    const wish = new WriteIntent('settings.saveSessionLimits', {
      idleMinutes: minutes('idleMinutes'),
      absoluteMinutes: minutes('absoluteMinutes'),
      version,
    });
    return this.saving.run(wish, strings.saved, (limits) => (this.query.data = limits));
  }
}

/** Minutes as a number of the largest unit that they are whole of. */
function spanOf(name: string, minutes: number): Values {
  const unit = units().findLast(([size]) => minutes % Number(size) === 0)![0];
  return { [name]: String(minutes / Number(unit)), [`${name}Unit`]: unit };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-session-limits': SessionLimitsElement;
  }
}
