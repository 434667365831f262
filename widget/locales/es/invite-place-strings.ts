// The sentences of inviting into several workspaces, in Spanish.
import type * as english from '../../i18n/invite-place-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('es');

const people = (count: number) => counted(count, { one: '1 persona', other: `${number(count)} personas` });

export const invitePlaceStrings: Words<typeof english.invitePlaceStrings> = {
  rolesIn: (workspace) => `Roles en ${workspace}`,
  addPlace: 'Agregar otro espacio de trabajo',
  place: 'Espacio de trabajo',
  choosePlace: 'Elija un espacio de trabajo',
  searchPlaces: 'Buscar espacios de trabajo',
  noneFound: 'Ningún espacio de trabajo coincide con esta búsqueda',
  inviting: {
    removePlace: (workspace) => `No invitar a ${workspace}`,
    noPlace: 'No hay ningún otro espacio de trabajo al que pueda invitar personas.',
    noMorePlaces: 'Estos son todos los espacios de trabajo a los que puede invitar personas.',
  },
  making: {
    removePlace: (workspace) => `No agregar en ${workspace}`,
    noPlace: 'No hay ningún otro espacio de trabajo en el que pueda agregar personas.',
    noMorePlaces: 'Estos son todos los espacios de trabajo en los que puede agregar personas.',
  },
  roleNeeded: 'Elija al menos un rol.',

  name: 'Nombre',
  required: 'obligatorio',
  nameHint: 'El nombre completo, como conocen a esta persona en el trabajo.',
  nameNeeded: 'Escriba el nombre de esta persona.',

  adviseJob: 'Asigne los roles de su trabajo. Empiece por lo mínimo y agregue más cuando haga falta.',
  advisePlace:
    'Los roles solo valen en su espacio de trabajo. Compruebe que estos son los espacios donde trabaja esta persona.',

  review: (count) => (count === 0 ? 'Revisar' : `Revisar ${people(count)}`),
  reviewHeading: 'Compruebe antes de enviar',
  reviewWho: (count) => `Se invitará a ${people(count)}`,
  reviewMore: (count) => `y ${number(count)} más`,
  reviewRoles: 'Espacios de trabajo y roles',
  reviewMessage: 'Mensaje',
  back: 'Atrás',
  send: (count) =>
    counted(count, { one: 'Enviar invitación', other: `Enviar ${number(count)} invitaciones` }),
};
