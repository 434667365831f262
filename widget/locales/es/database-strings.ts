// The sentences about a database that follows the grid, in Spanish.
import type * as english from '../../i18n/database-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './inside.ts';

const { counted, number } = formatsOf('es');

export const databaseStrings: Words<typeof english.databaseStrings> = {
  label: 'La base de datos de estos permisos',
  follows: (tables, one, other) =>
    counted(tables, {
      one: `La base de datos sigue lo definido aquí por completo: 1 ${inside(one)}.`,
      other: `La base de datos sigue lo definido aquí por completo: ${number(tables)} ${inside(other)}.`,
    }),
  followsNone: 'La base de datos está lista. Todavía no contiene nada de lo definido aquí.',
  checked: (when) => `Comprobado ${when}.`,
  checking: 'Comprobando',
  checkAgain: 'Comprobar de nuevo',
  unknown: 'No se sabe si la base de datos sigue lo definido aquí.',
  differs: (count) =>
    counted(count, {
      one: 'La base de datos difiere de lo definido aquí en 1 punto',
      other: `La base de datos difiere de lo definido aquí en ${number(count)} puntos`,
    }),
  differsText:
    'Vale lo que se define aquí. Hasta que se repare, la base de datos puede permitir más, o menos.',
  settledText: 'Lo que queda tiene que resolverlo quien opera la base de datos.',
  parts: {
    foundation: 'La base de todas las tablas',
    people: 'Quién es quién',
  },
  roleless: 'personas sin rol',
  moreHolders: (count) => `${number(count)} más`,
  quoted: (name) => `«${name}»`,
  repair: 'Reparar',
  repairPart: (name) => `Reparar ${name}`,
  repairAll: 'Reparar todo',
  repairing: 'Reparando',
  repaired: 'Otra vez en orden',
  byHand: 'Hay que resolverlo en la base de datos.',
  showAll: (count) => `Mostrar los ${number(count)}`,
  more: (count) => `Y ${number(count)} más.`,
  beyond: (count) =>
    counted(count, {
      one: 'Hay 1 más que no aparece aquí. Repare estos y compruebe de nuevo.',
      other: `Hay ${number(count)} más que no aparecen aquí. Repare estos y compruebe de nuevo.`,
    }),
  spoken: (done, failed) =>
    [
      done > 0 &&
        counted(done, {
          one: '1 punto está otra vez en orden.',
          other: `${number(done)} puntos están otra vez en orden.`,
        }),
      failed > 0 &&
        counted(failed, {
          one: '1 no se pudo reparar.',
          other: `${number(failed)} no se pudieron reparar.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
};

export const RIGHT_WORDS: Words<typeof english.RIGHT_WORDS> = {
  read: 'leer',
  add: 'agregar filas',
  change: 'cambiar filas',
  delete: 'borrar filas',
  more: 'hacer otras cosas',
};

export const DIFFERENCE_WORDS: Words<typeof english.DIFFERENCE_WORDS> = {
  schema_missing: () => 'Lo que la gestión de usuarios guarda en la base de datos todavía no se ha creado.',
  schema_foreign: () =>
    'Otra cosa ocupa el lugar de lo que la gestión de usuarios guarda en la base de datos.',
  function_differs: () => 'Una función creada por la gestión de usuarios no está como debería.',
  role_missing: () => 'La base de datos todavía no conoce algunos roles.',
  role_foreign: () => 'Un rol ajeno de la base de datos tiene un nombre que se necesita aquí.',
  role_powerful: () => 'Un rol de la base de datos puede hacer más de lo que debería.',
  role_joined: () => 'Un rol de la base de datos tiene también los permisos de otro.',
  schema_unreachable: ({ who }) =>
    who === '' ? 'Algunos no tienen acceso.' : `Sin acceso a esta tabla: ${who}.`,
  login_missing: () => 'Falta el rol con el que la aplicación inicia sesión.',
  login_powerful: () => 'La aplicación inicia sesión con un rol al que no se aplica ninguna regla.',
  login_inherits: () => 'La aplicación tiene en todo momento los permisos de otros.',
  login_cannot_act: () => 'La aplicación todavía no puede actuar en nombre de todas las personas.',
  table_missing: () => 'No existe esta tabla en la base de datos.',
  table_twice: () => 'Varias entradas de esta vista son la misma tabla.',
  table_owned: () => 'Pertenece a un rol que podría volver a abrirla.',
  table_left: () => 'Ya no figura aquí, pero todavía hay personas con permisos sobre ella.',
  column_missing: ({ names }) => `Le falta la columna ${names}.`,
  security_off: () => 'La seguridad por filas está desactivada.',
  security_not_forced: () => 'La seguridad por filas no se aplica al rol propietario de la tabla.',
  security_forced: () => 'La seguridad por filas impide mantener en orden la base de datos.',
  policy_missing: ({ who, may }) => `Para ${who}, falta la regla que permite ${may}.`,
  policy_differs: ({ who, may }) => `Para ${who}, la regla que permite ${may} no está como debería.`,
  policy_extra: () => 'Queda una regla antigua.',
  policy_foreign: ({ names }) => `La regla ${names} la creó alguien ajeno y puede dar acceso a filas.`,
  grant_missing: ({ who, may }) =>
    `Para ${who}, la base de datos no permite ${may}, aunque aquí está permitido.`,
  grant_extra: ({ who, may }) =>
    `Para ${who}, la base de datos permite ${may}, aunque aquí no está permitido.`,
  grant_public: ({ may }) => `Cualquiera que llegue a la base de datos puede ${may}.`,
  people_differ: () => 'Quién está aquí, y con qué roles, no está al día.',
  assignments_differ: () => 'Lo que se asignó directamente a las personas no está al día.',
};
