// The refusals of pages in German.
import type { Refusals } from './refusals.ts';

/** German. */
export const refusalsDe: Refusals = {
  not_signed_in: { text: 'Melden Sie sich an, um fortzufahren.' },
  token_invalid: { text: 'Diese Sitzung gilt nicht mehr. Laden Sie die Seite neu, um fortzufahren.' },
  not_a_member: { text: 'Sie gehören nicht zu diesem Arbeitsbereich.' },
  actor_deactivated: {
    title: 'Ihr Zugang ist abgeschaltet',
    text: 'Ihr Zugang zu diesem Arbeitsbereich ist abgeschaltet. Bitten Sie die Verwaltung, ihn wieder einzuschalten.',
  },
  not_granted: { text: 'Ihre Rolle umfasst das nicht.' },
  not_in_policy: { text: 'Das ist hier nicht vorgesehen.' },
  people_from_provider: {
    text: 'Die Personen kommen hier aus Ihrem Anmeldedienst. Ändern Sie das bitte dort.',
  },
  account_is_shared: {
    text: 'Diese Person gehört auch zu anderen Arbeitsbereichen. Wie sie sich anmeldet, kann nur sie selbst ändern.',
  },
  account_action_by_host: {
    text: 'Das gehört zu Ihrem Konto. Melden Sie sich hier direkt an, um es zu ändern.',
  },
  workspace_archived: {
    title: 'Dieser Arbeitsbereich ist archiviert',
    text: 'Zurzeit kann niemand beitreten. Fragen Sie die Person, die Sie eingeladen hat.',
  },
  workspace_not_found: { text: 'Diesen Arbeitsbereich gibt es nicht.' },
  sign_in_failed: {
    text: 'Das hat nicht geklappt. Prüfen Sie Ihre Eingaben, oder lassen Sie sich einen Anmeldelink schicken.',
  },
  sign_in_link_expired: { text: 'Dieser Link ist abgelaufen. Fordern Sie einen neuen an.' },
  fresh_sign_in_required: { text: 'Bestätigen Sie, dass Sie es sind, um fortzufahren.' },
  password_wrong: { text: 'Das aktuelle Passwort stimmt nicht.' },
  password_too_weak: { text: 'Dieses Passwort erfüllt noch nicht alle Regeln.' },
  password_common: {
    text: 'Dieses Passwort gehört zu denen, die als Erstes ausprobiert werden. Wählen Sie ein anderes.',
  },
  password_mismatch: { text: 'Die beiden Passwörter stimmen nicht überein.' },
  password_unchanged: { text: 'Das ist bereits Ihr Passwort. Wählen Sie ein anderes.' },
  password_change_required: { text: 'Wählen Sie ein neues Passwort, um fortzufahren.' },
  setup_closed: { text: 'Hier ist schon alles eingerichtet. Melden Sie sich an.' },
  provider_not_found: { text: 'Dieser Anmeldedienst ist hier nicht mehr eingerichtet.' },
  provider_unreachable: {
    title: 'Der Anmeldedienst antwortet nicht',
    text: 'Der Anmeldedienst ist nicht erreichbar. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
  },
  provider_refused: {
    title: 'Sie wurden nicht angemeldet',
    text: 'Der Anmeldedienst hat nicht bestätigt, wer Sie sind. Versuchen Sie es noch einmal.',
  },
  provider_person_unknown: {
    title: 'Verbinden Sie diese Anmeldung zuerst',
    text: 'Damit ist hier noch niemand verbunden. Melden Sie sich einmal anders an und verbinden Sie den Dienst in Ihrem Konto.',
  },
  provider_person_refused: {
    title: 'Sie wurden nicht angemeldet',
    text: 'Auf diesem Weg können Sie sich nicht anmelden. Fragen Sie die Verwaltung.',
  },
  provider_full: {
    text: 'Über diese Anmeldung können keine weiteren Personen beitreten. Fragen Sie die Verwaltung.',
  },
  already_connected: { text: 'Diese Anmeldung ist schon mit einem anderen Konto verbunden.' },
  mail_not_set_up: { text: 'Es ist noch kein Mailserver eingerichtet.' },
  link_invalid: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht fehlt ein Teil davon. Kopieren Sie den ganzen Link aus Ihrer Einladung, oder bitten Sie um einen neuen.',
  },
  link_expired: {
    title: 'Diese Einladung ist abgelaufen',
    text: 'Bitten Sie um eine neue Einladung.',
  },
  link_used: {
    title: 'Diese Einladung ist schon beantwortet',
    text: 'Jeder Link funktioniert einmal. Wenn Sie selbst angenommen haben, sind Sie bereits dabei.',
  },
  link_replaced: {
    title: 'Es gibt einen neueren Link',
    text: 'Zu dieser Einladung gibt es einen neueren Link. Verwenden Sie den neuesten, den Sie bekommen haben.',
  },
  invitation_revoked: {
    title: 'Diese Einladung wurde zurückgezogen',
    text: 'Fragen Sie die Person, die Sie eingeladen hat.',
  },
  inviter_may_not: {
    title: 'Diese Einladung gilt nicht mehr',
    text: 'Wer Sie eingeladen hat, kann diese Rolle nicht mehr vergeben. Bitten Sie um eine neue Einladung.',
  },
  sign_in_as_invitee: {
    text: 'Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich dort an und öffnen Sie diesen Link noch einmal.',
  },
  signed_in_as_other: {
    text: 'Sie sind mit einer anderen Adresse angemeldet. Melden Sie sich ab und öffnen Sie diesen Link noch einmal.',
  },
  changed_meanwhile: {
    text: 'Das wurde inzwischen von anderer Seite geändert. Laden Sie die Seite neu.',
  },
  already_exists: { text: 'Das gibt es schon.' },
  input_invalid: { text: 'Ein Teil davon ist nicht gültig. Prüfen Sie Ihre Eingaben.' },
  name_invalid: { text: 'Geben Sie einen Namen mit 1 bis 100 Zeichen ohne Steuerzeichen ein.' },
  email_invalid: { text: 'Geben Sie eine vollständige E-Mail-Adresse ein.' },
  rate_limited: {
    title: 'Bitte etwas später',
    text: 'Das wurde in kurzer Zeit zu oft versucht. Versuchen Sie es später noch einmal.',
  },
  busy: {
    title: 'Einen Moment, bitte',
    text: 'Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.',
  },
  storage_full: {
    text: 'Der Server hat dafür keinen Platz. Es wurde nichts geändert. Versuchen Sie es später noch einmal.',
  },
  internal: {
    text: 'Bei uns ist etwas schiefgegangen. Es wurde nichts geändert. Versuchen Sie es noch einmal.',
  },
};
