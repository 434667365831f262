// What is said while something is fetched, and of what went wrong, in French.
import type * as english from '../../i18n/failure-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const failureStrings: Words<typeof english.failureStrings> = {
  retry: 'Réessayer',
  loading: 'Chargement',
  failedHeading: 'Chargement impossible',
  misconfigured: 'Cette page n’indique pas où ses utilisateurs sont gérés : l’attribut endpoint est absent.',
  unreachable: 'Le serveur est injoignable. Vérifiez votre connexion.',
  cancelled: 'L’opération a été annulée.',
  prevented: 'Cette page ne l’a pas permis. Rien n’a été modifié.',
  failed: 'Une erreur s’est produite. Réessayez.',
};
