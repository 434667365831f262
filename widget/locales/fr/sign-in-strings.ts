// The sentences of signing in, in French.
import type * as english from '../../i18n/sign-in-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const signInStrings: Words<typeof english.signInStrings> = {
  heading: 'Connexion',
  headingTo: (workspace) => `Connexion à ${workspace}`,
  email: 'Adresse e-mail',
  login: 'Adresse e-mail ou identifiant',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  sendLink: 'Recevoir un lien de connexion',
  usePassword: 'Utiliser mon mot de passe',
  forgot: 'Mot de passe oublié ?',
  forgotHeading: 'Choisir un nouveau mot de passe',
  forgotText: 'Saisissez votre adresse. Un lien pour choisir un nouveau mot de passe y sera envoyé.',
  sendReset: 'Recevoir un lien',
  back: 'Retour à la connexion',
  or: 'ou',
  through: (provider) => `Se connecter avec ${provider}`,
  enterEmail: 'Saisissez d’abord votre adresse.',
  enterLogin: 'Saisissez d’abord votre adresse ou votre identifiant.',
  enterPassword: 'Saisissez votre mot de passe.',
  checkHeading: 'Consultez votre messagerie',
  checkSignIn: (login) =>
    `Si ${login} correspond à une personne d’ici, un lien de connexion est en route. Il fonctionne une seule fois, pendant 15 minutes ; ouvrez-le dans ce navigateur.`,
  checkReset: (login) =>
    `Si ${login} correspond à une personne d’ici, un lien pour choisir un nouveau mot de passe est en route. Il fonctionne une seule fois, pendant une heure.`,
  checkSpam:
    'Toujours rien après quelques minutes ? Regardez parmi les indésirables ou demandez un nouvel envoi.',
  sendAgain: 'Renvoyer',
  sentAgain: 'Nouvel envoi effectué.',
  otherAddress: 'Utiliser une autre adresse',
  doneHeading: 'La connexion est établie',
  doneText: 'Vous pouvez continuer.',
  failed: 'La connexion a échoué. Vérifiez votre saisie.',
  noWay:
    'Personne ne peut encore se connecter ici. Adressez-vous à la personne qui s’occupe de cette application.',
  noMail:
    'Aucun lien ne peut encore être envoyé, car aucun serveur de messagerie n’est configuré. Adressez-vous à la personne qui s’occupe de cette application.',
};
