// A DNS server for tests: answers TXT questions over UDP on the loopback address.
import { createSocket } from 'node:dgram';
import type { Answer } from 'dns-packet';
import { AUTHORITATIVE_ANSWER, decode, encode } from 'dns-packet';

/** A DNS server that runs. */
export interface DnsServer {
  /** As the options of a resolver want it. */
  readonly address: string;
  /** Name -> texts of its TXT records. */
  readonly records: Map<string, readonly string[]>;
  /** The names that were asked for. */
  readonly asked: string[];
  /** How it answers: as it should, that there is no such name, or that it failed. */
  mode: 'answer' | 'fail';
  close(): Promise<void>;
}

const NO_SUCH_NAME = 3;
const FAILED = 2;

/** Starts a DNS server. */
export async function startDns(): Promise<DnsServer> {
  const socket = createSocket('udp4').unref();
  const records = new Map<string, readonly string[]>();
  const asked: string[] = [];
  const self = { mode: 'answer' as DnsServer['mode'] };
  socket.on('message', (message, { address, port }) => {
    const query = decode(message);
    const question = query.questions![0]!;
    asked.push(question.name);
    const texts = self.mode === 'fail' ? undefined : records.get(question.name.toLowerCase());
    const code = self.mode === 'fail' ? FAILED : texts === undefined ? NO_SUCH_NAME : 0;
    const answers = (texts ?? []).map((text): Answer => ({
      type: 'TXT',
      class: 'IN',
      name: question.name,
      ttl: 1,
      data: text,
    }));
    const reply = encode({
      type: 'response',
      ...(query.id === undefined ? {} : { id: query.id }),
      flags: AUTHORITATIVE_ANSWER | code,
      questions: query.questions!,
      answers,
    });
    socket.send(reply, port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return Object.assign(self, {
    address: `127.0.0.1:${socket.address().port}`,
    records,
    asked,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  });
}
