// The sentences of permissions in French.
import type * as english from '../../i18n/permission-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de, inside } from './elision.ts';

const { counted, number } = formatsOf('fr');

const changes = (count: number): string =>
  counted(count, { one: `${number(count)} modification`, other: `${number(count)} modifications` });

export const permissionStrings: Words<typeof english.permissionStrings> = {
  // The grid
  gridHeading: (plural) => `Droits sur les ${inside(plural)}`,
  roleSwitch: 'Rôle à modifier',
  unsavedOf: (count) =>
    counted(count, {
      one: `${number(count)} modification non enregistrée`,
      other: `${number(count)} modifications non enregistrées`,
    }),
  searchResources: (plural) => `Rechercher dans les ${inside(plural)}`,
  resourceCount: (count, one, other) =>
    counted(count, { one: `${number(count)} ${inside(one)}`, other: `${number(count)} ${inside(other)}` }),
  gridLabel: (plural, role) => `Droits du rôle ${role} sur les ${inside(plural)}`,
  allActions: 'Tous',
  allActionsOf: (resource) => `Tous les droits sur ${resource}`,
  actionOn: (action, resource) => `${action} ${resource}`,
  actionOnAll: (action, count) => `${action} : ${count}`,
  everythingOnAll: (count) => `Tous les droits : ${count}`,
  notSavedYet: 'Modifié, pas encore enregistré',
  savingRow: 'Enregistrement',
  nothing: 'rien',
  fullRoles: (roles, plural, isOne) =>
    isOne
      ? `Le rôle ${roles} a tous les droits sur l’ensemble des ${inside(plural)}, quels que soient ces réglages, et n’est pas affiché ici.`
      : `Les rôles ${roles} ont tous les droits sur l’ensemble des ${inside(plural)}, quels que soient ces réglages, et ne sont pas affichés ici.`,
  defaults: (resource, list) => `À sa création, chaque ${inside(resource)} accorde : ${list}.`,
  defaultOf: (role, actions) => `${actions.toLowerCase()} pour ${role}`,
  noResources: (plural) => `Pas encore ${de(inside(plural))}`,
  noResourcesText: (resource) => `Les droits de chaque ${inside(resource)} se règlent ici dès sa création.`,
  noMatch: (plural) => `Aucun résultat dans les ${inside(plural)}`,
  noMatchText: 'Rien ici ne contient ceci dans son nom.',
  clearSearch: 'Effacer la recherche',
  gridFailed: 'Impossible de charger les droits',
  showMoreRows: (count) => `Afficher ${number(count)} de plus`,
  stillLoading: 'Disponible une fois tout chargé.',

  // Saving
  unsaved: 'Modifications non enregistrées',
  saving: (count) => `Enregistrement de ${changes(count)}`,
  discard: 'Abandonner',
  discarded: (count) =>
    counted(count, {
      one: `${number(count)} modification abandonnée.`,
      other: `${number(count)} modifications abandonnées.`,
    }),
  saved: (count) =>
    counted(count, {
      one: `${number(count)} modification enregistrée.`,
      other: `${number(count)} modifications enregistrées.`,
    }),
  notSaved: (count) =>
    counted(count, {
      one: `${number(count)} modification n’a pas été enregistrée ; le motif figure sur sa ligne.`,
      other: `${number(count)} modifications n’ont pas été enregistrées ; les motifs figurent sur leurs lignes.`,
    }),
  notFollowed: (count) =>
    counted(count, {
      one: `La base de données n’en suit pas encore ${number(count)} ; le motif figure sur sa ligne.`,
      other: `La base de données n’en suit pas encore ${number(count)} ; les motifs figurent sur leurs lignes.`,
    }),
  savedOnly: 'C’est enregistré, mais la base de données ne le suit pas encore.',
  repairRow: 'Réparer',
  repairTable: (resource) => `Réparer la table ${resource}`,
  chooseFirst: 'Choisissez la valeur à garder sur les lignes signalées.',
  leaveText: (count) =>
    counted(count, {
      one: 'Une modification n’est pas encore enregistrée. Quitter l’abandonne.',
      other: `${number(count)} modifications ne sont pas encore enregistrées. Quitter les abandonne.`,
    }),

  // The matrix
  matrixHeading: 'Ce que chaque rôle peut faire',
  matrixCaption: 'Capacités par rôle',
  capability: 'Capacité',
  held: 'Oui',
  notHeld: 'Non',
  heldCount: (held, all) => `${number(held)} sur ${number(all)}`,
  yourRole: 'Votre rôle',
  ownRole: 'Créé ici',
  menuFor: (role) => `Actions pour le rôle ${role}`,

  // Preview
  previewAs: 'Prévisualiser comme',
  previewNobody: 'Vous-même',
  previewHint: 'Voyez le produit comme une personne avec un autre rôle. Rien ne change pour personne.',
  previewing: (role) => `Vous voyez le produit avec le rôle ${role}.`,
  previewStop: 'Quitter l’aperçu',
};
