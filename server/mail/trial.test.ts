// What a test e-mail tells of a mail server in each of its moods, within its time and without a secret.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { TEST_CERTIFICATE } from '../testing/certificate.ts';
import type { Sink, SinkDemands, SinkMode } from '../testing/smtp-sink.ts';
import { startSink } from '../testing/smtp-sink.ts';
import type { MailServer } from './server.ts';
import { createMailTransport } from './transport.ts';
import { tryServer } from './trial.ts';

const LETTER = {
  to: 'olga@acme.test',
  toName: 'Olga',
  subject: 'Test',
  text: 'Test',
  html: '<p>Test</p>',
  messageId: '<test.1@people.example>',
};
const TIMEOUT = 500;

describe('a test e-mail', () => {
  const closers: (() => Promise<void> | void)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0)) await close();
  };
  afterEach(closeAll);
  const sinkOf = async (mode?: SinkMode, demands?: SinkDemands): Promise<Sink> => {
    const sink = await startSink(mode, demands);
    closers.push(() => sink.close());
    return sink;
  };
  const serverAt = (port: number, more: Partial<MailServer> = {}): MailServer => ({
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'People <people@acme.test>',
    ...more,
  });
  /** Something that listens and is no mail server that one would like to meet. */
  const strange = async (greet: (socket: Socket) => void): Promise<number> => {
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      greet(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    return (server.address() as AddressInfo).port;
  };

  it('W54 arrives, and tells the last words of the server', async () => {
    const sink = await sinkOf();
    const { isDelivered, answer } = await tryServer(serverAt(sink.port), LETTER);
    assert.ok(isDelivered);
    assert.match(answer, /^250 /);
    assert.deepEqual(
      sink.arrived.map(({ from, to, mail }) => [from, to, mail.messageId]),
      [['people@acme.test', ['olga@acme.test'], LETTER.messageId]],
    );
  });

  it('W54 W57 tells what a server refuses, for good and for now', async () => {
    const sink = await sinkOf('refuse');
    assert.deepEqual(await tryServer(serverAt(sink.port), LETTER), {
      isDelivered: false,
      answer: '550 5.1.1 No such mailbox',
    });
    sink.mode = 'try-later';
    assert.deepEqual(await tryServer(serverAt(sink.port), LETTER), {
      isDelivered: false,
      answer: '450 4.2.1 Mailbox busy',
    });
  });

  it('SEC_R10 ends in time with a server that keeps silent, at whichever point of the conversation', async () => {
    const sink = await sinkOf('hang');
    const silent = await strange(() => undefined);
    const drip = await strange((socket) => {
      const timer = setInterval(() => socket.write('2'), 50);
      socket.once('close', () => clearInterval(timer));
    });
    for (const port of [sink.port, silent, drip]) {
      const begun = performance.now();
      assert.deepEqual(await tryServer(serverAt(port), LETTER, TIMEOUT), {
        isDelivered: false,
        answer: 'The mail server did not answer in time',
      });
      // Far less than for as long as such a server goes on, and far more than a busy machine is late.
      assert.ok(performance.now() - begun < TIMEOUT * 10);
    }
  });

  it('SEC_R10 a server that breaks off after it was given the mail has not said yes', async () => {
    const sink = await sinkOf('take-and-break-off');
    assert.deepEqual(await tryServer(serverAt(sink.port), LETTER), {
      isDelivered: false,
      answer: 'The mail server broke the connection off before it answered',
    });
    assert.equal(sink.arrived.length, 1);
  });

  it('W54 tells a wrong password by what the server says to it, and signs in with the right one', async () => {
    const sink = await sinkOf('accept', { user: 'people', password: 'hunter2-right' });
    const wrong = await tryServer(serverAt(sink.port, { user: 'people', password: 'hunter2-wrong' }), LETTER);
    assert.deepEqual(wrong, { isDelivered: false, answer: '535 5.7.8 Wrong user name or password' });
    const none = await tryServer(serverAt(sink.port), LETTER);
    assert.match(none.answer, /^5\d\d .*authentication/i);
    const right = await tryServer(serverAt(sink.port, { user: 'people', password: 'hunter2-right' }), LETTER);
    assert.ok(right.isDelivered);
  });

  it('W54 tells where no encrypted connection comes about, and hands nothing over without one', async () => {
    const plain = await sinkOf();
    for (const security of ['tls', 'starttls'] as const) {
      const { isDelivered, answer } = await tryServer(serverAt(plain.port, { security }), LETTER, TIMEOUT);
      assert.deepEqual(
        { isDelivered, answer },
        { isDelivered: false, answer: `No encrypted connection came about with 127.0.0.1:${plain.port}` },
      );
    }
    assert.equal(plain.attempts, 0);
  });

  it('W54 a password never goes over a connection that anybody could read on the way', async () => {
    const said: string[] = [];
    const port = await strange((socket) => {
      socket.write('220 people\r\n');
      socket.on('data', (data) => {
        said.push(data.toString());
        socket.write('250-people\r\n250 AUTH PLAIN LOGIN\r\n');
      });
    });
    // The name resolves to this machine too, but not by being one of its own names.
    const server = serverAt(port, { host: '0.0.0.0', user: 'people', password: 'hunter2-secret' });
    const { isDelivered } = await tryServer(server, LETTER, TIMEOUT);
    assert.ok(!isDelivered);
    assert.ok(said.length > 0 && !said.some((line) => line.startsWith('AUTH')));
  });

  it('W54 a certificate counts only where somebody vouches for it', async () => {
    const usual = tls.getCACertificates('default');
    for (const security of ['tls', 'starttls'] as const) {
      const sink = await sinkOf('accept', { tls: security });
      const server = serverAt(sink.port, { host: 'localhost', security });
      assert.deepEqual(await tryServer(server, LETTER), {
        isDelivered: false,
        answer: `The certificate of localhost:${sink.port} is not trusted`,
      });
      tls.setDefaultCACertificates([...usual, TEST_CERTIFICATE]);
      try {
        assert.ok((await tryServer(server, LETTER)).isDelivered);
      } finally {
        tls.setDefaultCACertificates(usual);
      }
    }
  });

  it('W54 says in words what is no mail server at all', async () => {
    const web = await strange((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n<secret page>'));
    assert.deepEqual(await tryServer(serverAt(web), LETTER, TIMEOUT), {
      isDelivered: false,
      answer: `What answers at 127.0.0.1:${web} does not speak the language of mail servers`,
    });
    await closeAll();
    assert.deepEqual(await tryServer(serverAt(web), LETTER, TIMEOUT), {
      isDelivered: false,
      answer: `Nothing answers at 127.0.0.1:${web}`,
    });
    assert.deepEqual(await tryServer(serverAt(25, { host: 'nowhere.invalid' }), LETTER), {
      isDelivered: false,
      answer: 'There is no server by the name nowhere.invalid',
    });
  });

  it('SEC_L05 is one line of bounded length, and repeats no password that the server repeats', async () => {
    const port = await strange((socket) => {
      socket.write('220 people\r\n');
      socket.on('data', (data) => {
        const line = data.toString().trim();
        if (line.startsWith('EHLO')) socket.write('250-people\r\n250 AUTH PLAIN\r\n');
        else socket.write(`535 no\u0007: ${line} hunter2-secret ${'x'.repeat(2000)}\u202e\r\n`);
      });
    });
    const { answer } = await tryServer(
      serverAt(port, { user: 'people', password: 'hunter2-secret' }),
      LETTER,
      TIMEOUT,
    );
    assert.match(answer, /^535 no/);
    assert.ok(answer.length <= 300);
    const told = Buffer.from('\0people\0hunter2-secret').toString('base64');
    for (const secret of ['hunter2', told]) assert.ok(!answer.includes(secret), answer);
    assert.ok(!/[\p{Cc}\p{Cf}]/u.test(answer));
    // Nor does the operator's log, where the same server takes no invitation.
    const transport = createMailTransport(
      serverAt(port, { user: 'people', password: 'hunter2-secret' }),
      TIMEOUT,
    );
    await assert.rejects(transport.send(LETTER), (error) => {
      const said = inspect(error, { depth: 5, showHidden: true });
      assert.ok(said.includes('535 no'), said);
      for (const secret of ['hunter2', told]) assert.ok(!said.includes(secret), said);
      return true;
    });
    transport.close();
  });
});
