// Hands one mail over on a connection of its own, within seconds, to learn what the mail server says to it.
import type { MailTest } from '../../shared/settings/mail.ts';
import type { MailServer } from './server.ts';
import { withoutPassword } from './server.ts';
import type { OutgoingMail } from './transport.ts';
import { connectionTo, guardRecipient, messageOf, oneLine, senderOf } from './transport.ts';

/** How long the whole conversation may take, in milliseconds. */
const TRIAL_TIMEOUT = 9000;

const TOO_SLOW = 'The mail server did not answer in time';

/** What nodemailer says of a conversation that failed. */
interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly errno?: unknown;
  readonly response?: string;
  readonly message?: string;
  readonly cause?: { readonly code?: string };
}

/** Hands `mail` to `server` and tells its last words, without what was said to it in confidence. Never fails. */
export async function tryServer(
  server: MailServer,
  mail: OutgoingMail,
  timeout = TRIAL_TIMEOUT,
): Promise<MailTest> {
  const { createTransport } = await import('nodemailer');
  const connection = createTransport(connectionTo(server, timeout));
  guardRecipient(connection);
  try {
    const message = messageOf(mail, senderOf(server), AbortSignal.timeout(timeout));
    const { response } = await connection.sendMail(message);
    return { isDelivered: true, answer: oneLine(withoutPassword(response, server)) };
  } catch (error) {
    return {
      isDelivered: false,
      answer: oneLine(withoutPassword(wordsOf(error as Failure, server), server)),
    };
  } finally {
    connection.close();
  }
}

/** The server's own last words where it spoke SMTP, else what kept it from speaking. */
function wordsOf(failure: Failure, { host, port }: MailServer): string {
  const { code, response = '', name, message = '' } = failure;
  const place = `${host}:${port}`;
  if (code !== 'ETLS' && /^[245]\d\d\b/.test(response)) return response;
  const reason = failure.cause?.code ?? (typeof failure.errno === 'string' ? failure.errno : code) ?? '';
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return TOO_SLOW;
  if (/CERT|SIGNATURE|ISSUER|ALTNAME/.test(`${reason} ${code}`) || /certificate/i.test(message))
    return `The certificate of ${place} is not trusted`;
  if (code === 'EDNS' || reason === 'ENOTFOUND') return `There is no server by the name ${host}`;
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(`${reason} ${message}`))
    return `Nothing answers at ${place}`;
  if (code === 'ETLS' || /SSL|TLS/.test(message)) return `No encrypted connection came about with ${place}`;
  if (code === 'EAUTH') return 'The mail server does not let this user sign in';
  if (code === 'EPROTOCOL') return `What answers at ${place} does not speak the language of mail servers`;
  return 'The mail server broke the connection off before it answered';
}
