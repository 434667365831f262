// What the served pages say in Spanish.
import { html } from 'hono/html';
import type { PasswordClass } from '../../../shared/passwords/rules.ts';
import { countingIn } from '../../mail/words-forms.ts';
import { refusalsEs } from './refusals-es.ts';
import type { Words } from './words.ts';

const counted = countingIn('es');

const characters = (count: number) =>
  counted(count, { one: `${count} carácter`, other: `${count} caracteres` });

/** Spanish, formally. */
export const es: Words = {
  common: {
    continue: 'Continuar',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    newLink: 'Pedir un enlace nuevo',
    canClose: 'Puede cerrar esta página.',
    optional: '(opcional)',
    limited: (minutes) =>
      `Se intentó demasiadas veces en poco tiempo. Inténtelo de nuevo en ${counted(minutes, { one: 'un minuto', other: `${minutes} minutos` })}.`,
  },
  signIn: {
    title: (workspace) => (workspace === null ? html`Iniciar sesión` : html`Iniciar sesión en ${workspace}`),
    email: 'Correo electrónico',
    login: 'Correo electrónico o nombre de usuario',
    password: 'Contraseña',
    sendLink: 'Enviarme un enlace de acceso',
    usePassword: 'Usar mi contraseña',
    forgot: '¿Olvidó su contraseña?',
    or: 'o',
    withProvider: (name) => html`Iniciar sesión con ${name}`,
    firstTime: (hasPassword) =>
      hasPassword
        ? '¿Aún sin conectar? Inicie sesión una vez por correo o con contraseña y conecte el servicio en su cuenta.'
        : '¿Aún sin conectar? Inicie sesión una vez por correo y conecte el servicio en su cuenta.',
    noWay:
      'Por el momento nadie puede iniciar sesión aquí, porque no hay un servidor de correo configurado. Consulte a la administración.',
    emailMissing: 'Escriba primero su correo electrónico.',
    loginMissing: 'Escriba primero su correo electrónico o su nombre de usuario.',
    passwordMissing: 'Escriba su contraseña.',
    failed: 'No funcionó. Compruebe lo que escribió.',
    signedOut: 'Su sesión está cerrada.',
    stale:
      'Esta página estuvo abierta demasiado tiempo, o su navegador no guarda cookies. Inténtelo una vez más.',
  },
  sent: {
    title: 'Revise su correo',
    signIn: (login) => html`Si ${login} corresponde a alguien de aquí, un enlace de acceso está en camino.`,
    reset: (login) =>
      html`Si ${login} corresponde a alguien de aquí, un enlace para elegir una contraseña nueva está en camino.`,
    life: 'El enlace funciona una sola vez y por poco tiempo.',
    helpTitle: '¿No ha llegado nada?',
    help: [
      'Compruebe que no haya errores en lo que escribió.',
      'Busque en la carpeta de correo no deseado.',
      'Espere unos minutos: algunos servicios de correo retienen un primer mensaje.',
      'Si no, consulte a quien gestiona su acceso. Puede ver si los correos se envían.',
    ],
    again: 'Enviar de nuevo',
    back: 'Volver al inicio de sesión',
  },
  signedIn: {
    title: 'Ha iniciado sesión',
    as: (who) => html`Ha iniciado sesión como ${who}.`,
    leadsTo: (place) => html`Continuará en ${place}.`,
    goingOn: 'Si no ocurre nada, continúe aquí.',
  },
  link: {
    signInTitle: 'Iniciar sesión',
    signInAs: (who) => html`Iniciar sesión como ${who}`,
    once: 'Este enlace funciona una sola vez.',
    until: (time) => html`Es válido hasta el ${time}.`,
    emailTitle: 'Confirme su nueva dirección',
    emailText: (address) =>
      html`Cuando la confirme, su cuenta usará ${address} para iniciar sesión y para los correos.`,
    emailConfirm: 'Confirmar dirección',
    emailDoneTitle: 'Dirección confirmada',
    emailDone: (address) => html`Su cuenta usa ahora ${address}.`,
    otherSignedIn: (who) =>
      html`Ha iniciado sesión como ${who}. Si continúa, esa sesión termina y empieza la de este enlace.`,
    renew: (address) => html`Enviar un enlace nuevo a ${address}`,
    lost: {
      title: 'Abra el enlace de nuevo',
      text: 'Esta página estuvo abierta demasiado tiempo, o su navegador no guarda cookies. Vuelva a su correo y abra de nuevo el enlace, o pida uno nuevo.',
    },
    invalid: {
      title: 'Este enlace no funciona',
      text: 'Quizá le falte una parte, o se envió uno más reciente. Use el más reciente o pida uno nuevo.',
    },
    used: {
      title: 'Este enlace ya se usó',
      text: 'Cada enlace funciona una sola vez. Si no fue usted, pida ahora uno nuevo.',
    },
    expired: { title: 'Este enlace caducó', text: 'Pida uno nuevo; solo tardará un momento.' },
    other: {
      title: 'Ha iniciado sesión con otra cuenta',
      text: 'Este enlace pertenece a otra cuenta. Cierre la sesión e iníciela con esa cuenta para confirmar.',
    },
    taken: {
      title: 'Esta dirección ya está en uso',
      text: 'Entretanto pertenece a otra cuenta. No se cambió nada.',
    },
    setUpClosed: {
      title: 'Esto ya está configurado',
      text: 'Ya hay una primera persona titular. Inicie sesión o pídale una invitación.',
    },
    setUpExpired: {
      title: 'Este enlace caducó',
      text: 'Reinicie el servidor; mostrará uno nuevo.',
    },
  },
  setUp: {
    title: 'Le damos la bienvenida',
    text: 'Usted es la primera persona aquí. Póngale nombre al espacio de trabajo y escriba el suyo; usted será su titular.',
    workspace: 'Nombre del espacio de trabajo',
    workspaceHint: 'Por ejemplo, el nombre de su empresa o de su equipo.',
    name: 'Su nombre',
    email: 'Su correo electrónico',
    password: 'Contraseña',
    passwordAgain: 'Contraseña, otra vez',
    passwordHint: 'Sin contraseña, iniciará sesión con un enlace que se envía a su correo.',
    noWayBack:
      'Todavía no hay un servidor de correo configurado. Configure uno antes de cerrar la sesión, porque sin él nadie podrá volver a iniciarla.',
    submit: 'Crear espacio de trabajo',
    workspaceWrong: 'Escriba un nombre de 1 a 100 caracteres.',
  },
  password: {
    resetTitle: 'Elija una contraseña nueva',
    resetText: (who) => html`Para la cuenta ${who}.`,
    mustTitle: 'Elija su propia contraseña',
    mustText: 'La contraseña que tiene se la dieron. Para continuar, elija una que solo usted conozca.',
    changeTitle: 'Cambiar contraseña',
    setTitle: 'Crear una contraseña',
    others: 'Al guardarla, se cierran sus sesiones en los demás lugares.',
    current: 'Contraseña actual',
    new: 'Contraseña nueva',
    again: 'Contraseña nueva, otra vez',
    save: 'Guardar contraseña',
    saveAndSignIn: 'Guardar e iniciar sesión',
    rulesTitle: 'Reglas para su contraseña:',
    failed: 'todavía no',
    minimum: (length) => `al menos ${characters(length)}`,
    maximum: (length) => `como máximo ${characters(length)}`,
    advised: (length) => `Con ${characters(length)} o más es más segura.`,
    one: oneOf,
    notCommon: 'nada fácil de adivinar',
    stale: 'Ha pasado un tiempo desde que inició sesión. Escriba también su contraseña actual.',
    late: {
      title: 'Inicie sesión de nuevo primero',
      text: 'La primera contraseña se puede crear en los diez minutos siguientes al inicio de sesión. Inicie sesión de nuevo y volverá aquí.',
    },
    signInAgain: 'Iniciar sesión de nuevo',
    savedTitle: 'Su contraseña está guardada',
    savedText: 'Úsela la próxima vez que inicie sesión. Sus demás sesiones se han cerrado.',
  },
  invitation: {
    invited: (inviter, workspace) =>
      inviter === null
        ? html`Tiene una invitación para unirse a ${workspace}`
        : html`${inviter} le invita a unirse a ${workspace}`,
    nothingYet: 'No ocurre nada hasta que acepte.',
    for: 'Para',
    role: 'Rol',
    until: 'Hasta el',
    signedInAs: (who, invitee) => html`Ha iniciado sesión como ${who}. Esta invitación es para ${invitee}.`,
    somebody: 'otra persona',
    hasAccount: (address) => html`${address} ya tiene una cuenta. Inicie sesión con ella para aceptar.`,
    stay: 'Continuar así',
    signInToAccept: 'Iniciar sesión para aceptar',
    signOutAndGoOn: 'Cerrar sesión y continuar',
    accept: 'Aceptar invitación',
    decline: 'Rechazar',
    welcome: (workspace) => html`Le damos la bienvenida a ${workspace}`,
    joined: 'Ya forma parte. Su acceso funciona desde ahora.',
    setPassword: 'Crear una contraseña',
    setPasswordHint: 'Puede crear una contraseña ahora o más tarde en su cuenta.',
    declinedTitle: 'Invitación rechazada',
    declined: (workspace) =>
      html`No se ha unido a ${workspace}, y este enlace ya no funciona. Puede cerrar esta página.`,
    lost: {
      title: 'Abra el enlace de nuevo',
      text: 'Esta página estuvo abierta demasiado tiempo, o su navegador no guarda cookies. Vuelva al correo de la invitación y abra de nuevo el enlace. Si vuelve a ver esta página, permita las cookies de este sitio.',
    },
  },
  provider: {
    connectTitle: (provider) => html`Conectar ${provider}`,
    connectText: (identity, account) =>
      html`A partir de entonces, quien inicie sesión allí como ${identity} la iniciará aquí como ${account}.`,
    connect: 'Conectar',
    cancel: 'Cancelar',
    staleTitle: 'Inicie sesión de nuevo primero',
    stale:
      'Para conectar un servicio hay que haber iniciado sesión en los últimos diez minutos. Cierre la sesión en su cuenta, iníciela de nuevo y conéctelo después.',
    back: 'Volver',
    connectedTitle: 'Servicio conectado',
    connected: 'Desde ahora puede iniciar sesión de esta forma.',
    testedTitle: 'La prueba ha terminado',
    testedOk: 'El proveedor respondió como debía. El resultado aparece en la configuración.',
    testedNot: 'Algo no está bien todavía. La configuración indica qué es.',
    testOverTitle: 'Esta prueba ya se abrió',
    testOver: 'Cada prueba se abre una sola vez. Inicie otra en la configuración.',
  },
  notFound: {
    title: 'Esta página no existe',
    text: 'Quizá falte una parte de la dirección, o le sobre un carácter.',
  },
  refusedTitle: 'Esto no funcionó',
  refusals: refusalsEs,
};

function oneOf(one: PasswordClass): string {
  switch (one.kind) {
    case 'upper':
      return 'una letra mayúscula';
    case 'lower':
      return 'una letra minúscula';
    case 'digit':
      return 'una cifra';
    default:
      return `uno de estos caracteres: ${one.characters}`;
  }
}
