// What the served pages say in French.
import { html } from 'hono/html';
import type { PasswordClass } from '../../../shared/passwords/rules.ts';
import { countingIn } from '../../mail/words-forms.ts';
import { refusalsFr } from './refusals-fr.ts';
import type { Words } from './words.ts';

const counted = countingIn('fr');

const characters = (count: number) =>
  counted(count, { one: `${count} caractère`, other: `${count} caractères` });

/** French, formally. */
export const fr: Words = {
  common: {
    continue: 'Continuer',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
    newLink: 'Demander un nouveau lien',
    canClose: 'Vous pouvez fermer cette page.',
    optional: '(facultatif)',
    limited: (minutes) =>
      `Trop de tentatives en peu de temps. Réessayez dans ${counted(minutes, { one: 'une minute', other: `${minutes} minutes` })}.`,
  },
  signIn: {
    title: (workspace) => (workspace === null ? html`Connexion` : html`Connexion à ${workspace}`),
    email: 'Adresse e-mail',
    login: 'Adresse e-mail ou identifiant',
    password: 'Mot de passe',
    sendLink: 'Recevoir un lien de connexion',
    usePassword: 'Utiliser mon mot de passe',
    forgot: 'Mot de passe oublié ?',
    or: 'ou',
    withProvider: (name) => html`Se connecter avec ${name}`,
    firstTime: (hasPassword) =>
      hasPassword
        ? 'Pas encore associé ? Connectez-vous une fois par e-mail ou par mot de passe, puis associez ce service dans votre compte.'
        : 'Pas encore associé ? Connectez-vous une fois par e-mail, puis associez ce service dans votre compte.',
    noWay:
      'Personne ne peut se connecter ici pour le moment, car aucun serveur de messagerie n’est configuré. Adressez-vous à un admin.',
    emailMissing: 'Saisissez d’abord votre adresse.',
    loginMissing: 'Saisissez d’abord votre adresse ou votre identifiant.',
    passwordMissing: 'Saisissez votre mot de passe.',
    failed: 'La connexion a échoué. Vérifiez votre saisie.',
    signedOut: 'Votre session est terminée.',
    stale:
      'Cette page est restée ouverte trop longtemps, ou votre navigateur ne conserve pas les cookies. Veuillez réessayer.',
  },
  sent: {
    title: 'Consultez votre messagerie',
    signIn: (login) => html`Si ${login} correspond à une personne d’ici, un lien de connexion est en route.`,
    reset: (login) =>
      html`Si ${login} correspond à une personne d’ici, un lien pour choisir un nouveau mot de passe est en route.`,
    life: 'Le lien fonctionne une seule fois et pour une courte durée.',
    helpTitle: 'Rien n’est arrivé ?',
    help: [
      'Vérifiez que votre saisie ne contient pas de faute de frappe.',
      'Regardez parmi les messages indésirables.',
      'Attendez quelques minutes : certaines messageries retiennent un premier message.',
      'Sinon, adressez-vous à la personne qui gère votre accès. Elle peut voir si les e-mails partent.',
    ],
    again: 'Renvoyer',
    back: 'Retour à la connexion',
  },
  signedIn: {
    title: 'La connexion est établie',
    as: (who) => html`Votre session est ouverte avec le compte ${who}.`,
    leadsTo: (place) => html`La suite se passe sur ${place}.`,
    goingOn: 'Si rien ne se passe, continuez ici.',
  },
  link: {
    signInTitle: 'Connexion',
    signInAs: (who) => html`Se connecter en tant que ${who}`,
    once: 'Ce lien fonctionne une seule fois.',
    until: (time) => html`Il est valable jusqu’au ${time}.`,
    emailTitle: 'Confirmer votre nouvelle adresse',
    emailText: (address) =>
      html`Une fois l’adresse confirmée, votre compte utilisera ${address} pour la connexion et les e-mails.`,
    emailConfirm: 'Confirmer l’adresse',
    emailDoneTitle: 'Adresse confirmée',
    emailDone: (address) => html`Votre compte utilise maintenant ${address}.`,
    otherSignedIn: (who) =>
      html`Votre session est ouverte avec le compte ${who}. Si vous continuez, elle se termine et celle de ce lien commence.`,
    renew: (address) => html`Envoyer un nouveau lien à ${address}`,
    lost: {
      title: 'Ouvrez à nouveau le lien',
      text: 'Cette page est restée ouverte trop longtemps, ou votre navigateur ne conserve pas les cookies. Retournez à votre e-mail et ouvrez à nouveau le lien, ou demandez-en un autre.',
    },
    invalid: {
      title: 'Ce lien ne fonctionne pas',
      text: 'Il est peut-être incomplet, ou un lien plus récent a été envoyé. Utilisez le plus récent, ou demandez-en un nouveau.',
    },
    used: {
      title: 'Ce lien a déjà été utilisé',
      text: 'Chaque lien fonctionne une seule fois. Si ce n’était pas vous, demandez-en un nouveau dès maintenant.',
    },
    expired: { title: 'Ce lien a expiré', text: 'Demandez-en un nouveau, cela ne prend qu’un instant.' },
    other: {
      title: 'Votre session est ouverte avec un autre compte',
      text: 'Ce lien appartient à un autre compte. Déconnectez-vous, puis connectez-vous avec celui-ci pour confirmer.',
    },
    taken: {
      title: 'Cette adresse est déjà utilisée',
      text: 'Elle appartient entre-temps à un autre compte. Rien n’a été modifié.',
    },
    setUpClosed: {
      title: 'L’installation est déjà faite',
      text: 'Il y a déjà une première personne propriétaire. Connectez-vous, ou demandez-lui une invitation.',
    },
    setUpExpired: {
      title: 'Ce lien a expiré',
      text: 'Redémarrez le serveur, il en affichera un nouveau.',
    },
  },
  setUp: {
    title: 'Bienvenue',
    text: 'Vous êtes la première personne ici. Donnez un nom à l’espace de travail et à vous-même ; vous en deviendrez propriétaire.',
    workspace: 'Nom de l’espace de travail',
    workspaceHint: 'Par exemple le nom de votre entreprise ou de votre équipe.',
    name: 'Votre nom',
    email: 'Votre adresse e-mail',
    password: 'Mot de passe',
    passwordAgain: 'Mot de passe, à nouveau',
    passwordHint: 'Sans mot de passe, vous vous connectez par un lien envoyé à votre adresse.',
    noWayBack:
      'Aucun serveur de messagerie n’est encore configuré. Configurez-en un avant de vous déconnecter, car sans lui personne ne peut se reconnecter.',
    submit: 'Créer l’espace de travail',
    workspaceWrong: 'Saisissez un nom de 1 à 100 caractères.',
  },
  password: {
    resetTitle: 'Choisir un nouveau mot de passe',
    resetText: (who) => html`Pour le compte ${who}.`,
    mustTitle: 'Choisissez votre propre mot de passe',
    mustText:
      'Votre mot de passe actuel vous a été donné. Pour continuer, choisissez-en un que personne d’autre ne connaît.',
    changeTitle: 'Changer de mot de passe',
    setTitle: 'Définir un mot de passe',
    others: 'L’enregistrer vous déconnecte partout ailleurs.',
    current: 'Mot de passe actuel',
    new: 'Nouveau mot de passe',
    again: 'Nouveau mot de passe, à nouveau',
    save: 'Enregistrer le mot de passe',
    saveAndSignIn: 'Enregistrer et se connecter',
    rulesTitle: 'Règles pour votre mot de passe :',
    failed: 'pas encore',
    minimum: (length) => `au moins ${characters(length)}`,
    maximum: (length) => `au plus ${characters(length)}`,
    advised: (length) => `${characters(length)} ou plus, c’est plus sûr.`,
    one: oneOf,
    notCommon: 'rien de facile à deviner',
    stale: 'Du temps a passé depuis votre connexion. Saisissez aussi votre mot de passe actuel.',
    late: {
      title: 'Reconnectez-vous d’abord',
      text: 'Un premier mot de passe peut être défini dans les dix minutes qui suivent la connexion. Reconnectez-vous, et vous reviendrez ici.',
    },
    signInAgain: 'Se reconnecter',
    savedTitle: 'Votre mot de passe est enregistré',
    savedText: 'Utilisez-le à votre prochaine connexion. Partout ailleurs, vos sessions sont terminées.',
  },
  invitation: {
    invited: (inviter, workspace) =>
      inviter === null
        ? html`Vous avez une invitation à rejoindre ${workspace}`
        : html`${inviter} vous invite à rejoindre ${workspace}`,
    nothingYet: 'Rien ne se passe avant votre accord.',
    for: 'Pour',
    role: 'Rôle',
    until: 'Jusqu’au',
    signedInAs: (who, invitee) =>
      html`Votre session est ouverte avec le compte ${who}. Cette invitation est pour ${invitee}.`,
    somebody: 'd’une autre personne',
    hasAccount: (address) => html`${address} a déjà un compte. Connectez-vous avec ce compte pour accepter.`,
    stay: 'Continuer ainsi',
    signInToAccept: 'Se connecter pour accepter',
    signOutAndGoOn: 'Se déconnecter et continuer',
    accept: 'Accepter l’invitation',
    decline: 'Refuser',
    welcome: (workspace) => html`Bienvenue dans ${workspace}`,
    joined: 'C’est fait. Votre accès fonctionne dès maintenant.',
    setPassword: 'Définir un mot de passe',
    setPasswordHint: 'Vous pouvez définir un mot de passe maintenant, ou plus tard dans votre compte.',
    declinedTitle: 'Invitation refusée',
    declined: (workspace) =>
      html`Vous n’avez pas rejoint ${workspace}, et ce lien ne fonctionne plus. Vous pouvez fermer cette page.`,
    lost: {
      title: 'Ouvrez à nouveau le lien',
      text: 'Cette page est restée ouverte trop longtemps, ou votre navigateur ne conserve pas les cookies. Retournez à l’e-mail d’invitation et ouvrez à nouveau le lien. Si vous revenez ici, autorisez les cookies pour ce site.',
    },
  },
  provider: {
    connectTitle: (provider) => html`Associer ${provider}`,
    connectText: (identity, account) =>
      html`Ensuite, toute connexion là-bas avec ${identity} ouvrira ici le compte ${account}.`,
    connect: 'Associer',
    cancel: 'Annuler',
    staleTitle: 'Reconnectez-vous d’abord',
    stale:
      'Pour associer un service, il faut s’être connecté dans les dix dernières minutes. Déconnectez-vous dans votre compte, reconnectez-vous, puis recommencez.',
    back: 'Retour',
    connectedTitle: 'Service associé',
    connected: 'Vous pouvez désormais vous connecter ainsi.',
    testedTitle: 'Le test est terminé',
    testedOk: 'Le fournisseur a répondu comme il le devait. Le résultat figure dans les paramètres.',
    testedNot: 'Quelque chose ne va pas encore. Les paramètres indiquent quoi.',
    testOverTitle: 'Ce test a déjà été ouvert',
    testOver: 'Chaque test s’ouvre une seule fois. Lancez-en un autre dans les paramètres.',
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être incomplète, ou contient un caractère de trop.',
  },
  refusedTitle: 'Cela n’a pas fonctionné',
  refusals: refusalsFr,
};

function oneOf(one: PasswordClass): string {
  switch (one.kind) {
    case 'upper':
      return 'une lettre majuscule';
    case 'lower':
      return 'une lettre minuscule';
    case 'digit':
      return 'un chiffre';
    default:
      return `l’un de ces caractères : ${one.characters}`;
  }
}
