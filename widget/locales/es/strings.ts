// The sentences of the first rows in Spanish.
import type * as english from '../../i18n/strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './inside.ts';

const { counted, number } = formatsOf('es');

const people = (count: number) => counted(count, { one: '1 persona', other: `${number(count)} personas` });

export const strings: Words<typeof english.strings> = {
  // General
  cancel: 'Cancelar',
  comma: ', ',
  colon: ': ',
  undo: 'Deshacer',
  people,

  // Members
  membersHeading: 'Personas',
  membersCount: (count, isExact) => (isExact ? people(count) : `Más de ${number(count)} personas`),
  searchLabel: (hasUsername) =>
    hasUsername ? 'Buscar por nombre, nombre de usuario o correo' : 'Buscar por nombre o correo',
  searchPlaceholder: 'Buscar personas',
  roleFilter: 'Rol',
  everyRole: 'Todo rol',
  statusFilter: 'Estado',
  everyStatus: 'Todo estado',
  dormantFilter: 'Último acceso',
  everySignIn: 'Todo acceso',
  dormantFor: (days) => `Sin acceso en ${days} días`,
  sortLabel: 'Ordenar por',
  sortBy: (column) => `Por ${inside(column)}`,
  clearFilters: 'Borrar filtros',
  filteredCount: (count, isExact) =>
    isExact
      ? counted(count, { one: '1 persona coincide', other: `${number(count)} personas coinciden` })
      : `Coinciden más de ${number(count)} personas`,
  columns: {
    username: 'Usuario',
    name: 'Nombre',
    email: 'Correo',
    roles: 'Rol',
    status: 'Estado',
    lastSignIn: 'Último acceso',
  },
  severalRoles: 'Roles',
  statuses: { active: 'Activo', deactivated: 'Desactivado', inactive: 'Inactivo' },
  actionsColumn: 'Acciones',
  you: 'Usted',
  neverSignedIn: 'Nunca',
  roleOf: (name) => `Rol de ${name}`,
  roleHeld: (name, roles, place) => `Rol de ${name}${place && ` en ${place}`}: ${roles}`,
  roleOption: (role, reason) => `${role} (${reason})`,
  showMember: (name) => `Mostrar a ${name}`,
  actionsFor: (name) => `Acciones para ${name}`,
  selectMember: (name) => `Seleccionar a ${name}`,
  selectShown: 'Seleccionar las personas cargadas',
  deactivate: 'Desactivar',
  reactivate: 'Reactivar',
  remove: 'Quitar',
  leave: 'Salir',
  noMembers: 'Todavía no hay nadie',
  noMembersText: 'Las personas aparecen aquí en cuanto se incorporan.',
  noMatch: 'Nadie coincide',
  noMatchText: 'Ninguna persona coincide con esta búsqueda y estos filtros.',
  membersFailed: 'No se pudieron cargar las personas',

  // Views and states of the whole widget
  views: {
    users: 'Usuarios',
    collaborators: 'Colaboradores',
    permissions: 'Permisos',
    reviews: 'Revisiones',
    audit: 'Auditoría',
  },
  sides: { settings: 'Configuración', account: 'Su cuenta' },
  viewsLabel: 'Gestión de usuarios',
  viewNotHere: (view) => `La vista «${view}» no está disponible para usted aquí.`,
  signIn: 'Iniciar sesión',
  forbiddenHeading: 'No tiene acceso a esta sección',
  forbiddenText:
    'Su rol no incluye gestionar personas aquí. Si lo necesita, pídalo a quien sea titular o administre este espacio de trabajo.',
  offlineHeading: 'Sin conexión',
  offlineBanner: 'Parece que no tiene conexión. Es posible que lo que ve no esté al día.',
  archivedBanner: (workspace) =>
    `${workspace} está en el archivo. Puede consultarlo, pero no se puede cambiar nada hasta que se restaure.`,
  rolesLink: 'Qué puede hacer cada rol',
  apiLink: 'API',
  supportLink: 'Ayuda',
};
