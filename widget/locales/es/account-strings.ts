// The sentences of accounts in Spanish.
import type * as english from '../../i18n/account-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('es');

const inBrowser = (device: string) => (device === '' ? 'en un dispositivo desconocido' : `de ${device}`);

export const WAYS: Words<typeof english.WAYS> = {
  link: 'con un enlace por correo',
  password: 'con contraseña',
  provider: 'mediante un proveedor de identidad',
  invitation: 'al aceptar una invitación',
  setup: 'al configurar este servidor',
  host: 'desde la aplicación',
};

export const FLAGS: Words<typeof english.FLAGS> = {
  many_failures: 'Tras muchos intentos fallidos',
  new_network: 'Red nueva',
  first_in_90_days: 'Primero en 90 días',
};

export const STRENGTHS: Words<typeof english.STRENGTHS> = {
  weak: 'Fácil de adivinar',
  fair: 'Podría ser más difícil de adivinar',
  good: 'Difícil de adivinar',
  strong: 'Muy difícil de adivinar',
};

export const accountStrings: Words<typeof english.accountStrings> = {
  change: 'Cambiar',
  fromProvider: 'De su proveedor de identidad',
  fromProviderText: 'Cámbielo allí; aquí se actualiza la próxima vez que inicie sesión.',

  // The account
  profileHeading: 'Perfil',
  profileHint: 'Cómo le ven las demás personas aquí.',
  name: 'Nombre',
  username: 'Nombre de usuario',
  usernameHint: 'Opcional. Puede iniciar sesión con él y no se puede cambiar después.',
  usernameTaken: 'Alguien ya tiene este nombre de usuario. Elija otro.',
  usernameSet: 'Un nombre de usuario no cambia una vez definido.',
  language: 'Idioma de los correos',
  languageHint: 'También el de las páginas para iniciar sesión.',
  languageAuto: 'Como en mi navegador',
  profileSaved: 'Su perfil se guardó.',
  hostHeading: 'Su cuenta pertenece a la aplicación desde la que llegó',
  hostText:
    'Inició sesión a través de la aplicación que contiene esta página. El nombre, la contraseña y las sesiones se gestionan allí, en la configuración de su cuenta.',

  emailHeading: 'Correo electrónico',
  emailHint: 'Donde llegan los enlaces de acceso y los avisos.',
  verified: 'Confirmado',
  unverified: 'Sin confirmar',
  newEmail: 'Correo electrónico nuevo',
  newEmailHint: 'Enviamos un enlace ahí. La dirección cambia cuando usted lo abra.',
  sendConfirmation: 'Enviar confirmación',
  pendingEmail: (email) => `A la espera de ${email}`,
  pendingText: (email) =>
    `Abra el enlace que se envió ahí. Hasta entonces, ${email} sigue siendo su dirección. Si no llega nada, pídalo otra vez.`,
  confirmationSent: (email) => `Se envió un enlace a ${email}.`,

  passwordHeading: 'Contraseña',
  passwordHint: 'Al cambiarla, su sesión se cierra en todos los demás lugares.',
  passwordSet: (when) => `Definida ${when}`,
  noPassword: 'Todavía no tiene contraseña.',
  changePassword: 'Cambiar contraseña',
  setPassword: 'Crear una contraseña',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  passwordNeeded: 'Escriba una contraseña.',
  repeatPassword: 'Repetir la contraseña nueva',
  passwordChanged: 'Su contraseña se cambió. Su sesión se cerró en todos los demás lugares.',
  mustChangeHeading: 'Elija una contraseña nueva',
  mustChangeText: 'Su contraseña se la dio otra persona. Elija una que solo usted conozca y continúe.',

  // Passwords
  showPasswords: 'Mostrar contraseña',
  capsLock: 'Bloq Mayús está activado.',
  rulesLabel: 'La contraseña necesita',
  ruleMet: 'cumplido',
  ruleOpen: 'falta todavía',
  rules: {
    minimum: (least) => `Al menos ${number(least)} caracteres`,
    maximum: (most) => `Como máximo ${number(most)} caracteres`,
    upper: () => 'Una letra mayúscula',
    lower: () => 'Una letra minúscula',
    digit: () => 'Una cifra',
    special: (_count, characters) => `Uno de ${characters}`,
  },
  strength: 'Seguridad',
  advised: (length) => `Se recomiendan ${number(length)} caracteres o más.`,

  // Connections
  connectionsHeading: 'Accesos conectados',
  connectionsHint: 'Otras cuentas que abren esta.',
  connectedAs: (email, when) => (email === '' ? `Conectada ${when}` : `${email}, conectada ${when}`),
  used: (when) => `último uso ${when}`,
  connect: 'Conectar',
  connectTo: (provider) => `Conectar ${provider}`,
  disconnect: 'Desconectar',
  disconnectFrom: (provider) => `Desconectar ${provider}`,
  disconnectQuestion: (provider) => `¿Desconectar ${provider}?`,
  disconnectText: 'Ya no abrirá su cuenta. Puede volver a conectarlo en cualquier momento.',
  disconnected: (provider) => `${provider} ya no abre su cuenta.`,

  // Sessions
  sessionsHeading: 'Sesiones',
  sessionsHint: 'Dónde tiene la sesión iniciada.',
  unknownDevice: 'Dispositivo desconocido',
  browserOn: (browser, system) => `${browser} en ${system}`,
  thisBrowser: 'Este navegador',
  endsItself: (when) => `Se cierra sola ${when}`,
  lastUsed: (when) => `Último uso ${when}`,
  started: (way, when) => `Sesión iniciada ${way} ${when}`,
  endSession: 'Cerrar',
  endSessionOf: (device) => `Cerrar la sesión ${inBrowser(device)}`,
  endQuestion: (device) => `¿Cerrar la sesión ${inBrowser(device)}?`,
  endText: 'Quien la use tendrá que iniciar sesión de nuevo.',
  endOthers: 'Cerrar las demás',
  endOthersQuestion: '¿Cerrar todas las demás sesiones?',
  endOthersText:
    'Aquí su sesión sigue abierta. En todos los demás lugares tendrá que iniciar sesión de nuevo.',
  sessionEnded: (device) => `Se cerró la sesión ${inBrowser(device)}.`,
  othersEnded: 'Se cerraron todas las demás sesiones.',
  onlySession: 'No tiene la sesión iniciada en ningún otro lugar.',

  // Sign-ins
  historyHeading: 'Historial de accesos',
  historyHint: 'Si hay algo que no reconoce, cambie su contraseña.',
  historyHintWithout: 'Si hay algo que no reconoce, cierre esa sesión.',
  signedIn: (way) => `Sesión iniciada ${way}`,
  notSignedIn: (way) => `Intento fallido ${way}`,
  noSignIns: 'Todavía no hay accesos',
  moreSignIns: (count) => `Mostrar ${number(count)} más`,

  signOutHeading: 'Cerrar sesión',
  signOutHint: 'Cierra su sesión en este navegador.',
  signOut: 'Cerrar sesión',
  signOutEverywhere: 'Cerrar sesión en todas partes',
  signOutQuestion: '¿Cerrar sesión en todas partes?',
  signOutText: 'Se cierran todas sus sesiones, también esta.',

  // How somebody else signs in
  activity: 'Actividad',
  theirsFromProvider: (isLocked) =>
    isLocked
      ? 'El nombre y la dirección vienen del proveedor de identidad. Se cambian allí.'
      : 'El nombre y la dirección vienen del proveedor de identidad y se actualizan en cada acceso.',
  lastSignIn: 'Último acceso',
  never: 'Nunca',
  inDays: (days) => `Últimos ${number(days)} días`,
  signIns: (count) => counted(count, { one: '1 acceso', other: `${number(count)} accesos` }),
  theirSessions: 'Sesiones',
  noSessions: 'Sin sesión iniciada en ningún lugar.',
  endAll: 'Cerrar todas',
  endAllQuestion: (name) => `¿Cerrar todas las sesiones de ${name}?`,
  endAllText: 'La persona tendrá que iniciar sesión de nuevo en todas partes.',
  allEnded: (name) => `Se cerraron todas las sesiones de ${name}.`,
  theirSignIn: 'Cómo inicia sesión',
  resetPassword: 'Restablecer contraseña',
  resetHeading: (name) => `Restablecer la contraseña de ${name}`,
  resetText:
    'Entregue usted la contraseña nueva. Se cierran todas las sesiones de la persona, se le avisa por correo y tendrá que elegir la suya en el próximo acceso.',
  confirmReset: 'Restablecer contraseña',
  wasReset: (name) => `Se restableció la contraseña de ${name}. Se cerraron todas sus sesiones.`,
  changeEmail: 'Cambiar correo electrónico',
  changeEmailHeading: (name) => `Cambiar el correo electrónico de ${name}`,
  changeEmailText: (email) =>
    `A la dirección nueva llega un enlace, y a ${email} un aviso. La dirección cambia cuando se abra el enlace.`,
  emailAsked: (email) => `Se envió un enlace a ${email}. La dirección cambia cuando se abra.`,

  // Proving who one is
  proveHeading: 'Confirme su identidad',
  proveText:
    'Es un cambio delicado. Lo que escribió se conserva y se aplica en cuanto confirme su identidad.',
  yourPassword: 'Su contraseña',
  confirm: 'Confirmar',
  orElse: 'O inicie sesión de nuevo de otra forma:',
  signInAgain: 'Inicie sesión de nuevo en otra pestaña:',
  noProof: 'Aquí no hay forma de confirmarlo. Cierre la sesión, iníciela de nuevo y vuelva a intentarlo.',
  sendLink: 'Enviarme un enlace de acceso',
  linkSent: (email) =>
    `Un enlace va en camino a ${email}. Ábralo en este navegador, vuelva aquí y elija «Ya inicié sesión».`,
  signedInAgain: 'Ya inicié sesión',
  throughProvider: (name) => `Continuar con ${name}`,
};
