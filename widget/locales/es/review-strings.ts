// The sentences of access reviews, in Spanish.
import type * as english from '../../i18n/review-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('es');

const people = (count: number) => counted(count, { one: '1 persona', other: `${number(count)} personas` });

export const reviewStrings: Words<typeof english.reviewStrings> = {
  heading: 'Revisiones de acceso',
  hint: 'Recorra quién tiene acceso y manténgalo o retírelo. Una vez por trimestre es un buen ritmo.',
  start: 'Iniciar una revisión',
  next: 'Iniciar la siguiente',
  after: (name) => `después de ${name}`,
  none: 'Todavía no hay revisiones',
  noneText:
    'Una revisión enumera a las personas que elija tal como están ahora. Cada una mantiene o pierde el acceso, y lo decidido se puede presentar como prueba.',
  dueHeading: 'Es hora de la siguiente revisión',
  dueText: (when) =>
    `La última se cerró ${when}. El acceso que ya nadie necesita se descubre al revisarlo todo cada trimestre.`,
  open: 'Abierta',
  overdue: 'Atrasada',
  closed: 'Cerrada',
  due: (when) => `Vence ${when}`,
  closedAt: (when) => `Cerrada ${when}`,
  decidedBy: (name) => `Decide ${name}`,
  anyReviewer: 'Decide cualquiera que pueda hacer revisiones',
  progress: (done, total) => `${number(done)} de ${people(total)} con decisión`,
  counts: (keep, revoke) =>
    `${counted(keep, { one: '1 mantenido', other: `${number(keep)} mantenidos` })}, ${counted(revoke, { one: '1 retirado', other: `${number(revoke)} retirados` })}`,
  continue: 'Continuar',
  look: 'Ver',

  // Starting one
  startHeading: 'Iniciar una revisión de acceso',
  name: 'Nombre',
  usualName: (quarter, year) => `Revisión de acceso, trimestre ${quarter} de ${year}`,
  roles: 'Roles',
  rolesHelp: 'Todos los roles si no se marca ninguno.',
  status: 'Estado',
  anyStatus: 'Cualquier estado',
  away: 'Último acceso',
  anySignIn: 'Cualquiera',
  awayFor: (days) => `Sin acceso en ${days} días`,
  reviewer: 'Quién decide',
  anybody: 'Cualquiera que pueda hacer revisiones',
  ownReviewer: (name) => `${name}: estaría en esta revisión`,
  formerReviewer: (name) => `${name}: ya no puede hacer revisiones`,
  ownReviewerReason: (name) =>
    `${name} decidiría sobre su propio acceso. Elija a otra persona, o a cualquiera que pueda hacer revisiones.`,
  formerReviewerReason: (name) =>
    `${name} ya no puede hacer revisiones. Elija a otra persona, o a cualquiera que pueda hacerlas.`,
  reviewerRefused:
    'Ya no se puede encargar a esta persona. Elija a otra, o a cualquiera que pueda hacer revisiones.',
  dueDate: 'Fecha límite',
  dueDateNeeded: 'Elija un día futuro.',
  nameNeeded: 'Escriba un nombre.',
  previewing: 'Contando',
  preview: (count) =>
    counted(count, { one: 'Se revisará a 1 persona.', other: `Se revisará a ${number(count)} personas.` }),
  previewNobody: 'Esta selección no incluye a nadie. Elija otras personas.',
  previewTooMany: (most) =>
    `Esta selección incluye a más de ${number(most)} personas. Elija menos, por ejemplo por rol.`,
  started: (name) => `Se inició ${name}.`,

  // Going through one
  back: 'Todas las revisiones',
  list: (name) => `Personas en ${name}`,
  about: 'Mostrar',
  abouts: { open: 'Por decidir', keep: 'Mantenidos', revoke: 'Retirados', all: 'Todos' },
  search: 'Buscar por nombre o correo',
  columnPerson: 'Persona',
  columnAccess: 'Acceso al iniciarse',
  columnLastSignIn: 'Último acceso',
  columnDecision: 'Decisión',
  never: 'Nunca',
  erased: 'Borrado',
  gone: 'Ya no está aquí',
  moreResources: (count) => `y ${number(count)} más`,
  select: (name) => `Seleccionar a ${name}`,
  selectShown: 'Seleccionar a todas las personas mostradas sin decisión',
  selected: (count) => counted(count, { one: '1 seleccionada', other: `${number(count)} seleccionadas` }),
  clear: 'Borrar',
  keep: 'Mantener',
  revoke: 'Retirar',
  keepOf: (name) => `Mantener el acceso de ${name}`,
  revokeOf: (name) => `Retirar el acceso de ${name}`,
  note: 'Nota',
  noteOf: (name) => `Nota sobre ${name}`,
  noteHeading: (name) => `Nota sobre ${name}`,
  saveNote: 'Guardar nota',
  decisions: { keep: 'Mantenido', revoke: 'Retirado' },
  by: (name, when) => `por ${name}, ${when}`,
  revokeQuestion: (count, name) =>
    count === 1 ? `¿Retirar el acceso de ${name}?` : `¿Retirar el acceso de ${people(count)}?`,
  revokeText: {
    deactivate: 'Su acceso se desactiva de inmediato y se puede reactivar en «Usuarios».',
    remove: 'Su acceso se quita de inmediato. Para que alguien vuelva, invite de nuevo a esa persona.',
  },
  kept: (count, name) =>
    count === 1 ? `${name} mantiene el acceso.` : `${people(count)} mantienen el acceso.`,
  revoked: (count, name) =>
    count === 1 ? `${name} ya no tiene acceso.` : `${people(count)} ya no tienen acceso.`,
  restored: (count) =>
    counted(count, {
      one: 'Acceso devuelto y mantenido.',
      other: `Acceso devuelto a ${number(count)} personas y mantenido.`,
    }),
  refused: (count, reason) =>
    counted(count, {
      one: `No se decidió sobre 1 persona: ${reason}`,
      other: `No se decidió sobre ${number(count)} personas: ${reason}`,
    }),
  keepRest: (count) =>
    counted(count, { one: 'Mantener el último', other: `Mantener los ${number(count)} restantes` }),
  keepRestQuestion: (count) => `¿Mantener el acceso de ${people(count)}?`,
  keepRestText: 'Todas las personas sin decisión mantienen su acceso.',
  close: 'Cerrar revisión',
  closeQuestion: (name) => `¿Cerrar ${name}?`,
  closeText: 'Lo decidido se puede leer y exportar, y ya no se puede cambiar.',
  nowClosed: (name) => `Se cerró ${name}.`,
  export: 'Exportar prueba',
  exportText:
    'Cada persona con lo que se decidió, por quién y cuándo. Se puede abrir sin riesgo en una hoja de cálculo.',
  nobody: {
    open: 'Todo está decidido',
    keep: 'No se mantuvo ningún acceso',
    revoke: 'No se retiró ningún acceso',
    all: 'Nadie coincide',
  },
  nobodyOpenText: 'Cierre la revisión para conservarla como prueba.',
  columns: [
    'Revisión',
    'Nombre',
    'Correo',
    'Roles',
    'Estado',
    'Último acceso',
    'Recursos',
    'Decisión',
    'Decidido por',
    'Decidido el',
    'Nota',
  ],
};
