import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { FINDINGS } from '../../shared/members/diagnosis.ts';
import type { Diagnosis, DiagnosisTopic, Finding, FindingSeverity } from '../../shared/members/diagnosis.ts';
import { ReadIntent } from '../calls.ts';
import { FocusKeeper } from '../controllers/focus-keeper.ts';
import { QueryController } from '../controllers/query.ts';
import { Saving } from '../controllers/saving.ts';
import { pageLink } from '../frame/links-of.ts';
import {
  FINDING_WORDS,
  SEVERITY_NAMES,
  TOPIC_NAMES,
  diagnosisStrings as strings,
} from '../i18n/diagnosis-strings.ts';
import type { FindingWords, Tongue } from '../i18n/diagnosis-strings.ts';
import { formatList } from '../i18n/format-later.ts';
import { formatMoment, formatRelative, plural } from '../i18n/format.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf, strings as general } from '../i18n/strings.ts';
import { NotifyIntent, ask } from '../intents.ts';
import type { Rights } from '../rights.ts';
import { base } from '../styles/base.ts';
import { fields, labels, loudButtons } from '../styles/forms.ts';
import { HintController } from '../ui/hint.ts';
import { loaded } from '../ui/loaded.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { AnyIconName } from '../ui/more-icons.ts';
import { skeletons } from '../ui/skeleton.ts';
import { diagnosisSheet } from './diagnosis-sheet.ts';
import { fixesFor } from './finding-fixes.ts';
import type { Fix, FixDeed } from './finding-fixes.ts';
import { makeFix } from './make-fix.ts';

const TOPICS: readonly DiagnosisTopic[] = ['sign-in', 'invitation', 'access', 'roles'];
const LOOKS: Readonly<Record<FindingSeverity, AnyIconName>> = {
  problem: 'alert',
  notice: 'info',
  fine: 'check',
};

/** Something has to be done where the person is shown: their roles chosen, or resources assigned. For the element around; does not bubble. */
export class FixWantedEvent extends Event {
  static readonly type = 'ua-fix-wanted';
  readonly deed: FixDeed;
  /** What was found. */
  readonly about: Diagnosis;

  constructor(deed: FixDeed, about: Diagnosis) {
    super(FixWantedEvent.type);
    this.deed = deed;
    this.about = about;
  }
}

/**
 * What keeps somebody from signing in, from seeing what they need, or from joining: each finding in plain words with the way out.
 *
 * @tag ua-diagnosis
 * @fires {FixWantedEvent} ua-fix-wanted - When the way out leads elsewhere; does not bubble.
 */
export class DiagnosisElement extends LitElement {
  static override styles = [base, loudButtons, fields, labels, skeletons, diagnosisSheet];
  static override properties = {
    member: {},
    email: {},
    rights: { attribute: false },
    revision: { type: Number },
    level: { type: Number },
    _task: { state: true },
    _link: { state: true },
    _answer: { state: true },
    _now: { state: true },
  };

  /** The id of the person who is checked; '' where it is an address. */
  declare member: string;
  /** The address that is checked, where no person is. */
  declare email: string;
  /** The viewer and what they may do. */
  declare rights: Rights;
  /** The level of its headings. */
  declare level: number;
  /** Raised to look again. */
  declare revision: number;
  /** @internal What is being done about how the person signs in. */
  declare _task: 'password' | 'email' | undefined;
  /** @internal A link that has to be copied by hand. */
  declare _link: string;
  /** @internal What became of a test e-mail. */
  declare _answer: string;
  /** @internal */
  declare _now: number;

  readonly #found = new QueryController<Diagnosis>(this);
  readonly #saving = new Saving(this);
  #isTold = false;

  constructor() {
    super();
    void new HintController(this);
    void new FocusKeeper(this);
    this.member = this.email = this._link = this._answer = '';
    this.revision = 0;
    this.level = 4;
    this._task = undefined;
    this._now = Date.now();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('member') || changed.has('email');
    if (!isOther && !changed.has('revision')) return;
    if (isOther) {
      this.#found.reset();
      this._link = this._answer = '';
      this.#isTold = false;
    }
    this.look();
  }

  /** Looks again. */
  readonly look = (): void => {
    const { member, email } = this;
    if (member === '' && email === '') return;
    this._now = Date.now();
    void this.#found
      .run((signal) =>
        ask(
          this,
          new ReadIntent('members.diagnose', member === '' ? { email } : { memberId: member }, signal),
        ),
      )
      .then(() => this.#tell());
  };

  /** Says once what was found, for who does not see it appear. */
  #tell(): void {
    const { data } = this.#found;
    if (data === undefined || this.#isTold) return;
    this.#isTold = true;
    const who = data.member === null ? data.email : nameOf(data.member);
    this.dispatchEvent(new NotifyIntent({ text: strings.spoken(who, problemsIn(data)), tone: 'spoken' }));
  }

  protected override render() {
    return html`${loaded(this.#found, this.look, (about) => this.#renderFound(about))} ${this.#renderTasks()}`;
  }

  #renderFound(about: Diagnosis): TemplateResult {
    const problems = problemsIn(about);
    return html`<p class="sum ${problems === 0 ? 'fine' : 'problem'}">
        ${anyIcon(problems === 0 ? 'check' : 'alert')}<strong>${problems === 0 ? strings.none : strings.found(problems)}</strong>
        <button type="button" part="button" class="button small" aria-disabled=${this.#found.isLoading ? 'true' : nothing} @click=${this.look}>${strings.again}</button>
      </p>
      ${this.#saving.renderError()}
      ${TOPICS.map((topic) => this.#renderTopic(topic, about))}`;
  }

