// Hands one mail to a mail server over a pooled SMTP connection, and says how that went. Knows nothing of what the mail is about.
import { createTransport } from 'nodemailer';
import { checkAddress, parseAddress } from '../../shared/emails/address.ts';
import type { MailOptions } from '../options.ts';

/** A mail as it is handed over. */
export interface OutgoingMail {
  /** The one recipient: a bare address in the form it is stored. */
  readonly to: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every attempt, so that whoever gets it twice can tell. */
  readonly messageId: string;
}

/** The way out for mail. */
export interface MailTransport {
  /** Resolves once a server took the mail over. @throws {MailFailure} where none did. */
  send(mail: OutgoingMail): Promise<void>;
  /** Lets the connections go; with `isForced` also those in the middle of a mail, which then fails. */
  close(isForced?: boolean): void;
}

/** Why a mail was not taken over, in words for whoever invited. What else is known, of the operator's network for example, is its cause. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  /** Whether the server refused this very mail for good, so that trying again would get the same answer. */
  readonly isPermanent: boolean;

  constructor(answer: string, isPermanent: boolean, options?: ErrorOptions) {
    super(answer, options);
    this.isPermanent = isPermanent;
  }
}

/** How many connections are open at most. */
export const MAIL_CONNECTIONS = 5;
/** The longest answer of a server that is kept, in characters. */
const ANSWER_LIMIT = 300;

/**
 * A transport to the server of `options`. A password goes over an encrypted connection only, unless the server is on this machine.
 * @param timeout - How long a server may keep silent, in milliseconds; a whole delivery may take twice as long.
 * @throws {RangeError} where the sender is no address.
 */
export function createMailTransport(options: MailOptions, timeout = 30_000): MailTransport {
  const from = parseAddress(options.from);
  if (!from.ok) throw new RangeError(`mail.from is not an e-mail address: ${options.from}`);
  const sender = { name: from.name ?? '', address: from.email };
  const pool = createTransport({
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    // The outbox decides what is tried again and when.
    maxRequeues: 0,
    host: options.host,
    port: options.port,
    secure: options.isSecure,
    requireTLS: options.user !== undefined && !options.isSecure && !isLoopback(options.host),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(options.user === undefined ? {} : { auth: { user: options.user, pass: options.password ?? '' } }),
  });
  // The last look before anything leaves: whatever happened on the way, there is one recipient, and it is the stored address (SEC_B23).
  pool.use('stream', (mail, done) => {
    const { to } = mail.message.getEnvelope();
    const isExact = to.length === 1 && to[0] === (mail.data as { recipient?: string }).recipient;
    done(isExact ? null : new MailFailure('The recipient is not exactly the stored address', true));
  });
  return {
    send: async ({ to, toName, ...mail }) => {
      const address = checkAddress(to);
      if (!address.ok || address.email !== to) throw new MailFailure('The recipient is not an address', true);
      const message = {
        ...mail,
        from: sender,
        to: { name: toName, address: to },
        envelope: { from: sender.address, to: [to] },
        recipient: to,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(timeout * 2),
      };
      await pool.sendMail(message).catch((error: unknown) => {
        throw failureOf(error);
      });
    },
    close: (isForced = false) => pool.close({ force: isForced }),
  };
}

function failureOf(error: unknown): MailFailure {
  if (error instanceof MailFailure) return error;
  const { code, permanent, response } = error as { code?: string; permanent?: boolean; response?: string };
  // Only what the server said of this very mail is for whoever invited (SEC_G08); a refused sign-in or connection is the operator's matter.
  if (response !== undefined && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return new MailFailure(oneLine(response), permanent === true);
  return new MailFailure('The mail server takes no mail at the moment', false, { cause: error });
}

function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > ANSWER_LIMIT ? `${line.slice(0, ANSWER_LIMIT - 1)}…` : line;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
