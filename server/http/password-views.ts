// What the page of one's own password says. Words and markup; decides nothing.
import { html } from 'hono/html';
import type { Language } from '../../shared/accounts/account.ts';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import type { Visitor } from '../accounts/visitor.ts';
import { whose } from './link-views.ts';
import type { PasswordTrouble, SealedForm } from './page-forms.ts';
import { alert, field, hidden, newPasswordFields } from './page-forms.ts';
import type { Piece } from './page-frame.ts';
import { address, page, sentences } from './page-frame.ts';
import { wordsIn } from './words/words.ts';

/** The form of a new password for whoever is signed in. */
export function passwordView({
  language,
  visitor: { email, hasPassword, mustChangePassword },
  rules,
  form,
  asksCurrent,
  trouble,
  currentProblem,
  problem,
}: {
  readonly language: Language;
  readonly visitor: Visitor;
  readonly rules: PasswordRules;
  readonly form: SealedForm;
  readonly asksCurrent: boolean;
  readonly trouble: PasswordTrouble | undefined;
  /** What is wrong with the current password. */
  readonly currentProblem: string | undefined;
  /** What is wrong with the form as a whole. */
  readonly problem: string | undefined;
}): Piece {
  const words = wordsIn(language);
  const { password, refusals } = words;
  const title = mustChangePassword
    ? password.mustTitle
    : hasPassword
      ? password.changeTitle
      : password.setTitle;
  const isAboutNew = trouble !== undefined;
  return page({
    language,
    title,
    mark: '✱',
    content: html`<h1>${title}</h1>
<p class="quiet">${sentences(language, mustChangePassword ? password.mustText : '', password.resetText(html`<strong>${address(email)}</strong>`), password.others)}</p>
${alert(problem ?? currentProblem ?? (trouble && refusals[trouble.code].text))}
<form method="post" action="${form.path}">
${hidden(form.fields)}
${whose(email)}
${
  asksCurrent
    ? field({
        name: 'current',
        label: password.current,
        type: 'password',
        autocomplete: 'current-password',
        isFirst: !isAboutNew,
        error: currentProblem,
      })
    : ''
}
${newPasswordFields(words, rules, { trouble, isFirst: !asksCurrent })}
<p class="actions"><button class="button">${password.save}</button></p>
</form>`,
  });
}

/** Says that a first password takes a newer sign-in, and leads to one. @param again - Signs out, on the way back to here. */
export function lateView(language: Language, again: SealedForm): Piece {
  const { late, signInAgain } = wordsIn(language).password;
  return page({
    language,
    title: late.title,
    mark: '✱',
    content: html`<h1>${late.title}</h1>
<p class="quiet">${late.text}</p>
<form class="actions" method="post" action="${again.path}">
${hidden(again.fields)}
<button class="button">${signInAgain}</button>
</form>`,
  });
}

/** The new password is the account's. */
export function savedPasswordView(language: Language, onward: string): Piece {
  const { password, common } = wordsIn(language);
  return page({
    language,
    title: password.savedTitle,
    mark: '✓',
    content: html`<h1>${password.savedTitle}</h1>
<p class="quiet">${password.savedText}</p>
<p class="actions"><a class="button" href="${onward}">${common.continue}</a></p>`,
  });
}
