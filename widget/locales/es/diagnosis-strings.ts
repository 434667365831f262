// What is found about a person or an address, in Spanish.
import type * as english from '../../i18n/diagnosis-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';
import { inside } from './inside.ts';

const { counted, list, number } = formatsOf('es');

const say = (title: string, text: string) => (): english.FindingWords => ({ title, text });
const by = (name: string | null) => (name === null ? '' : ` por ${name}`);

export const FINDING_WORDS: Words<typeof english.FINDING_WORDS> = {
  active: say('La cuenta está activa', 'No hay nada desactivado.'),
  deactivated: say(
    'La cuenta no está activa',
    'Solo con una cuenta activa se puede iniciar sesión aquí. Al reactivar, se recuperan el rol y todo lo que tenía.',
  ),
  address_mistyped: ({ email, suggestion }, { hasEmailChange }) => ({
    title: `La dirección parece mal escrita: ${email}`,
    text: hasEmailChange
      ? `Quizá debía ser ${suggestion}. Los mensajes a una dirección equivocada no llegan a nadie, o llegan a otra persona.`
      : `Quizá debía ser ${suggestion}. Aquí las direcciones no se cambian: cree una cuenta nueva con la correcta y desactive esta.`,
  }),
  signs_in_as: ({ email, username }) => ({
    title: username === null ? `Inicia sesión con ${email}` : `Inicia sesión con ${username} o ${email}`,
    text: 'Pregunte qué dirección escribe. Otra dirección suya no abre nada aquí.',
  }),
  provider_only: ({ providers }) => ({
    title: 'Solo se entra mediante el proveedor de identidad',
    text: `Las contraseñas y los enlaces por correo no abren nada aquí. Se inicia sesión mediante ${providers.length === 0 ? 'el proveedor, cuando haya uno configurado' : list(providers, 'disjunction')}, y un problema con eso se resuelve allí.`,
  }),
  through_host: say(
    'Entra desde la aplicación que contiene esta página',
    'Si allí no puede iniciar sesión, revise su cuenta en la aplicación.',
  ),
  no_way_in: say(
    'Todavía no tiene forma de iniciar sesión',
    'No tiene contraseña y ningún correo puede llevarle un enlace. Asigne una contraseña o configure un servidor de correo.',
  ),
  no_password: ({ hasLinks, providers }) => ({
    title: 'No tiene contraseña',
    text: `Puede iniciar sesión ${list(
      [
        ...(hasLinks ? ['con un enlace enviado a su dirección'] : []),
        ...(providers.length > 0 ? [`mediante ${list(providers, 'disjunction')}`] : []),
      ],
      'disjunction',
    )}. Una contraseña no abre nada hasta que tenga una.`,
  }),
  must_change_password: say(
    'Antes tiene que elegir una contraseña nueva',
    'Después de iniciar sesión con la que recibió, no se abre nada más hasta que elija la suya.',
  ),
  attempts_failed: ({ count, lastAt }, { ago }) => ({
    title: counted(count, {
      one: 'Falló 1 intento de iniciar sesión',
      other: `Fallaron ${number(count)} intentos de iniciar sesión`,
    }),
    text: `El último, ${ago(lastAt)}, y ninguno ha funcionado desde entonces. Si fue esta persona, restablezca la contraseña; si no, revise la actividad.`,
  }),
  signed_in: ({ at }, { ago, moment }) => ({
    title: `Último acceso ${ago(at)}`,
    text: moment(at),
  }),
  never_signed_in: ({ since }, { ago }) => ({
    title: 'Nunca ha iniciado sesión',
    text: `Se incorporó ${ago(since)}. Asegúrese de que sabe cómo iniciar sesión, y dónde.`,
  }),

  roleless: say(
    'No tiene ningún rol',
    'Sin un rol no se abre nada, aunque pueda iniciar sesión. Elija uno según su trabajo.',
  ),
  role_gone: ({ roles }, tongue) => ({
    title: counted(roles.length, {
      one: 'Un rol suyo ya no existe',
      other: 'Algunos roles suyos ya no existen',
    }),
    text: `Sin efecto: ${tongue.roles(roles)}. Elija otro rol.`,
  }),
  roles_held: ({ roles }, tongue) => ({
    title: counted(roles.length, {
      one: `Rol: ${tongue.roles(roles)}`,
      other: `Roles: ${tongue.roles(roles)}`,
    }),
    text: 'De ahí viene lo que ve y hace. Si su trabajo ha cambiado, asigne otro rol; no espere a una revisión.',
  }),
  roles_here: ({ workspace }) => ({
    title: `Sus roles solo valen en ${workspace}`,
    text: 'En otro espacio de trabajo tiene lo que se le asignó allí. Asegúrese de que mira en el correcto.',
  }),
  reaches_all: ({ kind, role }, tongue) => ({
    title: `${tongue.things(kind)}: tiene acceso a todo`,
    text: `El rol ${tongue.roles([role])} lo incluye todo, sea lo que sea lo asignado.`,
  }),
  reaches_assigned: ({ kind, count, total }, tongue) => ({
    title: `${tongue.things(kind)}: tiene acceso a ${number(count)} de ${number(total)}`,
    text: 'Solo a lo que tiene asignado o ha creado. Lo que falta hay que asignarlo.',
  }),
  reaches_none: ({ kind, total }, tongue) => ({
    title: `${tongue.things(kind)}: tiene acceso a 0 de ${number(total)}`,
    text: 'Todavía no tiene nada asignado, y nada llega por sí solo.',
  }),
  made_after: ({ kind, count }, tongue) => ({
    title: counted(count, {
      one: `Hay 1 ${inside(tongue.things(kind, count))} posterior a su última asignación`,
      other: `Hay ${number(count)} ${inside(tongue.things(kind, count))} posteriores a su última asignación`,
    }),
    text: 'Lo que se crea después no se incluye automáticamente. Asígnelo donde haga falta.',
  }),
  reaches_by_role: ({ kind, count, total }, tongue) => ({
    title: `${tongue.things(kind)}: sus roles dan acceso a ${number(count)} de ${number(total)}`,
    text: 'Lo que puede hacer un rol se define para todas las personas que lo tienen.',
  }),

  address_invalid: say('No es una dirección de correo', 'Compruebe la parte anterior y la posterior a la @.'),
  already_member: say(
    'Ya está aquí',
    'No hace falta una invitación. Lo que podría impedirle entrar aparece más abajo.',
  ),
  invitation_pending: ({ createdAt, expiresAt, by: inviter }, { ago, moment }) => ({
    title: `Invitación enviada ${ago(createdAt)}${by(inviter)}`,
    text: `Sin respuesta todavía. El enlace funciona hasta el ${moment(expiresAt)}.`,
  }),
  invitation_waits: ({ createdAt, expiresAt, by: inviter }, { ago, moment }) => ({
    title: `Invitación enviada ${ago(createdAt)}${by(inviter)} y sin respuesta`,
    text: `Haga un seguimiento: pregunte si llegó el correo y, si no, envíelo otra vez. El enlace funciona hasta el ${moment(expiresAt)}.`,
  }),
  invitation_expired: ({ expiresAt }, { ago }) => ({
    title: `La invitación caducó ${ago(expiresAt)}`,
    text: 'Su enlace ya no funciona. Al reenviarla se crea uno nuevo.',
  }),
  invitation_revoked: say(
    'La invitación se revocó',
    'Su enlace ya no funciona. Vuelva a invitar a esta dirección.',
  ),
  invitation_declined: say(
    'La invitación se rechazó',
    'La persona dijo que no. Pregúntele antes de invitar otra vez a esta dirección.',
  ),
  mail_missing: say(
    'No hay un servidor de correo configurado, así que no se envió ningún mensaje',
    'Entregue usted el enlace o configure el correo en «Configuración».',
  ),
  mail_queued: say(
    'El mensaje va en camino al servidor de correo',
    'Si sigue así, revise el servidor de correo en «Configuración» y envíe un correo de prueba.',
  ),
  mail_failed: ({ answer }) => ({
    title: 'El servidor de correo no aceptó el mensaje',
    text: `${answer === '' ? 'No dio ningún motivo' : `Respondió: ${`${answer}`.replace(/\.$/, '')}`}. Busque primero un error de escritura en la dirección.`,
  }),
  mail_sent: say(
    'El mensaje se envió',
    'El servidor de correo lo aceptó. Solo la persona puede decir si llegó a su buzón.',
  ),
  look_in_spam: say(
    'Pida que revise el correo no deseado',
    'Los primeros mensajes de un remitente nuevo suelen acabar ahí.',
  ),
  may_be_delayed: say(
    'Algunos proveedores retienen los primeros mensajes',
    'Puede tardar de unos minutos a una hora, y los filtros de una empresa pueden bloquearlo. Su administración puede permitir el remitente.',
  ),
  not_here: say(
    'Nadie tiene esta dirección aquí y no hay ninguna invitación pendiente',
    'Quizá se escribió de otra forma o solo se conoce en otro espacio de trabajo.',
  ),

  may_assign: ({ roles }, tongue) => ({
    title: `Puede asignar ${tongue.roles(roles)}`,
    text: 'No le corresponde asignar otros roles ni cambiar a las personas que los tienen.',
  }),
  may_not_assign: ({ needed }, tongue) => ({
    title: 'No puede asignar roles a otras personas',
    text:
      needed.length === 0
        ? 'Aquí ningún rol lo incluye.'
        : `Hace falta un rol que incluya gestionar personas: ${tongue.roles(needed, 'or')}.`,
  }),
  roles_exist_here: ({ workspace }) => ({
    title: 'Un rol tiene que existir antes de asignarlo',
    text: `Los roles que hay en ${workspace}, y lo que puede hacer cada uno, aparecen en «Permisos».`,
  }),
  assigns_here: ({ workspace }) => ({
    title: 'Los roles se asignan en el espacio de trabajo al que corresponden',
    text: `Lo que alguien puede hacer en ${workspace} no dice nada de otro espacio de trabajo: allí hace falta otro rol.`,
  }),
  assigns_everywhere: ({ role }, tongue) => ({
    title: `${tongue.roles([role])} puede asignar cualquier rol en cualquier espacio de trabajo`,
    text: 'No hace falta nada más.',
  }),
  ask_everywhere: ({ roles }, tongue) => ({
    title: `${tongue.roles(roles, 'or')} siempre puede asignar roles`,
    text: 'Donde nadie más pueda, consulte a alguien con ese rol.',
  }),
  not_yours: ({ reason }, tongue) => ({
    title: 'Usted no puede cambiar el rol de esta persona',
    text: tongue.reason(reason),
  }),
  ask_support: (_facts, { hasSupport }) => ({
    title: '¿Nada de esto ayuda?',
    text: hasSupport ? 'El equipo de soporte puede investigar más.' : 'Consulte a quien opera este producto.',
  }),
};

