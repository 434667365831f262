// What whoever manages people is advised before they end somebody’s access, in French.
import type * as english from '../../i18n/advice-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { de } from './elision.ts';

const { number } = formatsOf('fr');

export const adviceStrings: Words<typeof english.adviceStrings> = {
  lost: (names) =>
    `Cette action est irréversible. Le rôle, les attributions et l’activité ${de(names)} sont supprimés ici. Un compte qui n’a pas d’autre espace de travail disparaît aussi. Les actions passées restent dans le journal d’audit.`,
  them: 'ces personnes',
  retention:
    'Vérifiez d’abord combien de temps vos règles vous demandent de conserver les données des personnes. Ce qui est supprimé ne peut pas être rétabli pour un audit.',
  deactivateFirst:
    'Désactiver retire l’accès tout aussi sûrement, et conserve le rôle et l’historique. Préférez-le pour un congé, ou dans le doute.',
  deactivateInstead: 'Désactiver plutôt',
  deactivateKeeps: 'Rien n’est supprimé : c’est le bon choix pour un congé ou une absence.',
  removePromptly:
    'Quand une personne part, retirez-lui l’accès le jour même. Chaque jour où il reste ouvert est un risque.',
  away: (days) =>
    `Ces personnes ne sont pas venues depuis ${number(days)} jours. Demandez-leur si elles ont encore besoin de l’accès, et retirez-le à celles qui sont parties : sélectionnez-les pour en désactiver plusieurs à la fois.`,
};
