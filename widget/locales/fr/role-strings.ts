// The sentences around making and changing roles, in French.
import type * as english from '../../i18n/role-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('fr');

export const roleStrings: Words<typeof english.roleStrings> = {
  newRole: 'Nouveau rôle',
  edit: 'Modifier',
  duplicate: 'Dupliquer',
  remove: 'Supprimer',
  countsFailed: 'Impossible de charger le nombre de personnes de chaque rôle',

  // The editor
  newHeading: 'Nouveau rôle',
  editHeading: (role) => `Modifier ${role}`,
  copyHeading: (role) => `Dupliquer ${role}`,
  copyName: (role) => `${role} (copie)`,
  name: 'Nom',
  nameHelp: 'Tel que les personnes le verront, par exemple le nom d’une fonction.',
  nameNeeded: 'Saisissez un nom.',
  description: 'À quoi il sert',
  descriptionHelp: 'Une phrase pour qui reçoit le rôle. Elle figure aussi dans l’invitation.',
  rights: 'Ce qu’il permet',
  rightsHelp: 'Commencez par le minimum ; vous pouvez en ajouter à tout moment.',
  leftOut: (count) =>
    counted(count, {
      one: 'Un droit de l’original ne peut pas être donné par vous ; la copie ne le reprend pas.',
      other: `${number(count)} droits de l’original ne peuvent pas être donnés par vous ; la copie ne les reprend pas.`,
    }),
  holders: (count) =>
    counted(count, {
      one: `${number(count)} personne a ce rôle. La modification prend effet immédiatement pour elle.`,
      other: `${number(count)} personnes ont ce rôle. La modification prend effet immédiatement pour elles.`,
    }),
  chosen: (count, all) => `${number(count)} sur ${number(all)}`,
  create: 'Créer le rôle',
  save: 'Enregistrer le rôle',
  created: (role) => `Le rôle ${role} est créé. Vous pouvez maintenant le donner.`,
  saved: (role) => `Le rôle ${role} est enregistré.`,

  // Deleting
  removeHeading: (role) => `Supprimer le rôle ${role} ?`,
  nobodyHas: 'Personne n’a ce rôle. Il ne pourra pas être rétabli.',
  hasIt: 'Qui a ce rôle',
  active: (count) =>
    counted(count, { one: `${number(count)} personne active`, other: `${number(count)} personnes actives` }),
  deactivated: (count) =>
    counted(count, {
      one: `${number(count)} personne désactivée`,
      other: `${number(count)} personnes désactivées`,
    }),
  invited: (count) =>
    counted(count, {
      one: `${number(count)} invitation en attente`,
      other: `${number(count)} invitations en attente`,
    }),
  instead: 'Rôle de remplacement',
  choose: 'Choisir',
  nothing: 'Aucun : ces personnes restent sans ce rôle',
  withOne: (role) =>
    `Le rôle ${role} le remplace immédiatement pour toutes ces personnes et dans les invitations en attente.`,
  withNothing:
    'Les personnes sans autre rôle peuvent encore se connecter, mais ne voient rien. Les invitations qui ne donnent que ce rôle sont révoquées.',
  chooseFirst: 'Choisissez d’abord le rôle de remplacement.',
  removeAction: 'Supprimer le rôle',
  removed: (role) => `Le rôle ${role} est supprimé.`,
  ownReason: 'Une personne ne peut pas modifier un rôle qu’elle a elle-même.',
  aboveReason: 'Ce rôle permet plus que le vôtre ; vous ne pouvez pas le modifier.',
};
