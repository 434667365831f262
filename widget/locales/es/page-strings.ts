// The sentences of a person's page, in Spanish.
import type * as english from '../../i18n/page-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const pageStrings: Words<typeof english.pageStrings> = {
  back: 'Personas',
  more: 'Más',
  moreFor: (name) => `Más acciones para ${name}`,
  gone: 'Esta persona no está aquí',
  goneText: 'Puede que ya se haya ido o que el enlace sea de otro espacio de trabajo.',
  details: 'Datos',
  joined: 'Se incorporó',
  unknown: 'Sin indicar',
  fromProvider: 'Del proveedor de identidad',
  trail: 'Cambios',
  trailHint: 'Lo que se hizo con esta persona, de lo más reciente a lo más antiguo.',
  noTrail: 'Todavía no se ha registrado nada.',
  wholeTrail: 'Abrir en el registro',
};
