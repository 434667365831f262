// The sentences of permissions, in Spanish.
import type * as english from '../../i18n/permission-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './inside.ts';

const { counted, number } = formatsOf('es');

export const permissionStrings: Words<typeof english.permissionStrings> = {
  // The grid
  gridHeading: (plural) => `Permisos sobre ${inside(plural)}`,
  roleSwitch: 'Rol que se edita',
  unsavedOf: (count) =>
    counted(count, { one: '1 cambio sin guardar', other: `${number(count)} cambios sin guardar` }),
  searchResources: (plural) => `Buscar ${inside(plural)}`,
  resourceCount: (count, one, other) =>
    counted(count, { one: `1 ${inside(one)}`, other: `${number(count)} ${inside(other)}` }),
  gridLabel: (plural, role) => `Permisos de ${role} sobre ${inside(plural)}`,
  allActions: 'Todo',
  allActionsOf: (resource) => `Todos los permisos sobre ${resource}`,
  actionOn: (action, resource) => `${action} ${resource}`,
  actionOnAll: (action, count) => `${action}: ${count}`,
  everythingOnAll: (count) => `Todos los permisos: ${count}`,
  notSavedYet: 'Cambiado, sin guardar todavía',
  savingRow: 'Guardando',
  nothing: 'nada',
  fullRoles: (roles, plural, isOne) =>
    isOne
      ? `${roles} tiene siempre todos los permisos sobre ${inside(plural)}, se defina lo que se defina aquí, y no aparece en la lista.`
      : `${roles} tienen siempre todos los permisos sobre ${inside(plural)}, se defina lo que se defina aquí, y no aparecen en la lista.`,
  defaults: (resource, list) => `Permisos iniciales de cada ${inside(resource)}: ${list}.`,
  defaultOf: (role, actions) => `${actions.toLowerCase()} para ${role}`,
  noResources: (plural) => `Todavía no hay ${inside(plural)}`,
  noResourcesText: () => 'Aquí se definirán los permisos correspondientes.',
  noMatch: (plural) => `No hay ${inside(plural)} que coincidan`,
  noMatchText: 'Nada aquí contiene esto en su nombre.',
  clearSearch: 'Borrar la búsqueda',
  gridFailed: 'No se pudieron cargar los permisos',
  showMoreRows: (count) => `Mostrar ${number(count)} más`,
  stillLoading: 'Disponible cuando se haya cargado todo.',

  // Saving
  unsaved: 'Cambios sin guardar',
  saving: (count) =>
    counted(count, { one: 'Guardando 1 cambio', other: `Guardando ${number(count)} cambios` }),
  discard: 'Descartar',
  discarded: (count) =>
    counted(count, { one: 'Se descartó 1 cambio.', other: `Se descartaron ${number(count)} cambios.` }),
  saved: (count) =>
    counted(count, { one: 'Se guardó 1 cambio.', other: `Se guardaron ${number(count)} cambios.` }),
  notSaved: (count) =>
    counted(count, {
      one: 'No se guardó 1 cambio; el motivo está en su fila.',
      other: `No se guardaron ${number(count)} cambios; los motivos están en sus filas.`,
    }),
  notFollowed: (count) =>
    counted(count, {
      one: 'La base de datos todavía no sigue 1 de ellos; el motivo está en su fila.',
      other: `La base de datos todavía no sigue ${number(count)} de ellos; los motivos están en sus filas.`,
    }),
  savedOnly: 'Está guardado, pero la base de datos todavía no lo sigue.',
  repairRow: 'Reparar',
  repairTable: (resource) => `Reparar la tabla de ${resource}`,
  chooseFirst: 'Elija en las filas marcadas qué valor conservar.',
  leaveText: (count) =>
    counted(count, {
      one: 'Un cambio todavía no está guardado. Al salir se pierde.',
      other: `${number(count)} cambios todavía no están guardados. Al salir se pierden.`,
    }),

  // The matrix
  matrixHeading: 'Qué puede hacer cada rol',
  matrixCaption: 'Permisos por rol',
  capability: 'Permiso',
  held: 'Sí',
  notHeld: 'No',
  heldCount: (held, all) => `${number(held)} de ${number(all)}`,
  yourRole: 'Su rol',
  ownRole: 'Creado aquí',
  menuFor: (role) => `Acciones para el rol ${role}`,

  // Preview
  previewAs: 'Ver como',
  previewNobody: 'Usted',
  previewHint: 'Vea el producto como lo ve alguien con otro rol. No cambia nada para nadie.',
  previewing: (role) => `Está viendo el producto con el rol ${role}.`,
  previewStop: 'Terminar la vista previa',
};
