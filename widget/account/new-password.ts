import { LitElement, css, html, nothing } from 'lit';
import { checkRules, hasAdvisedLength, passwordProblem } from '../../shared/passwords/rules.ts';
import type { PasswordRules, RuleResult } from '../../shared/passwords/rules.ts';
import { strengthOf } from '../../shared/passwords/strength.ts';
import { STRENGTHS, accountStrings as strings } from '../i18n/account-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import type { FailureCode } from '../failure.ts';
import { base } from '../styles/base.ts';
import { fields, loudButtons } from '../styles/forms.ts';
import { icon } from '../ui/icon.ts';
import { PasswordFields, passwordFields } from '../ui/password-field.ts';

const ABOUT_NEW: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'password_too_weak',
  'password_common',
  'password_mismatch',
]);

/** The refusal where it is about a new password, which says it at its field; undefined where it is about anything else. */
export function aboutNew(failure: FailureCode | undefined): FailureCode | undefined {
  return failure !== undefined && ABOUT_NEW.has(failure) ? failure : undefined;
}

/** A password that was entered twice alike and fulfils every rule. */
export interface ChosenPassword {
  readonly password: string;
  readonly confirmation: string;
}

/**
 * Two fields for a new password, with the rules ticked off while it is typed, and a hint of how hard it is to guess.
 *
 * @tag ua-new-password
 */
export class NewPasswordElement extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    loudButtons,
    fields,
    passwordFields,
    css`
      :host {
        display: grid;
        gap: 14px;
      }
      .rules {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
        gap: 4px 16px;
        color: var(--_muted);
        font-size: var(--_small);
      }
      .rules li {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .rules svg {
        inline-size: 14px;
        block-size: 14px;
      }
      .rules .met {
        color: var(--_success-text);
      }
      .rules .broken {
        color: var(--_danger-text);
      }
      .dot {
        flex: none;
        inline-size: 6px;
        block-size: 6px;
        margin: 4px;
        border-radius: 50%;
        background: currentColor;
      }
      .strength {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 10px;
        color: var(--_muted);
        font-size: var(--_small);
      }
      .bars {
        display: flex;
        gap: 3px;
      }
      .bars i {
        inline-size: 22px;
        block-size: 4px;
        border-radius: 2px;
        background: var(--_line-strong);
      }
      .bars i.on {
        background: var(--_warning-text);
      }
      [data-strength='good'] i.on,
      [data-strength='strong'] i.on {
        background: var(--_success-text);
      }
    `,
  ];

  static override properties = {
    rules: { attribute: false },
    known: { attribute: false },
    failure: { attribute: false },
    labels: { attribute: false },
    _isTried: { state: true },
  };

  /** What the password must be. */
  declare rules: PasswordRules;
  /** What others know of the person, which makes a password easy to guess. */
  declare known: readonly string[];
  /** Why the server did not take it. */
  declare failure: FailureCode | undefined;
  /** What the two fields are called; a new password where undefined. */
  declare labels: { readonly password: string; readonly repeat: string; readonly note: string } | undefined;
  /** @internal Whether it was tried to go on; before that nothing is called a mistake. */
  declare _isTried: boolean;
  readonly #fields = new PasswordFields(this);

  constructor() {
    super();
    this.known = [];
    this.failure = this.labels = undefined;
    this._isTried = false;
    this.addEventListener('keydown', this.#submitOnEnter);
  }

  protected override render() {
    const [password, confirmation] = [this.#fields.value('password'), this.#fields.value('confirmation')];
    const problem = this._isTried ? passwordProblem(this.rules, password, confirmation) : null;
    const error = this.failure ?? (problem === 'password_too_weak' ? problem : undefined);
    return html`
      ${this.#fields.render({
        name: 'password',
        label: this.labels?.password ?? strings.newPassword,
        ...(this.labels && { note: this.labels.note }),
        autocomplete: 'new-password',
        describedBy: 'rules',
        error:
          error === undefined
            ? ''
            : password === '' && this.failure === undefined
              ? strings.passwordNeeded
              : reasonText(error),
      })}
      ${this.#renderRules(password)} ${password === '' ? nothing : this.#renderStrength(password)}
      ${this.#fields.render({
        name: 'confirmation',
        label: this.labels?.repeat ?? strings.repeatPassword,
        ...(this.labels && { note: this.labels.note }),
        autocomplete: 'new-password',
        error: problem === 'password_mismatch' ? reasonText(problem) : '',
      })}
      ${this.#fields.renderCaps()}
    `;
  }

  /** What was chosen; undefined, with the reason at its field and the focus there, where it cannot be taken. */
  choose(): ChosenPassword | undefined {
    const [password, confirmation] = [this.#fields.value('password'), this.#fields.value('confirmation')];
    const problem = passwordProblem(this.rules, password, confirmation);
    this._isTried = true;
    this.failure = undefined;
    if (problem === null) return { password, confirmation };
    this.#fields.focus(problem === 'password_mismatch' ? 'confirmation' : 'password');
    return undefined;
  }

  /** Forgets what was typed. */
  clear(): void {
    this._isTried = false;
    this.failure = undefined;
    this.#fields.clear();
  }

  // The fields are in another tree than the form, which Enter would not reach by itself.
  readonly #submitOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.composedPath()[0] instanceof HTMLInputElement)) return;
    // Or the same press would act on whatever has the focus once the form is gone.
    event.preventDefault();
    this.closest('form')?.requestSubmit();
  };

  #renderRules(password: string) {
    // Hardly anybody meets the upper limit, so it is named where it is passed.
    const results = checkRules(this.rules, password).filter(
      ({ rule, isMet }) => rule !== 'maximum' || !isMet,
    );
    return html`<ul class="rules" id="rules" aria-label=${strings.rulesLabel}>
      ${results.map((result) => this.#renderRule(result))}
    </ul>`;
  }

  #renderRule({ rule, isMet }: RuleResult) {
    const { minimum, maximum, classes } = this.rules;
    const special = classes.find(({ kind }) => kind === 'special');
    const text = strings.rules[rule](
      rule === 'minimum' ? minimum : maximum,
      special?.kind === 'special' ? special.characters : '',
    );
    const isBroken = !isMet && (this._isTried || rule === 'maximum');
    return html`<li class=${isMet ? 'met' : isBroken ? 'broken' : ''}>
      ${isMet ? icon('check') : isBroken ? icon('alert') : html`<span class="dot"></span>`}
      <span>${text}<span class="visually-hidden">, ${isMet ? strings.ruleMet : strings.ruleOpen}</span></span>
    </li>`;
  }

  #renderStrength(password: string) {
    const strength = strengthOf(password, this.known);
    const level = Object.keys(STRENGTHS).indexOf(strength);
    return html`<p class="strength" data-strength=${strength}>
      <span class="bars" aria-hidden="true">${[0, 1, 2, 3].map((bar) => html`<i class=${bar <= level ? 'on' : ''}></i>`)}</span>
      <span><span class="visually-hidden">${strings.strength}: </span>${STRENGTHS[strength]}</span>
      ${hasAdvisedLength(this.rules, password) ? nothing : html`<span>${strings.advised(this.rules.advised)}</span>`}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-new-password': NewPasswordElement;
  }
}
