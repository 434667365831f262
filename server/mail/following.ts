// A way out for mail that follows the settings: each mail goes to the server that holds at that moment, whichever process of the deployment changed it.
import type { CurrentServer } from '../settings/mail-setup.ts';
import type { MailTransport } from './transport.ts';
import { MailFailure, createMailTransport } from './transport.ts';

/** A transport and how many mails are on their way through it. */
interface Way {
  readonly current: CurrentServer;
  readonly transport: MailTransport | undefined;
  underWay: number;
}

/**
 * A transport that asks `read` before each mail which server holds, and changes over where it is another one.
 * What is on its way to the server before is finished there. Without a server every mail fails and is tried again later.
 * @param read - The server that holds, or `seen` itself where nothing changed since.
 */
export function createFollowingTransport(
  read: (seen: CurrentServer | undefined) => Promise<CurrentServer>,
  timeout?: number,
): MailTransport {
  let way: Way | undefined;
  const old = new Set<Way>();
  const leave = (left: Way): void => {
    if (left.underWay > 0) return;
    left.transport?.close();
    old.delete(left);
  };
  const follow = async (): Promise<Way> => {
    const current = await read(way?.current);
    if (current === way?.current) return way;
    // Several mails may have met the change at once: the first has changed over for all, and what was read before it is old.
    if (way !== undefined && current.version <= way.current.version) return way;
    const { server } = current;
    const next = { current, transport: server && createMailTransport(server, timeout), underWay: 0 };
    const left = way;
    way = next;
    if (left !== undefined) {
      old.add(left);
      leave(left);
    }
    return next;
  };
  return {
    send: async (mail) => {
      const chosen = await follow().catch((error: unknown) => {
        throw new MailFailure('The mail server takes no mail at the moment', false, { cause: error });
      });
      if (chosen.transport === undefined) throw new MailFailure('No mail server is set up', false);
      chosen.underWay += 1;
      try {
        await chosen.transport.send(mail);
      } finally {
        chosen.underWay -= 1;
        if (old.has(chosen)) leave(chosen);
      }
    },
    close: (isForced) => {
      for (const { transport } of [...old, ...(way === undefined ? [] : [way])]) transport?.close(isForced);
    },
  };
}
