// The sentences around making and changing roles, in German.
import type * as english from '../../i18n/role-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

export const roleStrings: Words<typeof english.roleStrings> = {
  newRole: 'Neue Rolle',
  edit: 'Bearbeiten',
  duplicate: 'Duplizieren',
  remove: 'Löschen',
  countsFailed: 'Wie viele Personen jede Rolle haben, konnte nicht geladen werden',

  // The editor
  newHeading: 'Neue Rolle',
  editHeading: (role) => `${role} bearbeiten`,
  copyHeading: (role) => `${role} duplizieren`,
  copyName: (role) => `${role} (Kopie)`,
  name: 'Name',
  nameHelp: 'Wie andere ihn sehen, zum Beispiel der Name einer Aufgabe.',
  nameNeeded: 'Geben Sie einen Namen ein.',
  description: 'Wofür die Rolle da ist',
  descriptionHelp: 'Ein Satz für alle, die die Rolle erhalten. Er steht auch in ihrer Einladung.',
  rights: 'Was die Rolle darf',
  rightsHelp: 'Beginnen Sie mit dem Geringsten; mehr geht jederzeit.',
  leftOut: (count) =>
    counted(count, {
      one: 'Ein Recht des Originals können Sie nicht vergeben; die Kopie kommt deshalb ohne es aus.',
      other: `${number(count)} Rechte des Originals können Sie nicht vergeben; die Kopie kommt deshalb ohne sie aus.`,
    }),
  holders: (count) =>
    counted(count, {
      one: 'Eine Person hat diese Rolle. Die Änderung gilt für sie sofort.',
      other: `${number(count)} Personen haben diese Rolle. Die Änderung gilt für sie sofort.`,
    }),
  chosen: (count, all) => `${number(count)} von ${number(all)}`,
  create: 'Rolle anlegen',
  save: 'Rolle speichern',
  created: (role) => `Die Rolle ${role} ist angelegt. Sie können sie jetzt vergeben.`,
  saved: (role) => `Die Rolle ${role} ist gespeichert.`,

  // Deleting
  removeHeading: (role) => `Rolle ${role} löschen?`,
  nobodyHas: 'Niemand hat diese Rolle. Sie lässt sich nicht zurückholen.',
  hasIt: 'Wer sie hat',
  active: (count) => counted(count, { one: '1 aktive Person', other: `${number(count)} aktive Personen` }),
  deactivated: (count) =>
    counted(count, { one: '1 deaktivierte Person', other: `${number(count)} deaktivierte Personen` }),
  invited: (count) =>
    counted(count, { one: '1 offene Einladung', other: `${number(count)} offene Einladungen` }),
  instead: 'Was sie stattdessen erhalten',
  choose: 'Auswählen',
  nothing: 'Nichts, die Rolle entfällt',
  withOne: (role) =>
    `Alle erhalten stattdessen sofort die Rolle ${role}, und offene Einladungen geben sie weiter.`,
  withNothing:
    'Wer keine andere Rolle hat, kann sich weiter anmelden und sieht nichts. Einladungen mit nur dieser Rolle werden zurückgezogen.',
  chooseFirst: 'Wählen Sie zuerst, was sie stattdessen erhalten.',
  removeAction: 'Rolle löschen',
  removed: (role) => `Die Rolle ${role} ist gelöscht.`,
  ownReason: 'Niemand ändert eine Rolle, die zu den eigenen gehört.',
  aboveReason: 'Diese Rolle darf mehr als Sie; deshalb können Sie sie nicht ändern.',
};
