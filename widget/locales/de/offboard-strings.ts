// The sentences of seeing somebody out, in German.
import type * as english from '../../i18n/offboard-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, list, number } = formatsOf('de');

export const offboardStrings: Words<typeof english.offboardStrings> = {
  heading: (name) => `Austritt von ${name} abwickeln`,
  text: 'Alles geschieht zusammen, oder nichts davon.',
  access: 'Zugang',
  ends: {
    deactivate: {
      label: 'Deaktivieren',
      help: 'Ab sofort kein Zugang. Rolle und Verlauf bleiben, und der Zugang kann zurückgegeben werden.',
    },
    remove: {
      label: 'Entfernen',
      help: 'Die Mitgliedschaft ist endgültig weg. Aufbewahrungspflichten können verlangen, stattdessen zu deaktivieren.',
    },
  },
  isOff: 'Diese Person ist bereits deaktiviert und bleibt es.',
  sessions: (count) =>
    count === 0
      ? 'Die Person ist nirgends angemeldet.'
      : counted(count, {
          one: 'Die Sitzung der Person endet sofort.',
          other: `Die ${number(count)} Sitzungen der Person enden sofort.`,
        }),
  noInvitations: 'Keine Einladung von dieser Person wartet auf Antwort.',
  invitations: (count) =>
    counted(count, {
      one: 'Verschickte Einladung zurückziehen',
      other: `${number(count)} verschickte Einladungen zurückziehen`,
    }),
  invitationsHelp:
    'Die Links funktionieren dann nicht mehr. Wer noch kommen soll, kann neu eingeladen werden.',
  noOwned: 'Hier gehört der Person nichts.',
  owned: (things) => `Übergeben, was der Person gehört: ${list(things)}`,
  thing: (count, one, other) => `${number(count)} ${counted(count, { one, other })}`,
  handOverTo: 'Übergeben an',
  handOverNobody: 'So lassen, wie es ist',
  confirm: 'Jetzt abwickeln',

  // Afterwards
  doneHeading: (name) => `Der Austritt von ${name} ist abgewickelt`,
  did: {
    deactivate: 'Deaktiviert: ab sofort kein Zugang.',
    remove: 'Aus dem Arbeitsbereich entfernt.',
    sessions: (count) =>
      counted(count, { one: '1 Sitzung beendet.', other: `${number(count)} Sitzungen beendet.` }),
    invitations: (count) =>
      counted(count, {
        one: '1 Einladung zurückgezogen.',
        other: `${number(count)} Einladungen zurückgezogen.`,
      }),
    handedOver: (count, name) =>
      counted(count, {
        one: `1 Eintrag an ${name} übergeben.`,
        other: `${number(count)} Einträge an ${name} übergeben.`,
      }),
  },
  noted: 'Jeder Schritt steht im Protokoll.',
};
