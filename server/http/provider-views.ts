// What the pages around identity providers say. Words and markup; decides nothing.
import { html } from 'hono/html';
import type { Language } from '../../shared/accounts/account.ts';
import type { Waiting } from '../providers/connect.ts';
import type { SealedForm } from './page-forms.ts';
import { hidden } from './page-forms.ts';
import type { Piece } from './page-frame.ts';
import { address, page, sentences } from './page-frame.ts';
import { refusedView } from './refused-view.ts';
import { wordsIn } from './words/words.ts';

/** Asks whether an identity is to be connected to the account: whoever is signed in over there may be somebody else. */
export function connectView(language: Language, waiting: Waiting, form: SealedForm, cancel: string): Piece {
  const words = wordsIn(language).provider;
  const name = html`<bdi>${waiting.provider}</bdi>`;
  return page({
    language,
    title: words.connectTitle(waiting.provider),
    mark: '→',
    content: html`<h1>${words.connectTitle(name)}</h1>
<p>${words.connectText(html`<strong>${address(waiting.identity)}</strong>`, html`<strong>${address(waiting.account)}</strong>`)}</p>
<form class="actions" method="post" action="${form.path}">
${hidden(form.fields)}
<button class="button">${words.connect}</button>
<a class="button plain" href="${cancel}">${words.cancel}</a>
</form>`,
  });
}

/** Says that connecting takes a newer sign-in, and leads back. */
export function staleView(language: Language, back: string): Piece {
  const words = wordsIn(language).provider;
  return refusedView(
    language,
    { title: words.staleTitle, text: words.stale },
    { label: words.back, href: back },
  );
}

/** Says that the identity is connected. */
export function connectedView(language: Language, onward: string | null): Piece {
  const words = wordsIn(language).provider;
  return done(language, '✓', { title: words.connectedTitle, text: words.connected }, onward);
}

/** Says that a test is done; what came back is shown to the administrator in the settings. */
export function testedView(language: Language, isOk: boolean): Piece {
  const words = wordsIn(language).provider;
  const text = isOk ? words.testedOk : words.testedNot;
  return done(language, isOk ? '✓' : '!', { title: words.testedTitle, text }, null);
}

/** Says that a test was opened before, or is not there any more. */
export function testOverView(language: Language): Piece {
  const { testOverTitle: title, testOver: text } = wordsIn(language).provider;
  return done(language, '!', { title, text }, null);
}

function done(
  language: Language,
  mark: string,
  { title, text }: { title: string; text: string },
  onward: string | null,
): Piece {
  const { common } = wordsIn(language);
  return page({
    language,
    title,
    mark,
    content: html`<h1>${title}</h1>
<p class="quiet" role="status">${sentences(language, text, onward === null ? common.canClose : '')}</p>
${onward === null ? '' : html`<p class="actions"><a class="button" href="${onward}">${common.continue}</a></p>`}`,
  });
}
