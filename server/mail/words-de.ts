// The letters in German. Words only.
import type { Words } from './words.ts';

function more(others: number): string {
  if (others === 0) return '';
  return others === 1 ? ' und 1 weiterem Arbeitsbereich' : ` und ${others} weiteren Arbeitsbereichen`;
}

/** The words of German letters. */
export const GERMAN: Words = {
  locale: 'de-DE',
  greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  sentence: (text) => `${text}.`,
  fallback: 'Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  role: 'Ihre Rolle: ',
  roleAt: (workspace) => `${workspace}: `,
  means: (description) => `. ${description}`,
  writes: (from) => `${from} schreibt:`,
  invitation: {
    lead: (workspace, inviter, others) =>
      inviter === null
        ? `Sie sind eingeladen, bei ${workspace}${more(others)} mitzumachen`
        : `${inviter} lädt Sie ein, bei ${workspace}${more(others)} mitzumachen`,
    subject: (workspace, inviter, others) =>
      inviter === null
        ? `Einladung zu ${workspace}${more(others)}`
        : `${inviter} lädt Sie zu ${workspace}${more(others)} ein`,
    button: 'Einladung ansehen',
    steps: (email, until) =>
      `Öffnen Sie den Link, prüfen Sie die Angaben und wählen Sie „Einladung annehmen“. Er gilt einmal, für ${email}, bis ${until}.`,
    calm: 'Wenn Sie diese Einladung nicht erwartet haben, können Sie diese E-Mail ignorieren. Ohne Ihre Annahme geschieht nichts.',
  },
  account: {
    'sign-in': ({ place, email, until }) => ({
      subject: `Ihr Link zur Anmeldung bei ${place}`,
      lead: `Hier ist Ihr Link zur Anmeldung bei ${place}`,
      button: 'Anmelden',
      steps: `Öffnen Sie den Link und wählen Sie „Anmelden“. Er gilt einmal, für ${email}, bis ${until}.`,
      calm: 'Wenn Sie diesen Link nicht angefordert haben, können Sie diese E-Mail ignorieren. Bitte geben Sie den Link niemandem weiter: Wer ihn hat, kann sich damit anmelden.',
    }),
    reset: ({ place, email, until }) => ({
      subject: `Neues Passwort für ${place} wählen`,
      lead: `Hier ist Ihr Link, um ein neues Passwort für ${place} zu wählen`,
      button: 'Passwort wählen',
      steps: `Öffnen Sie den Link und geben Sie das neue Passwort zweimal ein. Er gilt einmal, für ${email}, bis ${until}.`,
      calm: 'Wenn Sie diesen Link nicht angefordert haben, können Sie diese E-Mail ignorieren. Ihr Passwort bleibt, wie es ist. Bitte geben Sie den Link niemandem weiter.',
    }),
    'confirm-email': ({ place, email, until }) => ({
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
      lead: `Bitte bestätigen Sie Ihre E-Mail-Adresse für ${place}`,
      paragraphs: [`${email} wurde als neue Adresse eines Kontos eingetragen.`],
      button: 'Adresse bestätigen',
      steps: `Öffnen Sie den Link und wählen Sie „Adresse bestätigen“. Wenn Sie sich dafür anmelden müssen, dann noch mit der bisherigen Adresse. Er gilt einmal, bis ${until}.`,
      calm: 'Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren. Ohne Bestätigung ändert sich nichts.',
    }),
    'email-changed': ({ place }) => ({
      subject: 'Ihre E-Mail-Adresse wurde geändert',
      lead: `Die E-Mail-Adresse Ihres Kontos bei ${place} wurde geändert`,
      paragraphs: [
        'E-Mails gehen von jetzt an an die neue Adresse, und Sie melden sich damit an. Diese Adresse öffnet das Konto nicht mehr.',
      ],
      calm: `Wenn Sie das nicht waren, sagen Sie es bitte sofort jemandem, der ${place} verwaltet.`,
    }),
    'password-changed': ({ place, isByOthers }) => ({
      subject: 'Ihr Passwort wurde geändert',
      lead: isByOthers
        ? `Die Verwaltung von ${place} hat für Ihr Konto ein neues Passwort gesetzt`
        : `Das Passwort Ihres Kontos bei ${place} wurde geändert`,
      paragraphs: [
        isByOthers
          ? 'Sie teilt es Ihnen mit. Wo immer Sie angemeldet waren, sind Sie jetzt abgemeldet.'
          : 'Wo immer Sie sonst angemeldet waren, sind Sie jetzt abgemeldet.',
      ],
      calm: isByOthers
        ? `Wenn Sie das nicht erwartet haben, fragen Sie bitte jemanden, der ${place} verwaltet.`
        : `Wenn Sie das nicht waren, wählen Sie über einen Link an Ihr Postfach ein neues Passwort, und sagen Sie es sofort jemandem, der ${place} verwaltet.`,
    }),
    'in-charge': ({ place, role }) => ({
      subject: `Sie leiten jetzt ${place}`,
      lead: `Sie leiten jetzt ${place}`,
      calm: `Wenn Sie die Rolle ${role} nicht erwartet haben, fragen Sie bitte jemanden, der ${place} verwaltet.`,
    }),
    'account-made': ({ place, others, all, email, hasPassword }) => ({
      subject: `Sie haben ein Konto bei ${place}${more(others)}`,
      lead: `Für Sie wurde ein Konto bei ${place}${more(others)} angelegt`,
      paragraphs: [
        ...(others === 0 ? [] : [`Es gilt für ${all}.`]),
        hasPassword
          ? `Sie melden sich mit ${email} an. Das erste Passwort teilt Ihnen mit, wer das Konto angelegt hat.`
          : `Sie melden sich mit ${email} an. Die Seite schickt Ihnen dafür einen Link.`,
      ],
      button: 'Anmelden',
      steps: 'Die Seite bleibt, wo sie ist; Sie können ihre Adresse aufheben.',
      calm: `Wenn Sie das nicht erwartet haben, fragen Sie bitte jemanden, der ${place} verwaltet.`,
    }),
    test: ({ place }) => ({
      subject: `Test-E-Mail von ${place}`,
      lead: `Das ist eine Test-E-Mail von ${place}`,
      paragraphs: ['Sie ist angekommen, E-Mails werden also verschickt.'],
      calm: 'Sie wurde aus den Einstellungen verschickt, an die Adresse der Person, die sie angefordert hat. Es ist nichts zu tun.',
    }),
  },
};
