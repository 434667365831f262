// A real SMTP server on loopback that keeps what arrives, in memory and in a file, for the mailbox page.
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { SMTPServer } from 'smtp-server';

/** A mail that arrived. */
export interface ReceivedMail {
  readonly id: number;
  /** When it arrived, in milliseconds. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Empty where the mail has no HTML part. */
  readonly html: string;
}

/** The mail server of the demo and what it has kept. */
export interface MailServer {
  readonly port: number;
  /** Newest first. */
  mails(): readonly ReceivedMail[];
  close(): Promise<void>;
}

/** The most mails that are kept. */
const KEPT = 500;
/** The domain whose mail is refused for good, so that a failed delivery can be looked at. */
const REFUSED = /@gone\.example$/i;

/** Starts the server on a free port; what it kept before is read from `file`. */
export async function startMailServer(file: string): Promise<MailServer> {
  let mails = await readMails(file);
  let saving: Promise<void> = Promise.resolve();
  const keep = async (email: Email, recipients: readonly string[]): Promise<void> => {
    mails = [received(email, recipients, (mails[0]?.id ?? 0) + 1), ...mails].slice(0, KEPT);
    saving = saving.then(() => save(file, mails));
    await saving;
  };
  const server = new SMTPServer({
    authOptional: true,
    // Its certificate would be nobody's, so it does not offer to encrypt.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => (REFUSED.test(address) ? done(refusal(address)) : done()),
    onData: (stream, session, done) => {
      readMail(stream)
        .then((email) => keep(email, recipientsOf(session)))
        .then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    mails: () => mails,
    close: async () => {
      await new Promise<void>((resolve) => server.close(resolve));
      await saving;
    },
  };
}

function refusal(address: string): Error {
  return Object.assign(new Error(`5.1.1 <${address}>: nobody here has this address`), { responseCode: 550 });
}

function recipientsOf(session: SMTPServerSession): string[] {
  return session.envelope.rcptTo.map(({ address }) => address);
}

async function readMail(stream: SMTPServerDataStream): Promise<Email> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return PostalMime.parse(Buffer.concat(chunks));
}

function received(email: Email, to: readonly string[], id: number): ReceivedMail {
  const { from, subject = '(no subject)', text = '', html = '' } = email;
  return { id, at: Date.now(), from: from?.address ?? '', to, subject, text: text.trim(), html };
}

async function readMails(file: string): Promise<readonly ReceivedMail[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ReceivedMail[];
  } catch (error) {
    // Absent at the first start; anything else is worth knowing.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function save(file: string, mails: readonly ReceivedMail[]): Promise<void> {
  // Written aside and renamed, so that a kill leaves the old file or the new one.
  await writeFile(`${file}.new`, JSON.stringify(mails));
  await rename(`${file}.new`, file);
}
