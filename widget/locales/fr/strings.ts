// The sentences of the widget that are said everywhere, in French.
import type * as english from '../../i18n/strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de } from './elision.ts';

const { counted, number } = formatsOf('fr');

const people = (count: number): string =>
  counted(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` });

export const strings: Words<typeof english.strings> = {
  // General
  cancel: 'Annuler',
  comma: ', ',
  colon: ' : ',
  undo: 'Annuler',
  people,

  // Members
  membersHeading: 'Personnes',
  membersCount: (count, isExact) => (isExact ? people(count) : `Plus de ${people(count)}`),
  searchLabel: (hasUsername) => `Rechercher par nom${hasUsername ? ', identifiant' : ''} ou e-mail`,
  searchPlaceholder: 'Rechercher des personnes',
  roleFilter: 'Rôle',
  everyRole: 'Tout rôle',
  statusFilter: 'Statut',
  everyStatus: 'Tout statut',
  dormantFilter: 'Dernière connexion',
  everySignIn: 'Toute date',
  dormantFor: (days) => `Aucune depuis ${days} jours`,
  sortLabel: 'Trier par',
  sortBy: (column) => `Par ${column.toLowerCase().replace('dern.', 'dernière')}`,
  clearFilters: 'Effacer les filtres',
  filteredCount: (count, isExact) =>
    isExact
      ? counted(count, {
          one: `${number(count)} personne correspond`,
          other: `${number(count)} personnes correspondent`,
        })
      : `Plus de ${number(count)} personnes correspondent`,
  columns: {
    username: 'Identifiant',
    name: 'Nom',
    email: 'E-mail',
    roles: 'Rôle',
    status: 'Statut',
    lastSignIn: 'Dern. connexion',
  },
  severalRoles: 'Rôles',
  statuses: { active: 'Actif', deactivated: 'Désactivé', inactive: 'Inactif' },
  actionsColumn: 'Actions',
  you: 'Vous',
  neverSignedIn: 'Jamais',
  roleOf: (name) => `Rôle ${de(name)}`,
  roleHeld: (name, roles, place) => `Rôle ${de(name)}${place && ` dans ${place}`} : ${roles}`,
  roleOption: (role, reason) => `${role} (${reason})`,
  showMember: (name) => `Afficher ${name}`,
  actionsFor: (name) => `Actions pour ${name}`,
  selectMember: (name) => `Sélectionner ${name}`,
  selectShown: 'Sélectionner les personnes affichées',
  deactivate: 'Désactiver',
  reactivate: 'Réactiver',
  remove: 'Retirer',
  leave: 'Quitter',
  noMembers: 'Personne pour le moment',
  noMembersText: 'Les personnes apparaissent ici dès leur arrivée.',
  noMatch: 'Aucun résultat',
  noMatchText: 'Personne ne correspond à cette recherche et à ces filtres.',
  membersFailed: 'Impossible de charger les personnes',

  // Views and states of the whole widget
  views: {
    users: 'Utilisateurs',
    collaborators: 'Collaborateurs',
    permissions: 'Permissions',
    reviews: 'Revues',
    audit: 'Audit',
  },
  sides: { settings: 'Paramètres', account: 'Votre compte' },
  viewsLabel: 'Gestion des utilisateurs',
  viewNotHere: (view) => `La vue « ${view} » n’est pas disponible pour vous ici.`,
  signIn: 'Se connecter',
  forbiddenHeading: 'Vous n’avez pas accès à cette page',
  forbiddenText:
    'Votre rôle ne permet pas de gérer les personnes ici. Si vous en avez besoin, adressez-vous à un propriétaire ou à un admin de cet espace de travail.',
  offlineHeading: 'Pas de connexion',
  offlineBanner: 'Vous semblez être hors ligne. Ce que vous voyez n’est peut-être plus à jour.',
  archivedBanner: (workspace) =>
    `L’espace de travail ${workspace} est archivé. Vous pouvez consulter, mais rien ne peut être modifié avant sa restauration.`,
  rolesLink: 'Droits de chaque rôle',
  apiLink: 'API',
  supportLink: 'Aide',
};
