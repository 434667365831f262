// The sentences of accounts in German.
import type * as english from '../../i18n/account-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

const inBrowser = (device: string) => (device === '' ? 'auf einem unbekannten Gerät' : `in ${device}`);

export const WAYS: Words<typeof english.WAYS> = {
  link: 'per E-Mail-Link',
  password: 'mit Passwort',
  provider: 'über einen Anmeldedienst',
  invitation: 'durch Annahme einer Einladung',
  setup: 'bei der Einrichtung dieses Servers',
  host: 'über die App',
};

export const FLAGS: Words<typeof english.FLAGS> = {
  many_failures: 'Nach vielen Fehlversuchen',
  new_network: 'Neues Netzwerk',
  first_in_90_days: 'Erste seit 90 Tagen',
};

export const STRENGTHS: Words<typeof english.STRENGTHS> = {
  weak: 'Leicht zu erraten',
  fair: 'Könnte schwerer zu erraten sein',
  good: 'Schwer zu erraten',
  strong: 'Sehr schwer zu erraten',
};

export const accountStrings: Words<typeof english.accountStrings> = {
  change: 'Ändern',
  fromProvider: 'Aus Ihrem Anmeldedienst',
  fromProviderText: 'Ändern Sie es dort; bei Ihrer nächsten Anmeldung wird es übernommen.',

  // The account
  profileHeading: 'Profil',
  profileHint: 'So erscheinen Sie hier für andere.',
  name: 'Name',
  username: 'Benutzername',
  usernameHint: 'Freiwillig. Sie können sich damit anmelden und ihn später nicht mehr ändern.',
  usernameTaken: 'Dieser Benutzername ist schon vergeben. Wählen Sie einen anderen.',
  usernameSet: 'Ein Benutzername bleibt, sobald er festgelegt ist.',
  language: 'Sprache der E-Mails',
  languageHint: 'Auch die der Seiten zum Anmelden.',
  languageAuto: 'Wie in meinem Browser',
  profileSaved: 'Ihr Profil ist gespeichert.',
  hostHeading: 'Ihr Konto gehört zu der App, aus der Sie kommen',
  hostText:
    'Sie sind über die App angemeldet, in die diese Seite eingebettet ist. Name, Passwort und Sitzungen verwalten Sie dort in den Kontoeinstellungen.',

  emailHeading: 'E-Mail-Adresse',
  emailHint: 'Hierher gehen Anmeldelinks und Mitteilungen.',
  verified: 'Bestätigt',
  unverified: 'Nicht bestätigt',
  newEmail: 'Neue E-Mail-Adresse',
  newEmailHint: 'Wir schicken einen Link dorthin. Die Adresse ändert sich, sobald Sie ihn geöffnet haben.',
  sendConfirmation: 'Bestätigung schicken',
  pendingEmail: (email) => `Warten auf ${email}`,
  pendingText: (email) =>
    `Öffnen Sie den Link, der dorthin geschickt wurde. Bis dahin bleibt ${email} Ihre Adresse. Wenn nichts ankommt, fordern Sie ihn noch einmal an.`,
  confirmationSent: (email) => `Ein Link wurde an ${email} geschickt.`,

  passwordHeading: 'Passwort',
  passwordHint: 'Wenn Sie es ändern, werden Sie überall sonst abgemeldet.',
  passwordSet: (when) => `Festgelegt ${when}`,
  noPassword: 'Sie haben noch kein Passwort.',
  changePassword: 'Passwort ändern',
  setPassword: 'Passwort festlegen',
  currentPassword: 'Aktuelles Passwort',
  newPassword: 'Neues Passwort',
  passwordNeeded: 'Geben Sie ein Passwort ein.',
  repeatPassword: 'Neues Passwort wiederholen',
  passwordChanged: 'Ihr Passwort ist geändert. Überall sonst sind Sie abgemeldet.',
  mustChangeHeading: 'Neues Passwort wählen',
  mustChangeText:
    'Ihr Passwort wurde Ihnen vorgegeben. Wählen Sie eines, das nur Sie kennen; dann geht es weiter.',

  // Passwords
  showPasswords: 'Passwort anzeigen',
  capsLock: 'Die Feststelltaste ist an.',
  rulesLabel: 'Das Passwort braucht',
  ruleMet: 'erfüllt',
  ruleOpen: 'fehlt noch',
  rules: {
    minimum: (least) => `Mindestens ${number(least)} Zeichen`,
    maximum: (most) => `Höchstens ${number(most)} Zeichen`,
    upper: () => 'Einen Großbuchstaben',
    lower: () => 'Einen Kleinbuchstaben',
    digit: () => 'Eine Ziffer',
    special: (_count, characters) => `Eines von ${characters}`,
  },
  strength: 'Stärke',
  advised: (length) => `Empfohlen sind ${number(length)} Zeichen oder mehr.`,

  // Connections
  connectionsHeading: 'Verbundene Anmeldungen',
  connectionsHint: 'Andere Konten, die dieses öffnen.',
  connectedAs: (email, when) => (email === '' ? `Verbunden ${when}` : `${email}, verbunden ${when}`),
  used: (when) => `zuletzt verwendet ${when}`,
  connect: 'Verbinden',
  connectTo: (provider) => `${provider} verbinden`,
  disconnect: 'Trennen',
  disconnectFrom: (provider) => `${provider} trennen`,
  disconnectQuestion: (provider) => `${provider} trennen?`,
  disconnectText: 'Ihr Konto lässt sich damit nicht mehr öffnen. Sie können es jederzeit wieder verbinden.',
  disconnected: (provider) => `${provider} öffnet Ihr Konto nicht mehr.`,

  // Sessions
  sessionsHeading: 'Sitzungen',
  sessionsHint: 'Wo Sie angemeldet sind.',
  unknownDevice: 'Unbekanntes Gerät',
  browserOn: (browser, system) => `${browser} unter ${system}`,
  thisBrowser: 'Dieser Browser',
  endsItself: (when) => `Endet von selbst ${when}`,
  lastUsed: (when) => `Zuletzt verwendet ${when}`,
  started: (way, when) => `Angemeldet ${when} ${way}`,
  endSession: 'Beenden',
  endSessionOf: (device) => `Sitzung ${inBrowser(device)} beenden`,
  endQuestion: (device) => `Sitzung ${inBrowser(device)} beenden?`,
  endText: 'Wer sie verwendet, muss sich neu anmelden.',
  endOthers: 'Alle anderen beenden',
  endOthersQuestion: 'Alle anderen Sitzungen beenden?',
  endOthersText: 'Hier bleiben Sie angemeldet. Überall sonst müssen Sie sich neu anmelden.',
  sessionEnded: (device) => `Die Sitzung ${inBrowser(device)} ist beendet.`,
  othersEnded: 'Alle anderen Sitzungen sind beendet.',
  onlySession: 'Sie sind nirgends sonst angemeldet.',

  // Sign-ins
  historyHeading: 'Anmeldeverlauf',
  historyHint: 'Wenn Sie etwas davon nicht kennen, ändern Sie Ihr Passwort.',
  historyHintWithout: 'Wenn Sie etwas davon nicht kennen, beenden Sie die Sitzung.',
  signedIn: (way) => `Angemeldet ${way}`,
  notSignedIn: (way) => `Anmeldung ${way} fehlgeschlagen`,
  noSignIns: 'Noch keine Anmeldungen',
  moreSignIns: (count) => `${number(count)} weitere anzeigen`,

  signOutHeading: 'Abmelden',
  signOutHint: 'Beendet Ihre Sitzung in diesem Browser.',
  signOut: 'Abmelden',
  signOutEverywhere: 'Überall abmelden',
  signOutQuestion: 'Überall abmelden?',
  signOutText: 'Alle Ihre Sitzungen enden, auch diese.',

  // How somebody else signs in
  activity: 'Aktivität',
  theirsFromProvider: (isLocked) =>
    isLocked
      ? 'Name und Adresse kommen aus dem Anmeldedienst. Sie werden dort geändert.'
      : 'Name und Adresse kommen aus dem Anmeldedienst und werden bei jeder Anmeldung übernommen.',
  lastSignIn: 'Letzte Anmeldung',
  never: 'Nie',
  inDays: (days) => `Letzte ${number(days)} Tage`,
  signIns: (count) => counted(count, { one: '1 Anmeldung', other: `${number(count)} Anmeldungen` }),
  theirSessions: 'Sitzungen',
  noSessions: 'Nirgends angemeldet.',
  endAll: 'Alle beenden',
  endAllQuestion: (name) => `Alle Sitzungen von ${name} beenden?`,
  endAllText: 'Die Person muss sich überall neu anmelden.',
  allEnded: (name) => `Alle Sitzungen von ${name} sind beendet.`,
  theirSignIn: 'Anmeldung',
  resetPassword: 'Passwort zurücksetzen',
  resetHeading: (name) => `Passwort von ${name} zurücksetzen`,
  resetText:
    'Geben Sie das neue Passwort selbst weiter. Alle Sitzungen der Person enden, sie erfährt es per E-Mail und wählt bei der nächsten Anmeldung ein eigenes.',
  confirmReset: 'Passwort zurücksetzen',
  wasReset: (name) => `Das Passwort von ${name} ist zurückgesetzt. Alle Sitzungen sind beendet.`,
  changeEmail: 'E-Mail-Adresse ändern',
  changeEmailHeading: (name) => `E-Mail-Adresse von ${name} ändern`,
  changeEmailText: (email) =>
    `An die neue Adresse geht ein Link, an ${email} eine Mitteilung. Die Adresse ändert sich, sobald der Link geöffnet wurde.`,
  emailAsked: (email) =>
    `Ein Link wurde an ${email} geschickt. Die Adresse ändert sich, sobald er geöffnet wurde.`,

  // Proving who one is
  proveHeading: 'Bestätigen Sie, dass Sie es sind',
  proveText:
    'Das ist eine heikle Änderung. Ihre Eingaben bleiben und werden übernommen, sobald Sie bestätigt haben.',
  yourPassword: 'Ihr Passwort',
  confirm: 'Bestätigen',
  orElse: 'Oder melden Sie sich auf anderem Weg neu an:',
  signInAgain: 'Melden Sie sich in einem anderen Tab neu an:',
  noProof:
    'Hier lässt es sich nicht bestätigen. Melden Sie sich ab und wieder an und versuchen Sie es dann noch einmal.',
  sendLink: 'Anmeldelink schicken',
  linkSent: (email) =>
    `Ein Link ist unterwegs an ${email}. Öffnen Sie ihn in diesem Browser, kommen Sie hierher zurück und wählen Sie „Ich bin angemeldet“.`,
  signedInAgain: 'Ich bin angemeldet',
  throughProvider: (name) => `Mit ${name} fortfahren`,
};
