// What is found about a person or an address, in German.
import type * as english from '../../i18n/diagnosis-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, list, number } = formatsOf('de');

const say = (title: string, text: string) => (): english.FindingWords => ({ title, text });
const by = (name: string | null) => (name === null ? '' : ` von ${name}`);

export const FINDING_WORDS: Words<typeof english.FINDING_WORDS> = {
  active: say('Das Konto ist aktiv', 'Nichts ist abgeschaltet.'),
  deactivated: say(
    'Das Konto ist nicht aktiv',
    'Nur wer aktiv ist, kann sich hier anmelden. Reaktivieren gibt die Rolle und alles Bisherige zurück.',
  ),
  address_mistyped: ({ email, suggestion }, { hasEmailChange }) => ({
    title: `Die Adresse sieht vertippt aus: ${email}`,
    text: hasEmailChange
      ? `Vielleicht war ${suggestion} gemeint. E-Mails an eine falsche Adresse erreichen niemanden oder jemand anders.`
      : `Vielleicht war ${suggestion} gemeint. Adressen bleiben hier, wie sie sind: Legen Sie ein neues Konto mit der richtigen an und deaktivieren Sie dieses.`,
  }),
  signs_in_as: ({ email, username }) => ({
    title: username === null ? `Anmeldung mit ${email}` : `Anmeldung mit ${username} oder ${email}`,
    text: 'Fragen Sie, welche Adresse eingegeben wird. Mit einer anderen öffnet sich hier nichts.',
  }),
  provider_only: ({ providers }) => ({
    title: 'Zugang gibt es nur über den Anmeldedienst',
    text: `Mit Passwörtern und E-Mail-Links öffnet sich hier nichts. Die Anmeldung läuft über ${providers.length === 0 ? 'den Anmeldedienst, sobald einer eingerichtet ist' : list(providers, 'disjunction')}; Probleme damit werden dort gelöst.`,
  }),
  through_host: say(
    'Der Zugang führt über die App, in die diese Seite eingebettet ist',
    'Wenn die Anmeldung dort scheitert, sehen Sie sich das Konto in der App an.',
  ),
  no_way_in: say(
    'Es gibt noch keinen Weg, sich anzumelden',
    'Die Person hat kein Passwort, und keine E-Mail kann ihr einen Link bringen. Geben Sie ihr ein Passwort, oder richten Sie einen Mailserver ein.',
  ),
  no_password: ({ hasLinks, providers }) => ({
    title: 'Die Person hat kein Passwort',
    text: `Sie kann sich ${list(
      [
        ...(hasLinks ? ['über einen Link an ihre Adresse'] : []),
        ...(providers.length > 0 ? [`über ${list(providers, 'disjunction')}`] : []),
      ],
      'disjunction',
    )} anmelden. Mit einem Passwort öffnet sich nichts, solange sie keines hat.`,
  }),
  must_change_password: say(
    'Die Person muss zuerst ein neues Passwort wählen',
    'Nach der Anmeldung mit dem vorgegebenen öffnet sich nichts anderes, bis sie ein eigenes gewählt hat.',
  ),
  attempts_failed: ({ count, lastAt }, { ago }) => ({
    title: counted(count, {
      one: '1 Anmeldung ist fehlgeschlagen',
      other: `${number(count)} Anmeldungen sind fehlgeschlagen`,
    }),
    text: `Die letzte ${ago(lastAt)}, und seitdem hat keine geklappt. War es die Person selbst, setzen Sie das Passwort zurück; wenn nicht, sehen Sie sich die Aktivität an.`,
  }),
  signed_in: ({ at }, { ago, moment }) => ({
    title: `Letzte Anmeldung ${ago(at)}`,
    text: moment(at),
  }),
  never_signed_in: ({ since }, { ago }) => ({
    title: 'Die Person hat sich noch nie angemeldet',
    text: `Hinzugefügt ${ago(since)}. Stellen Sie sicher, dass sie weiß, wie und wo sie sich anmeldet.`,
  }),

  roleless: say(
    'Die Person hat keine Rolle',
    'Ohne Rolle öffnet sich nichts, auch wenn die Anmeldung gelingt. Wählen Sie eine nach ihrer Aufgabe.',
  ),
  role_gone: ({ roles }, tongue) => ({
    title: counted(roles.length, {
      one: 'Eine Rolle der Person gibt es nicht mehr',
      other: 'Rollen der Person gibt es nicht mehr',
    }),
    text: `Ohne Wirkung: ${tongue.roles(roles)}. Wählen Sie eine andere Rolle.`,
  }),
  roles_held: ({ roles }, tongue) => ({
    title: counted(roles.length, {
      one: `Rolle: ${tongue.roles(roles)}`,
      other: `Rollen: ${tongue.roles(roles)}`,
    }),
    text: 'Daraus folgt, was die Person sieht und tut. Geben Sie eine andere Rolle, wenn sich die Aufgabe geändert hat; warten Sie nicht auf eine Überprüfung.',
  }),
  roles_here: ({ workspace }) => ({
    title: `Diese Rollen gelten nur in ${workspace}`,
    text: 'In einem anderen Arbeitsbereich gilt, was dort gegeben wurde. Stellen Sie sicher, dass die Person im richtigen nachsieht.',
  }),
  reaches_all: ({ kind, role }, tongue) => ({
    title: `Zugriff auf alle ${tongue.things(kind)}`,
    text: `Die Rolle ${tongue.roles([role])} umfasst alle, unabhängig von Zuweisungen.`,
  }),
  reaches_assigned: ({ kind, count, total }, tongue) => ({
    title: `${tongue.things(kind)}: Zugriff auf ${number(count)} von ${number(total)}`,
    text: 'Nur, was zugewiesen oder selbst angelegt wurde. Was fehlt, muss zugewiesen werden.',
  }),
  reaches_none: ({ kind, total }, tongue) => ({
    title: `${tongue.things(kind)}: Zugriff auf 0 von ${number(total)}`,
    text: 'Es wurde noch nichts zugewiesen, und nichts kommt von selbst.',
  }),
  made_after: ({ kind, count }, tongue) => ({
    title: counted(count, {
      one: `1 ${tongue.things(kind, count)} kam nach der letzten Zuweisung dazu`,
      other: `${number(count)} ${tongue.things(kind, count)} kamen nach der letzten Zuweisung dazu`,
    }),
    text: 'Was später angelegt wird, gehört nicht automatisch dazu. Weisen Sie es zu, wo es gebraucht wird.',
  }),
  reaches_by_role: ({ kind, count, total }, tongue) => ({
    title: `${tongue.things(kind)}: Zugriff durch Rollen auf ${number(count)} von ${number(total)}`,
    text: 'Was eine Rolle darf, gilt für alle, die sie haben.',
  }),

  address_invalid: say('Das ist keine E-Mail-Adresse', 'Prüfen Sie den Teil vor und nach dem @.'),
  already_member: say(
    'Die Person ist schon hier',
    'Es braucht keine Einladung. Was sie abhalten könnte, steht darunter.',
  ),
  invitation_pending: ({ createdAt, expiresAt, by: inviter }, { ago, moment }) => ({
    title: `Eingeladen ${ago(createdAt)}${by(inviter)}`,
    text: `Noch nicht beantwortet. Der Link funktioniert bis ${moment(expiresAt)}.`,
  }),
  invitation_waits: ({ createdAt, expiresAt, by: inviter }, { ago, moment }) => ({
    title: `Eingeladen ${ago(createdAt)}${by(inviter)} und nicht beantwortet`,
    text: `Haken Sie nach: Fragen Sie, ob die E-Mail angekommen ist, und schicken Sie sie sonst noch einmal. Der Link funktioniert bis ${moment(expiresAt)}.`,
  }),
  invitation_expired: ({ expiresAt }, { ago }) => ({
    title: `Die Einladung ist ${ago(expiresAt)} abgelaufen`,
    text: 'Der Link funktioniert nicht mehr. Erneutes Senden erstellt einen neuen.',
  }),
  invitation_revoked: say(
    'Die Einladung wurde zurückgezogen',
    'Der Link funktioniert nicht mehr. Laden Sie diese Adresse neu ein.',
  ),
  invitation_declined: say(
    'Die Einladung wurde abgelehnt',
    'Fragen Sie die Person, bevor Sie diese Adresse noch einmal einladen.',
  ),
  mail_missing: say(
    'Es ist kein Mailserver eingerichtet, deshalb ging keine E-Mail hinaus',
    'Geben Sie den Link selbst weiter, oder richten Sie E-Mail unter „Einstellungen“ ein.',
  ),
  mail_queued: say(
    'Die E-Mail ist auf dem Weg zum Mailserver',
    'Wenn es dabei bleibt, sehen Sie sich den Mailserver unter „Einstellungen“ an und schicken Sie eine Test-E-Mail.',
  ),
  mail_failed: ({ answer }) => ({
    title: 'Der Mailserver hat die E-Mail nicht angenommen',
    text: `${answer === '' ? 'Er hat keinen Grund genannt' : `Er hat geantwortet: ${`${answer}`.replace(/\.$/, '')}`}. Suchen Sie zuerst nach einem Tippfehler in der Adresse.`,
  }),
  mail_sent: say(
    'Die E-Mail wurde verschickt',
    'Der Mailserver hat sie angenommen. Ob sie im Postfach angekommen ist, weiß nur die Person.',
  ),
  look_in_spam: say(
    'Bitten Sie darum, im Spam-Ordner nachzusehen',
    'Erste E-Mails von neuen Absendern landen oft dort.',
  ),
  may_be_delayed: say(
    'Manche Anbieter halten erste E-Mails zurück',
    'Es kann Minuten bis zu einer Stunde dauern, und Firmenfilter können sie blockieren. Die dortige Administration kann den Absender freigeben.',
  ),
  not_here: say(
    'Niemand hier hat diese Adresse, und keine Einladung ist offen',
    'Vielleicht wurde sie anders geschrieben oder ist nur in einem anderen Arbeitsbereich bekannt.',
  ),

  may_assign: ({ roles }, tongue) => ({
    title: `Die Person kann diese Rollen vergeben: ${tongue.roles(roles)}`,
    text: 'Andere Rollen kann sie nicht vergeben und Personen mit anderen Rollen nicht ändern.',
  }),
  may_not_assign: ({ needed }, tongue) => ({
    title: 'Die Person kann anderen keine Rollen geben',
    text:
      needed.length === 0
        ? 'Keine Rolle hier umfasst das.'
        : `Dafür braucht es eine Rolle, die Personen verwaltet: ${tongue.roles(needed, 'or')}.`,
  }),
  roles_exist_here: ({ workspace }) => ({
    title: 'Eine Rolle muss es geben, bevor sie vergeben werden kann',
    text: `Welche Rollen es in ${workspace} gibt und was jede darf, steht unter „Berechtigungen“.`,
  }),
  assigns_here: ({ workspace }) => ({
    title: 'Rollen werden in dem Arbeitsbereich vergeben, für den sie gelten',
    text: `Was jemand in ${workspace} darf, sagt nichts über einen anderen Arbeitsbereich: Dort braucht es eine eigene Rolle.`,
  }),
  assigns_everywhere: ({ role }, tongue) => ({
    title: `Die Rolle ${tongue.roles([role])} kann alle Rollen vergeben, in jedem Arbeitsbereich`,
    text: 'Mehr ist nicht nötig.',
  }),
  ask_everywhere: ({ roles }, tongue) => ({
    title: `Rollen vergeben kann immer: ${tongue.roles(roles, 'or')}`,
    text: 'Wenn es sonst niemand darf, fragen Sie dort.',
  }),
  not_yours: ({ reason }, tongue) => ({
    title: 'Sie können die Rolle dieser Person nicht ändern',
    text: tongue.reason(reason),
  }),
  ask_support: (_facts, { hasSupport }) => ({
    title: 'Nichts davon hilft?',
    text: hasSupport
      ? 'Der Support kann weiter nachsehen.'
      : 'Fragen Sie, wer dieses Produkt für Sie betreibt.',
  }),
};

