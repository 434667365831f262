// The sentences of access reviews in French.
import type * as english from '../../i18n/review-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de } from './elision.ts';

const { counted, number } = formatsOf('fr');

const people = (count: number): string =>
  counted(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` });

export const reviewStrings: Words<typeof english.reviewStrings> = {
  heading: 'Revues d’accès',
  hint: 'Passez en revue qui a accès, et maintenez ou révoquez chaque accès. Une fois par trimestre est un bon rythme.',
  start: 'Lancer une revue',
  next: 'Lancer la suivante',
  after: (name) => `après ${name}`,
  none: 'Aucune revue pour le moment',
  noneText:
    'Une revue liste les personnes que vous choisissez, telles qu’elles sont maintenant. Chaque accès est maintenu ou révoqué, et les décisions peuvent servir de preuve.',
  dueHeading: 'Il est temps de lancer la prochaine revue',
  dueText: (when) =>
    `Dernière revue close ${when}. Un examen complet chaque trimestre révèle les accès dont personne n’a plus besoin.`,
  open: 'En cours',
  overdue: 'En retard',
  closed: 'Close',
  due: (when) => `Échéance ${when}`,
  closedAt: (when) => `Close ${when}`,
  decidedBy: (name) => `Décision : ${name}`,
  anyReviewer: 'Décision : toute personne autorisée',
  progress: (done, total) =>
    counted(done, {
      one: `${number(done)} décision sur ${people(total)}`,
      other: `${number(done)} décisions sur ${people(total)}`,
    }),
  counts: (keep, revoke) =>
    [
      counted(keep, { one: `${number(keep)} maintenu`, other: `${number(keep)} maintenus` }),
      counted(revoke, { one: `${number(revoke)} révoqué`, other: `${number(revoke)} révoqués` }),
    ].join(', '),
  continue: 'Continuer',
  look: 'Consulter',

  // Starting one
  startHeading: 'Lancer une revue d’accès',
  name: 'Nom',
  usualName: (quarter, year) => `Revue d’accès, trimestre ${quarter} de ${year}`,
  roles: 'Rôles',
  rolesHelp: 'Tous les rôles si aucun n’est coché.',
  status: 'Statut',
  anyStatus: 'Tout statut',
  away: 'Dernière connexion',
  anySignIn: 'Toutes',
  awayFor: (days) => `Aucune depuis ${days} jours`,
  reviewer: 'Qui décide',
  anybody: 'Toute personne autorisée',
  ownReviewer: (name) => `${name} : ferait partie de cette revue`,
  formerReviewer: (name) => `${name} : ne peut plus mener de revues`,
  ownReviewerReason: (name) =>
    `${name} déciderait de son propre accès. Choisissez une autre personne, ou toute personne autorisée aux revues.`,
  formerReviewerReason: (name) =>
    `${name} ne peut plus mener de revues. Choisissez une autre personne, ou toute personne autorisée aux revues.`,
  reviewerRefused:
    'Cette personne n’est plus disponible. Choisissez-en une autre, ou toute personne autorisée aux revues.',
  dueDate: 'Échéance',
  dueDateNeeded: 'Choisissez un jour à venir.',
  nameNeeded: 'Donnez-lui un nom.',
  previewing: 'Comptage',
  preview: (count) =>
    counted(count, {
      one: `${number(count)} personne sera passée en revue.`,
      other: `${number(count)} personnes seront passées en revue.`,
    }),
  previewNobody: 'Cette sélection ne contient personne. Choisissez d’autres personnes.',
  previewTooMany: (most) =>
    `Cette sélection contient plus de ${people(most)}. Choisissez-en moins, par exemple par rôle.`,
  started: (name) => `${name} : la revue a commencé.`,

  // Going through one
  back: 'Toutes les revues',
  list: (name) => `Personnes de la revue ${name}`,
  about: 'Afficher',
  abouts: { open: 'À décider', keep: 'Maintenus', revoke: 'Révoqués', all: 'Tous' },
  search: 'Rechercher par nom ou e-mail',
  columnPerson: 'Personne',
  columnAccess: 'Accès au début de la revue',
  columnLastSignIn: 'Dernière connexion',
  columnDecision: 'Décision',
  never: 'Jamais',
  erased: 'Effacé',
  gone: 'N’est plus ici',
  moreResources: (count) =>
    counted(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),
  select: (name) => `Sélectionner ${name}`,
  selectShown: 'Sélectionner les personnes affichées sans décision',
  selected: (count) =>
    counted(count, {
      one: `${number(count)} personne sélectionnée`,
      other: `${number(count)} personnes sélectionnées`,
    }),
  clear: 'Effacer',
  keep: 'Maintenir',
  revoke: 'Révoquer',
  keepOf: (name) => `Maintenir l’accès ${de(name)}`,
  revokeOf: (name) => `Révoquer l’accès ${de(name)}`,
  note: 'Note',
  noteOf: (name) => `Note sur ${name}`,
  noteHeading: (name) => `Note sur ${name}`,
  saveNote: 'Enregistrer la note',
  decisions: { keep: 'Maintenu', revoke: 'Révoqué' },
  by: (name, when) => `par ${name}, ${when}`,
  revokeQuestion: (count, name) =>
    count === 1 ? `Révoquer l’accès ${de(name)} ?` : `Révoquer l’accès de ${people(count)} ?`,
  revokeText: {
    deactivate: 'La désactivation est immédiate. Vous pouvez réactiver l’accès sous « Utilisateurs ».',
    remove: 'Le retrait est immédiat. Pour faire revenir une personne, invitez-la à nouveau.',
  },
  kept: (count, name) =>
    count === 1
      ? `${name} garde l’accès.`
      : counted(count, {
          one: `${number(count)} personne garde l’accès.`,
          other: `${number(count)} personnes gardent l’accès.`,
        }),
  revoked: (count, name) =>
    count === 1
      ? `${name} n’a plus accès.`
      : counted(count, {
          one: `${number(count)} personne n’a plus accès.`,
          other: `${number(count)} personnes n’ont plus accès.`,
        }),
  restored: (count) =>
    counted(count, {
      one: 'Accès rendu et maintenu.',
      other: `Accès rendu à ${people(count)} et maintenu.`,
    }),
  refused: (count, reason) => `${people(count)} sans décision : ${reason}`,
  keepRest: (count) =>
    counted(count, { one: 'Maintenir le dernier', other: `Maintenir les ${number(count)} restants` }),
  keepRestQuestion: (count) => `Maintenir l’accès de ${people(count)} ?`,
  keepRestText: 'Toutes les personnes encore sans décision gardent leur accès.',
  close: 'Clore la revue',
  closeQuestion: (name) => `Clore ${name} ?`,
  closeText: 'Les décisions restent lisibles et exportables, mais ne peuvent plus être modifiées.',
  nowClosed: (name) => `${name} : la revue est close.`,
  export: 'Exporter la preuve',
  exportText:
    'Chaque personne avec la décision, son auteur et sa date. Peut s’ouvrir sans risque dans un tableur.',
  nobody: {
    open: 'Toutes les décisions sont prises',
    keep: 'Aucun accès maintenu',
    revoke: 'Aucun accès révoqué',
    all: 'Aucun résultat',
  },
  nobodyOpenText: 'Vous pouvez clore la revue pour la conserver comme preuve.',
  columns: [
    'Revue',
    'Nom',
    'E-mail',
    'Rôles',
    'Statut',
    'Dernière connexion',
    'Ressources',
    'Décision',
    'Décision par',
    'Décision le',
    'Note',
  ],
};
