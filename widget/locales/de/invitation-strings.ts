// The sentences of inviting in German.
import type * as english from '../../i18n/invitation-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

const addresses = (count: number) => counted(count, { one: '1 Adresse', other: `${number(count)} Adressen` });
const people = (count: number) => counted(count, { one: '1 Person', other: `${number(count)} Personen` });

export const PROBLEM_TEXTS: Words<typeof english.PROBLEM_TEXTS> = {
  invalid_empty: 'enthält keine Adresse',
  invalid_no_at: 'enthält kein @',
  invalid_many_at: 'mehr als ein @',
  invalid_local: 'Teil vor dem @ prüfen',
  invalid_domain: 'Teil nach dem @ prüfen',
  invalid_length: 'zu lang',
  invalid_lookalike: 'ein Buchstabe sieht nur aus wie der übliche',
  invalid_invisible: 'enthält ein verborgenes Zeichen',
  invalid_name: 'Namen davor prüfen',
  duplicate: 'doppelt',
};

export const OUTCOME_TEXTS: Words<typeof english.OUTCOME_TEXTS> = {
  invited: 'Eingeladen',
  already_member: 'Schon hier. Nichts wurde geändert.',
  already_invited: 'Schon eingeladen. Die frühere Einladung gilt weiter.',
  deactivated: 'Deaktiviert. Reaktivieren Sie diese Person, statt sie einzuladen.',
  invalid: 'Keine verwendbare Adresse.',
  not_allowed: 'Mit dieser Rolle können Sie nicht einladen.',
  duplicate: 'Doppelt. Einmal eingeladen.',
};

export const DELIVERY_TEXTS: Words<typeof english.DELIVERY_TEXTS> = {
  none: 'Nur Link',
  queued: 'Wartet',
  sent: 'Gesendet',
  failed: 'Fehlgeschlagen',
};

