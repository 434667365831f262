// The sentences about a database that follows the grid, in French.
import type * as english from '../../i18n/database-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './elision.ts';

const { counted, number } = formatsOf('fr');

export const databaseStrings: Words<typeof english.databaseStrings> = {
  label: 'La base de données derrière ces droits',
  follows: (tables, one, other) =>
    counted(tables, {
      one: `La base de données suit ce qui est défini ici pour ${number(tables)} ${inside(one)}.`,
      other: `La base de données suit ce qui est défini ici pour l’ensemble des ${number(tables)} ${inside(other)}.`,
    }),
  followsNone: 'La base de données est prête. Rien de ce qui est défini ici ne s’y trouve encore.',
  checked: (when) => `Vérification ${when}.`,
  checking: 'Vérification',
  checkAgain: 'Vérifier à nouveau',
  unknown: 'On ne sait pas si la base de données suit ce qui est défini ici.',
  differs: (count) =>
    counted(count, {
      one: `La base de données diffère de ce qui est défini ici à ${number(count)} endroit`,
      other: `La base de données diffère de ce qui est défini ici à ${number(count)} endroits`,
    }),
  differsText:
    'Ce qui est réglé ici fait foi. Avant la réparation, la base de données peut permettre plus, ou moins.',
  settledText: 'Le reste doit être réglé par la personne qui exploite la base de données.',
  parts: {
    foundation: 'Le socle de toutes les tables',
    people: 'Qui est qui',
  },
  roleless: 'les personnes sans rôle',
  moreHolders: (count) => counted(count, { one: `${number(count)} autre`, other: `${number(count)} autres` }),
  quoted: (name) => `« ${name} »`,
  repair: 'Réparer',
  repairPart: (name) => `Réparer ${name}`,
  repairAll: 'Tout réparer',
  repairing: 'Réparation',
  repaired: 'De nouveau en ordre',
  byHand: 'À régler dans la base de données.',
  showAll: (count) => `Afficher les ${number(count)}`,
  more: (count) =>
    counted(count, { one: `Et ${number(count)} autre.`, other: `Et ${number(count)} autres.` }),
  beyond: (count) =>
    counted(count, {
      one: `${number(count)} autre n’est pas dans cette liste. Réparez celles-ci, puis vérifiez à nouveau.`,
      other: `${number(count)} autres ne sont pas dans cette liste. Réparez celles-ci, puis vérifiez à nouveau.`,
    }),
  spoken: (done, failed) =>
    [
      done > 0 &&
        counted(done, {
          one: `${number(done)} endroit est de nouveau en ordre.`,
          other: `${number(done)} endroits sont de nouveau en ordre.`,
        }),
      failed > 0 &&
        counted(failed, {
          one: `${number(failed)} n’a pas pu être réparé.`,
          other: `${number(failed)} n’ont pas pu être réparés.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
};

export const RIGHT_WORDS: typeof english.RIGHT_WORDS = {
  read: 'lire',
  add: 'ajouter des lignes',
  change: 'modifier des lignes',
  delete: 'supprimer des lignes',
  more: 'faire autre chose',
};

export const DIFFERENCE_WORDS: typeof english.DIFFERENCE_WORDS = {
  schema_missing: () =>
    'Ce que la gestion des utilisateurs garde dans la base de données n’a pas encore été créé.',
  schema_foreign: () =>
    'Autre chose occupe la place de ce que la gestion des utilisateurs garde dans la base de données.',
  function_differs: () => 'Une fonction créée par la gestion des utilisateurs n’est pas comme elle devrait.',
  role_missing: () => 'La base de données ne connaît pas encore certains rôles.',
  role_foreign: () =>
    'Un rôle de la base de données, créé par quelqu’un d’autre, porte un nom nécessaire ici.',
  role_powerful: () => 'Un rôle de la base de données a plus de pouvoir qu’il ne devrait.',
  role_joined: () => 'Un rôle de la base de données a aussi les droits d’un autre.',
  schema_unreachable: ({ who }) =>
    who === '' ? 'Certains rôles n’y ont pas accès.' : `Cette table n’est pas accessible pour : ${who}.`,
  login_missing: () => 'Le rôle avec lequel l’application se connecte est absent.',
  login_powerful: () => 'L’application se connecte avec un rôle qui échappe à toutes les règles.',
  login_inherits: () => 'L’application a en permanence les droits des autres.',
  login_cannot_act: () => 'L’application ne peut pas encore agir au nom de chaque personne.',
  table_missing: () => 'Cette table n’existe pas dans la base de données.',
  table_twice: () => 'Plusieurs entrées affichées ici désignent la même table.',
  table_owned: () => 'Elle appartient à un rôle qui pourrait la rouvrir.',
  table_left: () => 'Elle ne figure plus ici, mais des personnes ont encore des droits dessus.',
  column_missing: ({ names }) => `Elle n’a pas de colonne ${names}.`,
  security_off: () => 'La sécurité au niveau des lignes est désactivée.',
  security_not_forced: () =>
    'La sécurité au niveau des lignes ne s’applique pas au propriétaire de la table.',
  security_forced: () => 'La sécurité au niveau des lignes empêche de tenir la base de données en ordre.',
  policy_missing: ({ who, may }) => `La règle qui permet de ${may} est absente pour : ${who}.`,
  policy_differs: ({ who, may }) =>
    `La règle qui permet de ${may} n’est pas comme elle devrait pour : ${who}.`,
  policy_extra: () => 'Une ancienne règle est restée.',
  policy_foreign: ({ names }) =>
    `La règle ${names}, créée par quelqu’un d’autre, peut ouvrir l’accès à des lignes.`,
  grant_missing: ({ who, may }) =>
    `Cette grille permet de ${may}, mais pas la base de données, pour : ${who}.`,
  grant_extra: ({ who, may }) => `La base de données permet de ${may}, mais pas cette grille, pour : ${who}.`,
  grant_public: ({ may }) => `Quiconque atteint la base de données peut ${may}.`,
  people_differ: () => 'La liste des personnes et de leurs rôles n’est pas à jour.',
  assignments_differ: () => 'Ce qui a été attribué aux personnes elles-mêmes n’est pas à jour.',
};
