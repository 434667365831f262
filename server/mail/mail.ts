// Puts the mail of a deployment together: the way out that follows the settings, its letters, its outbox.
import type { MailTest } from '../../shared/settings/mail.ts';
import type { Database } from '../db/database.ts';
import type { Links } from '../invitations/links.ts';
import type { MailOptions } from '../options.ts';
import type { PolicyIn } from '../roles/policy-book.ts';
import type { CurrentServer } from '../settings/mail-setup.ts';
import { readMailServer } from '../settings/mail-setup.ts';
import type { Sealer } from '../settings/seal.ts';
import { SealError } from '../settings/seal.ts';
import { composeMail } from './compose.ts';
import { createFollowingTransport } from './following.ts';
import { Outbox } from './outbox.ts';
import { operatorServer } from './server.ts';
import type { OutgoingMail } from './transport.ts';
import { senderOf } from './transport.ts';
import { tryServer } from './trial.ts';

/** What the mail of a deployment needs. */
export interface MailParts {
  readonly database: Pick<Database, 'read' | 'write'>;
  readonly links: Links;
  readonly sealer: Sealer;
  readonly policyIn: PolicyIn;
  /** The operator's mail server, which holds where none is set in the product. */
  readonly operator: MailOptions | undefined;
  /** The name under which the deployment is reached; message ids end in it. */
  readonly host: string;
  readonly now: () => number;
  readonly onInternalError: (error: unknown) => void;
}

/** The mail of a deployment. */
export interface Mail extends Pick<Outbox, 'start' | 'wake' | 'stop'> {
  /** Hands one mail to the server that holds, past the outbox, and tells what it answers. */
  readonly tryOut: (mail: OutgoingMail) => Promise<MailTest>;
}

/** Makes the mail of a deployment; it sends once it is started. @throws {RangeError} where the operator's sender is no address. */
export function createMail(parts: MailParts): Mail {
  const { database, operator, now } = parts;
  if (operator !== undefined) senderOf(operatorServer(operator));
  const read = (seen?: CurrentServer) => readMailServer(database.read, parts, seen);
  const outbox = new Outbox({
    database,
    transport: createFollowingTransport(read),
    compose: (waiting) => composeMail(database.read, waiting, now(), parts),
    now,
    random: Math.random,
    after: (milliseconds, job) => {
      // A timer alone keeps no process alive; one that is too long for Node would fire at once.
      const timer = setTimeout(job, Math.min(milliseconds, 2 ** 31 - 1)).unref();
      return () => clearTimeout(timer);
    },
    onError: parts.onInternalError,
  });
  return {
    start: () => outbox.start(),
    wake: () => outbox.wake(),
    stop: () => outbox.stop(),
    tryOut: (mail) => tryOut(read, mail),
  };
}

async function tryOut(read: () => Promise<CurrentServer>, mail: OutgoingMail): Promise<MailTest> {
  try {
    const { server } = await read();
    return server === undefined
      ? { isDelivered: false, answer: 'No mail server is set up' }
      : await tryServer(server, mail);
  } catch (error) {
    if (error instanceof SealError) return { isDelivered: false, answer: error.message };
    throw error;
  }
}
