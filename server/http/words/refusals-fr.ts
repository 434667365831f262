// The refusals of pages in French.
import type { Refusals } from './refusals.ts';

/** French. */
export const refusalsFr: Refusals = {
  not_signed_in: { text: 'Connectez-vous pour continuer.' },
  token_invalid: { text: 'Cette session n’est plus valable. Rechargez la page pour continuer.' },
  not_a_member: { text: 'Vous n’êtes pas membre de cet espace de travail.' },
  actor_deactivated: {
    title: 'Votre accès est désactivé',
    text: 'Votre accès à cet espace de travail est désactivé. Demandez à un admin de le rétablir.',
  },
  not_granted: { text: 'Votre rôle ne le permet pas.' },
  not_in_policy: { text: 'Cela n’est pas prévu ici.' },
  people_from_provider: {
    text: 'Ici, les personnes viennent de votre fournisseur d’identité. Modifiez cela là-bas.',
  },
  account_is_shared: {
    text: 'Ce compte sert aussi dans d’autres espaces de travail. Seule la personne à qui il appartient peut le modifier, en se connectant directement.',
  },
  account_action_by_host: {
    text: 'Cela relève de votre compte. Connectez-vous ici directement pour le modifier.',
  },
  workspace_archived: {
    title: 'Cet espace de travail est archivé',
    text: 'Personne ne peut le rejoindre pour le moment. Adressez-vous à la personne à l’origine de l’invitation.',
  },
  workspace_not_found: { text: 'Cet espace de travail n’existe pas.' },
  sign_in_failed: {
    text: 'La connexion a échoué. Vérifiez votre saisie, ou demandez un lien de connexion.',
  },
  sign_in_link_expired: { text: 'Ce lien a expiré. Demandez-en un nouveau.' },
  fresh_sign_in_required: { text: 'Confirmez votre identité pour continuer.' },
  password_wrong: { text: 'Le mot de passe actuel n’est pas correct.' },
  password_too_weak: { text: 'Ce mot de passe ne respecte pas encore toutes les règles.' },
  password_common: {
    text: 'Ce mot de passe fait partie des premiers que l’on essaie. Choisissez-en un autre.',
  },
  password_mismatch: { text: 'Les deux mots de passe ne sont pas identiques.' },
  password_unchanged: { text: 'Choisissez un mot de passe différent de l’actuel.' },
  password_change_required: { text: 'Choisissez un nouveau mot de passe pour continuer.' },
  setup_closed: { text: 'L’installation est déjà faite. Connectez-vous.' },
  provider_not_found: { text: 'Ce fournisseur d’identité n’est plus configuré ici.' },
  provider_unreachable: {
    title: 'Le service de connexion ne répond pas',
    text: 'Le fournisseur d’identité est injoignable. Réessayez, ou connectez-vous autrement.',
  },
  provider_refused: {
    title: 'La connexion n’a pas eu lieu',
    text: 'Le fournisseur d’identité n’a pas confirmé qui vous êtes. Réessayez.',
  },
  provider_person_unknown: {
    title: 'Associez d’abord cette connexion',
    text: 'Personne ici n’y est encore associé. Connectez-vous une fois autrement, puis associez-la dans votre compte.',
  },
  provider_person_refused: {
    title: 'La connexion n’a pas eu lieu',
    text: 'Vous ne pouvez pas vous connecter ainsi. Adressez-vous à un admin.',
  },
  provider_full: {
    text: 'Plus personne ne peut arriver par cette connexion. Adressez-vous à un admin.',
  },
  already_connected: { text: 'Cette connexion est déjà associée à un autre compte.' },
  mail_not_set_up: { text: 'Aucun serveur de messagerie n’est encore configuré.' },
  link_invalid: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il est peut-être incomplet. Copiez le lien entier de votre invitation, ou demandez-en un nouveau.',
  },
  link_expired: { title: 'Cette invitation a expiré', text: 'Demandez une nouvelle invitation.' },
  link_used: {
    title: 'Cette invitation a déjà reçu une réponse',
    text: 'Chaque lien fonctionne une seule fois. Si c’est vous qui avez accepté, vous avez déjà accès.',
  },
  link_replaced: {
    title: 'Il existe un lien plus récent',
    text: 'Un lien plus récent existe pour cette invitation. Utilisez le dernier que vous avez reçu.',
  },
  invitation_revoked: {
    title: 'Cette invitation a été révoquée',
    text: 'Adressez-vous à la personne à l’origine de l’invitation.',
  },
  inviter_may_not: {
    title: 'Cette invitation n’est plus valable',
    text: 'La personne à l’origine de l’invitation ne peut plus donner ce rôle. Demandez une nouvelle invitation.',
  },
  sign_in_as_invitee: {
    text: 'Cette adresse a déjà un compte. Connectez-vous avec ce compte, puis ouvrez à nouveau ce lien.',
  },
  signed_in_as_other: {
    text: 'Votre session utilise une autre adresse. Déconnectez-vous, puis ouvrez à nouveau ce lien.',
  },
  changed_meanwhile: { text: 'Une autre personne a modifié ces données entre-temps. Rechargez la page.' },
  already_exists: { text: 'Cela existe déjà.' },
  input_invalid: { text: 'Certaines valeurs ne sont pas valables. Vérifiez votre saisie.' },
  name_invalid: { text: 'Saisissez un nom de 1 à 100 caractères, sans caractères de contrôle.' },
  email_invalid: { text: 'Saisissez une adresse e-mail complète.' },
  rate_limited: {
    title: 'Un peu plus tard, s’il vous plaît',
    text: 'Trop de tentatives en peu de temps. Réessayez plus tard.',
  },
  busy: { title: 'Un instant, s’il vous plaît', text: 'Le serveur est occupé. Réessayez dans un instant.' },
  storage_full: {
    text: 'Le serveur n’a plus de place pour enregistrer cela. Rien n’a été modifié. Réessayez plus tard.',
  },
  internal: { text: 'Une erreur s’est produite de notre côté. Rien n’a été modifié. Réessayez.' },
};