export const TOPIC_NAMES: Words<typeof english.TOPIC_NAMES> = {
  'sign-in': 'Inicio de sesión',
  access: 'Qué ve',
  invitation: 'La invitación',
  roles: 'Asignación de roles',
};

export const SEVERITY_NAMES: Words<typeof english.SEVERITY_NAMES> = {
  problem: 'Problema',
  notice: 'A tener en cuenta',
  fine: 'En orden',
};

export const diagnosisStrings: Words<typeof english.diagnosisStrings> = {
  heading: 'Revisar a esta persona',
  hint: 'Busca lo que impide a alguien iniciar sesión o ver lo que necesita.',
  run: 'Revisar a esta persona',
  again: 'Revisar de nuevo',
  none: 'No se encontró ningún problema',
  found: (count) =>
    counted(count, { one: 'Se encontró 1 problema', other: `Se encontraron ${number(count)} problemas` }),
  spoken: (who, count) =>
    count === 0
      ? `No se encontró ningún problema con ${who}.`
      : counted(count, {
          one: `Se encontró 1 problema con ${who}.`,
          other: `Se encontraron ${number(count)} problemas con ${who}.`,
        }),
  inOrder: (count) => `${number(count)} en orden`,

  reactivate: 'Reactivar',
  reactivated: (who) => `${who} vuelve a tener acceso.`,
  resetPassword: 'Restablecer contraseña',
  changeEmail: 'Cambiar la dirección',
  chooseRole: 'Elegir un rol',
  assign: (things) => `Asignar ${inside(things)}`,
  resend: 'Reenviar la invitación',
  resent: (email) => `Se reenvió la invitación a ${email}. Los enlaces anteriores ya no funcionan.`,
  inviteAgain: 'Invitar otra vez',
  inviteInstead: (email) => `Invitar mejor a ${email}`,
  invitedInstead: (email, old) => `Se invitó a ${email} y se revocó la invitación a ${old}.`,
  invited: (email) => `Se invitó a ${email}.`,
  notInvited: 'No se pudo invitar a esta dirección.',
  copyLink: 'Copiar el enlace',
  linkCopied: 'Enlace copiado.',
  copyRefused: 'El navegador no permitió copiar. El enlace aparece abajo.',
  theLink: 'Enlace de la invitación',
  openMail: 'Abrir la configuración del correo',
  testMail: 'Enviar un correo de prueba',
  testTaken: (answer) => `El servidor de correo lo aceptó: ${answer}`,
  testRefused: (answer) => `El servidor de correo no lo aceptó: ${answer}`,
  seeRoles: 'Ver los roles',
  support: 'Ayuda',

  // Somebody without a row
  dialogHeading: (email) => (email === '' ? 'Revisar una dirección' : `¿Sin respuesta de ${email}?`),
  address: 'Correo electrónico',
  addressHint: 'De quien dice que no le llegó ningún correo o que no puede entrar.',
  check: 'Revisar',
};
