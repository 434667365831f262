// The sentences of seeing somebody out, in Spanish.
import type * as english from '../../i18n/offboard-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './inside.ts';

const { counted, list, number } = formatsOf('es');

export const offboardStrings: Words<typeof english.offboardStrings> = {
  heading: (name) => `Dar de baja a ${name}`,
  text: 'Se hace todo a la vez, o no se hace nada.',
  access: 'Acceso',
  ends: {
    deactivate: {
      label: 'Desactivar',
      help: 'Sin acceso desde ahora. El rol y el historial se conservan, y el acceso se puede devolver.',
    },
    remove: {
      label: 'Quitar',
      help: 'La pertenencia desaparece para siempre. Puede que las normas sobre conservación de datos exijan desactivar.',
    },
  },
  isOff: 'Esta persona ya está desactivada y así seguirá.',
  sessions: (count) =>
    count === 0
      ? 'No tiene la sesión iniciada en ningún lugar.'
      : counted(count, {
          one: 'Su sesión se cierra de inmediato.',
          other: `Sus ${number(count)} sesiones se cierran de inmediato.`,
        }),
  noInvitations: 'Ninguna invitación suya espera respuesta.',
  invitations: (count) =>
    counted(count, {
      one: 'Revocar la invitación que envió',
      other: `Revocar las ${number(count)} invitaciones que envió`,
    }),
  invitationsHelp: 'Los enlaces dejan de funcionar. Se puede invitar de nuevo a quien todavía deba venir.',
  noOwned: 'Aquí no hay nada que le pertenezca.',
  owned: (things) => `Traspasar lo que le pertenece: ${list(things)}`,
  thing: (count, one, other) =>
    counted(count, { one: `1 ${inside(one)}`, other: `${number(count)} ${inside(other)}` }),
  handOverTo: 'Traspasar a',
  handOverNobody: 'Dejarlo como está',
  confirm: 'Dar de baja ahora',

  // Afterwards
  doneHeading: (name) => `La baja de ${name} está completa`,
  did: {
    deactivate: 'Desactivación hecha: sin acceso desde ahora.',
    remove: 'Ya no está en el espacio de trabajo.',
    sessions: (count) =>
      counted(count, { one: 'Se cerró 1 sesión.', other: `Se cerraron ${number(count)} sesiones.` }),
    invitations: (count) =>
      counted(count, {
        one: 'Se revocó 1 invitación.',
        other: `Se revocaron ${number(count)} invitaciones.`,
      }),
    handedOver: (count, name) =>
      counted(count, {
        one: `Se traspasó 1 elemento a ${name}.`,
        other: `Se traspasaron ${number(count)} elementos a ${name}.`,
      }),
  },
  noted: 'Cada paso queda en el registro de auditoría.',
};
