// The sentences of seeing somebody out, in French.
import type * as english from '../../i18n/offboard-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de, inside } from './elision.ts';

const { counted, number } = formatsOf('fr');

export const offboardStrings: Words<typeof english.offboardStrings> = {
  heading: (name) => `Départ ${de(name)}`,
  text: 'Tout se fait ensemble, ou rien ne se fait.',
  access: 'Accès',
  ends: {
    deactivate: {
      label: 'Désactiver',
      help: 'Plus d’accès à partir de maintenant. Le rôle et l’historique sont conservés, et l’accès peut être rendu.',
    },
    remove: {
      label: 'Retirer',
      help: 'L’appartenance disparaît définitivement. Vos règles de conservation demandent peut-être de désactiver plutôt.',
    },
  },
  isOff: 'Cette personne est déjà désactivée et le reste.',
  sessions: (count) =>
    count === 0
      ? 'Aucune session n’est ouverte.'
      : counted(count, {
          one: 'Sa session prend fin immédiatement.',
          other: `Ses ${number(count)} sessions prennent fin immédiatement.`,
        }),
  noInvitations: 'Aucune de ses invitations n’attend de réponse.',
  invitations: (count) =>
    counted(count, {
      one: 'Révoquer l’invitation envoyée par cette personne',
      other: `Révoquer les ${number(count)} invitations envoyées par cette personne`,
    }),
  invitationsHelp:
    'Les liens cessent de fonctionner. Qui doit tout de même venir peut être invité à nouveau.',
  noOwned: 'Rien ici ne lui appartient.',
  owned: (things) => `Transmettre ce qui lui appartient : ${things.join(', ')}`,
  thing: (count, one, other) =>
    counted(count, { one: `${number(count)} ${inside(one)}`, other: `${number(count)} ${inside(other)}` }),
  handOverTo: 'Transmettre à',
  handOverNobody: 'Laisser tel quel',
  confirm: 'Confirmer le départ',

  // Afterwards
  doneHeading: (name) => `Le départ ${de(name)} est effectif`,
  did: {
    deactivate: 'Désactivation : plus d’accès à partir de maintenant.',
    remove: 'Retrait de l’espace de travail.',
    sessions: (count) =>
      counted(count, {
        one: `${number(count)} session terminée.`,
        other: `${number(count)} sessions terminées.`,
      }),
    invitations: (count) =>
      counted(count, {
        one: `${number(count)} invitation révoquée.`,
        other: `${number(count)} invitations révoquées.`,
      }),
    handedOver: (count, name) =>
      counted(count, {
        one: `${number(count)} élément transmis à ${name}.`,
        other: `${number(count)} éléments transmis à ${name}.`,
      }),
  },
  noted: 'Chaque étape figure dans le journal d’audit.',
};
