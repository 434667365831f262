// The sentences of access reviews in German.
import type * as english from '../../i18n/review-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

const people = (count: number) => counted(count, { one: '1 Person', other: `${number(count)} Personen` });

export const reviewStrings: Words<typeof english.reviewStrings> = {
  heading: 'Zugriffsüberprüfungen',
  hint: 'Gehen Sie durch, wer Zugriff hat, und behalten oder entziehen Sie ihn. Einmal im Quartal ist ein guter Rhythmus.',
  start: 'Überprüfung beginnen',
  next: 'Nächste beginnen',
  after: (name) => `nach ${name}`,
  none: 'Noch keine Überprüfung',
  noneText:
    'Eine Überprüfung listet die gewählten Personen auf, wie sie jetzt sind. Jede behält oder verliert den Zugriff, und die Entscheidungen lassen sich als Nachweis vorlegen.',
  dueHeading: 'Es ist Zeit für die nächste Überprüfung',
  dueText: (when) =>
    `Die letzte wurde ${when} abgeschlossen. Zugriff, den niemand mehr braucht, fällt auf, wenn jedes Quartal alles angesehen wird.`,
  open: 'Offen',
  overdue: 'Überfällig',
  closed: 'Abgeschlossen',
  due: (when) => `Fällig ${when}`,
  closedAt: (when) => `Abgeschlossen ${when}`,
  decidedBy: (name) => `${name} entscheidet`,
  anyReviewer: 'Es entscheidet, wer Überprüfungen durchführen darf',
  progress: (done, total) => `Entschieden: ${number(done)} von ${number(total)}`,
  counts: (keep, revoke) => `${number(keep)} behalten, ${number(revoke)} entzogen`,
  continue: 'Fortsetzen',
  look: 'Ansehen',

  // Starting one
  startHeading: 'Zugriffsüberprüfung beginnen',
  name: 'Name',
  usualName: (quarter, year) => `Zugriffsüberprüfung, ${quarter}. Quartal ${year}`,
  roles: 'Rollen',
  rolesHelp: 'Alle Rollen, wenn keine angekreuzt ist.',
  status: 'Status',
  anyStatus: 'Jeder Status',
  away: 'Letzte Anmeldung',
  anySignIn: 'Beliebig',
  awayFor: (days) => `Keine seit ${days} Tagen`,
  reviewer: 'Wer entscheidet',
  anybody: 'Alle Berechtigten',
  ownReviewer: (name) => `${name}: wäre Teil dieser Überprüfung`,
  formerReviewer: (name) => `${name}: darf keine Überprüfungen mehr durchführen`,
  ownReviewerReason: (name) =>
    `${name} würde über den eigenen Zugriff entscheiden. Wählen Sie jemand anders, oder alle, die Überprüfungen durchführen dürfen.`,
  formerReviewerReason: (name) =>
    `${name} darf keine Überprüfungen mehr durchführen. Wählen Sie jemand anders, oder alle, die es dürfen.`,
  reviewerRefused:
    'Diese Person kann nicht mehr entscheiden. Wählen Sie jemand anders, oder alle, die Überprüfungen durchführen dürfen.',
  dueDate: 'Fällig',
  dueDateNeeded: 'Wählen Sie einen künftigen Tag.',
  nameNeeded: 'Geben Sie einen Namen ein.',
  previewing: 'Wird gezählt',
  preview: (count) =>
    counted(count, { one: '1 Person wird überprüft.', other: `${number(count)} Personen werden überprüft.` }),
  previewNobody: 'Diese Auswahl umfasst niemanden. Wählen Sie andere Personen.',
  previewTooMany: (most) =>
    `Diese Auswahl umfasst mehr als ${number(most)} Personen. Wählen Sie weniger, zum Beispiel nach Rolle.`,
  started: (name) => `${name} hat begonnen.`,

  // Going through one
  back: 'Alle Überprüfungen',
  list: (name) => `Personen in ${name}`,
  about: 'Anzeigen',
  abouts: { open: 'Zu entscheiden', keep: 'Behalten', revoke: 'Entzogen', all: 'Alle' },
  search: 'Nach Name oder E-Mail suchen',
  columnPerson: 'Person',
  columnAccess: 'Zugriff zu Beginn',
  columnLastSignIn: 'Letzte Anmeldung',
  columnDecision: 'Entscheidung',
  never: 'Nie',
  erased: 'Gelöscht',
  gone: 'Nicht mehr hier',
  moreResources: (count) => `und ${number(count)} weitere`,
  select: (name) => `${name} auswählen`,
  selectShown: 'Alle angezeigten ohne Entscheidung auswählen',
  selected: (count) => `${number(count)} ausgewählt`,
  clear: 'Aufheben',
  keep: 'Behalten',
  revoke: 'Entziehen',
  keepOf: (name) => `Zugriff von ${name} behalten`,
  revokeOf: (name) => `Zugriff von ${name} entziehen`,
  note: 'Notiz',
  noteOf: (name) => `Notiz zu ${name}`,
  noteHeading: (name) => `Notiz zu ${name}`,
  saveNote: 'Notiz speichern',
  decisions: { keep: 'Behalten', revoke: 'Entzogen' },
  by: (name, when) => `von ${name}, ${when}`,
  revokeQuestion: (count, name) =>
    count === 1 ? `Zugriff von ${name} entziehen?` : `Zugriff von ${people(count)} entziehen?`,
  revokeText: {
    deactivate: 'Der Zugang endet sofort; unter „Personen“ kann er reaktiviert werden.',
    remove: 'Die Mitgliedschaft endet sofort. Um jemanden zurückzuholen, laden Sie die Person neu ein.',
  },
  kept: (count, name) =>
    count === 1 ? `${name} behält den Zugriff.` : `${people(count)} behalten den Zugriff.`,
  revoked: (count, name) =>
    count === 1 ? `${name} hat keinen Zugriff mehr.` : `${people(count)} haben keinen Zugriff mehr.`,
  restored: (count) =>
    counted(count, {
      one: 'Zugriff zurückgegeben und behalten.',
      other: `Zugriff für ${number(count)} Personen zurückgegeben und behalten.`,
    }),
  refused: (count, reason) =>
    counted(count, {
      one: `Über 1 Person wurde nicht entschieden: ${reason}`,
      other: `Über ${number(count)} Personen wurde nicht entschieden: ${reason}`,
    }),
  keepRest: (count) =>
    counted(count, { one: 'Die letzte behalten', other: `Übrige ${number(count)} behalten` }),
  keepRestQuestion: (count) => `Zugriff von ${people(count)} behalten?`,
  keepRestText: 'Alle, über die noch nicht entschieden ist, behalten den Zugriff.',
  close: 'Überprüfung abschließen',
  closeQuestion: (name) => `${name} abschließen?`,
  closeText: 'Die Entscheidungen lassen sich danach lesen und exportieren, aber nicht mehr ändern.',
  nowClosed: (name) => `${name} ist abgeschlossen.`,
  export: 'Nachweis exportieren',
  exportText:
    'Jede Person mit der Entscheidung, von wem und wann. Lässt sich gefahrlos in einer Tabellenkalkulation öffnen.',
  nobody: {
    open: 'Über alle ist entschieden',
    keep: 'Niemand wurde behalten',
    revoke: 'Niemandem wurde der Zugriff entzogen',
    all: 'Niemand gefunden',
  },
  nobodyOpenText: 'Schließen Sie die Überprüfung ab, um sie als Nachweis zu behalten.',
  columns: [
    'Überprüfung',
    'Name',
    'E-Mail',
    'Rollen',
    'Status',
    'Letzte Anmeldung',
    'Ressourcen',
    'Entscheidung',
    'Entschieden von',
    'Entschieden am',
    'Notiz',
  ],
};
