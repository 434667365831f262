// What the pages behind the links of an account say. Words and markup; decides nothing.
import { html } from 'hono/html';
import type { Language } from '../../shared/accounts/account.ts';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import type { PasswordTrouble, SealedForm } from './page-forms.ts';
import { alert, field, hidden, newPasswordFields } from './page-forms.ts';
import type { Piece } from './page-frame.ts';
import { address, moment, page, sentences } from './page-frame.ts';
import { wordsIn } from './words/words.ts';

/** What every page of a link is given. */
export interface LinkPage {
  readonly language: Language;
  readonly form: SealedForm;
  readonly expiresAt: number;
  /** Whoever is signed in in this browser, where that is somebody else. */
  readonly other: string | null;
}

/** The one button that signs in. @param target - Where it leads afterwards; null where nobody said. */
export function signInLinkView(parts: LinkPage, email: string, target: string | null): Piece {
  const { language, form, expiresAt } = parts;
  const words = wordsIn(language);
  return page({
    language,
    title: words.link.signInTitle,
    mark: '→',
    content: html`<h1>${words.link.signInTitle}</h1>
<p class="quiet">${sentences(language, words.link.once, words.link.until(moment(expiresAt, language)), target === null ? '' : words.signedIn.leadsTo(html`<bdi>${new URL(target).host}</bdi>`))}</p>
${otherNotice(parts)}
<form class="actions" method="post" action="${form.path}/sign-in">
${hidden(form.fields)}
<button class="button">${words.link.signInAs(address(veiled(email)))}</button>
</form>`,
  });
}

/** The form of a new password. */
export function resetView(
  parts: LinkPage,
  { email, rules, trouble }: { email: string; rules: PasswordRules; trouble?: PasswordTrouble | undefined },
): Piece {
  const { language, form } = parts;
  const { password, refusals } = wordsIn(language);
  return page({
    language,
    title: password.resetTitle,
    mark: '✱',
    content: html`<h1>${password.resetTitle}</h1>
<p class="quiet">${sentences(language, password.resetText(html`<strong>${address(email)}</strong>`), password.others)}</p>
${otherNotice(parts)}
${alert(trouble && refusals[trouble.code].text)}
<form method="post" action="${form.path}/reset">
${hidden(form.fields)}
${whose(email)}
${newPasswordFields(wordsIn(language), rules, { trouble, isFirst: true })}
<p class="actions"><button class="button">${password.saveAndSignIn}</button></p>
</form>`,
  });
}

/** Tells a password manager whose password it is; a person has read it above. */
export function whose(email: string): Piece {
  return html`<input type="text" name="username" autocomplete="username" value="${email}" readonly hidden>`;
}

/** The one button that confirms a new address. */
export function confirmEmailView({ language, form }: LinkPage, email: string): Piece {
  const { link } = wordsIn(language);
  return page({
    language,
    title: link.emailTitle,
    mark: '@',
    content: html`<h1>${link.emailTitle}</h1>
<p>${link.emailText(html`<strong>${address(email)}</strong>`)}</p>
<form class="actions" method="post" action="${form.path}/email">
${hidden(form.fields)}
<button class="button">${link.emailConfirm}</button>
</form>`,
  });
}

/** The new address is the account's. */
export function confirmedEmailView(language: Language, email: string, onward: string): Piece {
  const { link, common } = wordsIn(language);
  return page({
    language,
    title: link.emailDoneTitle,
    mark: '✓',
    content: html`<h1>${link.emailDoneTitle}</h1>
<p>${link.emailDone(html`<strong>${address(email)}</strong>`)}</p>
<p class="actions"><a class="button" href="${onward}">${common.continue}</a></p>`,
  });
}

/** What the first owner typed, and what is wrong with it. */
export interface SetUpEntries {
  readonly workspace: string;
  readonly name: string;
  readonly email: string;
  readonly wrong?: { readonly field: 'workspace' | 'name' | 'email'; readonly text: string } | undefined;
  readonly trouble?: PasswordTrouble | undefined;
}

/** The form of the first owner. @param rules - What a password must be, and whether one can do without; null where nobody has one. */
export function setUpView(
  { language, form }: Pick<LinkPage, 'language' | 'form'>,
  { workspace, name, email, wrong, trouble }: SetUpEntries,
  rules: (PasswordRules & { readonly isOptional: boolean }) | null,
  hasWayBack: boolean,
): Piece {
  const words = wordsIn(language);
  const { setUp, common, refusals } = words;
  const wrongAt = (at: string) => (wrong?.field === at ? wrong.text : undefined);
  const isFirst = (at: string) =>
    wrong === undefined ? trouble === undefined && at === 'workspace' : wrong.field === at;
  return page({
    language,
    title: setUp.title,
    mark: '✦',
    content: html`<h1>${setUp.title}</h1>
<p class="quiet">${setUp.text}</p>
${alert(wrong?.text ?? (trouble && refusals[trouble.code].text))}
<form method="post" action="${form.path}/set-up">
${hidden(form.fields)}
${field({ name: 'workspace', label: setUp.workspace, autocomplete: 'organization', value: workspace, hint: setUp.workspaceHint, error: wrongAt('workspace'), isFirst: isFirst('workspace') })}
${field({ name: 'name', label: html`${setUp.name} <span>${common.optional}</span>`, autocomplete: 'name', value: name, isOptional: true, error: wrongAt('name'), isFirst: isFirst('name') })}
${field({ name: 'email', label: setUp.email, type: 'email', autocomplete: 'username', value: email, error: wrongAt('email'), isFirst: isFirst('email') })}
${rules === null ? '' : newPasswordFields(words, rules, { trouble, isFirst: false, isOptional: rules.isOptional, ...(rules.isOptional && { hint: setUp.passwordHint }), labels: { new: setUp.password, again: setUp.passwordAgain } })}
${hasWayBack ? '' : html`<p class="notice">${setUp.noWayBack}</p>`}
<p class="actions"><button class="button">${setUp.submit}</button></p>
</form>`,
  });
}

function otherNotice({ other, language }: LinkPage): Piece | '' {
  return other === null
    ? ''
    : html`<p class="notice">${wordsIn(language).link.otherSignedIn(html`<strong>${address(other)}</strong>`)}</p>`;
}

/** An address that its holder recognises and nobody else learns. */
export function veiled(email: string): string {
  const at = email.lastIndexOf('@');
  const [first] = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(email.slice(0, at));
  return `${first?.segment ?? ''}•••${email.slice(at)}`;
}

/** Sends a new link of the same kind to the holder of one that cannot be used any more. */
export function renewForm(language: Language, form: SealedForm, email: string): Piece {
  return html`<form class="actions" method="post" action="${form.path}/renew">
${hidden(form.fields)}
<button class="button">${wordsIn(language).link.renew(address(veiled(email)))}</button>
</form>`;
}
