// Puts the mail of a deployment together: its transport, its letters, its outbox.
import { parseAddress } from '../../shared/emails/address.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Database } from '../db/database.ts';
import type { Links } from '../invitations/links.ts';
import type { MailOptions } from '../options.ts';
import { composeInvitation } from './compose.ts';
import { Outbox } from './outbox.ts';
import { createMailTransport } from './transport.ts';

/** What the mail of a deployment needs. */
export interface MailParts {
  readonly database: Pick<Database, 'read' | 'write'>;
  readonly links: Links;
  readonly policy: CompiledPolicy;
  /** Absent where no mail server is configured: then nothing is ever sent. */
  readonly options: MailOptions | undefined;
  readonly now: () => number;
  readonly onInternalError: (error: unknown) => void;
}

/** The mail of a deployment. */
export type Mail = Pick<Outbox, 'start' | 'wake' | 'stop'>;

const SILENT: Mail = { start: () => undefined, wake: () => undefined, stop: () => Promise.resolve() };

/** Makes the mail of a deployment; it sends once it is started. @throws {RangeError} where the sender is no address. */
export function createMail({ database, links, policy, options, now, onInternalError }: MailParts): Mail {
  if (options === undefined) return SILENT;
  const transport = createMailTransport(options);
  const from = parseAddress(options.from);
  const domain = from.ok ? from.email.slice(from.email.lastIndexOf('@') + 1) : 'localhost';
  return new Outbox({
    database,
    transport,
    compose: (waiting) => composeInvitation(database.read, waiting, now(), { links, policy, domain }),
    now,
    random: Math.random,
    after: (milliseconds, job) => {
      // A timer alone keeps no process alive; one that is too long for Node would fire at once.
      const timer = setTimeout(job, Math.min(milliseconds, 2 ** 31 - 1)).unref();
      return () => clearTimeout(timer);
    },
    onError: onInternalError,
  });
}
