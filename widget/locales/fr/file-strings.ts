// The sentences around files that go out and come in, in French.
import type * as english from '../../i18n/file-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('fr');

const people = (count: number): string =>
  counted(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` });

const rows = (count: number): string =>
  counted(count, { one: `${number(count)} ligne`, other: `${number(count)} lignes` });

export const fileStrings: Words<typeof english.fileStrings> = {
  format: 'Format',
  csv: 'CSV, pour les tableurs',
  json: 'JSON, pour les programmes',
  start: 'Créer le fichier',
  running: (count, total) =>
    total === undefined ? `${rows(count)} jusqu’ici` : `${number(count)} sur ${rows(total)}`,
  stopped: 'Arrêté. Aucun fichier n’a été créé.',
  done: (count) => `${rows(count)} dans le fichier`,
  doneText: (name) => `${name} se trouve dans vos téléchargements.`,
  nothing: 'Il n’y a rien à exporter',

  // People out
  exportPeople: 'Exporter des personnes',
  exportPeopleText: (count) =>
    `Exactement les personnes que la liste affiche en ce moment : ${count}. Votre export est consigné dans le journal.`,

  // People in
  importPeople: 'Importer des personnes',
  importText:
    'Un tableau (CSV) ou du JSON, avec une personne par ligne. Vous voyez ce que chacune deviendrait avant toute modification.',
  columns: (names) => `Colonnes reconnues : ${names}.`,
  chooseFile: 'Choisir un fichier',
  orPaste: 'Ou coller le tableau ici',
  pasteExample: 'E-mail, Nom, Rôle',
  roleForNew: 'Rôle des nouvelles personnes dont la ligne n’en indique aucun',
  noRole: 'Aucun : ces lignes ne sont pas importées',
  look: 'Voir ce qui changerait',
  empty: 'Enregistre un tableau à remplir, avec ces colonnes',
  template: 'Télécharger un tableau vide',
  reading: 'Lecture de la liste',
  looking: (done, total) => `${number(done)} sur ${rows(total)} examinées`,
  importing: (done, total) => `${number(done)} sur ${rows(total)} traitées`,
  ignored: (names) => `Colonnes laissées de côté : ${names}.`,
  back: 'Retour',
  apply: (count) => `Importer ${people(count)}`,
  nothingToDo: 'Rien à modifier : tout le monde est déjà ici, exactement comme dans la liste.',
  found: (count) => `Ce que deviendraient ${rows(count)}`,
  became: (done) =>
    counted(done, {
      one: `${number(done)} personne a été importée`,
      other: `${number(done)} personnes ont été importées`,
    }),
  stoppedAfter: (done) =>
    `Arrêt après ${rows(done)}. Ce qui est fait le reste ; la même liste peut être importée à nouveau.`,
  verdicts: {
    new: (count) => counted(count, { one: `${number(count)} nouvelle`, other: `${number(count)} nouvelles` }),
    changes: (count) =>
      counted(count, { one: `${number(count)} modifiée`, other: `${number(count)} modifiées` }),
    same: (count) =>
      counted(count, { one: `${number(count)} inchangée`, other: `${number(count)} inchangées` }),
    error: (count) =>
      counted(count, { one: `${number(count)} impossible`, other: `${number(count)} impossibles` }),
  },
  verdict: { new: 'Nouvelle', changes: 'Modifiée', same: 'Inchangée', error: 'Impossible' },
  line: 'Ligne',
  person: 'Personne',
  what: 'Action',
  account: 'Reçoit un compte',
  invitation: 'Reçoit une invitation',
  pending: 'A déjà une invitation',
  fields: {
    email: 'E-mail',
    externalId: 'ID externe',
    name: 'Nom',
    firstName: 'Prénom',
    lastName: 'Nom de famille',
    username: 'Identifiant',
    department: 'Service',
    roles: 'Rôle',
    status: 'Statut',
  },
  none: 'aucun',
  at: (field, reason) => `${field} : ${reason}`,
  more: (count) => counted(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),
  saveFailed: 'Télécharger les lignes à problème',
  problemColumn: 'Problème',
  listProblems: {
    noHead: 'La première ligne doit nommer les colonnes, dont « E-mail » ou « ID externe ».',
    openQuote:
      'Un guillemet n’est jamais refermé ; les dernières lignes ne peuvent donc pas être distinguées.',
    noJson: 'Ce n’est pas du JSON avec une liste de personnes.',
    noRows: 'Il n’y a personne dans cette liste.',
    unreadable:
      'Ce fichier n’a pas pu être lu. Il a peut-être été déplacé ou modifié depuis que vous l’avez choisi.',
    tooLarge: 'Vous pouvez importer 100 000 lignes au plus ici. Au-delà, utilisez la ligne de commande.',
  },

  // Who is here and not in the list
  compare: 'Qui est ici sans être dans la liste ?',
  comparing: (done) =>
    counted(done, {
      one: `${number(done)} personne comparée`,
      other: `${number(done)} personnes comparées`,
    }),
  missing: (count) =>
    counted(count, {
      one: `${number(count)} personne est ici sans être dans la liste`,
      other: `${number(count)} personnes sont ici sans être dans la liste`,
    }),
  missingText:
    'Choisissez qui désactiver. Ces personnes perdent immédiatement l’accès, et vous pouvez les réactiver à tout moment.',
  nobodyMissing: 'Toutes les personnes d’ici figurent dans la liste.',
  deactivate: (count) => (count === 0 ? 'Désactiver' : `Désactiver ${people(count)}`),
  chooseAll: 'Toutes',
  deactivated: (count) =>
    counted(count, {
      one: `${number(count)} personne a été désactivée.`,
      other: `${number(count)} personnes ont été désactivées.`,
    }),
  refused: (name, reason) => `${name} : ${reason}`,
};
