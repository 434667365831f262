// What is found about a person or an address, in plain words, with what helps, in French.
import type * as english from '../../i18n/diagnosis-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './elision.ts';

const { counted, list, number } = formatsOf('fr');

const say = (title: string, text: string) => (): english.FindingWords => ({ title, text });

const either = (providers: readonly string[]): string => list(providers, 'disjunction');

export const FINDING_WORDS: typeof english.FINDING_WORDS = {
  active: say('Le compte est actif', 'Rien n’est désactivé.'),
  deactivated: say(
    'Le compte n’est pas actif',
    'Seule une personne active peut se connecter ici. La réactiver lui rend le rôle et tout ce qu’elle avait.',
  ),
  address_mistyped: ({ email, suggestion }, { hasEmailChange }) => ({
    title: `L’adresse semble mal saisie : ${email}`,
    text: hasEmailChange
      ? `C’était peut-être ${suggestion}. Un e-mail à une mauvaise adresse n’atteint personne, ou quelqu’un d’autre.`
      : `C’était peut-être ${suggestion}. Les adresses ne changent pas ici : créez un nouveau compte avec la bonne et désactivez celui-ci.`,
  }),
  signs_in_as: ({ email, username }) => ({
    title:
      username === null
        ? `La connexion se fait avec ${email}`
        : `La connexion se fait avec ${username} ou ${email}`,
    text: 'Demandez quelle adresse est saisie. Une autre adresse de cette personne n’ouvre rien ici.',
  }),
  provider_only: ({ providers }) => ({
    title: 'On entre uniquement par le fournisseur d’identité',
    text:
      providers.length === 0
        ? 'Les mots de passe et les liens e-mail n’ouvrent rien ici. La connexion se fera par le fournisseur, une fois qu’il sera configuré, et les problèmes se règlent là-bas.'
        : `Les mots de passe et les liens e-mail n’ouvrent rien ici. La connexion se fait par ${either(providers)}, et les problèmes se règlent là-bas.`,
  }),
  through_host: say(
    'La personne entre par l’application qui entoure cette page',
    'Si la connexion échoue là-bas, examinez son compte dans l’application.',
  ),
  no_way_in: say(
    'Aucun moyen de connexion pour le moment',
    'La personne n’a pas de mot de passe, et aucun e-mail ne peut lui apporter de lien. Donnez-lui un mot de passe, ou configurez un serveur de messagerie.',
  ),
  no_password: ({ hasLinks, providers }) => ({
    title: 'La personne n’a pas de mot de passe',
    text: !hasLinks
      ? `Elle peut se connecter par ${either(providers)}. Un mot de passe n’ouvre rien tant qu’elle n’en a pas.`
      : `Elle peut se connecter par ${either(['un lien envoyé à son adresse', ...providers])}. Un mot de passe n’ouvre rien tant qu’elle n’en a pas.`,
  }),
  must_change_password: say(
    'Un nouveau mot de passe doit d’abord être choisi',
    'Après la connexion avec le mot de passe reçu, rien d’autre ne s’ouvre tant que la personne n’a pas choisi le sien.',
  ),
  attempts_failed: ({ count, lastAt }, { ago }) => ({
    title: counted(count, {
      one: `${number(count)} tentative de connexion a échoué`,
      other: `${number(count)} tentatives de connexion ont échoué`,
    }),
    text: `Dernier essai ${ago(lastAt)}, et aucun n’a réussi depuis. Si c’était bien cette personne, réinitialisez son mot de passe ; sinon, examinez l’activité.`,
  }),
  signed_in: ({ at }, { ago, moment }) => ({
    title: `Dernière connexion ${ago(at)}`,
    text: moment(at),
  }),
  never_signed_in: ({ since }, { ago }) => ({
    title: 'La personne ne s’est jamais connectée',
    text: `Arrivée ${ago(since)}. Assurez-vous qu’elle sait comment et où se connecter.`,
  }),

  roleless: say(
    'La personne n’a pas de rôle',
    'Sans rôle, rien ne s’ouvre, même après la connexion. Choisissez-en un selon sa fonction.',
  ),
  role_gone: ({ roles }, tongue) => ({
    title: counted(roles.length, {
      one: 'Un de ses rôles n’existe plus',
      other: 'Certains de ses rôles n’existent plus',
    }),
    text: `Sans effet : ${tongue.roles(roles)}. Choisissez un autre rôle.`,
  }),
  roles_held: ({ roles }, tongue) => ({
    title: counted(roles.length, {
      one: `Rôle : ${tongue.roles(roles)}`,
      other: `Rôles : ${tongue.roles(roles)}`,
    }),
    text: 'Ce que la personne voit et fait en découle. Si sa fonction a changé, donnez-lui un autre rôle sans attendre une revue.',
  }),
  roles_here: ({ workspace }) => ({
    title: `Ses rôles valent uniquement dans ${workspace}`,
    text: 'Dans un autre espace de travail, la personne a ce qui lui a été donné là-bas. Assurez-vous qu’elle regarde dans le bon.',
  }),
  reaches_all: ({ kind, role }, tongue) => ({
    title: `Accès à l’ensemble des ${inside(tongue.things(kind))}`,
    text: `Le rôle ${tongue.roles([role])} donne accès à tout, quelles que soient les attributions.`,
  }),
  reaches_assigned: ({ kind, count, total }, tongue) => ({
    title: `Accès à ${number(count)} ${inside(tongue.things(kind, count))} sur ${number(total)}`,
    text: 'Seulement ce qui a été attribué à la personne ou créé par elle. Ce qui manque doit être attribué.',
  }),
  reaches_none: ({ kind, total }, tongue) => ({
    title: counted(total, {
      one: `Aucun accès (${number(total)} ${inside(tongue.things(kind, total))})`,
      other: `Aucun accès aux ${number(total)} ${inside(tongue.things(kind, total))}`,
    }),
    text: 'Rien n’a encore été attribué à cette personne, et rien ne vient tout seul.',
  }),
  made_after: ({ kind, count }, tongue) => ({
    title: `${number(count)} ${inside(tongue.things(kind, count))} de plus depuis la dernière attribution`,
    text: 'Ce qui est créé plus tard n’est pas inclus automatiquement. Attribuez-le là où c’est nécessaire.',
  }),
  reaches_by_role: ({ kind, count, total }, tongue) => ({
    title: `Ses rôles donnent accès à ${number(count)} ${inside(tongue.things(kind, count))} sur ${number(total)}`,
    text: 'Ce que permet un rôle est réglé pour toutes les personnes qui l’ont.',
  }),

  address_invalid: say('Ce n’est pas une adresse e-mail', 'Vérifiez ce qui précède et ce qui suit le @.'),
  already_member: say(
    'Cette personne est déjà ici',
    'Aucune invitation n’est nécessaire. Ce qui peut la bloquer figure ci-dessous.',
  ),
  invitation_pending: ({ createdAt, expiresAt, by }, { ago, moment }) => ({
    title:
      by === null ? `Invitation envoyée ${ago(createdAt)}` : `Invitation envoyée ${ago(createdAt)} par ${by}`,
    text: `Sans réponse pour le moment. Le lien fonctionne jusqu’au ${moment(expiresAt)}.`,
  }),
  invitation_waits: ({ createdAt, expiresAt, by }, { ago, moment }) => ({
    title:
      by === null
        ? `Invitation envoyée ${ago(createdAt)}, sans réponse`
        : `Invitation envoyée ${ago(createdAt)} par ${by}, sans réponse`,
    text: `Relancez : demandez si l’e-mail est arrivé, et renvoyez-le sinon. Le lien fonctionne jusqu’au ${moment(expiresAt)}.`,
  }),
  invitation_expired: ({ expiresAt }, { ago }) => ({
    title: `Invitation expirée ${ago(expiresAt)}`,
    text: 'Son lien ne fonctionne plus. La renvoyer en crée un nouveau.',
  }),
  invitation_revoked: say(
    'L’invitation a été révoquée',
    'Son lien ne fonctionne plus. Invitez cette adresse à nouveau.',
  ),
  invitation_declined: say(
    'L’invitation a été déclinée',
    'La personne a dit non. Parlez-lui avant d’inviter cette adresse à nouveau.',
  ),
  mail_missing: say(
    'Aucun serveur de messagerie n’est configuré, donc aucun e-mail n’est parti',
    'Transmettez le lien vous-même, ou configurez la messagerie sous « Paramètres ».',
  ),
  mail_queued: say(
    'L’e-mail est en route vers le serveur de messagerie',
    'Si cela dure, vérifiez le serveur de messagerie sous « Paramètres » et envoyez un e-mail de test.',
  ),
  mail_failed: ({ answer }) => ({
    title: 'Le serveur de messagerie n’a pas accepté l’e-mail',
    text:
      answer === ''
        ? 'Il n’a pas donné de raison. Cherchez d’abord une faute de frappe dans l’adresse.'
        : `Sa réponse : ${answer.replace(/\.$/, '')}. Cherchez d’abord une faute de frappe dans l’adresse.`,
  }),
  mail_sent: say(
    'L’e-mail a été envoyé',
    'Le serveur de messagerie l’a accepté. Seule la personne peut dire s’il est arrivé dans sa boîte.',
  ),
  look_in_spam: say(
    'Demandez-lui de regarder dans les indésirables',
    'Les premiers e-mails d’un nouvel expéditeur y arrivent souvent.',
  ),
  may_be_delayed: say(
    'Certains fournisseurs retiennent les premiers e-mails',
    'L’attente peut aller de quelques minutes à une heure, et les filtres d’une entreprise peuvent bloquer l’e-mail. Leur administration peut autoriser l’expéditeur.',
  ),
  not_here: say(
    'Personne ici n’a cette adresse, et aucune invitation n’est en attente',
    'Elle a peut-être été saisie autrement, ou n’est connue que dans un autre espace de travail.',
  ),

  may_assign: ({ roles }, tongue) => ({
    title: `Peut donner : ${tongue.roles(roles)}`,
    text: 'La personne ne peut ni donner d’autres rôles, ni modifier les personnes qui les ont.',
  }),
  may_not_assign: ({ needed }, tongue) => ({
    title: 'Ne peut pas donner de rôles',
    text:
      needed.length === 0
        ? 'Aucun rôle ici ne le permet.'
        : `Il faut un rôle qui permet de gérer les personnes : ${tongue.roles(needed, 'or')}.`,
  }),
  roles_exist_here: ({ workspace }) => ({
    title: 'Un rôle doit exister avant d’être donné',
    text: `Les rôles de ${workspace}, et ce que chacun permet, figurent sous « Permissions ».`,
  }),
  assigns_here: ({ workspace }) => ({
    title: 'Les rôles se donnent dans l’espace de travail auquel ils servent',
    text: `Les droits dans ${workspace} ne disent rien d’un autre espace de travail : il y faut un rôle à part.`,
  }),
  assigns_everywhere: ({ role }, tongue) => ({
    title: `Le rôle ${tongue.roles([role])} permet de donner tous les rôles, dans tous les espaces de travail`,
    text: 'Rien d’autre n’est nécessaire.',
  }),
  ask_everywhere: ({ roles }, tongue) => ({
    title: `Peut toujours donner des rôles : ${tongue.roles(roles, 'or')}`,
    text: 'Si personne d’autre ne le peut, adressez-vous à l’une de ces personnes.',
  }),
  not_yours: ({ reason }, tongue) => ({
    title: 'Vous ne pouvez pas changer le rôle de cette personne',
    text: tongue.reason(reason),
  }),
  ask_support: (_facts, { hasSupport }) => ({
    title: 'Rien de tout cela n’aide ?',
    text: hasSupport
      ? 'L’assistance peut chercher plus loin.'
      : 'Adressez-vous à la personne qui exploite ce produit pour vous.',
  }),
};

