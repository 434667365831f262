// The sentences about people who belong to several workspaces, in French.
import type * as english from '../../i18n/place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('fr');

export const placeStrings: Words<typeof english.placeStrings> = {
  switchFrom: (workspace) => `Espace de travail : ${workspace}. Passer à un autre`,
  yours: 'Vos espaces de travail',
  elsewhere: 'Vous pouvez passer à un autre de vos espaces de travail :',
  search: 'Rechercher un espace de travail',
  noneFound: 'Aucun espace de travail ne correspond à cette recherche.',
  archived: 'Archivé',
  more: (count) =>
    counted(count, { one: `Afficher ${number(count)} autre`, other: `Afficher ${number(count)} autres` }),
  failed: 'Impossible de charger les espaces de travail',

  roles: 'Rôles',
  rolesAndPlaces: 'Rôles et espaces de travail',
  noRoles: 'Aucun rôle',
  edit: 'Changer les rôles',
  editIn: (workspace) => `Changer les rôles dans ${workspace}`,
  save: 'Enregistrer les rôles',
  unsaved: 'Non enregistré',
  saved: (name, workspace) => `${name} a de nouveaux rôles dans ${workspace}`,
  unchanged: 'Ce sont déjà les rôles de cette personne',
  roleNeeded: 'Choisissez au moins un rôle',
  advisePlace: (workspace) => `Ces rôles valent dans ${workspace} et nulle part ailleurs.`,
};
