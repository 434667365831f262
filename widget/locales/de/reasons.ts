// The sentences of refusals in German.
import type { ReasonTexts } from '../locale.ts';

export const REASONS: ReasonTexts['REASONS'] = {
  // Who is asking
  not_signed_in: 'Melden Sie sich an, um fortzufahren.',
  token_invalid: 'Diese Sitzung gilt nicht mehr. Laden Sie die Seite neu, um fortzufahren.',
  not_a_member: 'Sie gehören nicht zu diesem Arbeitsbereich.',
  actor_deactivated:
    'Ihr Zugang zu diesem Arbeitsbereich ist abgeschaltet. Bitten Sie die Verwaltung, ihn wieder einzuschalten.',

  // Decisions
  not_granted: 'Ihre Rolle umfasst das nicht.',
  not_in_policy: 'Das ist hier nicht vorgesehen.',
  is_self: 'Das können Sie nicht mit sich selbst tun.',
  outranked: 'Diese Person hat eine Rolle, die Sie nicht verwalten.',
  role_not_yours_to_give: 'Diese Rolle können Sie nicht vergeben.',
  role_unknown: 'Diese Rolle gibt es hier nicht.',
  role_not_assignable: 'Diese Rolle kann keiner Person gegeben werden.',
  role_home_only: 'Diese Rolle gilt in jedem Arbeitsbereich und wird deshalb nur im Hauptbereich vergeben.',
  role_built_in:
    'Mitgelieferte Rollen bleiben, wie sie sind. Duplizieren Sie diese und ändern Sie die Kopie.',
  role_in_use:
    'Personen oder Einladungen haben diese Rolle noch. Wählen Sie, welche sie stattdessen erhalten.',
  role_name_invalid: 'Geben Sie einen Namen mit 1 bis 50 Zeichen ohne Steuerzeichen ein.',
  role_name_taken: 'Eine andere Rolle heißt schon so. Wählen Sie einen anderen Namen.',
  too_many_roles: 'Sie haben schon 100 eigene Rollen. Löschen Sie eine, die niemand braucht.',
  capability_unknown: 'Dieses Recht gibt es hier nicht.',
  capability_not_held: 'Eine Rolle kann nur umfassen, was Sie selbst dürfen.',
  role_required: 'Wählen Sie eine Rolle.',
  one_role_only: 'Eine Person hat hier genau eine Rolle.',
  last_in_charge:
    'Jemand muss die Leitung behalten. Geben Sie diese Rolle zuerst einer anderen aktiven Person.',
  already_deactivated: 'Diese Person ist bereits deaktiviert.',
  already_active: 'Diese Person ist bereits aktiv.',
  member_deactivated: 'Diese Person ist nicht aktiv. Reaktivieren Sie sie zuerst.',
  people_from_provider: 'Personen kommen hier aus Ihrem Anmeldedienst. Ändern Sie das bitte dort.',
  roles_from_provider: 'Die Rolle dieser Person kommt aus Ihrem Anmeldedienst. Ändern Sie sie bitte dort.',
  not_home: 'Das wird für alle Arbeitsbereiche gemeinsam eingestellt, im Hauptbereich.',
  account_is_shared:
    'Dieses Konto wird auch in anderen Arbeitsbereichen verwendet. Nur die Person selbst kann es ändern, wenn sie direkt angemeldet ist.',
  role_unchanged: 'Diese Person hat diese Rolle bereits.',
  workspace_archived: 'Dieser Arbeitsbereich ist archiviert. Stellen Sie ihn wieder her, um etwas zu ändern.',
  workspace_not_archived: 'Archivieren Sie diesen Arbeitsbereich, bevor Sie ihn löschen.',

  // Signing in
  sign_in_failed:
    'Das hat nicht geklappt. Prüfen Sie Ihre Eingaben, oder lassen Sie sich einen Anmeldelink schicken.',
  sign_in_link_expired: 'Dieser Link ist abgelaufen. Fordern Sie einen neuen an.',
  fresh_sign_in_required: 'Bestätigen Sie, dass Sie es sind, um fortzufahren.',
  password_wrong: 'Das aktuelle Passwort stimmt nicht.',
  password_too_weak: 'Dieses Passwort erfüllt noch nicht alle Regeln darunter.',
  password_common:
    'Dieses Passwort gehört zu denen, die als Erstes ausprobiert werden. Wählen Sie ein anderes.',
  password_mismatch: 'Die beiden Passwörter stimmen nicht überein.',
  password_unchanged: 'Das ist bereits Ihr Passwort. Wählen Sie ein anderes.',
  password_change_required: 'Wählen Sie ein neues Passwort, um fortzufahren.',
  username_invalid:
    'Ein Benutzername hat 3 bis 50 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche und beginnt mit einem Buchstaben.',
  username_locked: 'Ein Benutzername bleibt, wie er zuerst gewählt wurde.',
  email_unchanged: 'Das ist bereits die Adresse.',
  account_action_by_host: 'Das gehört zu Ihrem Konto. Melden Sie sich hier direkt an, um es zu ändern.',
  setup_closed: 'Hier ist schon alles eingerichtet. Melden Sie sich an.',
  session_not_found: 'Diese Sitzung ist bereits beendet.',

  // Identity providers and settings
  provider_not_found: 'Dieser Anmeldedienst ist hier nicht mehr eingerichtet.',
  too_many_providers: 'Sie haben schon 50 Anmeldedienste. Entfernen Sie einen, den niemand braucht.',
  provider_unreachable:
    'Der Anmeldedienst ist nicht erreichbar. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
  provider_refused: 'Der Anmeldedienst hat nicht bestätigt, wer Sie sind. Versuchen Sie es noch einmal.',
  provider_address_refused:
    'Diese Adresse kann nicht verwendet werden. Geben Sie eine öffentliche https-Adresse ein.',
  provider_person_unknown:
    'Damit ist hier noch niemand verbunden. Melden Sie sich einmal anders an und verbinden Sie den Dienst in Ihrem Konto.',
  provider_person_refused: 'Auf diesem Weg können Sie sich nicht anmelden. Fragen Sie die Verwaltung.',
  provider_full: 'Über diese Anmeldung können keine weiteren Personen beitreten. Fragen Sie die Verwaltung.',
  connection_not_found: 'Diese Verbindung gibt es nicht mehr.',
  connection_is_last: 'Das ist Ihr einziger Weg, sich anzumelden. Richten Sie zuerst einen anderen ein.',
  already_connected: 'Diese Anmeldung ist schon mit einem anderen Konto verbunden.',
  domain_not_proved: 'Der Eintrag wurde noch nicht gefunden. Es kann dauern, bis er überall sichtbar ist.',
  too_many_domains: 'Sie haben schon 200 Domains. Entfernen Sie eine, die niemand braucht.',
  mail_not_set_up: 'Es ist noch kein Mailserver eingerichtet.',
  mail_password_needed:
    'Ein Passwort gilt nur für den Mailserver und den Benutzer, für die es eingegeben wurde. Geben Sie es noch einmal ein.',
  mail_password_unprotected:
    'Ein Passwort braucht eine verschlüsselte Verbindung. Wählen Sie eine, oder lassen Sie den Benutzer leer.',
  mail_not_delivered: 'Der Mailserver hat die Test-E-Mail nicht angenommen.',
  key_is_shared:
    'Dieser Schlüssel dient auch anderen Arbeitsbereichen und kann nur dort geändert werden, wo alle zusammen verwaltet werden.',

  // Absence
  member_not_found: 'Diese Person ist nicht mehr hier.',
  invitation_not_found: 'Diese Einladung gibt es nicht mehr.',
  workspace_not_found: 'Diesen Arbeitsbereich gibt es nicht.',
  host_key_not_found: 'Diesen Schlüssel gibt es nicht, oder er wurde widerrufen.',
  resource_not_found: 'Diese Ressource gibt es nicht mehr.',

  // Invitations and links
  link_invalid: 'Dieser Link funktioniert nicht. Bitten Sie um einen neuen.',
  link_expired: 'Dieser Link ist abgelaufen. Bitten Sie um eine neue Einladung.',
  link_used: 'Dieser Link wurde schon verwendet.',
  link_replaced:
    'Zu dieser Einladung gibt es einen neueren Link. Verwenden Sie den neuesten, den Sie bekommen haben.',
  invitation_revoked: 'Diese Einladung wurde zurückgezogen.',
  invitation_not_pending: 'Diese Einladung ist nicht mehr offen.',
  inviter_may_not:
    'Wer Sie eingeladen hat, kann diese Rolle nicht mehr vergeben. Bitten Sie um eine neue Einladung.',
  sign_in_as_invitee:
    'Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich dort an und öffnen Sie diesen Link noch einmal.',
  signed_in_as_other:
    'Sie sind mit einer anderen Adresse angemeldet. Melden Sie sich ab und öffnen Sie diesen Link noch einmal.',

  // Writes
  changed_meanwhile: 'Das wurde inzwischen von anderer Seite geändert. Sie sehen jetzt den aktuellen Stand.',
  idempotency_mismatch: 'Diese Anfrage wurde schon für etwas anderes verwendet.',
  already_exists: 'Das gibt es schon.',

  // Access reviews
  review_not_found: 'Diese Überprüfung gibt es nicht mehr.',
  review_closed: 'Diese Überprüfung ist abgeschlossen.',
  review_open_items:
    'Über einige Personen ist noch nicht entschieden. Entscheiden Sie über alle, bevor Sie die Überprüfung abschließen.',
  review_not_yours: 'In dieser Überprüfung soll jemand anders entscheiden.',
  review_empty: 'Diese Auswahl umfasst niemanden. Wählen Sie andere Personen.',
  review_too_large:
    'Auf einmal können höchstens 10.000 Personen überprüft werden. Wählen Sie weniger, zum Beispiel nach Rolle.',
  review_item_revoked:
    'Dieser Person wurde der Zugang bereits entzogen. Geben Sie ihn zuerst unter „Personen“ zurück.',

  // A database that follows the grid
  database_not_managed: 'Was hier eingestellt ist, wird an keiner anderen Stelle übernommen.',
  database_unavailable: 'Zurzeit kommt keine Antwort. Versuchen Sie es in einer Weile noch einmal.',
  database_table_busy:
    'Die Tabelle war in Gebrauch und blieb deshalb unverändert. Versuchen Sie es in einer Weile noch einmal.',
  database_refused:
    'Die Änderung wurde abgelehnt, deshalb wurde nichts geändert. Wer die Anwendung betreibt, kann den Grund sehen.',
  database_differs: 'Das muss klären, wer die Anwendung betreibt.',

  // Input and limits
  input_invalid: 'Ein Teil davon ist nicht gültig. Prüfen Sie Ihre Eingaben.',
  too_many_addresses: 'Auf einmal können höchstens 10.000 Adressen eingeladen werden.',
  no_valid_address: 'Keine dieser Adressen kann eingeladen werden.',
  name_invalid: 'Geben Sie einen Namen mit 1 bis 100 Zeichen ohne Steuerzeichen ein.',
  email_taken: 'Jemand mit dieser E-Mail-Adresse ist schon hier.',
  username_taken: 'Dieser Benutzername ist schon vergeben. Wählen Sie einen anderen.',
  external_id_differs: 'Diese Person ist hier unter einer anderen externen ID bekannt.',
  email_not_by_import:
    'Ein Import ändert keine Adressen. Ändern Sie sie bei der Person, oder nehmen Sie die Adresse aus der Liste.',
  row_repeated: 'Diese Person steht mehr als einmal in der Liste.',
  status_unknown: 'Schreiben Sie „active“ oder „deactivated“.',
  field_required: 'Füllen Sie alle erforderlichen Felder aus.',
  field_unknown: 'Dieses Feld gibt es hier nicht.',
  email_invalid: 'Geben Sie eine vollständige E-Mail-Adresse ein.',
  rate_limited: 'Das wurde in kurzer Zeit zu oft versucht. Versuchen Sie es später noch einmal.',
  busy: 'Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.',
  storage_full:
    'Der Server hat dafür keinen Platz. Es wurde nichts geändert. Versuchen Sie es später noch einmal.',
  internal: 'Bei uns ist etwas schiefgegangen. Es wurde nichts geändert. Versuchen Sie es noch einmal.',
};
