// The sentences of signing in, in Spanish.
import type * as english from '../../i18n/sign-in-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const signInStrings: Words<typeof english.signInStrings> = {
  heading: 'Iniciar sesión',
  headingTo: (workspace) => `Iniciar sesión en ${workspace}`,
  email: 'Correo electrónico',
  login: 'Correo electrónico o nombre de usuario',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
  sendLink: 'Enviarme un enlace de acceso',
  usePassword: 'Usar mi contraseña',
  forgot: '¿Olvidó su contraseña?',
  forgotHeading: 'Elegir una contraseña nueva',
  forgotText: 'Escriba su dirección. Ahí le enviaremos un enlace para elegir una contraseña nueva.',
  sendReset: 'Enviarme un enlace',
  back: 'Volver al inicio de sesión',
  or: 'o',
  through: (provider) => `Iniciar sesión con ${provider}`,
  enterEmail: 'Escriba primero su dirección.',
  enterLogin: 'Escriba primero su dirección o su nombre de usuario.',
  enterPassword: 'Escriba su contraseña.',
  checkHeading: 'Revise su correo',
  checkSignIn: (login) =>
    `Si ${login} pertenece a alguien de aquí, un enlace para iniciar sesión va en camino. Funciona una sola vez, durante 15 minutos; ábralo en este navegador.`,
  checkReset: (login) =>
    `Si ${login} pertenece a alguien de aquí, un enlace para elegir una contraseña nueva va en camino. Funciona una sola vez, durante una hora.`,
  checkSpam:
    '¿No ha llegado nada después de unos minutos? Busque en el correo no deseado o pida que se lo envíen otra vez.',
  sendAgain: 'Enviar otra vez',
  sentAgain: 'Enviado otra vez.',
  otherAddress: 'Usar otra dirección',
  doneHeading: 'Sesión iniciada',
  doneText: 'Ya puede continuar.',
  failed: 'No funcionó. Compruebe lo que escribió.',
  noWay: 'Nadie puede iniciar sesión aquí todavía. Consulte a quien se encarga de esta aplicación.',
  noMail:
    'Todavía no se pueden enviar enlaces desde aquí porque no hay un servidor de correo configurado. Consulte a quien se encarga de esta aplicación.',
};
