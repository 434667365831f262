// The sentences around files that go out and come in, in German.
import type * as english from '../../i18n/file-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

const rows = (count: number) => counted(count, { one: '1 Zeile', other: `${number(count)} Zeilen` });

export const fileStrings: Words<typeof english.fileStrings> = {
  format: 'Format',
  csv: 'CSV, für Tabellenkalkulationen',
  json: 'JSON, für Programme',
  start: 'Datei erstellen',
  running: (count, total) =>
    total === undefined ? `${rows(count)} bisher` : `${number(count)} von ${rows(total)}`,
  stopped: 'Angehalten. Es wurde keine Datei erstellt.',
  done: (count) => `${rows(count)} in der Datei`,
  doneText: (name) => `${name} liegt in Ihren Downloads.`,
  nothing: 'Es gibt nichts zu exportieren',

  // People out
  exportPeople: 'Personen exportieren',
  exportPeopleText: (count) =>
    `Genau die Personen, die die Liste jetzt zeigt: ${count}. Dass Sie sie mitgenommen haben, steht im Protokoll.`,

  // People in
  importPeople: 'Personen importieren',
  importText:
    'Eine Tabelle (CSV) oder JSON mit einer Person je Zeile. Sie sehen, was aus jeder würde, bevor etwas geändert wird.',
  columns: (names) => `Erkannte Spalten: ${names}.`,
  chooseFile: 'Datei wählen',
  orPaste: 'Oder fügen Sie die Tabelle hier ein',
  pasteExample: 'E-Mail, Name, Rolle',
  roleForNew: 'Rolle neuer Personen, deren Zeile keine nennt',
  noRole: 'Keine: solche Zeilen werden nicht importiert',
  look: 'Änderungen ansehen',
  empty: 'Speichert eine Tabelle mit diesen Spalten zum Ausfüllen',
  template: 'Leere Tabelle herunterladen',
  reading: 'Die Liste wird gelesen',
  looking: (done, total) => `${number(done)} von ${rows(total)} angesehen`,
  importing: (done, total) => `${number(done)} von ${rows(total)} erledigt`,
  ignored: (names) => `Nicht verwendete Spalten: ${names}.`,
  back: 'Zurück',
  apply: (count) =>
    counted(count, { one: '1 Person importieren', other: `${number(count)} Personen importieren` }),
  nothingToDo: 'Es gibt nichts zu ändern: Alle sind schon hier, genau wie in der Liste.',
  found: (count) => `Was aus ${rows(count)} würde`,
  became: (done) =>
    counted(done, { one: '1 Person wurde importiert', other: `${number(done)} Personen wurden importiert` }),
  stoppedAfter: (done) =>
    `Nach ${rows(done)} angehalten. Was erledigt ist, bleibt; dieselbe Liste kann noch einmal importiert werden.`,
  verdicts: {
    new: (count) => `${number(count)} neu`,
    changes: (count) => counted(count, { one: '1 ändert sich', other: `${number(count)} ändern sich` }),
    same: (count) => counted(count, { one: '1 bleibt gleich', other: `${number(count)} bleiben gleich` }),
    error: (count) => `${number(count)} nicht möglich`,
  },
  verdict: { new: 'Neu', changes: 'Ändert sich', same: 'Gleich', error: 'Nicht möglich' },
  line: 'Zeile',
  person: 'Person',
  what: 'Was',
  account: 'Erhält ein Konto',
  invitation: 'Wird eingeladen',
  pending: 'Ist schon eingeladen',
  fields: {
    email: 'E-Mail',
    externalId: 'Externe ID',
    name: 'Name',
    firstName: 'Vorname',
    lastName: 'Nachname',
    username: 'Benutzername',
    department: 'Abteilung',
    roles: 'Rolle',
    status: 'Status',
  },
  none: 'nichts',
  at: (field, reason) => `${field}: ${reason}`,
  more: (count) => `und ${number(count)} weitere`,
  saveFailed: 'Zeilen mit Problemen herunterladen',
  problemColumn: 'Problem',
  listProblems: {
    noHead: 'Die erste Zeile muss die Spalten benennen, darunter „E-Mail“ oder „Externe ID“.',
    openQuote:
      'Ein Anführungszeichen wird nicht geschlossen; die letzten Zeilen lassen sich deshalb nicht trennen.',
    noJson: 'Das ist kein JSON mit einer Liste von Personen.',
    noRows: 'In dieser Liste ist niemand.',
    unreadable:
      'Diese Datei ließ sich nicht lesen. Vielleicht wurde sie verschoben oder seit der Auswahl verändert.',
    tooLarge: 'Hier können höchstens 100.000 Zeilen importiert werden. Für mehr nutzen Sie die Befehlszeile.',
  },

  // Who is here and not in the list
  compare: 'Wer ist hier und nicht in der Liste?',
  comparing: (done) =>
    counted(done, { one: '1 Person verglichen', other: `${number(done)} Personen verglichen` }),
  missing: (count) =>
    counted(count, {
      one: '1 Person ist hier und nicht in der Liste',
      other: `${number(count)} Personen sind hier und nicht in der Liste`,
    }),
  missingText:
    'Wählen Sie, wer deaktiviert werden soll. Der Zugang endet sofort, und Sie können jederzeit reaktivieren.',
  nobodyMissing: 'Alle, die hier sind, stehen in der Liste.',
  deactivate: (count) =>
    count === 0
      ? 'Deaktivieren'
      : counted(count, { one: '1 Person deaktivieren', other: `${number(count)} Personen deaktivieren` }),
  chooseAll: 'Alle',
  deactivated: (count) =>
    counted(count, {
      one: '1 Person wurde deaktiviert.',
      other: `${number(count)} Personen wurden deaktiviert.`,
    }),
  refused: (name, reason) => `${name}: ${reason}`,
};
