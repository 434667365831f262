// The server on a real socket: what no client library would send.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';

describe('on the wire', () => {
  let site: Deployment;
  let server: Server;
  before(async () => {
    site = await deploy();
    server = createAdaptorServer({ fetch: (request) => site.userAdmin.fetch(request) }) as Server;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  /** Sends `text` as it is and gives all that comes back. */
  async function send(text: string): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setEncoding('latin1');
    let reply = '';
    socket.on('data', (chunk: string) => (reply += chunk));
    // Whoever is refused early may be cut off while still sending.
    socket.on('error', () => socket.destroy());
    socket.write(text);
    await new Promise((resolve) => socket.once('close', resolve));
    return reply;
  }
  const head = (line: string, ...headers: string[]) =>
    `${[`${line} HTTP/1.1`, 'Host: people.example', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
  const statusOf = (reply: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(reply)?.[1]);

  it('answers a request that is as it should be', async () => {
    assert.equal(statusOf(await send(head('GET /admin/health'))), 200);
  });

  it('SEC_G14 refuses TRACE, CONNECT and methods of its own making, and repeats nothing of them', async () => {
    for (const method of ['TRACE', 'TRACK', 'CONNECT', 'DEBUG', 'get']) {
      const reply = await send(head(`${method} /admin/trpc/viewer.get`, 'X-Private: do-not-repeat'));
      assert.ok(
        reply === '' || (statusOf(reply) >= 400 && statusOf(reply) < 500),
        `${method}: ${reply.slice(0, 40)}`,
      );
      assert.doesNotMatch(reply, /do-not-repeat/);
    }
  });

  it('SEC_G13 a path with dots, slashes and escapes reaches no procedure without its guards', async () => {
    for (const path of [
      '//admin/trpc/viewer.get',
      '/admin/../admin/trpc/members.leave',
      '/admin/%2e%2e/admin/trpc/members.leave',
      '/admin/./trpc/members.leave',
      '/admin\\trpc\\members.leave',
      '/admin/%2E/trpc/members.leave',
      'http://evil.example/admin/trpc/members.leave',
      '/admin/trpc/%00',
      '/admin/trpc/%ff',
      '/admin/trpc/..%2f..%2fetc/passwd',
    ]) {
      const reply = await send(`${head(`POST ${path}`, 'Content-Type: text/plain', 'Content-Length: 2')}{}`);
      assert.ok([400, 404, 415].includes(statusOf(reply)), `${path}: ${reply.slice(0, 40)}`);
    }
  });

  it('SEC_G07 a chunked body without an end is cut off after a megabyte', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    const reply = await send(
      head('POST /admin/trpc/members.leave', 'Content-Type: application/json', 'Transfer-Encoding: chunked') +
        chunk.repeat(40),
    );
    assert.ok(reply === '' || statusOf(reply) === 413, reply.slice(0, 60));
    assert.equal(statusOf(await send(head('GET /admin/health'))), 200);
  });

  it('SEC_G07 headers are bounded, and two lengths are refused', async () => {
    const long = await send(head('GET /admin/health', `X-Long: ${'a'.repeat(100_000)}`));
    assert.ok(long === '' || statusOf(long) === 431, long.slice(0, 60));
    assert.equal(
      statusOf(
        await send(
          `${head('POST /admin/trpc/members.leave', 'Content-Type: application/json', 'Content-Length: 2', 'Content-Length: 3')}{}x`,
        ),
      ),
      400,
    );
    assert.equal(
      statusOf(
        await send(
          `${head('POST /admin/trpc/members.leave', 'Content-Type: application/json', 'Content-Length: 2', 'Transfer-Encoding: chunked')}{}`,
        ),
      ),
      400,
    );
  });

  it('SEC_D14 NUL and broken bytes in headers are a refusal', async () => {
    for (const value of ['Bearer \u0000', 'Bearer \u00ff\u00fe', 'Bearer a.b.c\u0000']) {
      const reply = await send(head('GET /admin/trpc/viewer.get', `Authorization: ${value}`));
      assert.ok([400, 401].includes(statusOf(reply)), reply.slice(0, 40));
    }
  });
});
