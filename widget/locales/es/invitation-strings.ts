// The sentences of inviting, in Spanish.
import type * as english from '../../i18n/invitation-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('es');

const addresses = (count: number) =>
  counted(count, { one: '1 dirección', other: `${number(count)} direcciones` });
const people = (count: number) => counted(count, { one: '1 persona', other: `${number(count)} personas` });

export const PROBLEM_TEXTS: Words<typeof english.PROBLEM_TEXTS> = {
  invalid_empty: 'no contiene ninguna dirección',
  invalid_no_at: 'falta la @',
  invalid_many_at: 'más de una @',
  invalid_local: 'revise la parte anterior a la @',
  invalid_domain: 'revise la parte posterior a la @',
  invalid_length: 'demasiado larga',
  invalid_lookalike: 'una letra solo se parece a la habitual',
  invalid_invisible: 'contiene un carácter oculto',
  invalid_name: 'revise el nombre del principio',
  duplicate: 'repetida',
};

export const OUTCOME_TEXTS: Words<typeof english.OUTCOME_TEXTS> = {
  invited: 'Invitación creada',
  already_member: 'Ya está aquí. No se cambió nada.',
  already_invited: 'Ya tiene una invitación. La anterior sigue valiendo.',
  deactivated: 'Desactivada. Reactive a esta persona en lugar de invitarla.',
  invalid: 'No es una dirección utilizable.',
  not_allowed: 'No le corresponde invitar con este rol.',
  duplicate: 'Repetida. Se invitó una vez.',
};

export const DELIVERY_TEXTS: Words<typeof english.DELIVERY_TEXTS> = {
  none: 'Solo enlace',
  queued: 'Correo en cola',
  sent: 'Correo enviado',
  failed: 'Correo fallido',
};

