// The sentences around actions on people, in German.
import type * as english from '../../i18n/action-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

const people = (count: number) => counted(count, { one: '1 Person', other: `${number(count)} Personen` });

export const actionStrings: Words<typeof english.actionStrings> = {
  close: 'Schließen',
  save: 'Speichern',
  showMore: 'Mehr anzeigen',
  leaveQuestion: 'Ohne Speichern verlassen?',
  leaveConfirm: 'Verwerfen und verlassen',
  dismiss: 'Ausblenden',
  importPeople: 'Importieren',
  exportPeople: 'Exportieren',
  joined: 'Dabei seit',
  openPage: 'Seite öffnen',
  showActivity: 'Aktivität anzeigen',
  resetPassword: 'Passwort zurücksetzen',
  edit: 'Bearbeiten',
  manageRoles: 'Rollen verwalten',
  offboard: 'Austritt abwickeln',
  export: 'Exportieren',
  editPerson: (name) => `${name} bearbeiten`,
  changePasswordOf: (name) => `Passwort von ${name} ändern`,
  reactivatePerson: (name) => `${name} reaktivieren`,
  isActive: (name) => `${name} ist aktiv`,
  signedInAs: (name, role) =>
    role === '' ? `Sie sind hier als ${name}` : `Sie sind hier als ${name}, ${role}`,
  leaveAction: (workspace) => `${workspace} verlassen`,
  roleChanged: (name, role) => `${name} hat jetzt die Rolle ${role}.`,
  deactivated: (name) => `${name} hat keinen Zugang mehr.`,
  reactivated: (name) => `${name} hat wieder Zugang.`,
  restored: (name) => `${name} hat wieder Zugang. Beendete Sitzungen bleiben beendet.`,
  undoRole: (name, roles) =>
    `Gibt ${name} wieder die frühere Rolle: ${roles}. Nicht, wenn die Person inzwischen von anderer Seite geändert wurde.`,
  undoDeactivate: 'Gibt den Zugang zurück. Beendete Sitzungen bleiben beendet.',
  undoReactivate: 'Entzieht den Zugang sofort wieder.',
  removed: (name) => `${name} wurde entfernt.`,
  failedFor: (name, reason) => `${name}: ${reason}`,
  questions: {
    'member.deactivate': (name, email, workspace) => ({
      heading: `${name} deaktivieren?`,
      text: `${email} verliert sofort den Zugang zu ${workspace} und kann sich dort nicht mehr anmelden. Rolle und Verlauf bleiben erhalten, und Sie können diese Person jederzeit reaktivieren.`,
    }),
    'member.remove': (name, email, workspace) => ({
      heading: `${name} entfernen?`,
      text: `${email} verliert sofort den Zugang zu ${workspace}. Um diese Person zurückzuholen, laden Sie sie neu ein.`,
    }),
    'member.leave': (_name, _email, workspace) => ({
      heading: `${workspace} verlassen?`,
      text: 'Sie verlieren sofort den Zugang. Um zurückzukommen, muss Sie jemand neu einladen.',
    }),
  },

  // Many members
  selected: (count, isExact) => `${number(count)}${isExact ? '' : '+'} ausgewählt`,
  selectAll: (count, isExact) => `Alle ${number(count)}${isExact ? '' : '+'} passenden auswählen`,
  clearSelection: 'Auswahl aufheben',
  selectionActions: 'Aktionen für die ausgewählten Personen',
  changeRoleTo: 'Rolle ändern in',
  bulkHeading: {
    'member.change-role': (who, role) => `Rolle von ${who} in ${role} ändern?`,
    'member.deactivate': (who) => `${who} deaktivieren?`,
    'member.reactivate': (who) => `${who} reaktivieren?`,
    'member.remove': (who) => `${who} entfernen?`,
    'member.end-sessions': (who) => `${who} abmelden?`,
    'member.assign': (who, things) => `${things} von ${who}`,
  },
  bulkText: {
    'member.change-role':
      'Die neue Rolle gilt sofort. Wer von Ihnen nicht geändert werden darf, behält die bisherige Rolle, und Sie sehen, warum.',
    'member.deactivate':
      'Diese Personen verlieren sofort den Zugang und lassen sich jederzeit reaktivieren. Wer von Ihnen nicht deaktiviert werden darf, bleibt aktiv, und Sie sehen, warum.',
    'member.reactivate': 'Diese Personen haben sofort wieder Zugang, mit ihrer bisherigen Rolle.',
    'member.remove':
      'Diese Personen verlieren sofort den Zugang. Um jemanden zurückzuholen, laden Sie die Person neu ein.',
    'member.end-sessions':
      'Wo immer diese Personen im Arbeitsbereich angemeldet sind, müssen sie sich neu anmelden. Ihre Rechte bleiben gleich.',
    'member.assign':
      'Es gilt sofort. Wer von Ihnen nicht geändert werden darf, behält das bisher Zugewiesene, und Sie sehen, warum.',
  },
  assignThings: (things) => `${things} zuweisen`,
  takeAway: 'Entziehen',
  bulkConfirm: {
    'member.change-role': 'Rolle ändern',
    'member.deactivate': 'Deaktivieren',
    'member.reactivate': 'Reaktivieren',
    'member.remove': 'Entfernen',
    'member.end-sessions': 'Abmelden',
    'member.assign': 'Zuweisen',
  },
  bulkRunning: (done, total) => `${number(done)} von ${total} erledigt`,
  stop: 'Anhalten',
  bulkStopped: (done) => `Nach ${people(done)} angehalten. Was geändert wurde, bleibt geändert.`,
  bulkDone: (changed) =>
    counted(changed, {
      one: '1 Person wurde geändert.',
      other: `${number(changed)} Personen wurden geändert.`,
    }),
  bulkRefused: (count) =>
    counted(count, {
      one: '1 Person wurde nicht geändert',
      other: `${number(count)} Personen wurden nicht geändert`,
    }),
  bulkUndo: {
    'member.change-role':
      'Rückgängig gibt allen die Rolle zurück, die sie hatten. Wer inzwischen von anderer Seite geändert wurde, bleibt, wie es ist.',
    'member.deactivate': 'Rückgängig gibt den Zugang zurück. Beendete Sitzungen bleiben beendet.',
    'member.reactivate': 'Rückgängig entzieht den Zugang sofort wieder.',
  },
  bulkUndone: (changed) => `Für ${people(changed)} rückgängig gemacht.`,
  moreRefused: (count) => `und ${number(count)} weitere`,
};
