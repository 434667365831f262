// The sentences of inviting in French.
import type * as english from '../../i18n/invitation-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de } from './elision.ts';

const { counted, number } = formatsOf('fr');

const addresses = (count: number): string =>
  counted(count, { one: `${number(count)} adresse`, other: `${number(count)} adresses` });
const people = (count: number): string =>
  counted(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` });
const invitations = (count: number): string =>
  counted(count, { one: `${number(count)} invitation`, other: `${number(count)} invitations` });

export const PROBLEM_TEXTS: typeof english.PROBLEM_TEXTS = {
  invalid_empty: 'pas d’adresse',
  invalid_no_at: 'pas de @',
  invalid_many_at: 'plus d’un @',
  invalid_local: 'vérifier ce qui précède le @',
  invalid_domain: 'vérifier ce qui suit le @',
  invalid_length: 'trop long',
  invalid_lookalike: 'une lettre ressemble seulement à l’habituelle',
  invalid_invisible: 'caractère caché',
  invalid_name: 'vérifier le nom placé devant',
  duplicate: 'en double',
};

export const OUTCOME_TEXTS: typeof english.OUTCOME_TEXTS = {
  invited: 'Invitation créée',
  already_member: 'Déjà membre. Rien n’a été modifié.',
  already_invited: 'Une invitation existe déjà. Elle reste valable.',
  deactivated: 'Accès désactivé. Réactivez cette personne plutôt que de l’inviter.',
  invalid: 'Adresse inutilisable.',
  not_allowed: 'Vous ne pouvez pas inviter cette personne avec ce rôle.',
  duplicate: 'En double. Une seule invitation a été créée.',
};

export const DELIVERY_TEXTS: typeof english.DELIVERY_TEXTS = {
  none: 'Lien seul',
  queued: 'E-mail en attente',
  sent: 'E-mail envoyé',
  failed: 'Échec de l’e-mail',
};

export const invitationStrings: Words<typeof english.invitationStrings> = {
  // The address box
  addressList: 'Adresses',
  addressHint: 'Séparez les adresses par des virgules, ou collez une liste.',
  addressPlaceholder: 'nom@example.com',
  addressKeys: 'La flèche gauche mène aux adresses. Là, Entrée en modifie une et Suppr la retire.',
  editAddress: 'Modifier l’adresse',
  removeAddress: (text) => `Retirer ${text}`,
  addressCount: (total, attention, duplicates) =>
    [
      addresses(total),
      attention > 0 && `${number(attention)} à vérifier`,
      duplicates > 0 && `${number(duplicates)} en double`,
    ]
      .filter(Boolean)
      .join(', '),
  moreAddresses: (count) =>
    counted(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),
  removeProblems: (count) =>
    counted(count, { one: 'Retirer l’adresse signalée', other: `Retirer les ${number(count)} signalées` }),
  clearAddresses: 'Effacer',
  addressesRemoved: (count) =>
    counted(count, {
      one: `${number(count)} adresse retirée.`,
      other: `${number(count)} adresses retirées.`,
    }),
  didYouMean: 'Vouliez-vous dire',
  suggested: (email) => `${email} ?`,
  moreSuggestions: (count) =>
    counted(count, {
      one: `${number(count)} autre semble mal saisie.`,
      other: `${number(count)} autres semblent mal saisies.`,
    }),
  personalAddresses: (count) =>
    counted(count, {
      one: `${number(count)} adresse est personnelle. Les adresses d’entreprise sont plus faciles à gérer lors d’un départ.`,
      other: `${number(count)} adresses sont personnelles. Les adresses d’entreprise sont plus faciles à gérer lors d’un départ.`,
    }),

  // The invite card
  inviteHeading: 'Inviter des personnes',
  inviteOpen: 'Inviter une personne',
  addressLabel: 'Adresses e-mail',
  inviteRole: 'Rôle',
  inviteRoles: 'Rôles',
  inviteName: 'Nom affiché',
  inviteNameHint: 'Facultatif. La personne pourra le modifier.',
  inviteMessage: 'Message',
  inviteMessageHint: 'Facultatif. Il figure dans l’e-mail d’invitation.',
  addMessage: 'Ajouter un message',
  listTooLong: 'Cette liste est trop longue pour un seul envoi. Invitez-en d’abord une moitié, puis l’autre.',
  invite: (count) => (count === 0 ? 'Inviter' : `Inviter ${people(count)}`),
  inviteNobody: 'Saisissez au moins une adresse complète.',
  inviteKeeps: (count) =>
    counted(count, {
      one: 'L’adresse à vérifier reste ici.',
      other: `Les ${number(count)} adresses à vérifier restent ici.`,
    }),
  inviting: (count) => `Envoi à ${people(count)}`,
  invitingRest: (done, count) => `Invitations envoyées : ${number(done)} sur ${number(count)}`,
  invitedSome: (done) =>
    counted(done, {
      one: `${number(done)} personne de la liste a été traitée. Les autres sont encore dans le champ.`,
      other: `${number(done)} personnes de la liste ont été traitées. Les autres sont encore dans le champ.`,
    }),
  inviteStopped:
    'L’attente a été interrompue. Si les invitations étaient déjà créées, elles figurent dans la liste des invitations en attente ; inviter à nouveau n’y change rien.',
  withMail: (hours) => `Chaque personne reçoit un e-mail avec un lien à usage unique, valable ${hours}.`,
  withoutMail: (hours) =>
    `Aucun serveur de messagerie n’est configuré ; aucun e-mail n’est donc envoyé. Copiez chaque lien et transmettez-le vous-même ; il est à usage unique et valable ${hours}.`,
  withoutMailOrLinks:
    'Aucun serveur de messagerie n’est configuré ; aucun e-mail n’est donc envoyé. Une personne qui peut copier les liens doit les transmettre.',
  hours: (count) =>
    count % 24 === 0
      ? counted(count / 24, { one: `${number(count / 24)} jour`, other: `${number(count / 24)} jours` })
      : counted(count, { one: `${number(count)} heure`, other: `${number(count)} heures` }),
  results: 'Résultats',
  resultsOf: (invited, others) =>
    [
      invited > 0
        ? counted(invited, {
            one: `${number(invited)} personne invitée`,
            other: `${number(invited)} personnes invitées`,
          })
        : 'Aucune personne invitée',
      others > 0 && counted(others, { one: `${number(others)} autre`, other: `${number(others)} autres` }),
    ]
      .filter(Boolean)
      .join(', '),
  outcomeIn: (workspaces, outcome) => `${workspaces} : ${outcome}`,
  moreResults: (count) => `Afficher ${number(count)} de plus`,
  dismissResults: 'Fermer les résultats',

  // Links
  copyLink: 'Copier le lien',
  copyLinkOf: (email) => `Copier le lien pour ${email}`,
  copyAllLinks: (count) =>
    counted(count, { one: 'Copier le lien', other: `Copier les ${number(count)} liens` }),
  linkCopied: 'Lien copié',
  linksCopied: (count) =>
    counted(count, {
      one: 'Lien copié',
      other: `${number(count)} liens copiés, une adresse et son lien par ligne`,
    }),
  copyRefused: 'Le navigateur n’a pas autorisé la copie. Sélectionnez le lien et copiez-le à la main.',
  linkOf: (email) => `Lien pour ${email}`,

  // The list of invitations
  pendingHeading: 'Invitations',
  pendingCount: (count) => `${number(count)} en attente`,
  noneOpen: 'Aucune en attente',
  showRows: 'Afficher',
  hideRows: 'Masquer',
  columnAddress: 'Adresse',
  columnRole: 'Rôle',
  columnInvitedBy: 'Invité par',
  columnExpiry: 'Expiration',
  columnDelivery: 'Envoi',
  columnActions: 'Actions',
  pending: 'En attente',
  pendingBefore: 'En attente, ',
  expired: 'Expirée',
  followUp: 'À relancer',
  toFollowUp: (count) => `${number(count)} à relancer`,
  waitingSince: (when) => `Invitation envoyée ${when}, sans réponse. Demandez si l’e-mail est arrivé.`,
  trouble: 'Un problème ?',
  troubleWith: (email) => `Chercher pourquoi ${email} n’a pas répondu`,
  noLetter: 'Un e-mail non reçu, un accès impossible ?',
  checkAddress: 'Vérifier une adresse',
  linkExpired: 'Le lien a expiré. Renvoyez l’invitation pour en obtenir un qui fonctionne.',
  unknownInviter: 'Inconnu',
  invitedBy: (name) => `Invitation ${de(name)}`,
  resend: 'Renvoyer',
  resendTo: (email) => `Renvoyer l’invitation à ${email}`,
  resent: (email) => `Invitation renvoyée à ${email}. Les liens précédents ne fonctionnent plus.`,
  renewed: (email) =>
    `Invitation pour ${email} renouvelée. Copiez le nouveau lien et transmettez-le ; les liens précédents ne fonctionnent plus.`,
  revoke: 'Révoquer',
  revokeFor: (email) => `Révoquer l’invitation pour ${email}`,
  revokeQuestion: (email) => `Révoquer l’invitation pour ${email} ?`,
  revokeText:
    'Le lien de l’e-mail et tous les liens copiés cessent immédiatement de fonctionner. Vous pourrez inviter cette adresse à nouveau.',
  revokeConfirm: 'Révoquer l’invitation',
  revoked: (email) => `Invitation pour ${email} révoquée.`,
  choose: (email) => `Sélectionner l’invitation pour ${email}`,
  chosen: (count) =>
    counted(count, {
      one: `${number(count)} invitation sélectionnée`,
      other: `${number(count)} invitations sélectionnées`,
    }),
  chosenActions: 'Actions pour les invitations sélectionnées',
  chooseNone: 'Effacer',
  revokeManyQuestion: (count) =>
    counted(count, { one: 'Révoquer l’invitation ?', other: `Révoquer ${number(count)} invitations ?` }),
  resentMany: (count) =>
    counted(count, {
      one: `${number(count)} invitation renvoyée.`,
      other: `${number(count)} invitations renvoyées.`,
    }),
  changingMany: (done, total) => `${number(done)} sur ${number(total)}`,
  revokedMany: (count) =>
    counted(count, {
      one: `${number(count)} invitation révoquée.`,
      other: `${number(count)} invitations révoquées.`,
    }),
  undoRevoke: 'Invite à nouveau, avec un nouveau lien. L’ancien lien ne fonctionne plus.',
  invitedAgain: (count) =>
    count === 0
      ? 'Aucune nouvelle invitation envoyée.'
      : counted(count, {
          one: `${number(count)} personne invitée à nouveau, avec un nouveau lien.`,
          other: `${number(count)} personnes invitées à nouveau, avec un nouveau lien.`,
        }),
  notChanged: (count, reason) => `${invitations(count)} sans changement : ${reason}`,
  noInvitations: 'Aucune invitation en attente',
  noInvitationsText: 'Les personnes que vous invitez apparaissent ici jusqu’à leur acceptation.',
  invitationsFailed: 'Impossible de charger les invitations',
};
