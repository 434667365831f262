// The sentences about what people are given themselves, in Spanish.
import type * as english from '../../i18n/resource-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './inside.ts';

const { counted, list, number } = formatsOf('es');

export const resourceStrings: Words<typeof english.resourceStrings> = {
  count: (chosen, total) => `${number(chosen)} de ${number(total)}`,
  countLabel: (chosen, total, things) => `${things}: ${number(chosen)} de ${number(total)} con asignación`,
  search: (things) => `Buscar ${inside(things)}`,
  chooseAll: 'Seleccionar todo',
  chooseNone: 'No seleccionar nada',
  more: 'Mostrar más',
  noneFound: (things) => `No hay ${inside(things)} que coincidan con esta búsqueda.`,
  noneThere: (things) => `Todavía no hay ${inside(things)}. Aquí aparece lo que registre su producto.`,
  show: (things) => `Mostrar el acceso a ${inside(things)}`,

  // Why something is open to somebody, or not
  assigned: 'Por asignación',
  owned: 'Creación de esta persona',
  ownedByYou: 'Creación suya',
  throughRole: (role) => `Por el rol ${role}`,
  newer: 'Posterior, sin incluir',
  notAssigned: 'Sin asignar',
  noAccess: 'Sin acceso',
  willBeAssigned: 'Se asignará',
  willBeTaken: 'Se retirará',
  withActions: (actions, ground) => `${list(actions)} · ${ground}`,

  // What the person should know who decides
  fullRole: (role, things) =>
    `${things}: el rol ${role} ya tiene acceso a todo, sea lo que sea lo asignado aquí. Una asignación es solo informativa.`,
  assignedOnly: (things) =>
    `${things}: cada persona ve y usa lo que tiene asignado, y nada más. Lo que se agregue después no se incluye hasta que usted lo asigne.`,
  heldInPart: (actions) =>
    `Una marca lo asigna todo: ${actions}. Lo que su producto asignó en parte sigue así mientras esté marcado. Para asignarlo todo, quite la marca, guarde y vuelva a marcar.`,
  off: (name) => `Nada de esto está disponible para ${name} hasta que se reactive.`,
  leastFirst: 'Asigne solo lo que necesite para su trabajo.',
  allChosen: (things, total) =>
    `Esto lo asigna todo: ${number(total)} ${inside(things)}. Asigne solo lo que haga falta para el trabajo; siempre se puede agregar más.`,

  notYet: (things) =>
    `${things}: lo que marcó todavía no está asignado. Asígnelo cuando se haya aceptado la invitación.`,

  // Saving what one person has
  undo: 'Deshacer',
  changes: (count) => counted(count, { one: '1 cambio', other: `${number(count)} cambios` }),
  saved: (name, things) => `Se guardó lo asignado a ${name}: ${inside(things)}.`,

  // Several people at once
  giveOrTake: (things) => `Qué hacer con lo seleccionado: ${inside(things)}`,
  give: 'Asignar',
  take: 'Retirar',
  giveText: 'Lo que ya tienen se conserva.',
  takeText: 'No cambia nada más de lo que tienen.',
};
