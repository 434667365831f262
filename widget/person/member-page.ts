import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { MemberDetails } from '../../shared/members/profile.ts';
import { ReadIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import type { FailureCode } from '../failure.ts';
import { pageLink } from '../frame/links-of.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { diagnosisStrings } from '../i18n/diagnosis-strings.ts';
import { formatMoment } from '../i18n/format.ts';
import { pageStrings as strings } from '../i18n/page-strings.ts';
import { formStrings } from '../i18n/person-form-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf, statusText, strings as shared } from '../i18n/strings.ts';
import { ask } from '../intents.ts';
import { NeedPersonIntent } from '../members/change-intents.ts';
import { MemberRoleChangedEvent } from '../members/events.ts';
import { ShowPersonIntent } from '../members/intents.ts';
import type { MemberActionsElement } from '../members/member-actions.ts';
import type { Rows } from '../members/member-writes.ts';
import { actionsOn, mayEdit } from '../members/row-deeds.ts';
import { MemberResourcesChangedEvent } from '../resources/events.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { base, buttons, cards } from '../styles/base.ts';
import { labels } from '../styles/forms.ts';
import { avatar, avatars } from '../ui/avatar.ts';
import { breakable } from '../ui/breakable.ts';
import { deedButton } from '../ui/deed-button.ts';
import { HintController } from '../ui/hint.ts';
import { loaded } from '../ui/loaded.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { skeletons } from '../ui/skeleton.ts';
import type { FixWantedEvent } from './diagnosis.ts';
import { isLeftOut } from './left-out.ts';
import { memberPageSheet } from './member-page-sheet.ts';
import type { PersonPanelElement, PersonTask } from './person-panel.ts';

/** Whoever is somebody of another workspace, was removed, or never was: an address can be typed by hand. */
const NOT_HERE: ReadonlySet<FailureCode> = new Set(['member_not_found', 'input_invalid']);

/**
 * The page of one person: who they are, what they may do and where, how they sign in, what may be wrong, and what was done to them.
 *
 * @tag ua-member-page
 * @csspart page - The columns.
 */
export class MemberPageElement extends LitElement {
  static override styles = [base, buttons, cards, labels, avatars, skeletons, memberPageSheet];
  static override properties = {
    rights: { attribute: false },
    person: {},
    revision: { type: Number },
    _isChecked: { state: true },
    _looks: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The id of the member. */
  declare person: string;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal Whether they are being checked. */
  declare _isChecked: boolean;
  /** @internal Raised when something was changed here, so that what hangs on it is read again. */
  declare _looks: number;

  readonly #details = new QueryController<MemberDetails>(this);
  readonly #rows: Rows = {
    replace: (member) => this.#note(member),
    remove: () => this.#goBack(),
  };

  constructor() {
    super();
    void new HintController(this);
    void new FocusKeeper(this);
    this.person = '';
    this.revision = this._looks = 0;
    this._isChecked = false;
    for (const type of [MemberRoleChangedEvent.type, MemberResourcesChangedEvent.type])
      this.addEventListener(type, (event) => this.#note((event as MemberRoleChangedEvent).member));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('person')) {
      this.#details.reset();
      this._isChecked = false;
    }
    if (changed.has('person') || changed.has('revision')) void this.#load();
  }

  /** Puts the focus on the heading, so that who comes here hears whose page it is. */
  override focus(): void {
    (
      this.renderRoot.querySelector<HTMLElement>('h2') ?? this.renderRoot.querySelector<HTMLElement>('.back')
    )?.focus();
  }

  protected override render() {
    const { failure } = this.#details;
    return html`<button type="button" part="link" class="link small back" @click=${this.#goBack}>${anyIcon('back')}${strings.back}</button>
      ${
        this.person === '' || (failure !== undefined && NOT_HERE.has(failure.code))
          ? html`<div part="card" class="card"><ua-empty-state part="empty" level="2" icon="search" heading=${strings.gone}>${strings.goneText}</ua-empty-state></div>`
          : this.#renderLoaded()
      }
      <ua-member-actions .rights=${this.rights} .rows=${this.#rows} .look=${this.#look} @ua-acted=${() => this.requestUpdate()}></ua-member-actions>`;
  }

  #renderLoaded(): TemplateResult {
    const { data, failure } = this.#details;
    const page = loaded(
      this.#details,
      () => void this.#load(),
      (details) => this.#renderPage(details),
    );
    return data === undefined && failure !== undefined
      ? html`<div part="card" class="card">${page}</div>`
      : page;
  }

  #renderPage(details: MemberDetails): TemplateResult {
    const { member } = details;
    const mayCheck = may(this.rights, 'member.view-access', { member: this.rights.target(member) }).allowed;
    return html`${this.#renderWho(details)}
      <div class="columns" part="page">
        <div class="column">
          <section part="card" class="card" aria-labelledby="details">
            <h3 id="details">${strings.details}</h3>
            ${this.#renderFacts(details)} ${this.#renderWays(member)}
            ${this.#isSimple ? html`<ua-member-places class="roles" .member=${member} .rights=${this.rights}></ua-member-places>` : nothing}
            <ua-person-panel .member=${member} .rights=${this.rights} .revision=${this.revision}></ua-person-panel>
          </section>
        </div>
        <div class="column">
          ${mayCheck ? this.#renderCheck(member) : nothing}
          ${this.rights.mayHere('audit.list').allowed ? this.#renderTrail(member) : nothing}
        </div>
      </div>`;
  }

  #renderWho({ member }: MemberDetails): TemplateResult {
    const name = nameOf(member);
    const isActive = member.status === 'active';
    const edit = mayEdit(this.rights, member);
    const reset = may(this.rights, 'member.reset-password', { member: this.rights.target(member) });
    return html`<header class="card who">
      ${avatar(name, member.id)}
      <div class="names">
        <h2 part="heading" tabindex="-1">${name}</h2>
        <p class="badges">
          <bdi class="muted">${breakable(member.email)}</bdi>
          <span part="badge" class="badge ${isActive ? 'success' : ''}">${anyIcon(isActive ? 'check' : 'close')}${statusText(member.status, this.rights.policy)}</span>
          ${this.rights.isSelf(member) ? html`<span part="badge" class="badge accent">${shared.you}</span>` : nothing}
        </p>
      </div>
      <div class="deeds">
        ${edit === undefined ? nothing : this.#renderDeed(actionStrings.edit, 'pencil', edit, () => void this.#actions?.edit(member))}
        ${isLeftOut(reset) ? nothing : this.#renderDeed(actionStrings.resetPassword, 'key', reset, () => this.#look('password'))}
        ${
          actionsOn(this.rights, member).length === 0
            ? nothing
            : html`<button
                type="button"
                part="button" class="button"
                aria-haspopup="menu"
                aria-label=${strings.moreFor(name)}
                @click=${({ currentTarget }: Event) => this.#actions?.act({ kind: 'menu', member, anchor: currentTarget as HTMLElement })}
              >
                ${anyIcon('more')}${strings.more}
              </button>`
        }
      </div>
    </header>`;
  }

  #renderDeed(
    label: string,
    icon: 'pencil' | 'key',
    decision: ReturnType<Rights['may']>,
    run: () => void,
  ): TemplateResult {
    const off = decision.allowed ? '' : reasonText(decision.reason);
    return deedButton(html`${anyIcon(icon)}${label}`, run, off, { look: '' });
  }

  #renderFacts({ member, profile, sources }: MemberDetails): TemplateResult {
    const { hasUsername, profile: fields } = this.rights.policy.identity;
    const isTheirs = sources.person === 'provider';
    const facts = [
      [formStrings.labels.name, member.name, isTheirs],
      [formStrings.labels.email, member.email, isTheirs],
      ...(hasUsername ? [[formStrings.labels.username, member.username ?? '', isTheirs] as const] : []),
      ...fields.map((field) => [formStrings.labels[field], profile[field], false] as const),
      [strings.joined, formatMoment(member.createdAt), false],
    ] as const;
    return html`<dl>
      ${facts.map(
        ([label, value, isLocked]) => html`<dt>${label}</dt>
          <dd>
            ${value === '' ? html`<span class="muted">${strings.unknown}</span>` : html`<bdi>${breakable(value)}</bdi>`}
            ${isLocked ? html`<span part="badge" class="badge">${anyIcon('lock')}${strings.fromProvider}</span>` : nothing}
          </dd>`,
      )}
    </dl>`;
  }

  /** What else there is to read of it: what roles mean, and for oneself where one changes what is one's own. */
  #renderWays(member: Member): TemplateResult | typeof nothing {
    const roles = pageLink(this, 'roles');
    const isOwn = this.rights.isSelf(member) && this.rights.viewer.isSignedIn;
    if (roles === undefined && !isOwn) return nothing;
    return html`<p class="badges">
      ${roles === undefined ? nothing : html`<a part="link" class="link" href=${roles} target="_blank" rel="noopener">${shared.rolesLink}</a>`}
      ${isOwn ? html`<button type="button" part="link" class="link" @click=${() => this.dispatchEvent(new ShowPersonIntent('', 'account'))}>${shared.sides.account}</button>` : nothing}
    </p>`;
  }

  #renderCheck(member: Member): TemplateResult {
    return html`<section part="card" class="card" aria-labelledby="check">
      <h3 id="check" tabindex="-1">${diagnosisStrings.heading}</h3>
      <p class="hint">${diagnosisStrings.hint}</p>
      ${
        this._isChecked
          ? html`<ua-diagnosis
              member=${member.id}
              .rights=${this.rights}
              .revision=${this.revision + this._looks}
              @ua-fix-wanted=${this.#goTo}
            ></ua-diagnosis>`
          : html`<button type="button" part="button" class="button start" @click=${this.#check}>${anyIcon('search')}${diagnosisStrings.run}</button>`
      }
    </section>`;
  }

  readonly #check = (): void => {
    // The button makes room for what is found, which comes below the heading.
    this.renderRoot.querySelector<HTMLElement>('#check')?.focus();
    this._isChecked = true;
  };

  #renderTrail({ id }: Member): TemplateResult {
    return html`<section part="card" class="card" aria-labelledby="trail">
      <h3 id="trail">${strings.trail}</h3>
      <p class="hint">${strings.trailHint}</p>
      <ua-member-trail person=${id} .rights=${this.rights} .revision=${this.revision + this._looks}></ua-member-trail>
    </section>`;
  }

  /** Whether people have one role in one workspace, which the panel leaves to whatever stands around it. */
  get #isSimple(): boolean {
    const { workspaces, rolesPerMember } = this.rights.policy;
    return workspaces === 'one' && rolesPerMember === 'one';
  }

  get #actions(): MemberActionsElement | null {
    return this.renderRoot.querySelector('ua-member-actions');
  }

  readonly #look = (task: PersonTask): void => {
    const panel = this.renderRoot.querySelector<PersonPanelElement>('ua-person-panel');
    if (panel !== null) panel.task = task;
  };

  /** Goes to where roles are chosen, or resources assigned. */
  readonly #goTo = ({ deed }: FixWantedEvent): void => {
    const panel = this.renderRoot.querySelector<PersonPanelElement>('ua-person-panel');
    const name = deed === 'assign' ? 'ua-member-resources' : 'ua-member-places';
    const place = this.renderRoot.querySelector(name) ?? panel?.renderRoot.querySelector(name);
    place?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    if (place != null) firstControl(place)?.focus({ preventScroll: true });
  };

  #note(member: Omit<Member, 'email'>): void {
    const { data } = this.#details;
    if (data === undefined || data.member.id !== member.id) return;
    this.#details.data = { ...data, member: { ...data.member, ...member } };
    this._looks += 1;
  }

  readonly #goBack = (): void => {
    this.dispatchEvent(new ShowPersonIntent('', ''));
  };

  async #load(): Promise<void> {
    const { person } = this;
    if (person === '') return;
    const isFirst = this.#details.data === undefined;
    await this.#details.run(async (signal) => {
      await ask(this, new NeedPersonIntent());
      return ask(this, new ReadIntent('members.get', { memberId: person }, signal));
    });
    await this.updateComplete;
    // Whoever came by a click has no place any more to go on from.
    if (isFirst && document.activeElement === document.body) this.focus();
  }
}

/** The first control inside an element, in whichever shadow root. */
function firstControl({ shadowRoot }: Element): HTMLElement | undefined {
  for (const inner of shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
    if (inner.matches('button, input, select')) return inner;
    const deeper = firstControl(inner);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-member-page': MemberPageElement;
  }
}
