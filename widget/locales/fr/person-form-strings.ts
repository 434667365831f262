// The sentences of the form that makes an account or changes a person, in French.
import type * as english from '../../i18n/person-form-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { de } from './elision.ts';

export const formStrings: Words<typeof english.formStrings> = {
  editHeading: (name) => `Modifier ${name}`,
  cancel: 'Annuler',
  required: 'obligatoire',
  labels: {
    email: 'E-mail',
    name: 'Nom',
    username: 'Identifiant',
    firstName: 'Prénom',
    lastName: 'Nom de famille',
    department: 'Service',
  },
  helps: {
    email: 'Les avis et les liens de connexion y sont envoyés.',
    name: 'Le nom que les autres voient.',
    username: 'Un nom pour se connecter, en plus de l’adresse. Une fois défini, il ne change plus.',
    firstName: '',
    lastName: '',
    department: 'Décrit la personne et n’accorde aucun droit.',
  },
  fixedAddress: 'Choisissez avec soin : l’adresse ne peut plus être modifiée ensuite.',
  lockedAddress:
    'L’adresse reste la même, afin que toute action puisse être rattachée à la même personne. Pour une autre adresse, créez un nouveau compte.',
  confirmedAddress: 'Une nouvelle adresse doit être confirmée depuis sa boîte de réception.',
  changeEmail: 'Changer l’adresse e-mail',
  ofProvider: 'Fourni par votre fournisseur d’identité',
  role: 'Rôle',
  roles: 'Rôles',
  rolesIn: (workspace) => `Rôles dans ${workspace}`,
  rolesHelp: 'Ce que la personne voit et peut faire vient uniquement d’ici.',
  missingRoles: 'Choisissez au moins un rôle.',
  leastRole: 'Commencez par le rôle qui convient à la fonction et permet le moins.',
  firstPassword: 'Premier mot de passe',
  repeatPassword: 'Premier mot de passe, à nouveau',
  passwordHelp: 'Transmettez-le vous-même ; il ne figure dans aucun e-mail.',
  mustChange: 'À changer lors de la première connexion',
  mustChangeHelp: 'Seule la personne le connaît ensuite.',
  active: 'Actif',
  activeHelp:
    'Une personne qui n’est pas active ne peut pas se connecter ici. Ce qu’elle a fait et créé reste.',
  missing: (label) => `Ce champ est obligatoire : ${label}.`,
  added: (name) => `Le compte ${de(name)} a été ajouté.`,
  saved: (name) => `Les données ${de(name)} sont enregistrées.`,
  invitedHeading: 'Une invitation a été envoyée',
  invitedText: (email) =>
    `${email} appartient à un compte utilisé ailleurs, que seule sa propre personne peut rattacher ici. Elle a reçu une invitation et rejoint avec le mot de passe qu’elle a déjà.`,
  alreadyInvited: (email) => `${email} appartient à un compte utilisé ailleurs et a déjà une invitation.`,
  notInvited: (email) => `Impossible d’inviter ${email}.`,
  outcomes: {
    invited: 'invitation créée',
    already_member: 'déjà membre',
    deactivated: 'déjà membre, sans accès',
    already_invited: 'a déjà une invitation',
    invalid: 'invitation impossible',
    duplicate: 'invitation impossible',
    not_allowed: 'invitation impossible',
  },
  link: 'Le lien de l’invitation, à transmettre',
  copyLink: 'Copier le lien',
  linkCopied: 'Le lien a été copié.',
};
