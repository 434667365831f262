// The sentences of permissions in German.
import type * as english from '../../i18n/permission-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

export const permissionStrings: Words<typeof english.permissionStrings> = {
  // The grid
  gridHeading: (plural) => `Rechte für ${plural}`,
  roleSwitch: 'Rolle, die bearbeitet wird',
  unsavedOf: (count) =>
    counted(count, {
      one: '1 nicht gespeicherte Änderung',
      other: `${number(count)} nicht gespeicherte Änderungen`,
    }),
  searchResources: (plural) => `${plural} suchen`,
  resourceCount: (count, one, other) => `${number(count)} ${counted(count, { one, other })}`,
  gridLabel: (plural, role) => `Rechte der Rolle ${role} für ${plural}`,
  allActions: 'Alle',
  allActionsOf: (resource) => `Alle Rechte für ${resource}`,
  actionOn: (action, resource) => `${resource}: ${action}`,
  actionOnAll: (action, count) => `${action}: ${count}`,
  everythingOnAll: (count) => `Alle Rechte: ${count}`,
  notSavedYet: 'Geändert, noch nicht gespeichert',
  savingRow: 'Wird gespeichert',
  nothing: 'nichts',
  fullRoles: (roles, plural, isOne) =>
    isOne
      ? `${roles} hat stets alle Rechte für alle ${plural}, was auch immer hier eingestellt ist, und ist deshalb nicht aufgeführt.`
      : `${roles} haben stets alle Rechte für alle ${plural}, was auch immer hier eingestellt ist, und sind deshalb nicht aufgeführt.`,
  defaults: (resource, list) => `Zu Beginn gilt je ${resource}: ${list}.`,
  defaultOf: (role, actions) => `${actions} für ${role}`,
  noResources: (plural) => `Noch keine ${plural}`,
  noResourcesText: (resource) => `Sobald es etwas gibt, werden die Rechte je ${resource} hier eingestellt.`,
  noMatch: (plural) => `Keine passenden ${plural}`,
  noMatchText: 'Nichts hier trägt das im Namen.',
  clearSearch: 'Suche löschen',
  gridFailed: 'Die Rechte konnten nicht geladen werden',
  showMoreRows: (count) => `${number(count)} weitere anzeigen`,
  stillLoading: 'Verfügbar, sobald alles geladen ist.',

  // Saving
  unsaved: 'Nicht gespeicherte Änderungen',
  saving: (count) =>
    counted(count, {
      one: '1 Änderung wird gespeichert',
      other: `${number(count)} Änderungen werden gespeichert`,
    }),
  discard: 'Verwerfen',
  discarded: (count) =>
    counted(count, { one: '1 Änderung verworfen.', other: `${number(count)} Änderungen verworfen.` }),
  saved: (count) =>
    counted(count, { one: '1 Änderung gespeichert.', other: `${number(count)} Änderungen gespeichert.` }),
  notSaved: (count) =>
    counted(count, {
      one: '1 Änderung wurde nicht gespeichert; der Grund steht in ihrer Zeile.',
      other: `${number(count)} Änderungen wurden nicht gespeichert; die Gründe stehen in ihren Zeilen.`,
    }),
  notFollowed: (count) =>
    counted(count, {
      one: 'Die Datenbank setzt 1 davon noch nicht um; der Grund steht in ihrer Zeile.',
      other: `Die Datenbank setzt ${number(count)} davon noch nicht um; die Gründe stehen in ihren Zeilen.`,
    }),
  savedOnly: 'Das ist gespeichert, aber die Datenbank setzt es noch nicht um.',
  repairRow: 'Reparieren',
  repairTable: (resource) => `Tabelle von ${resource} reparieren`,
  chooseFirst: 'Wählen Sie in den markierten Zeilen, welcher Wert bleibt.',
  leaveText: (count) =>
    counted(count, {
      one: 'Eine Änderung ist noch nicht gespeichert. Beim Verlassen geht sie verloren.',
      other: `${number(count)} Änderungen sind noch nicht gespeichert. Beim Verlassen gehen sie verloren.`,
    }),

  // The matrix
  matrixHeading: 'Was jede Rolle darf',
  matrixCaption: 'Rechte nach Rolle',
  capability: 'Recht',
  held: 'Ja',
  notHeld: 'Nein',
  heldCount: (held, all) => `${number(held)} von ${number(all)}`,
  yourRole: 'Ihre Rolle',
  ownRole: 'Hier angelegt',
  menuFor: (role) => `Aktionen für die Rolle ${role}`,

  // Preview
  previewAs: 'Vorschau als',
  previewNobody: 'Sie selbst',
  previewHint:
    'Zeigt das Produkt so, wie es jemand mit einer anderen Rolle sieht. Für niemanden ändert sich etwas.',
  previewing: (role) => `Sie sehen das Produkt mit der Rolle ${role}.`,
  previewStop: 'Vorschau beenden',
};
