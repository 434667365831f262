// The sentences of accounts in French: one’s own, how others sign in, and passwords wherever they are typed.
import type * as english from '../../i18n/account-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de } from './elision.ts';

const { counted, number } = formatsOf('fr');

export const WAYS: typeof english.WAYS = {
  link: 'par lien e-mail',
  password: 'par mot de passe',
  provider: 'par un fournisseur d’identité',
  invitation: 'par une invitation acceptée',
  setup: 'lors de l’installation de ce serveur',
  host: 'par l’application',
};

export const FLAGS: typeof english.FLAGS = {
  many_failures: 'Après de nombreux échecs',
  new_network: 'Nouveau réseau',
  first_in_90_days: 'Première en 90 jours',
};

export const STRENGTHS: typeof english.STRENGTHS = {
  weak: 'Facile à deviner',
  fair: 'Pourrait être plus difficile à deviner',
  good: 'Difficile à deviner',
  strong: 'Très difficile à deviner',
};

export const accountStrings: Words<typeof english.accountStrings> = {
  change: 'Modifier',
  fromProvider: 'Fourni par votre fournisseur d’identité',
  fromProviderText: 'Modifiez-le là-bas ; il suivra lors de votre prochaine connexion.',

  // The account
  profileHeading: 'Profil',
  profileHint: 'Ce que les autres voient de vous ici.',
  name: 'Nom',
  username: 'Identifiant',
  usernameHint: 'Facultatif. Il vous permet de vous connecter et ne peut plus être modifié ensuite.',
  usernameTaken: 'Cet identifiant est déjà pris. Choisissez-en un autre.',
  usernameSet: 'Une fois défini, un identifiant ne change plus.',
  language: 'Langue des e-mails',
  languageHint: 'C’est aussi celle des pages de connexion.',
  languageAuto: 'Comme dans mon navigateur',
  profileSaved: 'Votre profil est enregistré.',
  hostHeading: 'Votre compte appartient à l’application d’où vous venez',
  hostText:
    'Vous êtes ici par l’application qui entoure cette page. Le nom, le mot de passe et les sessions se gèrent là-bas, dans ses propres paramètres de compte.',

  emailHeading: 'Adresse e-mail',
  emailHint: 'Là où arrivent les liens de connexion et les avis.',
  verified: 'Confirmée',
  unverified: 'Non confirmée',
  newEmail: 'Nouvelle adresse e-mail',
  newEmailHint: 'Nous y envoyons un lien. L’adresse change une fois que vous l’avez ouvert.',
  sendConfirmation: 'Envoyer la confirmation',
  pendingEmail: (email) => `En attente de ${email}`,
  pendingText: (email) =>
    `Ouvrez le lien qui y a été envoyé. D’ici là, ${email} reste votre adresse. Si rien n’arrive, demandez un nouvel envoi.`,
  confirmationSent: (email) => `Un lien a été envoyé à ${email}.`,

  passwordHeading: 'Mot de passe',
  passwordHint: 'Le modifier vous déconnecte partout ailleurs.',
  passwordSet: (when) => `Défini ${when}`,
  noPassword: 'Vous n’avez pas encore de mot de passe.',
  changePassword: 'Changer le mot de passe',
  setPassword: 'Définir un mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  passwordNeeded: 'Saisissez un mot de passe.',
  repeatPassword: 'Nouveau mot de passe, à nouveau',
  passwordChanged: 'Votre mot de passe est changé. Vos autres sessions sont terminées.',
  mustChangeHeading: 'Choisissez un nouveau mot de passe',
  mustChangeText:
    'Votre mot de passe vous a été donné par une autre personne. Choisissez-en un que personne d’autre ne connaît, puis continuez.',

  // Passwords
  showPasswords: 'Afficher le mot de passe',
  capsLock: 'La touche Verr. maj. est activée.',
  rulesLabel: 'Le mot de passe doit contenir',
  ruleMet: 'fait',
  ruleOpen: 'manque encore',
  rules: {
    minimum: (least) => `Au moins ${number(least)} caractères`,
    maximum: (most) => `Au plus ${number(most)} caractères`,
    upper: () => 'Une lettre majuscule',
    lower: () => 'Une lettre minuscule',
    digit: () => 'Un chiffre',
    special: (_count, characters) => `L’un de ces caractères : ${characters}`,
  },
  strength: 'Robustesse',
  advised: (length) => `${number(length)} caractères ou plus sont recommandés.`,

  // Connections
  connectionsHeading: 'Connexions associées',
  connectionsHint: 'Les autres comptes qui ouvrent celui-ci.',
  connectedAs: (email, when) => (email === '' ? `Association ${when}` : `${email}, association ${when}`),
  used: (when) => `dernière utilisation ${when}`,
  connect: 'Associer',
  connectTo: (provider) => `Associer ${provider}`,
  disconnect: 'Dissocier',
  disconnectFrom: (provider) => `Dissocier ${provider}`,
  disconnectQuestion: (provider) => `Dissocier ${provider} ?`,
  disconnectText: 'Ce compte n’ouvrira plus le vôtre. Vous pouvez l’associer à nouveau à tout moment.',
  disconnected: (provider) => `${provider} n’ouvre plus votre compte.`,

  // Sessions
  sessionsHeading: 'Sessions',
  sessionsHint: 'Les endroits où votre compte est ouvert.',
  unknownDevice: 'Appareil inconnu',
  browserOn: (browser, system) => `${browser} sous ${system}`,
  thisBrowser: 'Ce navigateur',
  endsItself: (when) => `Fin automatique ${when}`,
  lastUsed: (when) => `Dernière utilisation ${when}`,
  started: (way, when) => `Connexion ${way}, ${when}`,
  endSession: 'Terminer',
  endSessionOf: (device) => `Terminer la session sur ${device || 'un appareil inconnu'}`,
  endQuestion: (device) => `Terminer la session sur ${device || 'un appareil inconnu'} ?`,
  endText: 'La personne qui l’utilise devra se connecter à nouveau.',
  endOthers: 'Terminer les autres',
  endOthersQuestion: 'Terminer toutes les autres sessions ?',
  endOthersText: 'Celle-ci reste ouverte. Partout ailleurs, vous devrez vous connecter à nouveau.',
  sessionEnded: (device) => `La session sur ${device || 'un appareil inconnu'} est terminée.`,
  othersEnded: 'Toutes les autres sessions sont terminées.',
  onlySession: 'Aucune autre session n’est ouverte.',

  // Sign-ins
  historyHeading: 'Historique des connexions',
  historyHint: 'Si une connexion ne vous dit rien, changez votre mot de passe.',
  historyHintWithout: 'Si une connexion ne vous dit rien, terminez la session correspondante.',
  signedIn: (way) => `Connexion ${way}`,
  notSignedIn: (way) => `Échec de connexion ${way}`,
  noSignIns: 'Aucune connexion pour le moment',
  moreSignIns: (count) => `Afficher ${number(count)} de plus`,

  signOutHeading: 'Déconnexion',
  signOutHint: 'Termine votre session dans ce navigateur.',
  signOut: 'Se déconnecter',
  signOutEverywhere: 'Se déconnecter partout',
  signOutQuestion: 'Se déconnecter partout ?',
  signOutText: 'Toutes vos sessions prennent fin, celle-ci aussi.',

  // How somebody else signs in
  activity: 'Activité',
  theirsFromProvider: (isLocked) =>
    isLocked
      ? 'Le nom et l’adresse viennent du fournisseur d’identité. Ils se modifient là-bas.'
      : 'Le nom et l’adresse viennent du fournisseur d’identité et le suivent à chaque connexion.',
  lastSignIn: 'Dernière connexion',
  never: 'Jamais',
  inDays: (days) => `${number(days)} derniers jours`,
  signIns: (count) =>
    counted(count, { one: `${number(count)} connexion`, other: `${number(count)} connexions` }),
  theirSessions: 'Sessions',
  noSessions: 'Aucune session ouverte.',
  endAll: 'Tout terminer',
  endAllQuestion: (name) => `Terminer toutes les sessions ${de(name)} ?`,
  endAllText: 'Cette personne devra se connecter à nouveau, où qu’elle soit.',
  allEnded: (name) => `Toutes les sessions ${de(name)} sont terminées.`,
  theirSignIn: 'Mode de connexion',
  resetPassword: 'Réinitialiser le mot de passe',
  resetHeading: (name) => `Réinitialiser le mot de passe ${de(name)}`,
  resetText:
    'Transmettez vous-même le nouveau mot de passe. Toutes les sessions de cette personne prennent fin, elle est prévenue par e-mail et devra choisir le sien à la prochaine connexion.',
  confirmReset: 'Réinitialiser',
  wasReset: (name) => `Le mot de passe ${de(name)} est réinitialisé. Toutes ses sessions sont terminées.`,
  changeEmail: 'Changer l’adresse e-mail',
  changeEmailHeading: (name) => `Changer l’adresse e-mail ${de(name)}`,
  changeEmailText: (email) =>
    `Un lien est envoyé à la nouvelle adresse, et un avis à ${email}. L’adresse change une fois le lien ouvert.`,
  emailAsked: (email) => `Un lien a été envoyé à ${email}. L’adresse change une fois le lien ouvert.`,

  // Proving who one is
  proveHeading: 'Confirmez votre identité',
  proveText:
    'C’est une modification sensible. Ce que vous avez saisi est conservé et sera appliqué dès votre confirmation.',
  yourPassword: 'Votre mot de passe',
  confirm: 'Confirmer',
  orElse: 'Ou connectez-vous à nouveau autrement :',
  signInAgain: 'Connectez-vous à nouveau dans un autre onglet :',
  noProof:
    'Aucun moyen de confirmer n’est disponible ici. Déconnectez-vous, reconnectez-vous, puis réessayez.',
  sendLink: 'Recevoir un lien de connexion',
  linkSent: (email) =>
    `Un lien est en route vers ${email}. Ouvrez-le dans ce navigateur, revenez ici et choisissez « La connexion est faite ».`,
  signedInAgain: 'La connexion est faite',
  throughProvider: (name) => `Continuer avec ${name}`,
};
