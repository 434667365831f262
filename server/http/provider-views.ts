// What the pages around identity providers say, in each language. Words and markup; decides nothing.
import { html } from 'hono/html';
import type { Language } from '../../shared/accounts/account.ts';
import type { Waiting } from '../providers/connect.ts';
import type { SealedForm } from './page-forms.ts';
import { hidden } from './page-forms.ts';
import type { Piece } from './page-frame.ts';
import { address, page } from './page-frame.ts';
import { refusedView } from './refused-view.ts';
import { wordsIn } from './words/words.ts';

interface ProviderWords {
  readonly connectTitle: (provider: Piece | string) => Piece;
  readonly connectText: (identity: Piece, account: Piece) => Piece;
  readonly connect: string;
  readonly cancel: string;
  readonly staleTitle: string;
  readonly stale: string;
  readonly back: string;
  readonly connectedTitle: string;
  readonly connected: string;
  readonly testedTitle: string;
  readonly testedOk: string;
  readonly testedNot: string;
  readonly testOverTitle: string;
  readonly testOver: string;
}

const WORDS: Record<Language, ProviderWords> = {
  en: {
    connectTitle: (provider) => html`Connect ${provider}`,
    connectText: (identity, account) =>
      html`From then on, whoever signs in there as ${identity} is signed in here as ${account}.`,
    connect: 'Connect',
    cancel: 'Cancel',
    staleTitle: 'Sign in again first',
    stale:
      'Connecting takes having signed in within the last ten minutes. Sign out under your account, sign in again, then connect.',
    back: 'Back',
    connectedTitle: 'Connected',
    connected: 'You can sign in this way from now on.',
    testedTitle: 'The test is done',
    testedOk: 'The provider answered as it should. The result is shown in the settings.',
    testedNot: 'Something is not right yet. The settings say what it is.',
    testOverTitle: 'This test has been opened already',
    testOver: 'Each test opens once. Begin another one in the settings.',
  },
  de: {
    connectTitle: (provider) => html`${provider} verbinden`,
    connectText: (identity, account) =>
      html`Wer sich dort als ${identity} anmeldet, ist danach hier als ${account} angemeldet.`,
    connect: 'Verbinden',
    cancel: 'Abbrechen',
    staleTitle: 'Melden Sie sich zuerst neu an',
    stale:
      'Verbinden kann, wer sich in den letzten zehn Minuten angemeldet hat. Melden Sie sich unter Ihrem Konto ab und wieder an, und verbinden Sie dann.',
    back: 'Zurück',
    connectedTitle: 'Verbunden',
    connected: 'Sie können sich ab jetzt auf diesem Weg anmelden.',
    testedTitle: 'Der Test ist fertig',
    testedOk: 'Der Anbieter hat geantwortet, wie er soll. Das Ergebnis steht in den Einstellungen.',
    testedNot: 'Etwas stimmt noch nicht. In den Einstellungen steht, was es ist.',
    testOverTitle: 'Dieser Test wurde schon geöffnet',
    testOver: 'Jeder Test öffnet sich einmal. Beginnen Sie in den Einstellungen einen neuen.',
  },
};

/** Asks whether an identity is to be connected to the account: whoever is signed in over there may be somebody else. */
export function connectView(language: Language, waiting: Waiting, form: SealedForm, cancel: string): Piece {
  const words = WORDS[language];
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
  const words = WORDS[language];
  return refusedView(
    language,
    { title: words.staleTitle, text: words.stale },
    { label: words.back, href: back },
  );
}

/** Says that the identity is connected. */
export function connectedView(language: Language, onward: string | null): Piece {
  const words = WORDS[language];
  return done(language, '✓', { title: words.connectedTitle, text: words.connected }, onward);
}

/** Says that a test is done; what came back is shown to the administrator in the settings. */
export function testedView(language: Language, isOk: boolean): Piece {
  const words = WORDS[language];
  const text = isOk ? words.testedOk : words.testedNot;
  return done(language, isOk ? '✓' : '!', { title: words.testedTitle, text }, null);
}

/** Says that a test was opened before, or is not there any more. */
export function testOverView(language: Language): Piece {
  const { testOverTitle: title, testOver: text } = WORDS[language];
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
<p class="quiet" role="status">${text} ${onward === null ? common.canClose : ''}</p>
${onward === null ? '' : html`<p class="actions"><a class="button" href="${onward}">${common.continue}</a></p>`}`,
  });
}