export const TOPIC_NAMES: typeof english.TOPIC_NAMES = {
  'sign-in': 'Connexion',
  access: 'Ce que la personne voit',
  invitation: 'L’invitation',
  roles: 'Donner des rôles',
};

export const SEVERITY_NAMES: typeof english.SEVERITY_NAMES = {
  problem: 'Problème',
  notice: 'À savoir',
  fine: 'En ordre',
};

const problems = (count: number): string =>
  counted(count, { one: `${number(count)} problème trouvé`, other: `${number(count)} problèmes trouvés` });

export const diagnosisStrings: Words<typeof english.diagnosisStrings> = {
  heading: 'Diagnostic de cette personne',
  hint: 'Cherche ce qui empêche une personne de se connecter ou de voir ce dont elle a besoin.',
  run: 'Lancer le diagnostic',
  again: 'Vérifier à nouveau',
  none: 'Aucun problème trouvé',
  found: (count) => problems(count),
  spoken: (who, count) =>
    count === 0 ? `Aucun problème trouvé pour ${who}.` : `${problems(count)} pour ${who}.`,
  inOrder: (count) => `${number(count)} en ordre`,

  reactivate: 'Réactiver',
  reactivated: (who) => `${who} a de nouveau accès.`,
  resetPassword: 'Réinitialiser le mot de passe',
  changeEmail: 'Changer l’adresse',
  chooseRole: 'Choisir un rôle',
  assign: (things) => `Attribuer des ${inside(things)}`,
  resend: 'Renvoyer l’invitation',
  resent: (email) => `Invitation renvoyée à ${email}. Les liens précédents ne fonctionnent plus.`,
  inviteAgain: 'Inviter à nouveau',
  inviteInstead: (email) => `Inviter plutôt ${email}`,
  invitedInstead: (email, old) => `Une invitation est envoyée à ${email}, et celle de ${old} est révoquée.`,
  invited: (email) => `Une invitation est envoyée à ${email}.`,
  notInvited: 'Impossible d’inviter cette adresse.',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié.',
  copyRefused: 'Le navigateur n’a pas autorisé la copie. Le lien est affiché ci-dessous.',
  theLink: 'Lien de l’invitation',
  openMail: 'Ouvrir les paramètres de messagerie',
  testMail: 'Envoyer un e-mail de test',
  testTaken: (answer) => `Le serveur de messagerie l’a accepté : ${answer}`,
  testRefused: (answer) => `Le serveur de messagerie ne l’a pas accepté : ${answer}`,
  seeRoles: 'Voir les rôles',
  support: 'Aide',

  // Somebody without a row
  dialogHeading: (email) => (email === '' ? 'Vérifier une adresse' : `Pas de réponse de ${email} ?`),
  address: 'Adresse e-mail',
  addressHint: 'Celle d’une personne qui dit n’avoir reçu aucun e-mail ou ne pas pouvoir entrer.',
  check: 'Vérifier',
};
