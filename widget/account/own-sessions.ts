import { LitElement, html } from 'lit';
import type { PropertyValues } from 'lit';
import type { Session } from '../../shared/sessions/session.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { ask } from '../intents.ts';
import { base, buttons, cards } from '../styles/base.ts';
import { skeletons } from '../ui/skeleton.ts';
import { loaded } from '../ui/loaded.ts';
import { Saving } from '../controllers/saving.ts';
import { section, sections } from '../ui/section.ts';
import { deviceName } from './device-name.ts';
import type { EndWantedEvent } from './session-list.ts';

/**
 * Where the viewer is signed in; one session or all others can be ended, after a question.
 *
 * @tag ua-own-sessions
 */
export class OwnSessionsElement extends LitElement {
  static override styles = [base, buttons, cards, skeletons, sections];
  static override properties = {
    revision: { type: Number },
    now: { type: Number },
    _ending: { state: true },
  };

  /** Raised to load again, in place. */
  declare revision: number;
  /** The moment that times are told from. */
  declare now: number;
  /** @internal What is asked about: a session, or all others. */
  declare _ending: Session | 'others' | undefined;
  readonly #sessions = new QueryController<readonly Session[]>(this);
  readonly #saving = new Saving(this);

  constructor() {
    super();
    void new FocusKeeper(this);
    this.revision = 0;
    this.now = Date.now();
    this._ending = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision')) this.#load();
  }

  protected override render() {
    const { _ending: ending } = this;
    const device = ending === undefined || ending === 'others' ? '' : deviceName(ending.device);
    const { failure } = this.#saving;
    return html`${section(
      strings.sessionsHeading,
      strings.sessionsHint,
      loaded(this.#sessions, this.#load, (sessions) => this.#renderSessions(sessions)),
    )}
      <ua-confirm
        .open=${ending !== undefined}
        heading=${ending === 'others' ? strings.endOthersQuestion : strings.endQuestion(device)}
        action=${ending === 'others' ? strings.endOthers : strings.endSession}
        isDangerous
        .isPending=${this.#saving.isRunning}
        failure=${failure === undefined ? '' : reasonText(failure)}
        @confirm=${this.#end}
        @close=${this.#close}
        >${ending === 'others' ? strings.endOthersText : strings.endText}</ua-confirm
      >`;
  }

  #renderSessions(sessions: readonly Session[]) {
    const hasOthers = sessions.some(({ isCurrent }) => !isCurrent);
    return html`<ua-session-list
        .sessions=${sessions}
        .now=${this.now}
        @ua-end-wanted=${({ session }: EndWantedEvent) => this.#askAbout(session)}
      ></ua-session-list>
      ${
        hasOthers
          ? html`<div class="actions">
              <button type="button" part="button" class="button" @click=${() => this.#askAbout('others')}>${strings.endOthers}</button>
            </div>`
          : html`<p class="muted">${strings.onlySession}</p>`
      }`;
  }

  #askAbout(what: Session | 'others'): void {
    this.#saving.reset();
    this._ending = what;
  }

  readonly #close = (): void => {
    this._ending = undefined;
  };

  readonly #load = (): void =>
    void this.#sessions.run((signal) => ask(this, new ReadIntent('sessions.list', undefined, signal)));

  readonly #end = async (): Promise<void> => {
    const ending = this._ending;
    if (ending === undefined) return;
    const isDone =
      ending === 'others'
        ? await this.#saving.run(new WriteIntent('sessions.endOthers', {}), strings.othersEnded)
        : await this.#saving.run(
            new WriteIntent('sessions.end', { sessionId: ending.id }),
            strings.sessionEnded(deviceName(ending.device)),
          );
    // One that has ended by itself is shown for what it is: gone.
    if (isDone || this.#saving.failure === 'session_not_found') this.#load();
    if (isDone) this._ending = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-own-sessions': OwnSessionsElement;
  }
}