export const invitationStrings: Words<typeof english.invitationStrings> = {
  // The address box
  addressList: 'Adressen',
  addressHint: 'Trennen Sie mehrere Adressen durch Kommas, oder fügen Sie eine Liste ein.',
  addressPlaceholder: 'name@example.com',
  addressKeys:
    'Die linke Pfeiltaste führt zu den Adressen. Dort bearbeitet die Eingabetaste eine Adresse, Entfernen löscht sie.',
  editAddress: 'Adresse bearbeiten',
  removeAddress: (text) => `${text} entfernen`,
  addressCount: (total, attention, duplicates) =>
    [
      addresses(total),
      attention > 0 && `${number(attention)} zu prüfen`,
      duplicates > 0 && `${number(duplicates)} doppelt`,
    ]
      .filter(Boolean)
      .join(', '),
  moreAddresses: (count) => `und ${number(count)} weitere`,
  removeProblems: (count) =>
    counted(count, { one: 'Markierte entfernen', other: `${number(count)} markierte entfernen` }),
  clearAddresses: 'Leeren',
  addressesRemoved: (count) => `${addresses(count)} entfernt.`,
  didYouMean: 'Meinten Sie',
  suggested: (email) => `${email}?`,
  moreSuggestions: (count) =>
    counted(count, {
      one: '1 weitere sieht vertippt aus.',
      other: `${number(count)} weitere sehen vertippt aus.`,
    }),
  personalAddresses: (count) =>
    counted(count, {
      one: '1 ist eine private Adresse. Firmenadressen lassen sich leichter verwalten, wenn jemand ausscheidet.',
      other: `${number(count)} sind private Adressen. Firmenadressen lassen sich leichter verwalten, wenn jemand ausscheidet.`,
    }),

  // The invite card
  inviteHeading: 'Personen einladen',
  inviteOpen: 'Person einladen',
  addressLabel: 'E-Mail-Adressen',
  inviteRole: 'Rolle',
  inviteRoles: 'Rollen',
  inviteName: 'Anzeigename',
  inviteNameHint: 'Freiwillig. Er kann später geändert werden.',
  inviteMessage: 'Nachricht',
  inviteMessageHint: 'Freiwillig. Sie steht in der Einladung.',
  addMessage: 'Nachricht hinzufügen',
  listTooLong:
    'Diese Liste ist zu lang, um sie auf einmal zu senden. Laden Sie zuerst die eine Hälfte ein, dann die andere.',
  invite: (count) => (count === 0 ? 'Einladen' : `${people(count)} einladen`),
  inviteNobody: 'Geben Sie mindestens eine vollständige Adresse ein.',
  inviteKeeps: (count) =>
    counted(count, {
      one: 'Die Adresse, die zu prüfen ist, bleibt hier.',
      other: `Die ${number(count)} Adressen, die zu prüfen sind, bleiben hier.`,
    }),
  inviting: (count) =>
    counted(count, { one: '1 Person wird eingeladen', other: `${number(count)} Personen werden eingeladen` }),
  invitingRest: (done, count) => `${number(done)} von ${people(count)} eingeladen`,
  invitedSome: (done) =>
    counted(done, {
      one: '1 Person der Liste ist erledigt. Der Rest steht noch im Feld.',
      other: `${number(done)} Personen der Liste sind erledigt. Der Rest steht noch im Feld.`,
    }),
  inviteStopped:
    'Das Warten wurde abgebrochen. Falls die Einladungen schon erstellt sind, stehen sie in der Liste der offenen; erneutes Einladen ändert daran nichts.',
  withMail: (hours) => `Alle erhalten eine E-Mail mit einem Link, der einmal funktioniert, ${hours} lang.`,
  withoutMail: (hours) =>
    `Es ist kein Mailserver eingerichtet, deshalb wird keine E-Mail verschickt. Kopieren Sie jeden Link und geben Sie ihn selbst weiter; er funktioniert einmal, ${hours} lang.`,
  withoutMailOrLinks:
    'Es ist kein Mailserver eingerichtet, deshalb wird keine E-Mail verschickt. Wer Links kopieren darf, muss sie weitergeben.',
  hours: (count) =>
    count % 24 === 0
      ? counted(count / 24, { one: '1 Tag', other: `${number(count / 24)} Tage` })
      : counted(count, { one: '1 Stunde', other: `${number(count)} Stunden` }),
  results: 'Ergebnisse',
  resultsOf: (invited, others) =>
    [
      invited > 0 ? `${people(invited)} eingeladen` : 'Niemand wurde eingeladen',
      others > 0 && counted(others, { one: '1 andere', other: `${number(others)} andere` }),
    ]
      .filter(Boolean)
      .join(', '),
  outcomeIn: (workspaces, outcome) => `${workspaces}: ${outcome}`,
  moreResults: (count) => `${number(count)} weitere anzeigen`,
  dismissResults: 'Ergebnisse schließen',

  // Links
  copyLink: 'Link kopieren',
  copyLinkOf: (email) => `Link für ${email} kopieren`,
  copyAllLinks: (count) =>
    counted(count, { one: 'Link kopieren', other: `Alle ${number(count)} Links kopieren` }),
  linkCopied: 'Link kopiert',
  linksCopied: (count) =>
    counted(count, {
      one: 'Link kopiert',
      other: `${number(count)} Links kopiert, je Zeile eine Adresse und ihr Link`,
    }),
  copyRefused:
    'Der Browser hat das Kopieren nicht zugelassen. Markieren Sie den Link und kopieren Sie ihn von Hand.',
  linkOf: (email) => `Link für ${email}`,

  // The list of invitations
  pendingHeading: 'Einladungen',
  pendingCount: (count) => `${number(count)} offen`,
  noneOpen: 'Keine offen',
  showRows: 'Anzeigen',
  hideRows: 'Ausblenden',
  columnAddress: 'Adresse',
  columnRole: 'Rolle',
  columnInvitedBy: 'Eingeladen von',
  columnExpiry: 'Läuft ab',
  columnDelivery: 'E-Mail',
  columnActions: 'Aktionen',
  pending: 'Offen',
  pendingBefore: 'Offen, ',
  expired: 'Abgelaufen',
  followUp: 'Nachhaken',
  toFollowUp: (count) => `Bei ${number(count)} nachhaken`,
  waitingSince: (when) =>
    `Eingeladen ${when} und nicht beantwortet. Fragen Sie, ob die E-Mail angekommen ist.`,
  trouble: 'Probleme?',
  troubleWith: (email) => `Herausfinden, warum ${email} nicht geantwortet hat`,
  noLetter: 'Keine E-Mail angekommen, oder jemand kommt nicht hinein?',
  checkAddress: 'Adresse prüfen',
  linkExpired: 'Der Link ist abgelaufen. Senden Sie die Einladung erneut, um einen gültigen zu erhalten.',
  unknownInviter: 'Unbekannt',
  invitedBy: (name) => `Eingeladen von ${name}`,
  resend: 'Erneut senden',
  resendTo: (email) => `Einladung an ${email} erneut senden`,
  resent: (email) => `Einladung an ${email} erneut gesendet. Frühere Links funktionieren nicht mehr.`,
  renewed: (email) =>
    `Einladung an ${email} erneuert. Kopieren Sie den neuen Link und geben Sie ihn weiter; frühere Links funktionieren nicht mehr.`,
  revoke: 'Zurückziehen',
  revokeFor: (email) => `Einladung an ${email} zurückziehen`,
  revokeQuestion: (email) => `Einladung an ${email} zurückziehen?`,
  revokeText:
    'Der Link in der E-Mail und alle kopierten Links funktionieren sofort nicht mehr. Sie können diese Adresse später wieder einladen.',
  revokeConfirm: 'Einladung zurückziehen',
  revoked: (email) => `Einladung an ${email} zurückgezogen.`,
  choose: (email) => `Einladung an ${email} auswählen`,
  chosen: (count) => `${number(count)} ausgewählt`,
  chosenActions: 'Aktionen für die ausgewählten Einladungen',
  chooseNone: 'Aufheben',
  revokeManyQuestion: (count) =>
    counted(count, { one: 'Einladung zurückziehen?', other: `${number(count)} Einladungen zurückziehen?` }),
  resentMany: (count) =>
    counted(count, {
      one: '1 Einladung erneut gesendet.',
      other: `${number(count)} Einladungen erneut gesendet.`,
    }),
  changingMany: (done, total) => `${number(done)} von ${number(total)} erledigt`,
  revokedMany: (count) =>
    counted(count, {
      one: '1 Einladung zurückgezogen.',
      other: `${number(count)} Einladungen zurückgezogen.`,
    }),
  undoRevoke: 'Lädt erneut ein, mit einem neuen Link. Der alte Link bleibt ungültig.',
  invitedAgain: (count) =>
    count === 0 ? 'Niemand wurde erneut eingeladen.' : `${people(count)} erneut eingeladen, mit neuem Link.`,
  notChanged: (count, reason) =>
    counted(count, {
      one: `1 wurde nicht geändert: ${reason}`,
      other: `${number(count)} wurden nicht geändert: ${reason}`,
    }),
  noInvitations: 'Keine offenen Einladungen',
  noInvitationsText: 'Wen Sie einladen, erscheint hier, bis die Einladung angenommen ist.',
  invitationsFailed: 'Die Einladungen konnten nicht geladen werden',
};