export const invitationStrings: Words<typeof english.invitationStrings> = {
  // The address box
  addressList: 'Direcciones',
  addressHint: 'Separe varias direcciones con comas o pegue una lista.',
  addressPlaceholder: 'name@example.com',
  addressKeys:
    'La tecla de flecha izquierda lleva a las direcciones. Allí, Entrar edita una y Suprimir la quita.',
  editAddress: 'Editar dirección',
  removeAddress: (text) => `Quitar ${text}`,
  addressCount: (total, attention, duplicates) =>
    [
      addresses(total),
      attention > 0 && `${number(attention)} por revisar`,
      duplicates > 0 && counted(duplicates, { one: '1 repetida', other: `${number(duplicates)} repetidas` }),
    ]
      .filter(Boolean)
      .join(', '),
  moreAddresses: (count) => `y ${number(count)} más`,
  removeProblems: (count) =>
    counted(count, { one: 'Quitar la marcada', other: `Quitar las ${number(count)} marcadas` }),
  clearAddresses: 'Borrar',
  addressesRemoved: (count) =>
    counted(count, { one: 'Se quitó 1 dirección.', other: `Se quitaron ${number(count)} direcciones.` }),
  didYouMean: '¿Quiso decir',
  suggested: (email) => `${email}?`,
  moreSuggestions: (count) =>
    counted(count, {
      one: '1 más parece mal escrita.',
      other: `${number(count)} más parecen mal escritas.`,
    }),
  personalAddresses: (count) =>
    counted(count, {
      one: '1 es una dirección personal. Las de la empresa son más fáciles de gestionar cuando alguien se va.',
      other: `${number(count)} son direcciones personales. Las de la empresa son más fáciles de gestionar cuando alguien se va.`,
    }),

  // The invite card
  inviteHeading: 'Invitar personas',
  inviteOpen: 'Invitar usuario',
  addressLabel: 'Correos electrónicos',
  inviteRole: 'Rol',
  inviteRoles: 'Roles',
  inviteName: 'Nombre visible',
  inviteNameHint: 'Opcional. La persona puede cambiarlo después.',
  inviteMessage: 'Mensaje',
  inviteMessageHint: 'Opcional. Se incluye en el correo de invitación.',
  addMessage: 'Agregar un mensaje',
  listTooLong:
    'Esta lista es demasiado larga para enviarla de una vez. Invite primero a una mitad y luego a la otra.',
  invite: (count) => (count === 0 ? 'Invitar' : `Invitar a ${people(count)}`),
  inviteNobody: 'Escriba al menos una dirección completa.',
  inviteKeeps: (count) =>
    counted(count, {
      one: 'La dirección por revisar se queda aquí.',
      other: `Las ${number(count)} direcciones por revisar se quedan aquí.`,
    }),
  inviting: (count) => `Invitando a ${people(count)}`,
  invitingRest: (done, count) => `${number(done)} de ${people(count)} con invitación`,
  invitedSome: (done) =>
    counted(done, {
      one: 'Se atendió a 1 persona de la lista. El resto sigue en el cuadro.',
      other: `Se atendió a ${number(done)} personas de la lista. El resto sigue en el cuadro.`,
    }),
  inviteStopped:
    'Se dejó de esperar. Si las invitaciones ya se crearon, están en la lista de pendientes; invitar otra vez no las cambia.',
  withMail: (hours) =>
    `Cada persona recibe un correo con un enlace que funciona una sola vez, durante ${hours}.`,
  withoutMail: (hours) =>
    `No hay un servidor de correo configurado, así que no se envía ningún correo. Copie cada enlace y entréguelo usted; funciona una sola vez, durante ${hours}.`,
  withoutMailOrLinks:
    'No hay un servidor de correo configurado, así que no se envía ningún correo. Alguien que pueda copiar enlaces tiene que entregarlos.',
  hours: (count) =>
    count % 24 === 0
      ? counted(count / 24, { one: '1 día', other: `${number(count / 24)} días` })
      : counted(count, { one: '1 hora', other: `${number(count)} horas` }),
  results: 'Resultados',
  resultsOf: (invited, others) =>
    [
      invited > 0
        ? counted(invited, { one: '1 persona invitada', other: `${number(invited)} personas invitadas` })
        : 'No se invitó a nadie',
      others > 0 && `${number(others)} con otro resultado`,
    ]
      .filter(Boolean)
      .join(', '),
  outcomeIn: (workspaces, outcome) => `${workspaces}: ${outcome}`,
  moreResults: (count) => `Mostrar ${number(count)} más`,
  dismissResults: 'Cerrar los resultados',

  // Links
  copyLink: 'Copiar enlace',
  copyLinkOf: (email) => `Copiar el enlace para ${email}`,
  copyAllLinks: (count) =>
    counted(count, { one: 'Copiar el enlace', other: `Copiar los ${number(count)} enlaces` }),
  linkCopied: 'Enlace copiado',
  linksCopied: (count) =>
    counted(count, {
      one: 'Enlace copiado',
      other: `${number(count)} enlaces copiados, una dirección y su enlace por línea`,
    }),
  copyRefused: 'El navegador no permitió copiar. Seleccione el enlace y cópielo a mano.',
  linkOf: (email) => `Enlace para ${email}`,

  // The list of invitations
  pendingHeading: 'Invitaciones',
  pendingCount: (count) => counted(count, { one: '1 pendiente', other: `${number(count)} pendientes` }),
  noneOpen: 'Ninguna pendiente',
  showRows: 'Mostrar',
  hideRows: 'Ocultar',
  columnAddress: 'Dirección',
  columnRole: 'Rol',
  columnInvitedBy: 'Invitó',
  columnExpiry: 'Caduca',
  columnDelivery: 'Envío',
  columnActions: 'Acciones',
  pending: 'Pendiente',
  pendingBefore: 'Pendiente, ',
  expired: 'Caducada',
  followUp: 'Seguimiento',
  toFollowUp: (count) => `${number(count)} para seguimiento`,
  waitingSince: (when) => `Invitación de ${when} sin respuesta. Pregunte si llegó el correo.`,
  trouble: '¿Problemas?',
  troubleWith: (email) => `Averiguar por qué ${email} no ha respondido`,
  noLetter: '¿A alguien no le llegó el correo, o no puede entrar?',
  checkAddress: 'Revisar una dirección',
  linkExpired: 'El enlace caducó. Reenvíe la invitación para obtener uno que funcione.',
  unknownInviter: 'Desconocido',
  invitedBy: (name) => `Invitación de ${name}`,
  resend: 'Reenviar',
  resendTo: (email) => `Reenviar la invitación a ${email}`,
  resent: (email) => `Se reenvió la invitación a ${email}. Los enlaces anteriores ya no funcionan.`,
  renewed: (email) =>
    `Se renovó la invitación a ${email}. Copie el enlace nuevo y entréguelo; los anteriores ya no funcionan.`,
  revoke: 'Revocar',
  revokeFor: (email) => `Revocar la invitación a ${email}`,
  revokeQuestion: (email) => `¿Revocar la invitación a ${email}?`,
  revokeText:
    'El enlace del correo y todos los enlaces copiados dejan de funcionar de inmediato. Puede invitar de nuevo a esta dirección más adelante.',
  revokeConfirm: 'Revocar invitación',
  revoked: (email) => `Se revocó la invitación a ${email}.`,
  choose: (email) => `Seleccionar la invitación a ${email}`,
  chosen: (count) => counted(count, { one: '1 seleccionada', other: `${number(count)} seleccionadas` }),
  chosenActions: 'Acciones para las invitaciones seleccionadas',
  chooseNone: 'Borrar',
  revokeManyQuestion: (count) =>
    counted(count, { one: '¿Revocar la invitación?', other: `¿Revocar ${number(count)} invitaciones?` }),
  resentMany: (count) =>
    counted(count, {
      one: 'Se reenvió 1 invitación.',
      other: `Se reenviaron ${number(count)} invitaciones.`,
    }),
  changingMany: (done, total) => `${number(done)} de ${number(total)}`,
  revokedMany: (count) =>
    counted(count, {
      one: 'Se revocó 1 invitación.',
      other: `Se revocaron ${number(count)} invitaciones.`,
    }),
  undoRevoke: 'Vuelve a invitar, con un enlace nuevo. El enlace anterior sigue sin funcionar.',
  invitedAgain: (count) =>
    count === 0
      ? 'No se volvió a invitar a nadie.'
      : `Se volvió a invitar a ${people(count)}, con un enlace nuevo.`,
  notChanged: (count, reason) =>
    counted(count, {
      one: `1 no se cambió: ${reason}`,
      other: `${number(count)} no se cambiaron: ${reason}`,
    }),
  noInvitations: 'No hay invitaciones pendientes',
  noInvitationsText: 'Las personas que invite aparecen aquí hasta que acepten.',
  invitationsFailed: 'No se pudieron cargar las invitaciones',
};
