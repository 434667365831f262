// The templates of signing in: what is offered, the mail to look for, and having signed in. No state.
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SignInOffer } from '../../shared/accounts/account.ts';
import { safeLink } from '../frame/links.ts';
import { signInStrings as strings } from '../i18n/sign-in-strings.ts';
import { icon } from '../ui/icon.ts';
import type { PasswordFields } from '../ui/password-field.ts';

/** What is asked for. */
export type SignInTask = 'password' | 'link' | 'reset';

/** What the form is drawn from, and whom it tells. */
export interface SignInForm {
  readonly offer: SignInOffer;
  readonly task: SignInTask;
  readonly fields: PasswordFields;
  /** What is wrong, in a sentence; empty where nothing is. */
  readonly problem: string;
  /** Whether what is typed as the address is what is wrong. */
  readonly isLoginWrong: boolean;
  readonly isBusy: boolean;
  readonly onSubmit: (event: Event) => void;
  readonly onTask: (task: SignInTask) => void;
}

/** The ways that are open: links need a mail server, and providers need to be there. */
export function openWays({ ways, hasMail, providers }: SignInOffer): SignInOffer['ways'] {
  return ways.filter((way) => (way === 'link' ? hasMail : way === 'provider' ? providers.length > 0 : true));
}

/** What the form asks for at first; undefined where there is nothing to type. */
export function firstTask(offer: SignInOffer): SignInTask | undefined {
  return openWays(offer).find((way) => way !== 'provider');
}

/** Everything that is offered, in the order of the policy. */
export function offerView(form: SignInForm): TemplateResult {
  const { offer, task } = form;
  const ways = openWays(offer);
  const { workspace, providers } = offer;
  const isReset = task === 'reset';
  const heading = isReset
    ? strings.forgotHeading
    : workspace === null
      ? strings.heading
      : strings.headingTo(workspace);
  const links =
    isReset || !ways.includes('provider')
      ? nothing
      : html`<div class="stack">
          ${providers.map(
            ({ name, href }) =>
              html`<a class="button" href=${safeLink(href) ?? nothing}>${strings.through(name)}</a>`,
          )}
        </div>`;
  const typed = firstTask(offer) === undefined ? nothing : formView(form);
  const parts = (ways[0] === 'provider' ? [links, typed] : [typed, links]).filter((part) => part !== nothing);
  return html`<h1>${heading}</h1>
    ${isReset ? html`<p class="text">${strings.forgotText}</p>` : nothing}
    ${parts.length === 0 ? html`<p class="text">${offer.hasMail ? strings.noWay : strings.noMail}</p>` : nothing}
    ${parts.map((part, at) => (at === 0 ? part : html`<div class="or">${strings.or}</div>${part}`))}`;
}

function formView({ offer, task, fields, problem, isLoginWrong, isBusy, onSubmit, onTask }: SignInForm) {
  const ways = openWays(offer);
  const action = { password: strings.signIn, link: strings.sendLink, reset: strings.sendReset }[task];
  const other = (to: SignInTask, text: string, look = 'link') =>
    html`<button type="button" class=${look} @click=${() => onTask(to)}>${text}</button>`;
  return html`<form novalidate @submit=${onSubmit}>
    ${problem === '' ? nothing : html`<p class="alert" role="alert">${icon('alert')}<span>${problem}</span></p>`}
    <label class="field">
      <span class="label">${offer.hasUsername ? strings.login : strings.email}</span>
      <input
        class="input"
        name="login"
        type=${offer.hasUsername ? 'text' : 'email'}
        maxlength="400"
        autocomplete="username"
        autocapitalize="off"
        spellcheck="false"
        aria-invalid=${isLoginWrong ? 'true' : nothing}
      />
    </label>
    ${task === 'password' ? fields.render({ name: 'password', label: strings.password, autocomplete: 'current-password' }) : nothing}
    ${fields.renderCaps()}
    <button type="submit" class="button primary" aria-disabled=${String(isBusy)}>${action}</button>
    ${task === 'password' && ways.includes('link') ? other('link', strings.sendLink, 'button') : nothing}
    ${task === 'link' && ways.includes('password') ? other('password', strings.usePassword, 'button') : nothing}
    ${task === 'password' && offer.hasMail ? other('reset', strings.forgot) : nothing}
    ${task === 'reset' ? other(firstTask(offer) ?? 'password', strings.back) : nothing}
  </form>`;
}

/** What the state after a link was asked for is drawn from. */
export interface SentMail {
  readonly kind: 'sign-in' | 'reset';
  readonly login: string;
  /** What has become of asking again. */
  readonly isAgain: boolean;
  readonly problem: string;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** That a link is on its way, if there is anybody to send it to. */
export function sentView({ kind, login, isAgain, problem, onAgain, onBack }: SentMail): TemplateResult {
  return html`<h1 tabindex="-1">${strings.checkHeading}</h1>
    <p class="text">${kind === 'reset' ? strings.checkReset(login) : strings.checkSignIn(login)}</p>
    <p class="text">${strings.checkSpam}</p>
    ${problem === '' ? nothing : html`<p class="alert" role="alert">${icon('alert')}<span>${problem}</span></p>`}
    <p class="visually-hidden" role="status">${isAgain ? strings.sentAgain : ''}</p>
    <div class="stack">
      <button type="button" class="button" @click=${onAgain}>${isAgain ? strings.sentAgain : strings.sendAgain}</button>
      <button type="button" class="link" @click=${onBack}>${strings.otherAddress}</button>
    </div>`;
}

/** That it worked, where the page goes on by itself. */
export function doneView(): TemplateResult {
  return html`<h1 tabindex="-1">${strings.doneHeading}</h1>
    <p class="text">${strings.doneText}</p>`;
}
