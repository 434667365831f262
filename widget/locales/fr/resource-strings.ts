// The sentences about what people are given themselves, and about why something is open to them or not, in French.
import type * as english from '../../i18n/resource-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de, inside } from './elision.ts';

const { counted, number } = formatsOf('fr');

export const resourceStrings: Words<typeof english.resourceStrings> = {
  count: (chosen, total) => `${number(chosen)} sur ${number(total)}`,
  countLabel: (chosen, total, things) =>
    `Attribution des ${inside(things)} : ${number(chosen)} sur ${number(total)}`,
  search: (things) => `Rechercher dans les ${inside(things)}`,
  chooseAll: 'Tout sélectionner',
  chooseNone: 'Tout désélectionner',
  more: 'Afficher plus',
  noneFound: (things) => `Pas ${de(inside(things))} pour cette recherche.`,
  noneThere: (things) =>
    `Il n’y a pas encore ${de(inside(things))}. Ce que votre produit enregistre apparaît ici.`,
  show: (things) => `Afficher l’accès aux ${inside(things)}`,

  // Why something is open to somebody, or not
  assigned: 'Attribué',
  owned: 'Créé par cette personne',
  ownedByYou: 'Créé par vous',
  throughRole: (role) => `Par le rôle ${role}`,
  newer: 'Ajouté plus tard, non inclus',
  notAssigned: 'Non attribué',
  noAccess: 'Pas d’accès',
  willBeAssigned: 'Sera attribué',
  willBeTaken: 'Sera retiré',
  withActions: (actions, ground) => `${actions.join(', ')} · ${ground}`,

  // What the person should know who decides
  fullRole: (role, things) =>
    `Le rôle ${role} donne accès à l’ensemble des ${inside(things)}, quelles que soient les attributions. Une attribution n’est faite ici qu’à titre d’information.`,
  assignedOnly: (things) =>
    `Parmi les ${inside(things)}, chaque personne voit et utilise uniquement ce qui lui est attribué. Ce qui est ajouté plus tard n’est pas inclus tant que vous ne l’attribuez pas.`,
  heldInPart: (actions) =>
    `Une coche attribue tout : ${actions}. Ce que votre produit a attribué en partie reste ainsi tant que la coche est mise. Pour tout attribuer, décochez, enregistrez, puis cochez à nouveau.`,
  off: (name) => `Rien de tout cela n’est ouvert à ${name} avant sa réactivation.`,
  leastFirst: 'Attribuez seulement ce que son travail demande.',
  allChosen: (things, total) =>
    `Vous attribuez ainsi l’ensemble des ${number(total)} ${inside(things)}. Attribuez seulement ce que le travail demande ; vous pouvez en ajouter à tout moment.`,

  notYet: (things) =>
    `Ce que vous avez coché parmi les ${inside(things)} n’est pas encore attribué. Attribuez-le une fois l’invitation acceptée.`,

  // Saving what one person has
  undo: 'Annuler',
  changes: (count) =>
    counted(count, { one: `${number(count)} modification`, other: `${number(count)} modifications` }),
  saved: (name, things) => `Les ${inside(things)} ${de(name)} sont à jour.`,

  // Several people at once
  giveOrTake: (things) => `Ce qu’il faut faire des ${inside(things)}`,
  give: 'Attribuer',
  take: 'Retirer',
  giveText: 'Ce que ces personnes ont déjà reste.',
  takeText: 'Rien d’autre ne change pour ces personnes.',
};
