// The sentences of inviting into several workspaces, and of looking once more before anything is sent, in French.
import type * as english from '../../i18n/invite-place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('fr');

const people = (count: number): string =>
  counted(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` });

export const invitePlaceStrings: Words<typeof english.invitePlaceStrings> = {
  rolesIn: (workspace) => `Rôles dans ${workspace}`,
  addPlace: 'Ajouter un espace de travail',
  place: 'Espace de travail',
  choosePlace: 'Choisir un espace de travail',
  searchPlaces: 'Rechercher un espace de travail',
  noneFound: 'Aucun espace de travail ne correspond à cette recherche',
  inviting: {
    removePlace: (workspace) => `Ne pas inviter dans ${workspace}`,
    noPlace: 'Il n’y a pas d’autre espace de travail où vous pouvez inviter des personnes.',
    noMorePlaces: 'Ce sont tous les espaces de travail où vous pouvez inviter des personnes.',
  },
  making: {
    removePlace: (workspace) => `Pas dans ${workspace}`,
    noPlace: 'Il n’y a pas d’autre espace de travail où vous pouvez ajouter des personnes.',
    noMorePlaces: 'Ce sont tous les espaces de travail où vous pouvez ajouter des personnes.',
  },
  roleNeeded: 'Choisissez au moins un rôle.',

  name: 'Nom',
  required: 'obligatoire',
  nameHint: 'Le nom complet, tel que ses collègues connaissent cette personne.',
  nameNeeded: 'Saisissez le nom de cette personne.',

  adviseJob:
    'Donnez les rôles de la fonction. Commencez par le minimum, et ajoutez-en lorsque c’est nécessaire.',
  advisePlace:
    'Un rôle ne vaut que dans son espace de travail. Vérifiez que ce sont bien ceux où cette personne travaille.',

  review: (count) => (count === 0 ? 'Vérifier' : `Vérifier ${people(count)}`),
  reviewHeading: 'Vérifier avant l’envoi',
  reviewWho: (count) =>
    counted(count, {
      one: `${number(count)} personne sera invitée`,
      other: `${number(count)} personnes seront invitées`,
    }),
  reviewMore: (count) =>
    counted(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),
  reviewRoles: 'Espaces de travail et rôles',
  reviewMessage: 'Message',
  back: 'Retour',
  send: (count) =>
    counted(count, { one: 'Envoyer l’invitation', other: `Envoyer ${number(count)} invitations` }),
};
