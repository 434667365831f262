// The sentences about a database that follows the grid, in German.
import type * as english from '../../i18n/database-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

export const databaseStrings: Words<typeof english.databaseStrings> = {
  label: 'Die Datenbank zu diesen Rechten',
  follows: (tables, one, other) =>
    counted(tables, {
      one: `Die Datenbank setzt diese Rechte für 1 ${one} um.`,
      other: `Die Datenbank setzt diese Rechte für alle ${number(tables)} ${other} um.`,
    }),
  followsNone: 'Die Datenbank ist bereit. Von diesen Rechten steht noch nichts darin.',
  checked: (when) => `Geprüft ${when}.`,
  checking: 'Wird geprüft',
  checkAgain: 'Erneut prüfen',
  unknown: 'Ob die Datenbank diese Rechte umsetzt, ist nicht bekannt.',
  differs: (count) =>
    counted(count, {
      one: 'Die Datenbank weicht an 1 Stelle von diesen Rechten ab',
      other: `Die Datenbank weicht an ${number(count)} Stellen von diesen Rechten ab`,
    }),
  differsText:
    'Was hier eingestellt ist, gilt. Bis zur Reparatur erlaubt die Datenbank vielleicht mehr oder weniger.',
  settledText: 'Was übrig ist, muss klären, wer die Datenbank betreibt.',
  parts: {
    foundation: 'Worauf alle Tabellen beruhen',
    people: 'Wer wer ist',
  },
  roleless: 'Personen ohne Rolle',
  moreHolders: (count) => `${number(count)} weitere`,
  quoted: (name) => `„${name}“`,
  repair: 'Reparieren',
  repairPart: (name) => `${name} reparieren`,
  repairAll: 'Alles reparieren',
  repairing: 'Wird repariert',
  repaired: 'Wieder in Ordnung',
  byHand: 'In der Datenbank zu klären.',
  showAll: (count) => `Alle ${number(count)} anzeigen`,
  more: (count) => counted(count, { one: 'Und 1 weitere.', other: `Und ${number(count)} weitere.` }),
  beyond: (count) =>
    `${number(count)} weitere sind hier nicht aufgeführt. Reparieren Sie diese und prüfen Sie dann erneut.`,
  spoken: (done, failed) =>
    [
      done > 0 &&
        counted(done, {
          one: '1 Stelle ist wieder in Ordnung.',
          other: `${number(done)} Stellen sind wieder in Ordnung.`,
        }),
      failed > 0 &&
        counted(failed, {
          one: '1 konnte nicht repariert werden.',
          other: `${number(failed)} konnten nicht repariert werden.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
};

export const RIGHT_WORDS: Words<typeof english.RIGHT_WORDS> = {
  read: 'lesen',
  add: 'Zeilen hinzufügen',
  change: 'Zeilen ändern',
  delete: 'Zeilen löschen',
  more: 'anderes tun',
};

export const DIFFERENCE_WORDS: Words<typeof english.DIFFERENCE_WORDS> = {
  schema_missing: () => 'Was die Benutzerverwaltung in der Datenbank ablegt, wurde noch nicht angelegt.',
  schema_foreign: () => 'Etwas anderes steht dort, wo die Benutzerverwaltung in der Datenbank ablegt.',
  function_differs: () => 'Eine Funktion der Benutzerverwaltung ist nicht, wie sie sein soll.',
  role_missing: () => 'Einige Rollen kennt die Datenbank noch nicht.',
  role_foreign: () => 'Eine fremde Rolle der Datenbank trägt einen Namen, der hier gebraucht wird.',
  role_powerful: () => 'Eine Rolle der Datenbank darf mehr, als sie soll.',
  role_joined: () => 'Eine Rolle der Datenbank hat auch die Rechte einer anderen.',
  schema_unreachable: ({ who }) =>
    who === '' ? 'Manche haben keinen Zugang.' : `Kein Zugang zu dieser Tabelle: ${who}.`,
  login_missing: () => 'Die Rolle, mit der sich die Anwendung anmeldet, fehlt.',
  login_powerful: () => 'Die Anwendung meldet sich mit einer Rolle an, für die keine Regel gilt.',
  login_inherits: () => 'Die Anwendung hat ständig die Rechte anderer.',
  login_cannot_act: () => 'Die Anwendung kann noch nicht für alle handeln.',
  table_missing: () => 'Diese Tabelle gibt es in der Datenbank nicht.',
  table_twice: () => 'Mehrere Einträge hier sind dieselbe Tabelle.',
  table_owned: () => 'Sie gehört einer Rolle, die sie wieder öffnen könnte.',
  table_left: () => 'Sie steht hier nicht mehr, aber Personen haben noch Rechte daran.',
  column_missing: ({ names }) => `Ihr fehlt die Spalte ${names}.`,
  security_off: () => 'Die Sicherheit auf Zeilenebene ist abgeschaltet.',
  security_not_forced: () => 'Die Sicherheit auf Zeilenebene gilt nicht für die Eigentümerrolle der Tabelle.',
  security_forced: () => 'Die Sicherheit auf Zeilenebene verhindert, die Datenbank in Ordnung zu halten.',
  policy_missing: ({ who, may }) => `Eine Regel fehlt für ${who}: ${may}.`,
  policy_differs: ({ who, may }) => `Eine Regel ist nicht, wie sie sein soll, für ${who}: ${may}.`,
  policy_extra: () => 'Eine alte Regel ist übrig geblieben.',
  policy_foreign: ({ names }) =>
    `Die Regel ${names} stammt von anderer Seite und gibt vielleicht Zeilen frei.`,
  grant_missing: ({ who, may }) => `Hier erlaubt, aber nicht in der Datenbank, für ${who}: ${may}.`,
  grant_extra: ({ who, may }) => `Hier nicht erlaubt, aber in der Datenbank, für ${who}: ${may}.`,
  grant_public: ({ may }) => `Alle, die die Datenbank erreichen, können ${may}.`,
  people_differ: () => 'Wer hier ist und mit welchen Rollen, ist nicht auf dem neuesten Stand.',
  assignments_differ: () => 'Was Personen selbst zugewiesen ist, ist nicht auf dem neuesten Stand.',
};
