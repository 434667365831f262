// The one way out: which addresses are asked and which are not, over real sockets.
import assert from 'node:assert/strict';
import { createServer as createSecureServer } from 'node:https';
import { describe, it } from 'node:test';
import { makeCertificate } from '../testing/providers/certificate.ts';
import { listen } from '../testing/providers/listen.ts';
import type { OutgoingProblem } from './outgoing.ts';
import { OutgoingError, createOutgoing } from './outgoing.ts';
import { isPublicAddress } from './public-address.ts';

const failsBy = (problem: OutgoingProblem) => (error: unknown) => {
  assert.ok(error instanceof OutgoingError, String(error));
  assert.equal(error.problem, problem);
  return true;
};

describe('public addresses', () => {
  it('SEC_S12 are those of the public internet, and no private, local, mapped or translated ones', () => {
    for (const address of ['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
      assert.ok(isPublicAddress(address), address);
    const closed = [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.1',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:169.254.169.254',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd12::1',
      'fec0::1',
      'ff02::1',
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '3fff::1',
      '100::1',
      'localhost',
      '',
      '1.1.1',
      '0x7f.1',
    ];
    for (const address of closed) assert.ok(!isPublicAddress(address), address);
  });
});

describe('the way out to providers', () => {
  it('SEC_S12 no private address is asked, however it is written', async () => {
    const server = await listen((_request, response) => response.end('here'));
    const outgoing = createOutgoing({ isPrivateAllowed: false });
    const hosts = [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '2130706433',
      '0x7f000001',
      '017700000001',
      '127.1',
      '169.254.169.254',
      '0',
      'localhost',
    ];
    for (const host of hosts)
      await assert.rejects(outgoing(`https://${host}:${server.port}/`), failsBy('address'), host);
    for (const url of [
      `http://127.0.0.1:${server.port}/`,
      'http://example.com/',
      'file:///etc/passwd',
      'gopher://x/',
    ])
      await assert.rejects(outgoing(url), failsBy('address'), url);
    await server.close();
  });

  it('SEC_S12 a name that leads to a private address too is not asked at all', async () => {
    const outgoing = createOutgoing({
      isPrivateAllowed: false,
      lookup: async () => [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    });
    await assert.rejects(outgoing('https://idp.example/'), failsBy('address'));
  });

  it('SEC_S12 the address that was looked at is the one that is asked: a name cannot lead elsewhere in between', async () => {
    const server = await listen((_request, response) => response.end('here'));
    let asked = 0;
    const outgoing = createOutgoing({
      isPrivateAllowed: true,
      lookup: async () => {
        asked += 1;
        // The second answer is the one that an attacker's name server would give.
        return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
      },
    });
    const response = await outgoing(`http://rebinding.example:${server.port}/`);
    assert.equal(await response.text(), 'here');
    assert.equal(asked, 1);
    await server.close();
  });

  it('SEC_S12 a redirect is not followed', async () => {
    let asked = 0;
    const server = await listen((_request, response) => {
      asked += 1;
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });
    const response = await createOutgoing({ isPrivateAllowed: true })(server.url);
    assert.equal(response.status, 302);
    assert.equal(asked, 1);
    await server.close();
  });

  it('SEC_S12 size and time of an answer are bounded, however slowly it comes', async () => {
    const server = await listen((request, response) => {
      if (request.url === '/large') return void response.end(Buffer.alloc(600 * 1024));
      if (request.url === '/endless') {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      }
    });
    const outgoing = createOutgoing({ isPrivateAllowed: true, patience: 200 });
    await assert.rejects(outgoing(`${server.url}/large`), failsBy('large'));
    await assert.rejects(outgoing(`${server.url}/endless`), failsBy('slow'));
    await assert.rejects(outgoing(`${server.url}/never`), failsBy('slow'));
    const hanging = createOutgoing({
      isPrivateAllowed: true,
      patience: 100,
      lookup: () => new Promise(() => {}),
    });
    await assert.rejects(hanging('https://idp.example/'), failsBy('slow'));
    await server.close();
  });

  it('tells what is not there from what has a bad certificate', async () => {
    const { privateKey, certificate } = makeCertificate();
    const server = createSecureServer({ key: privateKey, cert: certificate }, (_request, response) =>
      response.end('x'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const outgoing = createOutgoing({ isPrivateAllowed: true });
    await assert.rejects(outgoing(`https://127.0.0.1:${port}/`), failsBy('certificate'));
    server.close();
    const gone = await listen(() => {});
    await gone.close();
    await assert.rejects(outgoing(gone.url), failsBy('unreachable'));
    const nowhere = createOutgoing({
      isPrivateAllowed: true,
      lookup: () => Promise.reject(new Error('ENOTFOUND')),
    });
    await assert.rejects(nowhere('https://nowhere.example/'), failsBy('unreachable'));
  });
});
