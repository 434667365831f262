// The sentences around actions on people in French: questions, results, changes of many.
import type * as english from '../../i18n/action-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de, inside } from './elision.ts';

const { counted, number } = formatsOf('fr');

const people = (count: number): string =>
  counted(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` });

export const actionStrings: Words<typeof english.actionStrings> = {
  close: 'Fermer',
  save: 'Enregistrer',
  showMore: 'Afficher plus',
  leaveQuestion: 'Quitter sans enregistrer ?',
  leaveConfirm: 'Abandonner et quitter',
  dismiss: 'Masquer',
  importPeople: 'Importer',
  exportPeople: 'Exporter',
  joined: 'Arrivée',
  openPage: 'Ouvrir la page',
  showActivity: 'Afficher l’activité',
  resetPassword: 'Réinitialiser le mot de passe',
  edit: 'Modifier',
  manageRoles: 'Gérer les rôles',
  offboard: 'Gérer le départ',
  export: 'Exporter',
  editPerson: (name) => `Modifier ${name}`,
  changePasswordOf: (name) => `Changer le mot de passe ${de(name)}`,
  reactivatePerson: (name) => `Réactiver ${name}`,
  isActive: (name) => `Accès ${de(name)} actif`,
  signedInAs: (name, role) =>
    role === '' ? `Vous êtes ici en tant que ${name}` : `Vous êtes ici en tant que ${name}, ${role}`,
  leaveAction: (workspace) => `Quitter ${workspace}`,
  roleChanged: (name, role) => `Nouveau rôle ${de(name)} : ${role}.`,
  deactivated: (name) => `${name} n’a plus accès.`,
  reactivated: (name) => `${name} a de nouveau accès.`,
  restored: (name) => `${name} a de nouveau accès. Les sessions terminées le restent.`,
  undoRole: (name, roles) =>
    `Rend à ${name} le rôle précédent : ${roles}. Sans effet si une autre personne a modifié ce compte entre-temps.`,
  undoDeactivate: 'Rétablit l’accès. Les sessions terminées le restent.',
  undoReactivate: 'Retire à nouveau l’accès, immédiatement.',
  removed: (name) => `${name} ne fait plus partie de l’espace de travail.`,
  failedFor: (name, reason) => `${name} : ${reason}`,
  questions: {
    'member.deactivate': (name, email, workspace) => ({
      heading: `Désactiver ${name} ?`,
      text: `${email} perd immédiatement l’accès à ${workspace} et ne peut plus s’y connecter. Le rôle et l’historique sont conservés, et vous pouvez réactiver cette personne à tout moment.`,
    }),
    'member.remove': (name, email, workspace) => ({
      heading: `Retirer ${name} ?`,
      text: `${email} perd immédiatement l’accès à ${workspace}. Pour faire revenir cette personne, invitez-la à nouveau.`,
    }),
    'member.leave': (_name, _email, workspace) => ({
      heading: `Quitter ${workspace} ?`,
      text: 'Vous perdez immédiatement l’accès. Pour revenir, vous aurez besoin d’une nouvelle invitation.',
    }),
  },

  // Many members
  selected: (count, isExact) =>
    isExact
      ? counted(count, {
          one: `${number(count)} personne sélectionnée`,
          other: `${number(count)} personnes sélectionnées`,
        })
      : `Plus de ${number(count)} personnes sélectionnées`,
  selectAll: (count, isExact) =>
    isExact
      ? `Sélectionner les ${number(count)} résultats`
      : `Sélectionner plus de ${number(count)} résultats`,
  clearSelection: 'Effacer la sélection',
  selectionActions: 'Actions pour les personnes sélectionnées',
  changeRoleTo: 'Nouveau rôle',
  bulkHeading: {
    'member.change-role': (who, role) => `Donner à ${who} le rôle ${role} ?`,
    'member.deactivate': (who) => `Désactiver ${who} ?`,
    'member.reactivate': (who) => `Réactiver ${who} ?`,
    'member.remove': (who) => `Retirer ${who} ?`,
    'member.end-sessions': (who) => `Déconnecter ${who} ?`,
    'member.assign': (who, things) => `${things} de ${who}`,
  },
  bulkText: {
    'member.change-role':
      'Le nouveau rôle prend effet immédiatement. Les personnes que vous ne pouvez pas modifier gardent leur rôle, et vous voyez pourquoi.',
    'member.deactivate':
      'Ces personnes perdent immédiatement l’accès. Vous pouvez les réactiver à tout moment. Celles que vous ne pouvez pas désactiver restent actives, et vous voyez pourquoi.',
    'member.reactivate': 'Ces personnes ont immédiatement de nouveau accès, avec le rôle qu’elles avaient.',
    'member.remove':
      'Ces personnes perdent immédiatement l’accès. Pour les faire revenir, invitez-les à nouveau.',
    'member.end-sessions':
      'Où qu’elles soient connectées à cet espace de travail, ces personnes devront se connecter à nouveau. Leurs droits restent les mêmes.',
    'member.assign':
      'L’effet est immédiat. Les personnes que vous ne pouvez pas modifier gardent ce qu’elles ont, et vous voyez pourquoi.',
  },
  assignThings: (things) => `Attribuer des ${inside(things)}`,
  takeAway: 'Retirer',
  bulkConfirm: {
    'member.change-role': 'Changer le rôle',
    'member.deactivate': 'Désactiver',
    'member.reactivate': 'Réactiver',
    'member.remove': 'Retirer',
    'member.end-sessions': 'Déconnecter',
    'member.assign': 'Attribuer',
  },
  bulkRunning: (done, total) => `${number(done)} sur ${total}`,
  stop: 'Arrêter',
  bulkStopped: (done) => `Arrêt après ${people(done)}. Ce qui a été modifié le reste.`,
  bulkDone: (changed) =>
    counted(changed, {
      one: `${number(changed)} personne modifiée.`,
      other: `${number(changed)} personnes modifiées.`,
    }),
  bulkRefused: (count) =>
    counted(count, {
      one: `${number(count)} personne non modifiée`,
      other: `${number(count)} personnes non modifiées`,
    }),
  bulkUndo: {
    'member.change-role':
      'Annuler rend à chaque personne le rôle qu’elle avait. Celles qu’une autre personne a modifiées entre-temps restent telles quelles.',
    'member.deactivate': 'Annuler rétablit l’accès. Les sessions terminées le restent.',
    'member.reactivate': 'Annuler retire à nouveau l’accès, immédiatement.',
  },
  bulkUndone: (changed) => `Annulé pour ${people(changed)}.`,
  moreRefused: (count) =>
    counted(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),
};
