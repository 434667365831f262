// The pieces that forms on pages are built of: labelled fields that say what is wrong with them. No words of their own.
import { html } from 'hono/html';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import { checkRules } from '../../shared/passwords/rules.ts';
import type { Piece } from './page-frame.ts';
import type { Words } from './words/words.ts';

/** A form: where it goes, and what proves that it comes from this page. */
export interface SealedForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The hidden fields of a form. */
export function hidden(fields: Readonly<Record<string, string>>): Piece[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

/** A labelled field of a form. */
export interface Field {
  readonly name: string;
  readonly label: Piece | string;
  /** What a password manager may put there. */
  readonly autocomplete:
    'username' | 'email' | 'name' | 'organization' | 'current-password' | 'new-password' | 'off';
  readonly type?: 'text' | 'email' | 'password';
  readonly value?: string;
  /** Whether the keyboard begins here. */
  readonly isFirst?: boolean;
  readonly isOptional?: boolean;
  readonly maxLength?: number;
  readonly hint?: Piece | string | undefined;
  readonly error?: string | undefined;
  /** Whether something is wrong with it that is said elsewhere on the page. */
  readonly isWrong?: boolean;
}

/** The markup of a field. What was typed into a password field is never shown again. */
export function field({ name, label, type = 'text', value = '', hint, error, ...rest }: Field): Piece {
  const described = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
    .filter((id) => id !== '')
    .join(' ');
  const isWord = type === 'email' || (type === 'text' && rest.autocomplete === 'username');
  const attributes = [
    type === 'password' ? '' : html` value="${value}" dir="auto" maxlength="${rest.maxLength ?? 400}"`,
    isWord ? html` autocapitalize="none" spellcheck="false"` : '',
    rest.isOptional === true ? '' : html` required`,
    rest.isFirst === true ? html` autofocus` : '',
    error === undefined && rest.isWrong !== true ? '' : html` aria-invalid="true"`,
    described === '' ? '' : html` aria-describedby="${described}"`,
  ];
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${rest.autocomplete}" ${attributes}>
${hint === undefined ? '' : typeof hint === 'string' ? html`<p class="hint" id="${name}-hint">${hint}</p>` : html`<div id="${name}-hint">${hint}</div>`}
${error === undefined ? '' : html`<p class="wrong" id="${name}-error">${error}</p>`}
</div>`;
}

/** What went wrong, said at once by a screen reader. */
export function alert(text: string | undefined): Piece | '' {
  return text === undefined ? '' : html`<p class="alert" role="alert">${text}</p>`;
}

/** What is wrong with a new password that was entered: the code of the refusal, and the password to judge rule by rule. */
export interface PasswordTrouble {
  readonly code: 'password_too_weak' | 'password_common' | 'password_mismatch' | 'password_unchanged';
  readonly password: string;
}

/** The two fields of a new password with every rule; those that it fails are named. */
export function newPasswordFields(
  words: Words,
  rules: PasswordRules,
  {
    trouble,
    isFirst,
    isOptional = false,
    hint,
    labels = words.password,
  }: {
    readonly trouble?: PasswordTrouble | undefined;
    readonly isFirst: boolean;
    readonly isOptional?: boolean;
    readonly hint?: string;
    readonly labels?: { readonly new: string; readonly again: string };
  },
): Piece {
  const said = trouble && words.refusals[trouble.code].text;
  const isAgain = trouble?.code === 'password_mismatch';
  const label = isOptional ? html`${labels.new} <span>${words.common.optional}</span>` : labels.new;
  return html`${field({
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    isFirst: isFirst || trouble !== undefined,
    isOptional,
    hint: html`${hint === undefined ? '' : html`<p class="hint">${hint}</p>`}${rulesList(words, rules, trouble)}`,
    isWrong: trouble !== undefined && !isAgain,
  })}
${field({
  name: 'confirmation',
  label: labels.again,
  type: 'password',
  autocomplete: 'new-password',
  isOptional,
  error: isAgain ? said : undefined,
})}`;
}

function rulesList(words: Words, rules: PasswordRules, trouble: PasswordTrouble | undefined): Piece {
  const results = checkRules(rules, trouble?.password ?? '');
  const isJudged = trouble?.code === 'password_too_weak';
  const items = results.map(({ rule, isMet }) => {
    const one = rules.classes.find(({ kind }) => kind === rule);
    const text =
      rule === 'minimum'
        ? `${words.password.minimum(rules.minimum)}`
        : rule === 'maximum'
          ? words.password.maximum(rules.maximum)
          : words.password.one(one!);
    return isJudged && !isMet
      ? html`<li class="failed">${text} (${words.password.failed})</li>`
      : html`<li>${text}</li>`;
  });
  return html`<p class="hint">${words.password.rulesTitle}</p>
<ul class="rules">${items}<li>${words.password.notCommon}</li></ul>
${rules.advised > rules.minimum ? html`<p class="hint">${words.password.advised(rules.advised)}</p>` : ''}`;
}
