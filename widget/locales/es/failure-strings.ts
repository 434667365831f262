// What is said while something is fetched, and of what went wrong, in Spanish.
import type * as english from '../../i18n/failure-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const failureStrings: Words<typeof english.failureStrings> = {
  retry: 'Reintentar',
  loading: 'Cargando',
  failedHeading: 'No se pudo cargar',
  misconfigured: 'Esta página no indica dónde se gestionan sus usuarios: falta el atributo «endpoint».',
  unreachable: 'No se pudo conectar con el servidor. Compruebe su conexión.',
  cancelled: 'Se canceló.',
  prevented: 'Esta página no lo permitió. No se cambió nada.',
  failed: 'Algo salió mal. Inténtelo de nuevo.',
};
