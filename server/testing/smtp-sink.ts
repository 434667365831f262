// A mail server for tests: a real one on a free port of this machine, that takes mail, refuses it, keeps silent or breaks off.
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { TEST_CERTIFICATE, TEST_KEY } from './certificate.ts';

/** What the server does with a mail. */
export type SinkMode =
  'accept' | 'try-later' | 'refuse' | 'hang' | 'take-and-break-off' | 'take-and-keep-silent';

/** A mail as it arrived: to whom the envelope said, and what was in it. */
export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

/** A running mail server. */
export interface Sink {
  readonly port: number;
  readonly arrived: readonly Arrived[];
  /** How many times somebody tried to send to a recipient. */
  readonly attempts: number;
  mode: SinkMode;
  /** Resolves once `count` mails arrived in all. */
  received(count: number): Promise<void>;
  /** Resolves once `count` attempts were made in all. */
  attempted(count: number): Promise<void>;
  /** Resolves once `count` mails in all were left without an answer. */
  held(count: number): Promise<void>;
  /** Answers the mails that were taken in silence. */
  release(): void;
  close(): Promise<void>;
}

/** What a mail server asks for; by default nothing, over a connection that is never encrypted. */
export interface SinkDemands {
  readonly user?: string;
  readonly password?: string;
  /** Whether it speaks TLS from the first byte or is asked to; its certificate is that of `certificate.ts`. */
  readonly tls?: 'tls' | 'starttls';
}

/** Starts a mail server. */
export async function startSink(mode: SinkMode = 'accept', demands: SinkDemands = {}): Promise<Sink> {
  const arrived: Arrived[] = [];
  const sockets = new Set<Socket>();
  const waiting: { isDone: () => boolean; resolve: () => void }[] = [];
  const notify = (): void => {
    for (const wait of waiting.filter(({ isDone }) => isDone())) {
      waiting.splice(waiting.indexOf(wait), 1);
      wait.resolve();
    }
  };
  const until = (isDone: () => boolean): Promise<void> =>
    isDone() ? Promise.resolve() : new Promise((resolve) => waiting.push({ isDone, resolve }));
  const silent: (() => void)[] = [];
  let attempts = 0;
  let held = 0;
  const sink = { mode };
  const server = new SMTPServer({
    authOptional: demands.user === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: [
      ...(demands.tls === 'starttls' ? [] : ['STARTTLS']),
      ...(demands.user === undefined ? ['AUTH'] : []),
    ],
    secure: demands.tls === 'tls',
    key: TEST_KEY,
    cert: TEST_CERTIFICATE,
    onAuth: ({ username, password }, _session, done) => {
      if (username === demands.user && password === demands.password) done(null, { user: username });
      else done(Object.assign(new Error('5.7.8 Wrong user name or password'), { responseCode: 535 }));
    },
    closeTimeout: 1,
    onRcptTo: (_address, _session, done) => {
      attempts += 1;
      notify();
      if (sink.mode === 'try-later')
        done(Object.assign(new Error('4.2.1 Mailbox busy'), { responseCode: 450 }));
      else if (sink.mode === 'refuse')
        done(Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (sink.mode === 'hang') {
          held += 1;
          notify();
          return;
        }
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        void PostalMime.parse(raw).then((mail) => {
          arrived.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => asOnTheWire(address)),
            raw: raw.toString('utf8'),
            mail,
          });
          if (sink.mode === 'take-and-break-off') for (const socket of sockets) socket.destroy();
          else if (sink.mode === 'take-and-keep-silent') silent.push(done);
          else done();
          notify();
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    get attempts() {
      return attempts;
    },
    get mode() {
      return sink.mode;
    },
    set mode(next) {
      sink.mode = next;
    },
    received: (count) => until(() => arrived.length >= count),
    attempted: (count) => until(() => attempts >= count),
    held: (count) => until(() => held >= count),
    release: () => {
      for (const done of silent.splice(0)) done();
    },
    close: async () => {
      if (!server.server.listening) return;
      for (const socket of sockets) socket.destroy();
      // Of a connection that never spoke its language the server itself would wait for the end.
      const closed = once(server.server, 'close');
      server.close();
      await closed;
    },
  };
}

/** The server shows an international domain in its own letters; what came over the wire is its ASCII form. */
function asOnTheWire(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToASCII(address.slice(at));
}
