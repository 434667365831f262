// Hands one mail to a mail server over a pooled SMTP connection, and says how that went. Knows nothing of what the mail is about.
import type { Transporter } from 'nodemailer';
import { checkAddress, parseAddress } from '../../shared/emails/address.ts';
import type { MailServer } from './server.ts';
import { isLoopback, withoutPassword } from './server.ts';

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
 * A transport to `server`.
 * @param timeout - How long a server may keep silent, in milliseconds; a whole delivery may take twice as long.
 * @throws {RangeError} where the sender is no address.
 */
export function createMailTransport(server: MailServer, timeout = 30_000): MailTransport {
  const from = senderOf(server);
  let pool: ReturnType<typeof openPool> | undefined;
  return {
    send: async (mail) => {
      const message = messageOf(mail, from, AbortSignal.timeout(timeout * 2));
      pool ??= openPool(server, timeout);
      const opened = await pool;
      await opened.sendMail(message).catch((error: unknown) => {
        throw failureOf(error, server);
      });
    },
    close: (isForced = false) => void pool?.then((opened) => opened.close({ force: isForced })),
  };
}

async function openPool(server: MailServer, timeout: number) {
  // Loaded with the first mail, because a server that starts has none to send.
  const { createTransport } = await import('nodemailer');
  const pool = createTransport({
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    // The outbox decides what is tried again and when.
    maxRequeues: 0,
    ...connectionTo(server, timeout),
  });
  guardRecipient(pool);
  return pool;
}

/** How to connect to `server`. A password goes over an encrypted connection only, unless the server is on this machine. */
export function connectionTo({ host, port, security, user, password }: MailServer, timeout: number) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls' || (security !== 'tls' && user !== undefined && !isLoopback(host)),
    ignoreTLS: security === 'none' && (user === undefined || isLoopback(host)),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  };
}

/** Who sends, as the server of the mail knows it. @throws {RangeError} where that is no address. */
export function senderOf({ from }: MailServer): Sender {
  const sender = parseAddress(from);
  if (!sender.ok) throw new RangeError(`mail.from is not an e-mail address: ${from}`);
  return { name: sender.name ?? '', address: sender.email };
}

interface Sender {
  readonly name: string;
  readonly address: string;
}

/** The last look before anything leaves: whatever happened on the way, there is one recipient, and it is the stored address (SEC_B23). */
export function guardRecipient(way: Pick<Transporter, 'use'>): void {
  way.use('stream', (mail, done) => {
    const { to } = mail.message.getEnvelope();
    const isExact = to.length === 1 && to[0] === (mail.data as { recipient?: string }).recipient;
    done(isExact ? null : new MailFailure('The recipient is not exactly the stored address', true));
  });
}

/** The mail as it is given to a connection, to be ended by `signal`. @throws {MailFailure} where the recipient is not exactly one address. */
export function messageOf({ to, toName, ...mail }: OutgoingMail, from: Sender, signal: AbortSignal) {
  const address = checkAddress(to);
  if (!address.ok || address.email !== to) throw new MailFailure('The recipient is not an address', true);
  return {
    ...mail,
    from,
    to: { name: toName, address: to },
    envelope: { from: from.address, to: [to] },
    recipient: to,
    headers: { 'Auto-Submitted': 'auto-generated' },
    signal,
  };
}

function failureOf(error: unknown, server: MailServer): MailFailure {
  if (error instanceof MailFailure) return error;
  if (error instanceof Error) conceal(error, server);
  const { code, permanent, response } = error as { code?: string; permanent?: boolean; response?: string };
  // Only what the server said of this very mail is for whoever invited (SEC_G08); a refused sign-in or connection is the operator's matter.
  if (response !== undefined && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return new MailFailure(oneLine(response), permanent === true);
  return new MailFailure('The mail server takes no mail at the moment', false, { cause: error });
}

/** Takes the password out of an error that the operator is told of. */
function conceal(error: Error & { response?: string }, server: MailServer): void {
  for (const part of ['message', 'response', 'stack'] as const) {
    const text = error[part];
    if (text !== undefined) error[part] = withoutPassword(text, server);
  }
}

/** An answer of a server as one line that is fit to be shown. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > ANSWER_LIMIT ? `${line.slice(0, ANSWER_LIMIT - 1)}…` : line;
}
