// The letters in Spanish. Words only.
import { countingIn } from './words-forms.ts';
import type { Words } from './words.ts';

const counted = countingIn('es');

function more(others: number): string {
  if (others === 0) return '';
  return counted(others, {
    one: ' y 1 espacio de trabajo más',
    other: ` y ${others} espacios de trabajo más`,
  });
}

/** The words of Spanish letters. */
export const SPANISH: Words = {
  locale: 'es-ES',
  greeting: (name) => (name === '' ? 'Buenos días:' : `Buenos días, ${name}:`),
  sentence: (text) => `${text}.`,
  fallback: 'Si el botón no funciona, copie esta dirección en su navegador:',
  role: 'Su rol: ',
  roleAt: (workspace) => `${workspace}: `,
  means: (description) => `. ${description}`,
  writes: (from) => `${from} le escribe:`,
  invitation: {
    lead: (workspace, inviter, others) =>
      inviter === null
        ? `Ha recibido una invitación para unirse a ${workspace}${more(others)}`
        : `${inviter} le invita a unirse a ${workspace}${more(others)}`,
    subject: (workspace, inviter, others) =>
      inviter === null
        ? `Invitación para unirse a ${workspace}${more(others)}`
        : `${inviter} le invita a unirse a ${workspace}${more(others)}`,
    button: 'Ver la invitación',
    steps: (email, until) =>
      `Abra el enlace, compruebe los datos y elija «Aceptar invitación». Funciona una sola vez, para ${email}, hasta el ${until}.`,
    calm: 'Si no esperaba esta invitación, puede ignorar este correo. No ocurre nada si no acepta.',
  },
  account: {
    'sign-in': ({ place, email, until }) => ({
      subject: `Su enlace para iniciar sesión en ${place}`,
      lead: `Este es su enlace para iniciar sesión en ${place}`,
      button: 'Iniciar sesión',
      steps: `Abra el enlace y elija «Iniciar sesión». Funciona una sola vez, para ${email}, hasta el ${until}.`,
      calm: 'Si no pidió este enlace, puede ignorar este correo. No comparta el enlace con nadie: quien lo tenga puede iniciar sesión con él.',
    }),
    reset: ({ place, email, until }) => ({
      subject: `Elija una contraseña nueva para ${place}`,
      lead: `Este es su enlace para elegir una contraseña nueva para ${place}`,
      button: 'Elegir contraseña',
      steps: `Abra el enlace y escriba dos veces la contraseña nueva. Funciona una sola vez, para ${email}, hasta el ${until}.`,
      calm: 'Si no pidió este enlace, puede ignorar este correo. Su contraseña sigue como está. No comparta el enlace con nadie.',
    }),
    'confirm-email': ({ place, email, until }) => ({
      subject: 'Confirme su correo electrónico',
      lead: `Confirme su correo electrónico para ${place}`,
      paragraphs: [`${email} se indicó como nueva dirección de una cuenta.`],
      button: 'Confirmar dirección',
      steps: `Abra el enlace y elija «Confirmar dirección». Si se le pide que inicie sesión antes, hágalo con la dirección anterior. Funciona una sola vez, hasta el ${until}.`,
      calm: 'Si no fue usted, puede ignorar este correo. No cambia nada si la dirección no se confirma.',
    }),
    'email-changed': ({ place }) => ({
      subject: 'Se cambió su correo electrónico',
      lead: `Se cambió el correo electrónico de su cuenta en ${place}`,
      paragraphs: [
        'Desde ahora los correos se envían a la nueva dirección, y con ella se inicia sesión. Esta dirección ya no abre la cuenta.',
      ],
      calm: `Si no fue usted, avise de inmediato a la administración de ${place}.`,
    }),
    'password-changed': ({ place, isByOthers }) => ({
      subject: 'Se cambió su contraseña',
      lead: isByOthers
        ? `La administración de ${place} estableció una contraseña nueva para su cuenta`
        : `Se cambió la contraseña de su cuenta en ${place}`,
      paragraphs: [
        isByOthers
          ? 'Se la comunicará la administración. Todas sus sesiones se han cerrado.'
          : 'Todas sus demás sesiones se han cerrado.',
      ],
      calm: isByOthers
        ? `Si no lo esperaba, consulte a la administración de ${place}.`
        : `Si no fue usted, elija una contraseña nueva con un enlace a su correo y avise de inmediato a la administración de ${place}.`,
    }),
    'in-charge': ({ place, role }) => ({
      subject: `Ahora está a cargo de ${place}`,
      lead: `Ahora está a cargo de ${place}`,
      calm: `Si no esperaba recibir el rol ${role}, consulte a la administración de ${place}.`,
    }),
    'account-made': ({ place, others, all, email, hasPassword }) => ({
      subject: `Tiene una cuenta en ${place}${more(others)}`,
      lead: `Se creó una cuenta para usted en ${place}${more(others)}`,
      paragraphs: [
        ...(others === 0 ? [] : [`Sirve para ${all}.`]),
        hasPassword
          ? `Inicie sesión con ${email}. Quien creó la cuenta le comunicará la primera contraseña.`
          : `Inicie sesión con ${email}. La página le envía un enlace para ello.`,
      ],
      button: 'Iniciar sesión',
      steps: 'La página sigue siempre ahí; puede guardar su dirección.',
      calm: `Si no lo esperaba, consulte a la administración de ${place}.`,
    }),
    test: ({ place }) => ({
      subject: `Correo de prueba de ${place}`,
      lead: `Este es un correo de prueba de ${place}`,
      paragraphs: ['Ha llegado, así que los correos se envían.'],
      calm: 'Se envió desde la configuración, a la dirección de quien lo pidió. No hay que hacer nada.',
    }),
  },
};
