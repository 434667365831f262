// The sentences around making and changing roles, in Spanish.
import type * as english from '../../i18n/role-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('es');

export const roleStrings: Words<typeof english.roleStrings> = {
  newRole: 'Rol nuevo',
  edit: 'Editar',
  duplicate: 'Duplicar',
  remove: 'Eliminar',
  countsFailed: 'No se pudo cargar cuántas personas tienen cada rol',

  // The editor
  newHeading: 'Rol nuevo',
  editHeading: (role) => `Editar ${role}`,
  copyHeading: (role) => `Duplicar ${role}`,
  copyName: (role) => `${role} (copia)`,
  name: 'Nombre',
  nameHelp: 'Como lo verán las personas, por ejemplo el nombre de un puesto.',
  nameNeeded: 'Escriba un nombre.',
  description: 'Para qué sirve',
  descriptionHelp: 'Una frase para quien reciba el rol. También aparece en su invitación.',
  rights: 'Qué puede hacer',
  rightsHelp: 'Empiece por lo mínimo; siempre se puede agregar más.',
  leftOut: (count) =>
    counted(count, {
      one: 'A usted no le corresponde dar un permiso del original, así que la copia va sin él.',
      other: `A usted no le corresponde dar ${number(count)} permisos del original, así que la copia va sin ellos.`,
    }),
  holders: (count) =>
    counted(count, {
      one: 'Una persona tiene este rol. El cambio vale para ella de inmediato.',
      other: `${number(count)} personas tienen este rol. El cambio vale para ellas de inmediato.`,
    }),
  chosen: (count, all) => `${number(count)} de ${number(all)}`,
  create: 'Crear rol',
  save: 'Guardar rol',
  created: (role) => `Se creó el rol ${role}. Ya puede asignarlo a personas.`,
  saved: (role) => `Se guardó el rol ${role}.`,

  // Deleting
  removeHeading: (role) => `¿Eliminar el rol ${role}?`,
  nobodyHas: 'Nadie tiene este rol. No se puede recuperar.',
  hasIt: 'Quién lo tiene',
  active: (count) => counted(count, { one: '1 persona activa', other: `${number(count)} personas activas` }),
  deactivated: (count) =>
    counted(count, { one: '1 persona desactivada', other: `${number(count)} personas desactivadas` }),
  invited: (count) =>
    counted(count, { one: '1 invitación pendiente', other: `${number(count)} invitaciones pendientes` }),
  instead: 'Qué reciben en su lugar',
  choose: 'Elegir',
  nothing: 'Nada: se quedan sin él',
  withOne: (role) =>
    `Todas esas personas reciben ${role} de inmediato en su lugar, y las invitaciones pendientes lo asignan.`,
  withNothing:
    'Quien no tenga otro rol todavía puede iniciar sesión, y no ve nada. Las invitaciones que solo dan este rol se revocan.',
  chooseFirst: 'Elija antes qué reciben en su lugar.',
  removeAction: 'Eliminar rol',
  removed: (role) => `Se eliminó el rol ${role}.`,
  ownReason: 'Nadie cambia un rol que tiene.',
  aboveReason: 'Este rol puede hacer más que usted, así que no le corresponde cambiarlo.',
};
