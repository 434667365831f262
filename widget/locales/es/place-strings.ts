// The sentences about people who belong to several workspaces, in Spanish.
import type * as english from '../../i18n/place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('es');

export const placeStrings: Words<typeof english.placeStrings> = {
  switchFrom: (workspace) => `Espacio de trabajo: ${workspace}. Ir a otro`,
  yours: 'Sus espacios de trabajo',
  elsewhere: 'Puede ir a otro de sus espacios de trabajo:',
  search: 'Buscar espacios de trabajo',
  noneFound: 'Ningún espacio de trabajo coincide con esta búsqueda.',
  archived: 'Archivado',
  more: (count) => `Mostrar ${number(count)} más`,
  failed: 'No se pudieron cargar los espacios de trabajo',

  roles: 'Roles',
  rolesAndPlaces: 'Roles y espacios de trabajo',
  noRoles: 'Sin roles',
  edit: 'Cambiar roles',
  editIn: (workspace) => `Cambiar roles en ${workspace}`,
  save: 'Guardar roles',
  unsaved: 'Sin guardar todavía',
  saved: (name, workspace) => `${name} tiene roles nuevos en ${workspace}`,
  unchanged: 'Estos son los roles que tiene',
  roleNeeded: 'Elija al menos un rol',
  advisePlace: (workspace) => `Estos roles valen en ${workspace} y en ningún otro lugar.`,
};
