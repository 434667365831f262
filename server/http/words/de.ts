// What the served pages say in German.
import { html } from 'hono/html';
import type { PasswordClass } from '../../../shared/passwords/rules.ts';
import { refusalsDe } from './refusals-de.ts';
import type { Words } from './words.ts';

/** German, formally. */
export const de: Words = {
  common: {
    continue: 'Weiter',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    newLink: 'Neuen Link anfordern',
    canClose: 'Sie können diese Seite schließen.',
    optional: '(freiwillig)',
    limited: (minutes) =>
      `Das wurde in kurzer Zeit zu oft versucht. Versuchen Sie es in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`,
  },
  signIn: {
    title: (workspace) => (workspace === null ? html`Anmelden` : html`Anmelden bei ${workspace}`),
    email: 'E-Mail-Adresse',
    login: 'E-Mail-Adresse oder Benutzername',
    password: 'Passwort',
    sendLink: 'Anmeldelink schicken',
    usePassword: 'Mit Passwort anmelden',
    forgot: 'Passwort vergessen?',
    or: 'oder',
    withProvider: (name) => html`Mit ${name} anmelden`,
    firstTime: (hasPassword) =>
      `Noch nicht verbunden? Melden Sie sich einmal per E-Mail${hasPassword ? ' oder Passwort' : ''} an und verbinden Sie den Dienst in Ihrem Konto.`,
    noWay:
      'Zurzeit kann sich hier niemand anmelden, weil kein Mailserver eingerichtet ist. Fragen Sie die Verwaltung.',
    emailMissing: 'Geben Sie zuerst Ihre Adresse ein.',
    loginMissing: 'Geben Sie zuerst Ihre Adresse oder Ihren Benutzernamen ein.',
    passwordMissing: 'Geben Sie Ihr Passwort ein.',
    failed: 'Das hat nicht geklappt. Prüfen Sie Ihre Eingaben.',
    signedOut: 'Sie sind abgemeldet.',
    stale:
      'Diese Seite war zu lange geöffnet, oder Ihr Browser speichert keine Cookies. Bitte versuchen Sie es noch einmal.',
  },
  sent: {
    title: 'Sehen Sie in Ihr Postfach',
    signIn: (login) => html`Wenn ${login} hier zu jemandem gehört, ist ein Anmeldelink unterwegs.`,
    reset: (login) =>
      html`Wenn ${login} hier zu jemandem gehört, ist ein Link für ein neues Passwort unterwegs.`,
    life: 'Der Link funktioniert einmal und nur für kurze Zeit.',
    helpTitle: 'Es ist nichts angekommen?',
    help: [
      'Prüfen Sie Ihre Eingabe auf Tippfehler.',
      'Sehen Sie im Spam-Ordner nach.',
      'Warten Sie einige Minuten: Manche Anbieter stellen eine erste Nachricht verzögert zu.',
      'Fragen Sie sonst die Person, die Ihren Zugang verwaltet. Sie kann sehen, ob E-Mails verschickt werden.',
    ],
    again: 'Erneut schicken',
    back: 'Zurück zur Anmeldung',
  },
  signedIn: {
    title: 'Sie sind angemeldet',
    as: (who) => html`Sie sind als ${who} angemeldet.`,
    leadsTo: (place) => html`Weiter geht es bei ${place}.`,
    goingOn: 'Falls es nicht von selbst weitergeht, klicken Sie hier auf „Weiter“.',
  },
  link: {
    signInTitle: 'Anmelden',
    signInAs: (who) => html`Als ${who} anmelden`,
    once: 'Dieser Link funktioniert einmal.',
    until: (time) => html`Er gilt bis ${time}.`,
    emailTitle: 'Neue Adresse bestätigen',
    emailText: (address) =>
      html`Wenn Sie bestätigen, verwendet Ihr Konto ${address} zum Anmelden und für alle Nachrichten.`,
    emailConfirm: 'Adresse bestätigen',
    emailDoneTitle: 'Adresse bestätigt',
    emailDone: (address) => html`Ihr Konto verwendet jetzt ${address}.`,
    otherSignedIn: (who) =>
      html`Sie sind als ${who} angemeldet. Wenn Sie fortfahren, endet diese Sitzung, und die dieses Links beginnt.`,
    renew: (address) => html`Neuen Link an ${address} schicken`,
    lost: {
      title: 'Öffnen Sie den Link noch einmal',
      text: 'Diese Seite war zu lange geöffnet, oder Ihr Browser speichert keine Cookies. Öffnen Sie den Link in Ihrer E-Mail noch einmal, oder fordern Sie einen neuen an.',
    },
    invalid: {
      title: 'Dieser Link funktioniert nicht',
      text: 'Vielleicht fehlt ein Teil davon, oder es wurde ein neuerer verschickt. Verwenden Sie den neuesten Link, oder fordern Sie einen neuen an.',
    },
    used: {
      title: 'Dieser Link wurde schon verwendet',
      text: 'Jeder Link funktioniert einmal. Falls Sie das nicht waren, fordern Sie gleich einen neuen an.',
    },
    expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Fordern Sie einen neuen an, das dauert nur einen Moment.',
    },
    other: {
      title: 'Sie sind mit einem anderen Konto angemeldet',
      text: 'Dieser Link gehört zu einem anderen Konto. Melden Sie sich ab und mit jenem Konto an, um zu bestätigen.',
    },
    taken: {
      title: 'Diese Adresse ist schon vergeben',
      text: 'Sie gehört inzwischen zu einem anderen Konto. Es wurde nichts geändert.',
    },
    setUpClosed: {
      title: 'Hier ist schon alles eingerichtet',
      text: 'Es gibt bereits eine erste Inhaberin oder einen ersten Inhaber. Melden Sie sich an, oder lassen Sie sich einladen.',
    },
    setUpExpired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Starten Sie den Server neu, er gibt dann einen neuen aus.',
    },
  },
  setUp: {
    title: 'Willkommen',
    text: 'Sie sind die erste Person hier. Benennen Sie den Arbeitsbereich und sich selbst; er gehört dann Ihnen.',
    workspace: 'Name des Arbeitsbereichs',
    workspaceHint: 'Zum Beispiel der Name Ihrer Firma oder Ihres Teams.',
    name: 'Ihr Name',
    email: 'Ihre E-Mail-Adresse',
    password: 'Passwort',
    passwordAgain: 'Passwort wiederholen',
    passwordHint: 'Ohne Passwort melden Sie sich über einen Link an, der an Ihre Adresse geschickt wird.',
    noWayBack:
      'Es ist noch kein Mailserver eingerichtet. Richten Sie einen ein, bevor Sie sich abmelden, denn ohne ihn kann sich niemand wieder anmelden.',
    submit: 'Arbeitsbereich anlegen',
    workspaceWrong: 'Geben Sie einen Namen mit 1 bis 100 Zeichen ein.',
  },
  password: {
    resetTitle: 'Neues Passwort wählen',
    resetText: (who) => html`Für das Konto ${who}.`,
    mustTitle: 'Wählen Sie Ihr eigenes Passwort',
    mustText:
      'Ihr jetziges Passwort wurde Ihnen vorgegeben. Wählen Sie eines, das nur Sie kennen, um fortzufahren.',
    changeTitle: 'Passwort ändern',
    setTitle: 'Passwort festlegen',
    others: 'Beim Speichern werden Sie überall sonst abgemeldet.',
    current: 'Aktuelles Passwort',
    new: 'Neues Passwort',
    again: 'Neues Passwort wiederholen',
    save: 'Passwort speichern',
    saveAndSignIn: 'Speichern und anmelden',
    rulesTitle: 'Regeln für Ihr Passwort:',
    failed: 'noch nicht',
    minimum: (length) => `mindestens ${length} Zeichen`,
    maximum: (length) => `höchstens ${length} Zeichen`,
    advised: (length) => `${length} Zeichen oder mehr sind sicherer.`,
    one: oneOf,
    notCommon: 'nichts, was leicht zu erraten ist',
    stale: 'Seit Ihrer Anmeldung ist etwas Zeit vergangen. Geben Sie auch Ihr aktuelles Passwort ein.',
    late: {
      title: 'Melden Sie sich zuerst neu an',
      text: 'Ein erstes Passwort lässt sich in den ersten zehn Minuten nach der Anmeldung festlegen. Melden Sie sich neu an, dann kommen Sie hierher zurück.',
    },
    signInAgain: 'Neu anmelden',
    savedTitle: 'Ihr Passwort ist gespeichert',
    savedText: 'Verwenden Sie es bei der nächsten Anmeldung. Überall sonst sind Sie abgemeldet.',
  },
  invitation: {
    invited: (inviter, workspace) =>
      inviter === null
        ? html`Sie sind zu ${workspace} eingeladen`
        : html`${inviter} lädt Sie zu ${workspace} ein`,
    nothingYet: 'Es geschieht nichts, bevor Sie annehmen.',
    for: 'Für',
    role: 'Rolle',
    until: 'Bis',
    signedInAs: (who, invitee) => html`Sie sind als ${who} angemeldet. Diese Einladung ist für ${invitee}.`,
    somebody: 'jemand anderes',
    hasAccount: (address) =>
      html`Zu ${address} gibt es schon ein Konto. Melden Sie sich dort an, um anzunehmen.`,
    stay: 'Weiter wie bisher',
    signInToAccept: 'Anmelden und annehmen',
    signOutAndGoOn: 'Abmelden und fortfahren',
    accept: 'Einladung annehmen',
    decline: 'Ablehnen',
    welcome: (workspace) => html`Willkommen bei ${workspace}`,
    joined: 'Sie sind jetzt dabei. Ihr Zugang funktioniert ab sofort.',
    setPassword: 'Passwort festlegen',
    setPasswordHint: 'Sie können jetzt ein Passwort festlegen oder später in Ihrem Konto.',
    declinedTitle: 'Einladung abgelehnt',
    declined: (workspace) =>
      html`Sie sind ${workspace} nicht beigetreten, und dieser Link funktioniert nicht mehr. Sie können diese Seite schließen.`,
    lost: {
      title: 'Öffnen Sie den Link noch einmal',
      text: 'Diese Seite war zu lange geöffnet, oder Ihr Browser speichert keine Cookies. Öffnen Sie den Link in der E-Mail mit Ihrer Einladung noch einmal. Führt auch das hierher, erlauben Sie Cookies für diese Website.',
    },
  },
  provider: {
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
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht fehlt ein Teil der Adresse, oder es steht ein Zeichen zu viel darin.',
  },
  refusedTitle: 'Das hat nicht geklappt',
  refusals: refusalsDe,
};

function oneOf(one: PasswordClass): string {
  switch (one.kind) {
    case 'upper':
      return 'ein Großbuchstabe';
    case 'lower':
      return 'ein Kleinbuchstabe';
    case 'digit':
      return 'eine Ziffer';
    default:
      return `eines dieser Zeichen: ${one.characters}`;
  }
}
