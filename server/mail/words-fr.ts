// The letters in French. Words only.
import { countingIn } from './words-forms.ts';
import type { Words } from './words.ts';

const counted = countingIn('fr');

function more(others: number): string {
  if (others === 0) return '';
  return counted(others, {
    one: ` et ${others} autre espace de travail`,
    other: ` et ${others} autres espaces de travail`,
  });
}

/** The words of French letters. */
export const FRENCH: Words = {
  locale: 'fr-FR',
  greeting: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  sentence: (text) => `${text}.`,
  fallback: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  role: 'Votre rôle : ',
  roleAt: (workspace) => `${workspace} : `,
  means: (description) => `. ${description}`,
  writes: (from) => `${from} vous écrit :`,
  invitation: {
    lead: (workspace, inviter, others) =>
      inviter === null
        ? `Vous avez reçu une invitation à rejoindre ${workspace}${more(others)}`
        : `${inviter} vous invite à rejoindre ${workspace}${more(others)}`,
    subject: (workspace, inviter, others) =>
      inviter === null
        ? `Invitation à rejoindre ${workspace}${more(others)}`
        : `${inviter} vous invite à rejoindre ${workspace}${more(others)}`,
    button: 'Voir l’invitation',
    steps: (email, until) =>
      `Ouvrez le lien, vérifiez les informations et choisissez « Accepter l’invitation ». Il fonctionne une seule fois, pour ${email}, jusqu’au ${until}.`,
    calm: 'Si vous n’attendiez pas cette invitation, vous pouvez ignorer cet e-mail. Rien ne se passe sans votre accord.',
  },
  account: {
    'sign-in': ({ place, email, until }) => ({
      subject: `Votre lien de connexion à ${place}`,
      lead: `Voici votre lien de connexion à ${place}`,
      button: 'Se connecter',
      steps: `Ouvrez le lien et choisissez « Se connecter ». Il fonctionne une seule fois, pour ${email}, jusqu’au ${until}.`,
      calm: 'Si vous n’avez pas demandé ce lien, vous pouvez ignorer cet e-mail. Ne transmettez le lien à personne : il connecte quiconque le possède.',
    }),
    reset: ({ place, email, until }) => ({
      subject: `Choisir un nouveau mot de passe pour ${place}`,
      lead: `Voici votre lien pour choisir un nouveau mot de passe pour ${place}`,
      button: 'Choisir un mot de passe',
      steps: `Ouvrez le lien et saisissez deux fois le nouveau mot de passe. Il fonctionne une seule fois, pour ${email}, jusqu’au ${until}.`,
      calm: 'Si vous n’avez pas demandé ce lien, vous pouvez ignorer cet e-mail. Votre mot de passe reste inchangé. Ne transmettez le lien à personne.',
    }),
    'confirm-email': ({ place, email, until }) => ({
      subject: 'Confirmez votre adresse e-mail',
      lead: `Veuillez confirmer votre adresse e-mail pour ${place}`,
      paragraphs: [`${email} a été saisie comme nouvelle adresse d’un compte.`],
      button: 'Confirmer l’adresse',
      steps: `Ouvrez le lien et choisissez « Confirmer l’adresse ». S’il vous est demandé de vous connecter d’abord, faites-le avec l’ancienne adresse. Il fonctionne une seule fois, jusqu’au ${until}.`,
      calm: 'Si ce n’était pas vous, vous pouvez ignorer cet e-mail. Rien ne change sans confirmation.',
    }),
    'email-changed': ({ place }) => ({
      subject: 'Votre adresse e-mail a été changée',
      lead: `L’adresse e-mail de votre compte ${place} a été changée`,
      paragraphs: [
        'Les e-mails sont désormais envoyés à la nouvelle adresse, qui sert aussi à vous connecter. Cette adresse-ci n’ouvre plus le compte.',
      ],
      calm: `Si ce n’était pas vous, prévenez immédiatement une personne qui administre ${place}.`,
    }),
    'password-changed': ({ place, isByOthers }) => ({
      subject: 'Votre mot de passe a été changé',
      lead: isByOthers
        ? `Une personne qui administre ${place} a défini un nouveau mot de passe pour votre compte`
        : `Le mot de passe de votre compte ${place} a été changé`,
      paragraphs: [
        isByOthers
          ? 'Elle vous communiquera ce mot de passe. Toutes vos sessions sont terminées.'
          : 'Toutes vos autres sessions sont terminées.',
      ],
      calm: isByOthers
        ? `Si vous ne vous y attendiez pas, adressez-vous à une personne qui administre ${place}.`
        : `Si ce n’était pas vous, choisissez un nouveau mot de passe par un lien envoyé à votre adresse, et prévenez immédiatement une personne qui administre ${place}.`,
    }),
    'in-charge': ({ place, role }) => ({
      subject: `Vous êtes maintenant responsable pour ${place}`,
      lead: `Vous êtes maintenant responsable pour ${place}`,
      calm: `Si vous ne vous attendiez pas à recevoir le rôle ${role}, adressez-vous à une personne qui administre ${place}.`,
    }),
    'account-made': ({ place, others, all, email, hasPassword }) => ({
      subject: `Vous avez un compte pour ${place}${more(others)}`,
      lead: `Un compte a été créé pour vous dans ${place}${more(others)}`,
      paragraphs: [
        ...(others === 0 ? [] : [`Il vaut pour ${all}.`]),
        hasPassword
          ? `Vous vous connectez avec ${email}. La personne qui a créé le compte vous communique le premier mot de passe.`
          : `Vous vous connectez avec ${email}. La page vous envoie un lien pour cela.`,
      ],
      button: 'Se connecter',
      steps: 'La page reste toujours à la même adresse ; vous pouvez la conserver.',
      calm: `Si vous ne vous y attendiez pas, adressez-vous à une personne qui administre ${place}.`,
    }),
    test: ({ place }) => ({
      subject: `E-mail de test envoyé par ${place}`,
      lead: `Ceci est un e-mail de test envoyé par ${place}`,
      paragraphs: ['Il est bien arrivé : les e-mails partent donc.'],
      calm: 'Il a été envoyé depuis les paramètres, à l’adresse de la personne qui l’a demandé. Il n’y a rien à faire.',
    }),
  },
};
