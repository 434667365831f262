// The sentences of inviting into several workspaces, in German.
import type * as english from '../../i18n/invite-place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

const people = (count: number) => counted(count, { one: '1 Person', other: `${number(count)} Personen` });

export const invitePlaceStrings: Words<typeof english.invitePlaceStrings> = {
  rolesIn: (workspace) => `Rollen in ${workspace}`,
  addPlace: 'Weiteren Arbeitsbereich hinzufügen',
  place: 'Arbeitsbereich',
  choosePlace: 'Arbeitsbereich wählen',
  searchPlaces: 'Arbeitsbereiche suchen',
  noneFound: 'Kein Arbeitsbereich passt zu dieser Suche',
  inviting: {
    removePlace: (workspace) => `Nicht in ${workspace} einladen`,
    noPlace: 'Es gibt keinen anderen Arbeitsbereich, in den Sie Personen einladen können.',
    noMorePlaces: 'Das sind alle Arbeitsbereiche, in die Sie Personen einladen können.',
  },
  making: {
    removePlace: (workspace) => `Nicht in ${workspace}`,
    noPlace: 'Es gibt keinen anderen Arbeitsbereich, in dem Sie Personen hinzufügen können.',
    noMorePlaces: 'Das sind alle Arbeitsbereiche, in denen Sie Personen hinzufügen können.',
  },
  roleNeeded: 'Wählen Sie mindestens eine Rolle.',

  name: 'Name',
  required: 'erforderlich',
  nameHint: 'Der volle Name, unter dem diese Person im Kollegium bekannt ist.',
  nameNeeded: 'Geben Sie den Namen dieser Person ein.',

  adviseJob: 'Geben Sie die Rollen der Aufgabe. Beginnen Sie mit dem Geringsten; mehr geht bei Bedarf.',
  advisePlace:
    'Rollen gelten nur in ihrem Arbeitsbereich. Prüfen Sie, ob diese Person in den gewählten arbeitet.',

  review: (count) => (count === 0 ? 'Prüfen' : `${people(count)} prüfen`),
  reviewHeading: 'Vor dem Senden prüfen',
  reviewWho: (count) =>
    counted(count, { one: '1 Person wird eingeladen', other: `${number(count)} Personen werden eingeladen` }),
  reviewMore: (count) => `und ${number(count)} weitere`,
  reviewRoles: 'Arbeitsbereiche und Rollen',
  reviewMessage: 'Nachricht',
  back: 'Zurück',
  send: (count) => counted(count, { one: 'Einladung senden', other: `${number(count)} Einladungen senden` }),
};
