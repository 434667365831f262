// What is advised before somebody's access ends, in Spanish.
import type * as english from '../../i18n/advice-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('es');

export const adviceStrings: Words<typeof english.adviceStrings> = {
  lost: (names) =>
    `Esto no se puede deshacer. Se eliminan el rol, todo lo asignado y la actividad aquí de ${names}. Si este es su único espacio de trabajo, también desaparece su cuenta. Lo que se hizo queda en el registro de auditoría.`,
  them: 'estas personas',
  retention:
    'Compruebe antes cuánto tiempo le exigen sus normas conservar datos de las personas. Lo que se quita no se puede recuperar para una auditoría.',
  deactivateFirst:
    'Desactivar retira el acceso con la misma certeza y conserva el rol y el historial. Úselo para ausencias temporales, o siempre que tenga dudas.',
  deactivateInstead: 'Desactivar en su lugar',
  deactivateKeeps: 'No se elimina nada: es lo indicado para una licencia o para quien se ausenta un tiempo.',
  removePromptly:
    'Cuando alguien se va, retire su acceso el mismo día. Cada día que sigue abierto es un riesgo.',
  away: (days) =>
    `Estas personas no han estado aquí desde hace ${number(days)} días. Pregunte si todavía necesitan acceso y retírelo a quienes ya se fueron: seleccione varias para desactivarlas a la vez.`,
};
