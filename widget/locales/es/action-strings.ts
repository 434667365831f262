// The sentences around actions on people, in Spanish.
import type * as english from '../../i18n/action-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './inside.ts';

const { counted, number } = formatsOf('es');

const people = (count: number) => counted(count, { one: '1 persona', other: `${number(count)} personas` });

export const actionStrings: Words<typeof english.actionStrings> = {
  close: 'Cerrar',
  save: 'Guardar',
  showMore: 'Mostrar más',
  leaveQuestion: '¿Salir sin guardar?',
  leaveConfirm: 'Descartar y salir',
  dismiss: 'Ocultar',
  importPeople: 'Importar',
  exportPeople: 'Exportar',
  joined: 'Se incorporó',
  openPage: 'Abrir página',
  showActivity: 'Mostrar actividad',
  resetPassword: 'Restablecer contraseña',
  edit: 'Editar',
  manageRoles: 'Gestionar roles',
  offboard: 'Dar de baja',
  export: 'Exportar',
  editPerson: (name) => `Editar a ${name}`,
  changePasswordOf: (name) => `Cambiar la contraseña de ${name}`,
  reactivatePerson: (name) => `Reactivar a ${name}`,
  isActive: (name) => `Acceso activo de ${name}`,
  signedInAs: (name, role) =>
    role === '' ? `Está aquí como ${name}` : `Está aquí como ${name}, con el rol ${role}`,
  leaveAction: (workspace) => `Salir de ${workspace}`,
  roleChanged: (name, role) => `${name} tiene ahora el rol ${role}.`,
  deactivated: (name) => `${name} ya no tiene acceso.`,
  reactivated: (name) => `${name} vuelve a tener acceso.`,
  restored: (name) => `${name} vuelve a tener acceso. Las sesiones cerradas siguen cerradas.`,
  undoRole: (name, roles) =>
    `Devuelve a ${name} el rol anterior: ${roles}. No se aplica si otra persona ha hecho cambios desde entonces.`,
  undoDeactivate: 'Devuelve el acceso. Las sesiones cerradas siguen cerradas.',
  undoReactivate: 'Vuelve a retirar el acceso, de inmediato.',
  removed: (name) => `Se quitó a ${name}.`,
  failedFor: (name, reason) => `${name}: ${reason}`,
  questions: {
    'member.deactivate': (name, email, workspace) => ({
      heading: `¿Desactivar a ${name}?`,
      text: `${email} pierde de inmediato el acceso a ${workspace} y no puede iniciar sesión ahí. El rol y el historial se conservan, y puede reactivar a esta persona en cualquier momento.`,
    }),
    'member.remove': (name, email, workspace) => ({
      heading: `¿Quitar a ${name}?`,
      text: `${email} pierde de inmediato el acceso a ${workspace}. Para que esta persona vuelva, invítela de nuevo.`,
    }),
    'member.leave': (_name, _email, workspace) => ({
      heading: `¿Salir de ${workspace}?`,
      text: 'Pierde el acceso de inmediato. Para volver, alguien tiene que invitarle de nuevo.',
    }),
  },

  // Many members
  selected: (count, isExact) =>
    isExact
      ? counted(count, { one: '1 seleccionada', other: `${number(count)} seleccionadas` })
      : `Más de ${number(count)} seleccionadas`,
  selectAll: (count, isExact) =>
    isExact
      ? counted(count, {
          one: 'Seleccionar la única que coincide',
          other: `Seleccionar las ${number(count)} que coinciden`,
        })
      : `Seleccionar las más de ${number(count)} que coinciden`,
  clearSelection: 'Borrar selección',
  selectionActions: 'Acciones para las personas seleccionadas',
  changeRoleTo: 'Cambiar rol a',
  bulkHeading: {
    'member.change-role': (who, role) => `¿Cambiar el rol de ${who} a ${role}?`,
    'member.deactivate': (who) => `¿Desactivar a ${who}?`,
    'member.reactivate': (who) => `¿Reactivar a ${who}?`,
    'member.remove': (who) => `¿Quitar a ${who}?`,
    'member.end-sessions': (who) => `¿Cerrar las sesiones de ${who}?`,
    'member.assign': (who, things) => `${things} de ${who}`,
  },
  bulkText: {
    'member.change-role':
      'El rol nuevo vale de inmediato. Quien usted no pueda cambiar conserva su rol, y verá el motivo.',
    'member.deactivate':
      'Pierden el acceso de inmediato. Puede reactivar a estas personas en cualquier momento. Quien usted no pueda desactivar sigue como está, y verá el motivo.',
    'member.reactivate': 'Vuelven a tener acceso de inmediato, con el rol que tenían.',
    'member.remove':
      'Pierden el acceso de inmediato. Para que alguien vuelva, invite de nuevo a esa persona.',
    'member.end-sessions':
      'Donde tengan una sesión de este espacio de trabajo, tendrán que iniciarla de nuevo. Lo que pueden hacer no cambia.',
    'member.assign':
      'Vale de inmediato. Quien usted no pueda cambiar conserva lo que tiene, y verá el motivo.',
  },
  assignThings: (things) => `Asignar ${inside(things)}`,
  takeAway: 'Retirar',
  bulkConfirm: {
    'member.change-role': 'Cambiar rol',
    'member.deactivate': 'Desactivar',
    'member.reactivate': 'Reactivar',
    'member.remove': 'Quitar',
    'member.end-sessions': 'Cerrar sesiones',
    'member.assign': 'Asignar',
  },
  bulkRunning: (done, total) => `${number(done)} de ${total}`,
  stop: 'Detener',
  bulkStopped: (done) => `Se detuvo tras ${people(done)}. Lo que se cambió sigue cambiado.`,
  bulkDone: (changed) =>
    counted(changed, { one: 'Se cambió 1 persona.', other: `Se cambiaron ${number(changed)} personas.` }),
  bulkRefused: (count) =>
    counted(count, { one: 'No se cambió 1 persona', other: `No se cambiaron ${number(count)} personas` }),
  bulkUndo: {
    'member.change-role':
      'Deshacer devuelve a cada persona el rol que tenía. Quien haya recibido otros cambios desde entonces se queda como está.',
    'member.deactivate': 'Deshacer devuelve el acceso. Las sesiones cerradas siguen cerradas.',
    'member.reactivate': 'Deshacer vuelve a retirar el acceso, de inmediato.',
  },
  bulkUndone: (changed) => `Se deshizo para ${people(changed)}.`,
  moreRefused: (count) => `y ${number(count)} más`,
};