export const TOPIC_NAMES: Words<typeof english.TOPIC_NAMES> = {
  'sign-in': 'Anmeldung',
  access: 'Was die Person sieht',
  invitation: 'Die Einladung',
  roles: 'Rollen vergeben',
};

export const SEVERITY_NAMES: Words<typeof english.SEVERITY_NAMES> = {
  problem: 'Problem',
  notice: 'Hinweis',
  fine: 'In Ordnung',
};

export const diagnosisStrings: Words<typeof english.diagnosisStrings> = {
  heading: 'Person prüfen',
  hint: 'Sucht, was jemanden daran hindert, sich anzumelden oder zu sehen, was gebraucht wird.',
  run: 'Person prüfen',
  again: 'Erneut prüfen',
  none: 'Kein Problem gefunden',
  found: (count) =>
    counted(count, { one: '1 Problem gefunden', other: `${number(count)} Probleme gefunden` }),
  spoken: (who, count) =>
    count === 0
      ? `Kein Problem bei ${who} gefunden.`
      : counted(count, {
          one: `1 Problem bei ${who} gefunden.`,
          other: `${number(count)} Probleme bei ${who} gefunden.`,
        }),
  inOrder: (count) => `${number(count)} in Ordnung`,

  reactivate: 'Reaktivieren',
  reactivated: (who) => `${who} hat wieder Zugang.`,
  resetPassword: 'Passwort zurücksetzen',
  changeEmail: 'Adresse ändern',
  chooseRole: 'Rolle wählen',
  assign: (things) => `${things} zuweisen`,
  resend: 'Einladung erneut senden',
  resent: (email) => `Einladung an ${email} erneut gesendet. Frühere Links funktionieren nicht mehr.`,
  inviteAgain: 'Erneut einladen',
  inviteInstead: (email) => `Stattdessen ${email} einladen`,
  invitedInstead: (email, old) => `${email} ist eingeladen, und die Einladung an ${old} ist zurückgezogen.`,
  invited: (email) => `${email} ist eingeladen.`,
  notInvited: 'Diese Adresse konnte nicht eingeladen werden.',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert.',
  copyRefused: 'Der Browser hat das Kopieren nicht zugelassen. Der Link steht darunter.',
  theLink: 'Link der Einladung',
  openMail: 'E-Mail-Einstellungen öffnen',
  testMail: 'Test-E-Mail senden',
  testTaken: (answer) => `Der Mailserver hat sie angenommen: ${answer}`,
  testRefused: (answer) => `Der Mailserver hat sie nicht angenommen: ${answer}`,
  seeRoles: 'Rollen ansehen',
  support: 'Hilfe',

  // Somebody without a row
  dialogHeading: (email) => (email === '' ? 'Adresse prüfen' : `Keine Antwort von ${email}?`),
  address: 'E-Mail-Adresse',
  addressHint: 'Von jemandem, bei dem keine E-Mail ankam oder der nicht hineinkommt.',
  check: 'Prüfen',
};
