// The sentences of signing in, in German.
import type * as english from '../../i18n/sign-in-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const signInStrings: Words<typeof english.signInStrings> = {
  heading: 'Anmelden',
  headingTo: (workspace) => `Anmelden bei ${workspace}`,
  email: 'E-Mail-Adresse',
  login: 'E-Mail-Adresse oder Benutzername',
  password: 'Passwort',
  signIn: 'Anmelden',
  sendLink: 'Anmeldelink schicken',
  usePassword: 'Mit Passwort anmelden',
  forgot: 'Passwort vergessen?',
  forgotHeading: 'Neues Passwort wählen',
  forgotText:
    'Geben Sie Ihre Adresse ein. Dorthin wird ein Link geschickt, mit dem Sie ein neues Passwort wählen.',
  sendReset: 'Link schicken',
  back: 'Zurück zur Anmeldung',
  or: 'oder',
  through: (provider) => `Mit ${provider} anmelden`,
  enterEmail: 'Geben Sie zuerst Ihre Adresse ein.',
  enterLogin: 'Geben Sie zuerst Ihre Adresse oder Ihren Benutzernamen ein.',
  enterPassword: 'Geben Sie Ihr Passwort ein.',
  checkHeading: 'Sehen Sie in Ihr Postfach',
  checkSignIn: (login) =>
    `Wenn ${login} hier zu jemandem gehört, ist ein Anmeldelink unterwegs. Er funktioniert einmal, 15 Minuten lang; öffnen Sie ihn in diesem Browser.`,
  checkReset: (login) =>
    `Wenn ${login} hier zu jemandem gehört, ist ein Link für ein neues Passwort unterwegs. Er funktioniert einmal, eine Stunde lang.`,
  checkSpam:
    'Nach einigen Minuten noch nichts angekommen? Sehen Sie im Spam-Ordner nach, oder lassen Sie ihn erneut schicken.',
  sendAgain: 'Erneut schicken',
  sentAgain: 'Erneut geschickt.',
  otherAddress: 'Andere Adresse verwenden',
  doneHeading: 'Sie sind angemeldet',
  doneText: 'Sie können jetzt weitermachen.',
  failed: 'Das hat nicht geklappt. Prüfen Sie Ihre Eingaben.',
  noWay: 'Hier kann sich noch niemand anmelden. Fragen Sie, wer diese App betreut.',
  noMail:
    'Links können hier noch nicht verschickt werden, weil kein Mailserver eingerichtet ist. Fragen Sie, wer diese App betreut.',
};
