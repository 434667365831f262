// What the pages to sign in say. Words and markup; decides nothing.
import { html } from 'hono/html';
import type { Language, SignInOffer } from '../../shared/accounts/account.ts';
import type { SealedForm } from './page-forms.ts';
import { alert, field, hidden } from './page-forms.ts';
import type { Piece } from './page-frame.ts';
import { address, initial, page, sentences } from './page-frame.ts';
import { wordsIn } from './words/words.ts';

/** The field that the page asks for beside the login: none where a link is sent. */
export type SignInMode = 'link' | 'password';

/** A page to sign in as one visitor gets it. */
export interface SignInPage {
  readonly language: Language;
  readonly offer: SignInOffer;
  readonly mode: SignInMode;
  readonly form: SealedForm;
  /** What was typed before. */
  readonly login?: string;
  /** What went wrong. */
  readonly problem?: { readonly text: string; readonly at: 'login' | 'password' } | undefined;
  /** What is good to know, and not wrong. */
  readonly notice?: string | undefined;
}

/** The ways to sign in, in the order of the policy. */
export function signInView(parts: SignInPage): Piece {
  const { offer, language, problem, notice } = parts;
  const words = wordsIn(language);
  const isTyped = offer.ways.includes('password') || (offer.ways.includes('link') && offer.hasMail);
  const providers = offer.providers.length === 0 ? undefined : providerLinks(parts);
  const isProviderFirst = offer.ways[0] === 'provider';
  const or = providers !== undefined && isTyped ? html`<p class="or">${words.signIn.or}</p>` : '';
  const form = isTyped ? loginForm(parts) : '';
  const nothing = !isTyped && providers === undefined;
  return page({
    language,
    title: words.signIn.title(offer.workspace),
    mark: offer.workspace === null ? '→' : initial(offer.workspace),
    content: html`<h1>${words.signIn.title(offer.workspace === null ? null : html`<bdi>${offer.workspace}</bdi>`)}</h1>
${notice === undefined ? '' : html`<p class="quiet" role="status">${notice}</p>`}
${alert(problem?.text)}
${isProviderFirst ? html`${providers ?? ''}${or}${form}` : html`${form}${or}${providers ?? ''}`}
${nothing ? html`<p class="notice">${words.signIn.noWay}</p>` : ''}`,
  });
}

function providerLinks({ offer, language }: SignInPage): Piece {
  const words = wordsIn(language);
  // With a link, and not by a form: a form that ends at another site would be stopped by our own security policy.
  return html`<p class="actions">${offer.providers.map(
    ({ name, href }) =>
      html`<a class="button plain wide" href="${href}">${words.signIn.withProvider(html`<bdi>${name}</bdi>`)}</a>`,
  )}</p>
${offer.ways.length > 1 ? html`<p class="hint">${words.signIn.firstTime(offer.ways.includes('password'))}</p>` : ''}`;
}

function loginForm(parts: SignInPage): Piece {
  const { offer, mode, form, login = '', problem, language } = parts;
  const words = wordsIn(language);
  const isPasswordFirst = login !== '' && mode === 'password' && problem?.at !== 'login';
  const hasLink = offer.ways.includes('link') && offer.hasMail;
  return html`<form method="post" action="${form.path}">
${hidden(form.fields)}
${field({
  name: 'login',
  label: offer.hasUsername ? words.signIn.login : words.signIn.email,
  type: offer.hasUsername ? 'text' : 'email',
  autocomplete: 'username',
  value: login,
  isFirst: !isPasswordFirst,
})}
${
  mode === 'link'
    ? html`<p class="actions"><button class="button wide" name="way" value="link">${words.signIn.sendLink}</button>
${offer.ways.includes('password') ? html`<button class="button plain wide" name="way" value="show-password" formnovalidate>${words.signIn.usePassword}</button>` : ''}</p>`
    : html`${field({
        name: 'password',
        label: words.signIn.password,
        type: 'password',
        autocomplete: 'current-password',

        isFirst: isPasswordFirst,
      })}
<p class="actions"><button class="button wide" name="way" value="password">${words.common.signIn}</button>
${hasLink ? html`<button class="button plain wide" name="way" value="link" formnovalidate>${words.signIn.sendLink}</button>` : ''}</p>
${offer.hasMail ? html`<p class="foot"><button class="like-link" name="way" value="reset" formnovalidate>${words.signIn.forgot}</button></p>` : ''}`
}
</form>`;
}

/** What whoever asked for a link is told: the same, whoever they are. */
export function sentView({
  language,
  kind,
  login,
  form,
  back,
}: {
  readonly language: Language;
  readonly kind: 'sign-in' | 'reset';
  /** Whom it was asked for, as it may be shown. */
  readonly login: string;
  /** Asks again, or goes back with what was typed; absent where nothing was typed. */
  readonly form?: SealedForm;
  /** The way back otherwise. */
  readonly back?: string;
}): Piece {
  const { sent } = wordsIn(language);
  const who = html`<strong>${address(login)}</strong>`;
  return page({
    language,
    title: sent.title,
    mark: '@',
    content: html`<h1>${sent.title}</h1>
<p role="status">${kind === 'reset' ? sent.reset(who) : sent.signIn(who)}</p>
<p class="quiet">${sent.life}</p>
<h2>${sent.helpTitle}</h2>
<ul class="quiet">${sent.help.map((text) => html`<li>${text}</li>`)}</ul>
${
  form === undefined
    ? html`<p class="actions"><a class="button plain" href="${back}">${sent.back}</a></p>`
    : html`<form class="actions" method="post" action="${form.path}">
${hidden({ ...form.fields, login })}
<button class="button plain" name="way" value="back">${sent.back}</button>
<button class="button plain" name="way" value="${kind === 'reset' ? 'reset' : 'link'}">${sent.again}</button>
</form>`
}`,
  });
}

/** Whoever is signed in, where that leads, and the way out. */
export function signedInView({
  language,
  email,
  target,
  isGoingOn = false,
  signOut,
  passwordPath,
  hasPassword,
}: {
  readonly language: Language;
  readonly email: string;
  /** Where it goes on; null where nobody said. */
  readonly target: string | null;
  /** Whether the browser goes there by itself. */
  readonly isGoingOn?: boolean;
  readonly signOut: SealedForm;
  /** The page of the own password; null where the policy has none. */
  readonly passwordPath: string | null;
  readonly hasPassword: boolean;
}): Piece {
  const words = wordsIn(language);
  const { signedIn, common } = words;
  const host = target === null ? null : new URL(target).host;
  return page({
    language,
    title: signedIn.title,
    mark: '✓',
    onward: isGoingOn && target !== null ? target : undefined,
    content: html`<h1>${signedIn.title}</h1>
<p>${sentences(language, signedIn.as(html`<strong>${address(email)}</strong>`), host === null ? common.canClose : signedIn.leadsTo(html`<bdi>${host}</bdi>`))}</p>
${isGoingOn ? html`<p class="quiet">${signedIn.goingOn}</p>` : ''}
${target === null ? '' : html`<p class="actions"><a class="button" href="${target}">${common.continue}</a></p>`}
${
  isGoingOn
    ? ''
    : html`<form class="actions" method="post" action="${signOut.path}">
${hidden(signOut.fields)}
<button class="button plain">${common.signOut}</button>
</form>
${passwordPath === null ? '' : html`<p class="foot"><a href="${passwordPath}">${hasPassword ? words.password.changeTitle : words.password.setTitle}</a></p>`}`
}`,
  });
}
