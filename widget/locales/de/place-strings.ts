// The sentences about people who belong to several workspaces, in German.
import type * as english from '../../i18n/place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

export const placeStrings: Words<typeof english.placeStrings> = {
  switchFrom: (workspace) => `Arbeitsbereich: ${workspace}. Zu einem anderen wechseln`,
  yours: 'Ihre Arbeitsbereiche',
  elsewhere: 'Sie können zu einem anderen Ihrer Arbeitsbereiche wechseln:',
  search: 'Arbeitsbereiche suchen',
  noneFound: 'Kein Arbeitsbereich passt zu dieser Suche.',
  archived: 'Archiviert',
  more: (count) => counted(count, { one: '1 weiteren anzeigen', other: `${number(count)} weitere anzeigen` }),
  failed: 'Die Arbeitsbereiche konnten nicht geladen werden',

  roles: 'Rollen',
  rolesAndPlaces: 'Rollen und Arbeitsbereiche',
  noRoles: 'Keine Rollen',
  edit: 'Rollen ändern',
  editIn: (workspace) => `Rollen in ${workspace} ändern`,
  save: 'Rollen speichern',
  unsaved: 'Noch nicht gespeichert',
  saved: (name, workspace) => `${name} hat neue Rollen in ${workspace}`,
  unchanged: 'Das sind die bisherigen Rollen',
  roleNeeded: 'Wählen Sie mindestens eine Rolle',
  advisePlace: (workspace) => `Diese Rollen gelten in ${workspace} und nirgends sonst.`,
};
