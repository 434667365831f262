import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { MemberActivity } from '../../shared/activity/activity.ts';
import type { Member } from '../../shared/members/member.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import type { Session } from '../../shared/sessions/session.ts';
import { deedButton } from '../ui/deed-button.ts';
import { loaded } from '../ui/loaded.ts';
import { Saving } from '../controllers/saving.ts';
import { sections } from '../ui/section.ts';
import { deviceName } from '../account/device-name.ts';
import type { EndWantedEvent } from '../account/session-list.ts';
import { signInRowStyles, signInRows } from '../account/sign-in-rows.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { formatMoment, formatNumber, formatRelative } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { isLeftOut } from './left-out.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { labels } from '../styles/forms.ts';
import { HintController } from '../ui/hint.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { skeletons } from '../ui/skeleton.ts';

const SHOWN_AT_FIRST = 3;

/** What an administrator does about how somebody signs in. */
export type PersonTask = 'password' | 'email';

/**
 * How one person signs in: when and how often, where they are signed in, and what the viewer may do about it.
 *
 * @tag ua-person-panel
 */
export class PersonPanelElement extends LitElement {
  static override styles = [
    base,
    buttons,
    labels,
    skeletons,
    sections,
    signInRowStyles,
    css`
      :host {
        display: grid;
        gap: 18px;
      }
      section {
        display: grid;
        gap: 10px;
        padding-block-start: var(--_space);
        border-block-start: 1px solid var(--_line);
      }
      h3 {
        font-size: var(--_font-size);
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 8px;
      }
      .figures > div {
        padding: 8px var(--_snug);
        border-radius: var(--_radius);
        background: var(--_subtle);
      }
      dt {
        color: var(--_muted);
        font-size: var(--_tiny);
      }
      dd {
        font-size: var(--_large);
        font-weight: 600;
      }
      ua-confirm,
      ua-member-password,
      ua-member-email {
        display: contents;
      }
      .head {
        min-block-size: 0;
      }
      @container (max-width: 440px) {
        .figures {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];
  static override properties = {
    member: { attribute: false },
    rights: { attribute: false },
    task: { attribute: false },
    revision: { type: Number },
    _ending: { state: true },
    _most: { state: true },
    _now: { state: true },
  };

  /** The person. */
  declare member: Member;
  /** The viewer and what they may do. */
  declare rights: Rights;
  /** What is to be done at once; undefined for just looking. */
  declare task: PersonTask | undefined;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal What is asked about: a session, or all. */
  declare _ending: Session | 'all' | undefined;
  /** @internal How many recent sign-ins are shown. */
  declare _most: number;
  /** @internal */
  declare _now: number;
  readonly #activity = new QueryController<MemberActivity>(this);
  readonly #sessions = new QueryController<readonly Session[]>(this);
  readonly #saving = new Saving(this);

  constructor() {
    super();
    void new HintController(this);
    void new FocusKeeper(this);
    this.task = this._ending = undefined;
    this._most = SHOWN_AT_FIRST;
    this.revision = 0;
    this._now = Date.now();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.has('member') ? changed.get('member') : this.member;
    const isOther = before?.id !== this.member.id;
    if (isOther) {
      this._most = SHOWN_AT_FIRST;
      this.#activity.reset();
      this.#sessions.reset();
    }
    // Whoever was switched off is signed in nowhere any more.
    if (isOther || before.status !== this.member.status || changed.has('revision')) this.#loadWhereAllowed();
  }

  #loadWhereAllowed(): void {
    this._now = Date.now();
    if (this.#may('member.view-activity').allowed) this.#loadActivity();
    if (this.#may('member.end-sessions').allowed) this.#loadSessions();
  }

  protected override render() {
    return html`${
      this.member.source === 'provider'
        ? html`<p class="locked">${anyIcon('lock')}<span>${strings.theirsFromProvider(this.rights.viewer.external.authentication)}</span></p>`
        : nothing
    }
      ${this.#hasPlaces ? html`<section><ua-member-places .member=${this.member} .rights=${this.rights}></ua-member-places></section>` : nothing}
      ${this.#renderResources()}
      ${this.#may('member.view-activity').allowed ? this.#renderActivity() : nothing}
      ${this.#may('member.end-sessions').allowed ? this.#renderSessions() : nothing} ${this.#renderDeeds()}
      ${this.#renderQuestion()}
      <ua-member-password
        .member=${this.task === 'password' ? this.member : undefined}
        .rights=${this.rights}
        @close=${this.#finish}
        @ua-saved=${this.#loadSessions}
      ></ua-member-password>
      <ua-member-email
        .member=${this.task === 'email' ? this.member : undefined}
        .rights=${this.rights}
        @close=${this.#finish}
      ></ua-member-email>`;
  }

  /** What is granted here, kind by kind: to the person, or through their roles. */
  #renderResources(): unknown {
    if (!this.#may('member.view-access').allowed) return nothing;
    return this.rights.policy.resources.map(
      (kind) =>
        html`<section><ua-member-resources .member=${this.member} .rights=${this.rights} .kind=${kind}></ua-member-resources></section>`,
    );
  }

  /** Whether there is more to say of what the person is than one role here. */
  get #hasPlaces(): boolean {
    const { workspaces, rolesPerMember } = this.rights.policy;
    return workspaces === 'many' || rolesPerMember === 'many';
  }

  #may(
    action:
      | 'member.view-access'
      | 'member.view-activity'
      | 'member.end-sessions'
      | 'member.reset-password'
      | 'member.change-email',
  ): Decision {
    return may(this.rights, action, { member: this.rights.target(this.member) });
  }

  #renderActivity(): TemplateResult {
    return html`<section aria-labelledby="activity">
      <h3 id="activity">${strings.activity}</h3>
      ${loaded(this.#activity, this.#loadActivity, (activity) => this.#renderFigures(activity))}
    </section>`;
  }

  #renderFigures({ lastSignInAt, last7Days, last30Days, last365Days, recent }: MemberActivity) {
    const figures = [
      [7, last7Days],
      [30, last30Days],
      [365, last365Days],
    ] as const;
    return html`<dl class="figures">
        <div>
          <dt>${strings.lastSignIn}</dt>
          <dd title=${lastSignInAt === null ? nothing : formatMoment(lastSignInAt)}>
            ${lastSignInAt === null ? strings.never : formatRelative(lastSignInAt, this._now)}
          </dd>
        </div>
        ${figures.map(
          ([days, count]) => html`<div>
            <dt>${strings.inDays(days)}</dt>
            <dd aria-label=${strings.signIns(count)}>${formatNumber(count)}</dd>
          </div>`,
        )}
      </dl>
      ${signInRows(recent, this._now, this._most, () => (this._most = Infinity))}`;
  }

  #renderSessions(): TemplateResult {
    const hasAny = (this.#sessions.data?.length ?? 0) > 0;
    return html`<section aria-labelledby="sessions">
      <div class="line head">
        <h3 id="sessions">${strings.theirSessions}</h3>
        ${hasAny ? html`<button type="button" part="button" class="button small" @click=${() => this.#askAbout('all')}>${strings.endAll}</button>` : nothing}
      </div>
      ${loaded(this.#sessions, this.#loadSessions, (sessions) =>
        sessions.length === 0
          ? html`<p class="muted">${strings.noSessions}</p>`
          : html`<ua-session-list
              .sessions=${sessions}
              .now=${this._now}
              @ua-end-wanted=${({ session }: EndWantedEvent) => this.#askAbout(session)}
            ></ua-session-list>`,
      )}
    </section>`;
  }

  /** What can be done, or why it cannot; what is the person's own or the provider's is left out. */
  #renderDeeds() {
    const deeds = (
      [
        ['password', 'member.reset-password', strings.resetPassword],
        ['email', 'member.change-email', strings.changeEmail],
      ] as const
    ).flatMap(([task, action, label]) => {
      const decision = this.#may(action);
      return isLeftOut(decision)
        ? []
        : [{ task, label, off: decision.allowed ? '' : reasonText(decision.reason) }];
    });
    if (deeds.length === 0) return nothing;
    return html`<section aria-labelledby="deeds">
      <h3 id="deeds">${strings.theirSignIn}</h3>
      <div class="actions">
        ${deeds.map(({ task, label, off }) => {
          const words = html`${anyIcon(task === 'password' ? 'key' : 'mail')}${label}`;
          return deedButton(words, () => (this.task = task), off, { look: '' });
        })}
      </div>
    </section>`;
  }

  #renderQuestion() {
    const { _ending: ending } = this;
    const isAll = ending === 'all';
    const device = ending === undefined || isAll ? '' : deviceName(ending.device);
    const { failure } = this.#saving;
    return html`<ua-confirm
      .open=${ending !== undefined}
      heading=${isAll ? strings.endAllQuestion(nameOf(this.member)) : strings.endQuestion(device)}
      action=${isAll ? strings.endAll : strings.endSession}
      isDangerous
      .isPending=${this.#saving.isRunning}
      failure=${failure === undefined ? '' : reasonText(failure)}
      @confirm=${this.#end}
      @close=${this.#close}
      >${isAll ? strings.endAllText : strings.endText}</ua-confirm
    >`;
  }

  #askAbout(what: Session | 'all'): void {
    this.#saving.reset();
    this._ending = what;
  }

  readonly #close = (): void => {
    this._ending = undefined;
  };

  readonly #finish = (): void => {
    this.task = undefined;
  };

  readonly #loadActivity = (): void => {
    const input = { memberId: this.member.id };
    void this.#activity.run((signal) => ask(this, new ReadIntent('activity.member', input, signal)));
  };

  readonly #loadSessions = (): void => {
    const input = { memberId: this.member.id };
    void this.#sessions.run((signal) => ask(this, new ReadIntent('sessions.ofMember', input, signal)));
  };

  readonly #end = async (): Promise<void> => {
    const ending = this._ending;
    if (ending === undefined) return;
    const [given, notice] =
      ending === 'all'
        ? [{}, strings.allEnded(nameOf(this.member))]
        : [{ sessionId: ending.id }, strings.sessionEnded(deviceName(ending.device))];
    const wish = new WriteIntent('sessions.endOfMember', { memberId: this.member.id, ...given });
    const isDone = await this.#saving.run(wish, notice);
    if (isDone || this.#saving.failure === 'session_not_found') this.#loadSessions();
    if (isDone) this._ending = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-person-panel': PersonPanelElement;
  }
}