  #renderTopic(topic: DiagnosisTopic, about: Diagnosis): TemplateResult | typeof nothing {
    const here = about.findings.filter(({ code }) => topicOf(code, about) === topic);
    if (here.length === 0) return nothing;
    const open = here.filter(({ code }) => FINDINGS[code][1] !== 'fine');
    const fine = here.filter(({ code }) => FINDINGS[code][1] === 'fine');
    return html`<section aria-labelledby="topic-${topic}">
      <p class="topic" role="heading" aria-level=${this.level} id="topic-${topic}">${TOPIC_NAMES[topic]}</p>
      <ul>${bySeverity(open).map((finding) => this.#renderFinding(finding, about))}</ul>
      ${
        fine.length === 0
          ? nothing
          : html`<details ?open=${open.length === 0}>
              <summary>${anyIcon('check')}${strings.inOrder(fine.length)}</summary>
              <ul>${fine.map((finding) => this.#renderFinding(finding, about))}</ul>
            </details>`
      }
    </section>`;
  }

  #renderFinding(finding: Finding, about: Diagnosis): TemplateResult {
    const severity = FINDINGS[finding.code][1];
    const { title, text } = wordsOf(finding, this.#tongue);
    const fixes = fixesFor(finding, about, this.rights, this.#support !== undefined);
    return html`<li class=${severity} data-code=${finding.code}>
      ${anyIcon(LOOKS[severity])}
      <div>
        <p class="title"><span class="visually-hidden">${SEVERITY_NAMES[severity]}${general.colon}</span>${title}</p>
        <p class="text">${text}</p>
        ${fixes.length === 0 ? nothing : html`<p class="fixes">${fixes.map((fix) => this.#renderFix(fix, about))}</p>`}
        ${fixes.some(({ deed }) => deed === 'test-mail') && this._answer !== '' ? html`<p class="text" role="status">${this._answer}</p>` : nothing}
        ${fixes.some(({ deed }) => deed === 'copy-link') && this._link !== '' ? this.#renderLink() : nothing}
      </div>
    </li>`;
  }

  #renderFix(fix: Fix, about: Diagnosis): TemplateResult {
    if (fix.deed === 'support')
      return html`<a part="button" class="button small" href=${this.#support} target="_blank" rel="noopener">${fix.label}</a>`;
    const { decision } = fix;
    return html`<button
      type="button"
      part="button" class="button small"
      data-fix=${fix.deed}
      aria-disabled=${decision.allowed && !this.#saving.isRunning ? nothing : 'true'}
      aria-description=${decision.allowed ? nothing : reasonText(decision.reason)}
      @click=${() => decision.allowed && void this.#fix(fix, about)}
    >
      ${decision.allowed ? nothing : anyIcon('lock')}${fix.label}
    </button>`;
  }

  #renderLink(): TemplateResult {
    return html`<input part="field" class="input" readonly aria-label=${strings.theLink} .value=${this._link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />`;
  }

  #renderTasks() {
    const member = this.#found.data?.member ?? undefined;
    if (member === undefined) return nothing;
    const close = () => (this._task = undefined);
    return html`<ua-member-password .member=${this._task === 'password' ? member : undefined} .rights=${this.rights} @close=${close} @ua-saved=${this.look}></ua-member-password>
      <ua-member-email .member=${this._task === 'email' ? member : undefined} .rights=${this.rights} @close=${close}></ua-member-email>`;
  }

  async #fix(fix: Fix, about: Diagnosis): Promise<void> {
    if (fix.deed === 'reset-password') this._task = 'password';
    else if (fix.deed === 'change-email') this._task = 'email';
    else if (['choose-role', 'assign'].includes(fix.deed))
      this.dispatchEvent(new FixWantedEvent(fix.deed, about));
    else {
      const made = await makeFix(this, this.#saving, fix, about);
      if (made.link !== undefined) this._link = made.link;
      if (made.answer !== undefined) this._answer = made.answer;
      if (made.email !== undefined && this.member === '') this.email = made.email;
      if (made.isChanged) this.look();
    }
  }

  get #support(): string | undefined {
    return pageLink(this, 'support');
  }

  get #tongue(): Tongue {
    const { policy } = this.rights;
    return {
      ago: (at) => formatRelative(at, this._now),
      moment: formatMoment,
      roles: (keys, conjunction = 'and') =>
        formatList(
          keys.map((key) => this.rights.roleName(key)),
          conjunction === 'and' ? 'conjunction' : 'disjunction',
        ),
      things: (key, count = 0) => {
        const kind = policy.resources.find((one) => one.key === key);
        return kind === undefined ? key : plural(count, kind.name, kind.plural);
      },
      reason: reasonText,
      hasEmailChange: policy.identity.emailChange !== 'none' || this.#found.data?.member == null,
      hasSupport: this.#support !== undefined,
    };
  }
}

/** What an invitation's address is like is said with the invitation. */
function topicOf(code: Finding['code'], { member }: Diagnosis): DiagnosisTopic {
  return code === 'address_mistyped' && member === null ? 'invitation' : FINDINGS[code][0];
}

function problemsIn({ findings }: Diagnosis): number {
  return findings.filter(({ code }) => FINDINGS[code][1] === 'problem').length;
}

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ code }: Finding) => (FINDINGS[code][1] === 'problem' ? 0 : 1);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function wordsOf(finding: Finding, tongue: Tongue): FindingWords {
  // The table has for every code a function of its own facts, which is more than the compiler can follow.
  const words = FINDING_WORDS[finding.code] as (facts: Finding['facts'], tongue: Tongue) => FindingWords;
  return words(finding.facts, tongue);
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-diagnosis': DiagnosisElement;
  }
}
