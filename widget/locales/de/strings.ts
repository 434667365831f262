// The sentences of the first rows in German.
import type * as english from '../../i18n/strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

const people = (count: number) => counted(count, { one: '1 Person', other: `${number(count)} Personen` });
const lastSignIn = 'Letzte Anmeldung';

export const strings: Words<typeof english.strings> = {
  // General
  cancel: 'Abbrechen',
  comma: ', ',
  colon: ': ',
  undo: 'Rückgängig',
  people,

  // Members
  membersHeading: 'Personen',
  membersCount: (count, isExact) => (isExact ? people(count) : `${number(count)}+ Personen`),
  searchLabel: (hasUsername) => `Nach Name${hasUsername ? ', Benutzername' : ''} oder E-Mail suchen`,
  searchPlaceholder: 'Personen suchen',
  roleFilter: 'Rolle',
  everyRole: 'Alle Rollen',
  statusFilter: 'Status',
  everyStatus: 'Jeder Status',
  dormantFilter: lastSignIn,
  everySignIn: 'Jederzeit',
  dormantFor: (days) => `Keine seit ${days} Tagen`,
  sortLabel: 'Sortieren nach',
  sortBy: (column) => `Nach ${column === lastSignIn ? 'letzter Anmeldung' : column}`,
  clearFilters: 'Filter löschen',
  filteredCount: (count, isExact) =>
    isExact
      ? counted(count, { one: '1 Person gefunden', other: `${number(count)} Personen gefunden` })
      : `Mehr als ${number(count)} Personen gefunden`,
  columns: {
    username: 'Benutzername',
    name: 'Name',
    email: 'E-Mail',
    roles: 'Rolle',
    status: 'Status',
    lastSignIn,
  },
  severalRoles: 'Rollen',
  statuses: { active: 'Aktiv', deactivated: 'Deaktiviert', inactive: 'Inaktiv' },
  actionsColumn: 'Aktionen',
  you: 'Sie',
  neverSignedIn: 'Nie',
  roleOf: (name) => `Rolle von ${name}`,
  roleHeld: (name, roles, place) => `Rolle von ${name}${place && ` in ${place}`}: ${roles}`,
  roleOption: (role, reason) => `${role} (${reason})`,
  showMember: (name) => `${name} anzeigen`,
  actionsFor: (name) => `Aktionen für ${name}`,
  selectMember: (name) => `${name} auswählen`,
  selectShown: 'Geladene Personen auswählen',
  deactivate: 'Deaktivieren',
  reactivate: 'Reaktivieren',
  remove: 'Entfernen',
  leave: 'Verlassen',
  noMembers: 'Noch niemand hier',
  noMembersText: 'Personen erscheinen hier, sobald sie dabei sind.',
  noMatch: 'Niemand gefunden',
  noMatchText: 'Keine Person passt zu dieser Suche und diesen Filtern.',
  membersFailed: 'Die Personen konnten nicht geladen werden',

  // Views and states of the whole widget
  views: {
    users: 'Personen',
    collaborators: 'Mitwirkende',
    permissions: 'Berechtigungen',
    reviews: 'Überprüfungen',
    audit: 'Protokoll',
  },
  sides: { settings: 'Einstellungen', account: 'Ihr Konto' },
  viewsLabel: 'Benutzerverwaltung',
  viewNotHere: (view) => `Die Ansicht „${view}“ steht Ihnen hier nicht zur Verfügung.`,
  signIn: 'Anmelden',
  forbiddenHeading: 'Sie haben hier keinen Zugang',
  forbiddenText:
    'Ihre Rolle umfasst nicht die Verwaltung von Personen. Wenden Sie sich an die Leitung oder Verwaltung dieses Arbeitsbereichs, wenn Sie sie brauchen.',
  offlineHeading: 'Keine Verbindung',
  offlineBanner: 'Sie sind offenbar offline. Was Sie sehen, ist vielleicht nicht mehr aktuell.',
  archivedBanner: (workspace) =>
    `${workspace} ist archiviert. Sie können alles ansehen, aber erst nach dem Wiederherstellen etwas ändern.`,
  rolesLink: 'Was jede Rolle darf',
  apiLink: 'API',
  supportLink: 'Hilfe',
};
