// The refusals of pages in Spanish.
import type { Refusals } from './refusals.ts';

/** Spanish. */
export const refusalsEs: Refusals = {
  not_signed_in: { text: 'Inicie sesión para continuar.' },
  token_invalid: { text: 'Esta sesión ya no es válida. Vuelva a cargar la página para continuar.' },
  not_a_member: { text: 'Usted no es miembro de este espacio de trabajo.' },
  actor_deactivated: {
    title: 'Su acceso está desactivado',
    text: 'Su acceso a este espacio de trabajo está desactivado. Pida a la administración que lo restablezca.',
  },
  not_granted: { text: 'Su rol no incluye esto.' },
  not_in_policy: { text: 'Esto no está previsto aquí.' },
  people_from_provider: {
    text: 'Aquí las personas vienen de su proveedor de identidad. Haga el cambio allí.',
  },
  account_is_shared: {
    text: 'Esta cuenta también se usa en otros espacios de trabajo. Solo puede cambiarla la persona a quien pertenece, si inicia sesión directamente.',
  },
  account_action_by_host: {
    text: 'Esto pertenece a su cuenta. Inicie sesión aquí directamente para cambiarlo.',
  },
  workspace_archived: {
    title: 'Este espacio de trabajo está en el archivo',
    text: 'Por el momento nadie puede unirse. Consulte a quien le invitó.',
  },
  workspace_not_found: { text: 'Este espacio de trabajo no existe.' },
  sign_in_failed: { text: 'No funcionó. Compruebe lo que escribió o pida un enlace de acceso.' },
  sign_in_link_expired: { text: 'Este enlace caducó. Pida uno nuevo.' },
  fresh_sign_in_required: { text: 'Confirme su identidad para continuar.' },
  password_wrong: { text: 'La contraseña actual no es correcta.' },
  password_too_weak: { text: 'Esta contraseña todavía no cumple todas las reglas.' },
  password_common: { text: 'Esta contraseña es de las primeras que se prueban. Elija otra.' },
  password_mismatch: { text: 'Las dos contraseñas no coinciden.' },
  password_unchanged: { text: 'Elija una contraseña distinta de la actual.' },
  password_change_required: { text: 'Elija una contraseña nueva para continuar.' },
  setup_closed: { text: 'Esto ya está configurado. Inicie sesión.' },
  provider_not_found: { text: 'Este proveedor de identidad ya no está configurado aquí.' },
  provider_unreachable: {
    title: 'El servicio de acceso no responde',
    text: 'No se pudo conectar con el proveedor de identidad. Inténtelo de nuevo o inicie sesión de otra forma.',
  },
  provider_refused: {
    title: 'No se inició la sesión',
    text: 'El proveedor de identidad no confirmó quién es usted. Inténtelo de nuevo.',
  },
  provider_person_unknown: {
    title: 'Conecte primero esta forma de acceso',
    text: 'Aquí nadie la tiene conectada todavía. Inicie sesión una vez de otra forma y conéctela en su cuenta.',
  },
  provider_person_refused: {
    title: 'No se inició la sesión',
    text: 'No puede iniciar sesión de esta forma. Consulte a la administración.',
  },
  provider_full: {
    text: 'Ya no pueden unirse más personas por esta vía. Consulte a la administración.',
  },
  already_connected: { text: 'Esta forma de iniciar sesión ya está conectada a otra cuenta.' },
  mail_not_set_up: { text: 'Todavía no hay un servidor de correo configurado.' },
  link_invalid: {
    title: 'Este enlace no funciona',
    text: 'Quizá le falte una parte. Copie el enlace completo de su invitación o pida uno nuevo.',
  },
  link_expired: { title: 'Esta invitación caducó', text: 'Pida una invitación nueva.' },
  link_used: {
    title: 'Esta invitación ya se respondió',
    text: 'Cada enlace funciona una sola vez. Si fue usted quien aceptó, ya tiene acceso.',
  },
  link_replaced: {
    title: 'Hay un enlace más reciente',
    text: 'Se creó un enlace más reciente para esta invitación. Use el último que recibió.',
  },
  invitation_revoked: {
    title: 'Esta invitación se retiró',
    text: 'Consulte a quien le invitó.',
  },
  inviter_may_not: {
    title: 'Esta invitación ya no es válida',
    text: 'Quien le invitó ya no puede asignar este rol. Pida una invitación nueva.',
  },
  sign_in_as_invitee: {
    text: 'Esta dirección ya tiene una cuenta. Inicie sesión con ella y abra de nuevo este enlace.',
  },
  signed_in_as_other: {
    text: 'Ha iniciado sesión con otra dirección. Cierre la sesión y abra de nuevo este enlace.',
  },
  changed_meanwhile: { text: 'Otra persona cambió esto entretanto. Vuelva a cargar la página.' },
  already_exists: { text: 'Esto ya existe.' },
  input_invalid: { text: 'Algo de esto no es válido. Compruebe lo que escribió.' },
  name_invalid: { text: 'Escriba un nombre de 1 a 100 caracteres, sin caracteres de control.' },
  email_invalid: { text: 'Escriba un correo electrónico completo.' },
  rate_limited: {
    title: 'Un poco más tarde, por favor',
    text: 'Se intentó demasiadas veces en poco tiempo. Inténtelo más tarde.',
  },
  busy: { title: 'Un momento, por favor', text: 'El servidor está ocupado. Inténtelo en un momento.' },
  storage_full: {
    text: 'El servidor no tiene espacio para guardar esto. No se cambió nada. Inténtelo más tarde.',
  },
  internal: { text: 'Algo salió mal de nuestro lado. No se cambió nada. Inténtelo de nuevo.' },
};
