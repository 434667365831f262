// The sentences around files that go out and come in, in Spanish.
import type * as english from '../../i18n/file-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('es');

const rows = (count: number) => counted(count, { one: '1 fila', other: `${number(count)} filas` });

export const fileStrings: Words<typeof english.fileStrings> = {
  format: 'Formato',
  csv: 'CSV, para hojas de cálculo',
  json: 'JSON, para programas',
  start: 'Crear el archivo',
  running: (count, total) =>
    total === undefined ? `${rows(count)} hasta ahora` : `${number(count)} de ${rows(total)}`,
  stopped: 'Se detuvo. No se creó ningún archivo.',
  done: (count) => `${rows(count)} en el archivo`,
  doneText: (name) => `${name} se guardó en sus descargas.`,
  nothing: 'No hay nada que exportar',

  // People out
  exportPeople: 'Exportar personas',
  exportPeopleText: (count) =>
    `Exactamente las personas que la lista muestra ahora: ${count}. En el registro queda anotado que usted las exportó.`,

  // People in
  importPeople: 'Importar personas',
  importText:
    'Una tabla (CSV) o JSON con una persona en cada fila. Antes de cambiar nada, usted ve qué pasaría con cada una.',
  columns: (names) => `Columnas que se entienden: ${names}.`,
  chooseFile: 'Elegir un archivo',
  orPaste: 'O pegue aquí la tabla',
  pasteExample: 'Correo, Nombre, Rol',
  roleForNew: 'Rol de las personas nuevas cuya fila no indica ninguno',
  noRole: 'Ninguno: esas filas no se importan',
  look: 'Ver qué cambiaría',
  empty: 'Guarda una tabla con estas columnas para rellenar',
  template: 'Descargar una tabla vacía',
  reading: 'Leyendo la lista',
  looking: (done, total) => `${number(done)} de ${rows(total)} comprobadas`,
  importing: (done, total) => `${number(done)} de ${rows(total)} listas`,
  ignored: (names) => `Columnas que se omiten: ${names}.`,
  back: 'Atrás',
  apply: (count) =>
    counted(count, { one: 'Importar 1 persona', other: `Importar ${number(count)} personas` }),
  nothingToDo: 'No hay nada que cambiar: todas las personas ya están aquí, tal como dice la lista.',
  found: (count) => `Qué pasaría con ${rows(count)}`,
  became: (done) =>
    counted(done, { one: 'Se importó 1 persona', other: `Se importaron ${number(done)} personas` }),
  stoppedAfter: (done) =>
    `Se detuvo tras ${rows(done)}. Lo hecho se conserva; la misma lista se puede importar de nuevo.`,
  verdicts: {
    new: (count) => counted(count, { one: '1 nueva', other: `${number(count)} nuevas` }),
    changes: (count) => counted(count, { one: '1 cambia', other: `${number(count)} cambian` }),
    same: (count) => counted(count, { one: '1 sigue igual', other: `${number(count)} siguen igual` }),
    error: (count) => counted(count, { one: '1 no es posible', other: `${number(count)} no son posibles` }),
  },
  verdict: { new: 'Nueva', changes: 'Cambia', same: 'Igual', error: 'No es posible' },
  line: 'Línea',
  person: 'Persona',
  what: 'Qué',
  account: 'Recibe una cuenta',
  invitation: 'Recibe una invitación',
  pending: 'Ya tiene una invitación',
  fields: {
    email: 'Correo',
    externalId: 'ID externo',
    name: 'Nombre',
    firstName: 'Nombre de pila',
    lastName: 'Apellidos',
    username: 'Nombre de usuario',
    department: 'Departamento',
    roles: 'Rol',
    status: 'Estado',
  },
  none: 'nada',
  at: (field, reason) => `${field}: ${reason}`,
  more: (count) => `y ${number(count)} más`,
  saveFailed: 'Descargar las filas con problemas',
  problemColumn: 'Problema',
  listProblems: {
    noHead: 'La primera línea debe nombrar las columnas; una de ellas, «Correo» o «ID externo».',
    openQuote: 'Unas comillas no se cierran, así que las últimas filas no se pueden distinguir.',
    noJson: 'Esto no es un JSON con una lista de personas.',
    noRows: 'No hay nadie en esta lista.',
    unreadable:
      'No se ha podido leer este archivo. Puede que se haya movido o que haya cambiado desde que lo eligió.',
    tooLarge: 'Aquí se pueden importar como máximo 100\u00a0000 filas. Para más, use la línea de comandos.',
  },

  // Who is here and not in the list
  compare: '¿Quién está aquí y no en la lista?',
  comparing: (done) =>
    counted(done, { one: '1 persona comparada', other: `${number(done)} personas comparadas` }),
  missing: (count) =>
    counted(count, {
      one: '1 persona está aquí y no en la lista',
      other: `${number(count)} personas están aquí y no en la lista`,
    }),
  missingText:
    'Elija a quién desactivar. Pierden el acceso de inmediato, y usted puede reactivarlo en cualquier momento.',
  nobodyMissing: 'Todas las personas que están aquí aparecen en la lista.',
  deactivate: (count) =>
    count === 0
      ? 'Desactivar'
      : counted(count, { one: 'Desactivar a 1 persona', other: `Desactivar a ${number(count)} personas` }),
  chooseAll: 'Todas',
  deactivated: (count) =>
    counted(count, {
      one: 'Se desactivó a 1 persona.',
      other: `Se desactivó a ${number(count)} personas.`,
    }),
  refused: (name, reason) => `${name}: ${reason}`,
};
