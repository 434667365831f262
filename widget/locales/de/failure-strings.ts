// What is said while something is fetched, and of what went wrong, in German.
import type * as english from '../../i18n/failure-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const failureStrings: Words<typeof english.failureStrings> = {
  retry: 'Erneut versuchen',
  loading: 'Wird geladen',
  failedHeading: 'Das konnte nicht geladen werden',
  misconfigured:
    'Diese Seite gibt nicht an, wo ihre Personen verwaltet werden: Das Attribut „endpoint“ fehlt.',
  unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung.',
  cancelled: 'Das wurde abgebrochen.',
  prevented: 'Diese Seite hat es nicht zugelassen. Es wurde nichts geändert.',
  failed: 'Etwas ist schiefgegangen. Versuchen Sie es noch einmal.',
};
