// The sentences of refusals in French.
import type { ReasonTexts } from '../locale.ts';

export const REASONS: ReasonTexts['REASONS'] = {
  // Who is asking
  not_signed_in: 'Connectez-vous pour continuer.',
  token_invalid: 'Cette session n’est plus valable. Rechargez la page pour continuer.',
  not_a_member: 'Vous n’êtes pas membre de cet espace de travail.',
  actor_deactivated: 'Votre accès à cet espace de travail est désactivé. Demandez à un admin de le rétablir.',

  // Decisions
  not_granted: 'Votre rôle ne le permet pas.',
  not_in_policy: 'Cela n’est pas prévu ici.',
  is_self: 'Vous ne pouvez pas le faire pour vous-même.',
  outranked: 'Cette personne a un rôle que vous ne pouvez pas gérer.',
  role_not_yours_to_give: 'Vous ne pouvez pas donner ce rôle.',
  role_unknown: 'Ce rôle n’existe pas ici.',
  role_not_assignable: 'Ce rôle ne peut pas être donné à une personne.',
  role_home_only:
    'Ce rôle vaut dans tous les espaces de travail ; il se donne donc uniquement dans l’espace principal.',
  role_built_in:
    'Les rôles fournis avec le produit restent tels quels. Dupliquez celui-ci et modifiez la copie.',
  role_in_use: 'Des personnes ou des invitations ont encore ce rôle. Choisissez celui qui le remplace.',
  role_name_invalid: 'Saisissez un nom de 1 à 50 caractères, sans caractères de contrôle.',
  role_name_taken: 'Un autre rôle porte déjà ce nom. Choisissez-en un autre.',
  too_many_roles: 'Il y a déjà 100 rôles créés ici. Supprimez-en un dont personne n’a besoin.',
  capability_unknown: 'Il n’existe pas ici de tel droit pour un rôle.',
  capability_not_held: 'Un rôle ne peut permettre que ce que vous pouvez faire vous-même.',
  role_required: 'Choisissez un rôle.',
  one_role_only: 'Ici, une personne a exactement un rôle.',
  last_in_charge: 'Une personne doit rester responsable. Donnez d’abord ce rôle à une autre personne active.',
  already_deactivated: 'Cette personne est déjà désactivée.',
  already_active: 'Cette personne est déjà active.',
  member_deactivated: 'Cette personne n’est pas active. Réactivez-la d’abord.',
  people_from_provider: 'Ici, les personnes viennent de votre fournisseur d’identité. Modifiez cela là-bas.',
  roles_from_provider: 'Le rôle de cette personne vient de votre fournisseur d’identité. Modifiez-le là-bas.',
  not_home: 'Cela se règle pour tous les espaces de travail ensemble, dans l’espace principal.',
  account_is_shared:
    'Ce compte sert aussi dans d’autres espaces de travail. Seule sa propre personne peut le modifier, en se connectant directement.',
  role_unchanged: 'Cette personne a déjà ce rôle.',
  workspace_archived: 'Cet espace de travail est archivé. Restaurez-le pour le modifier.',
  workspace_not_archived: 'Archivez cet espace de travail avant de le supprimer.',

  // Signing in
  sign_in_failed: 'La connexion a échoué. Vérifiez votre saisie, ou demandez un lien de connexion.',
  sign_in_link_expired: 'Ce lien a expiré. Demandez-en un nouveau.',
  fresh_sign_in_required: 'Confirmez votre identité pour continuer.',
  password_wrong: 'Le mot de passe actuel n’est pas correct.',
  password_too_weak: 'Ce mot de passe ne respecte pas toutes les règles ci-dessous.',
  password_common: 'Ce mot de passe fait partie des premiers que l’on essaie. Choisissez-en un autre.',
  password_mismatch: 'Les deux mots de passe ne sont pas identiques.',
  password_unchanged: 'Choisissez un mot de passe différent de l’actuel.',
  password_change_required: 'Choisissez un nouveau mot de passe pour continuer.',
  username_invalid:
    'Un identifiant compte de 3 à 50 lettres, chiffres, points, tirets ou tirets bas, et commence par une lettre.',
  username_locked: 'Une fois choisi, un identifiant ne change plus.',
  email_unchanged: 'C’est déjà l’adresse actuelle.',
  account_action_by_host: 'Cela relève de votre compte. Connectez-vous ici directement pour le modifier.',
  setup_closed: 'L’installation est déjà faite. Connectez-vous.',
  session_not_found: 'Cette session est déjà terminée.',

  // Identity providers and settings
  provider_not_found: 'Ce fournisseur d’identité n’est plus configuré ici.',
  too_many_providers: 'Il y a déjà 50 fournisseurs d’identité. Supprimez-en un dont personne n’a besoin.',
  provider_unreachable: 'Le fournisseur d’identité est injoignable. Réessayez, ou connectez-vous autrement.',
  provider_refused: 'Le fournisseur d’identité n’a pas confirmé qui vous êtes. Réessayez.',
  provider_address_refused: 'Cette adresse ne peut pas être utilisée. Saisissez une adresse https publique.',
  provider_person_unknown:
    'Personne ici n’y est encore associé. Connectez-vous une fois autrement, puis associez ce compte sous « Votre compte ».',
  provider_person_refused: 'Vous ne pouvez pas vous connecter ainsi. Adressez-vous à un admin.',
  provider_full: 'Plus personne ne peut arriver par cette connexion. Adressez-vous à un admin.',
  connection_not_found: 'Cette association n’existe plus.',
  connection_is_last: 'C’est votre seul moyen de vous connecter. Ajoutez-en d’abord un autre.',
  already_connected: 'Cette connexion est déjà associée à un autre compte.',
  domain_not_proved:
    'L’enregistrement n’a pas encore été trouvé. Il peut mettre du temps à devenir visible partout.',
  too_many_domains: 'Il y a déjà 200 domaines. Supprimez-en un dont personne n’a besoin.',
  mail_not_set_up: 'Aucun serveur de messagerie n’est encore configuré.',
  mail_password_needed:
    'Un mot de passe vaut pour le serveur de messagerie et l’utilisateur pour lesquels il a été saisi. Saisissez-le à nouveau.',
  mail_password_unprotected:
    'Un mot de passe exige une connexion chiffrée. Choisissez-en une, ou laissez l’utilisateur vide.',
  mail_not_delivered: 'Le serveur de messagerie n’a pas accepté l’e-mail de test.',
  key_is_shared:
    'Cette clé sert aussi à d’autres espaces de travail ; elle ne peut être modifiée que là où ils sont tous gérés.',

  // Absence
  member_not_found: 'Cette personne n’est plus ici.',
  invitation_not_found: 'Cette invitation n’existe plus.',
  workspace_not_found: 'Cet espace de travail n’existe pas.',
  host_key_not_found: 'Cette clé n’existe pas ou a été révoquée.',
  resource_not_found: 'Cette ressource n’existe plus.',

  // Invitations and links
  link_invalid: 'Ce lien ne fonctionne pas. Demandez-en un nouveau.',
  link_expired: 'Ce lien a expiré. Demandez une nouvelle invitation.',
  link_used: 'Ce lien a déjà été utilisé.',
  link_replaced: 'Un lien plus récent existe pour cette invitation. Utilisez le dernier que vous avez reçu.',
  invitation_revoked: 'Cette invitation a été révoquée.',
  invitation_not_pending: 'Cette invitation n’est plus en attente.',
  inviter_may_not:
    'La personne à l’origine de l’invitation ne peut plus donner ce rôle. Demandez une nouvelle invitation.',
  sign_in_as_invitee:
    'Cette adresse a déjà un compte. Connectez-vous avec ce compte, puis ouvrez à nouveau ce lien.',
  signed_in_as_other:
    'Votre session utilise une autre adresse. Déconnectez-vous, puis ouvrez à nouveau ce lien.',

  // Writes
  changed_meanwhile:
    'Une autre personne a modifié ces données entre-temps. Vous voyez maintenant l’état actuel.',
  idempotency_mismatch: 'Cette demande a déjà servi à autre chose.',
  already_exists: 'Cela existe déjà.',

  // Access reviews
  review_not_found: 'Cette revue n’existe plus.',
  review_closed: 'Cette revue est close.',
  review_open_items:
    'Certaines personnes attendent encore une décision. Maintenez ou révoquez chaque accès avant de clore la revue.',
  review_not_yours: 'Une autre personne a été désignée pour décider dans cette revue.',
  review_empty: 'Cette sélection ne contient personne. Choisissez d’autres personnes.',
  review_too_large:
    'Une revue porte sur 10 000 personnes au plus. Choisissez-en moins, par exemple par rôle.',
  review_item_revoked:
    'L’accès de cette personne a déjà été retiré. Rendez-le d’abord sous « Utilisateurs ».',

  // A database that follows the grid
  database_not_managed: 'Rien en dehors d’ici ne suit ce qui est réglé ici.',
  database_unavailable: 'Pas de réponse pour le moment. Réessayez dans un instant.',
  database_table_busy:
    'La table était en cours d’utilisation et reste donc inchangée. Réessayez dans un instant.',
  database_refused:
    'La modification a été refusée ; rien n’a été changé. La personne qui exploite l’application peut voir pourquoi.',
  database_differs: 'Cela doit être réglé par la personne qui exploite l’application.',

  // Input and limits
  input_invalid: 'Certaines valeurs ne sont pas valables. Vérifiez votre saisie.',
  too_many_addresses: 'Vous pouvez inviter 10 000 adresses au plus à la fois.',
  no_valid_address: 'Aucune de ces adresses ne peut être invitée.',
  name_invalid: 'Saisissez un nom de 1 à 100 caractères, sans caractères de contrôle.',
  email_taken: 'Une personne avec cette adresse e-mail est déjà ici.',
  username_taken: 'Cet identifiant est déjà pris. Choisissez-en un autre.',
  external_id_differs: 'Cette personne est connue ici sous un autre ID externe.',
  email_not_by_import:
    'Une importation ne modifie pas les adresses. Modifiez l’adresse sur la page de la personne, ou retirez-la de la liste.',
  row_repeated: 'Cette personne figure plusieurs fois dans la liste.',
  status_unknown: 'Écrivez « active » ou « deactivated ».',
  field_required: 'Remplissez tous les champs obligatoires.',
  field_unknown: 'Ce champ n’existe pas ici.',
  email_invalid: 'Saisissez une adresse e-mail complète.',
  rate_limited: 'Trop de tentatives en peu de temps. Réessayez plus tard.',
  busy: 'Le serveur est occupé. Réessayez dans un instant.',
  storage_full:
    'Le serveur n’a plus de place pour enregistrer cela. Rien n’a été modifié. Réessayez plus tard.',
  internal: 'Une erreur s’est produite de notre côté. Rien n’a été modifié. Réessayez.',
};
