// The server as a process: where it listens, and how it ends when it is told to.
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Agent, get, request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { first, openDatabase } from './db/database.ts';
import type { RunningCommand } from './testing/command.ts';
import { runCommand, startCommand } from './testing/command.ts';

const BASE_URL = 'http://localhost:8787';
let folder: string;
let env: Record<string, string>;
let server: RunningCommand | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-admin-'));
  env = { DATABASE_URL: `file:${join(folder, 'people.db')}`, BASE_URL, PORT: '0' };
});
afterEach(async () => {
  server?.child.kill('SIGKILL');
  await server?.ended;
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function serve(): Promise<number> {
  server = startCommand(['serve'], env);
  const [, port] = await server.saying(
    /user-admin listens on 127\.0\.0\.1:(\d+) and is reached at http:\/\/localhost:8787\n/,
  );
  return Number(port);
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += piece;
  return text;
}

/** A token by which a host's backend acts for itself. */
function hostToken(keyId: string, secret: string): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${encode({ alg: 'HS256', typ: 'JWT', kid: keyId })}.${encode({ iss: keyId, aud: BASE_URL, iat: now, exp: now + 60, jti: randomUUID(), scope: 'workspaces' })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

describe('the process of the server', () => {
  it('says where it listens and that it is healthy', async () => {
    const port = await serve();
    const response = await fetch(`http://127.0.0.1:${port}/health`);
    assert.deepEqual(await response.json(), { status: 'ok' });
  });

  it('SEC_C20 shows on its console where to name the first owner, the same at every start, until there is one', async () => {
    const shown = async () => {
      await serve();
      const [, link] = await server!.saying(/^(http:\/\/localhost:8787\/link\/[\w.-]+)$/m);
      server!.child.kill('SIGTERM');
      assert.equal(await server!.ended, 0);
      return link;
    };
    const link = await shown();
    assert.equal(await shown(), link);
    const made = await runCommand(
      ['create-owner', '--email', 'ann@acme.example', '--workspace', 'Acme'],
      env,
    );
    assert.equal(made.code, 0, made.stderr);
    await serve();
    server!.child.kill('SIGTERM');
    await server!.ended;
    assert.doesNotMatch(server!.said.stdout + server!.said.stderr, /\/link\//);
  });

  it('says in one sentence that its port is taken, and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      const { code, stderr } = await runCommand(['serve'], { ...env, PORT: String(port) });
      assert.equal(stderr, `user-admin: PORT: something else listens on 127.0.0.1:${port} already\n`);
      assert.equal(code, 1);
    } finally {
      other.close();
    }
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`exits with 0 on ${signal}, also while connections are kept alive`, async () => {
      const port = await serve();
      const agent = new Agent({ keepAlive: true });
      const [response] = (await once(get({ port, path: '/health', agent }), 'response')) as [IncomingMessage];
      await bodyOf(response);
      server!.child.kill(signal);
      assert.equal(await server!.ended, 0);
      assert.equal(server!.said.stderr, '');
      agent.destroy();
    });
  }

  it('SEC_R11 finishes a request that is running when SIGTERM comes, takes no new one, then exits with 0', async () => {
    const made = await runCommand(['create-host-key', '--name', 'Shop'], env);
    const [, keyId, secret] = /Key id: (\S+)\nSecret: (\S+)/.exec(made.stdout)!;
    const port = await serve();
    const body = JSON.stringify({
      name: 'Late',
      workspaceId: 'late-project',
      owner: { email: 'ann@acme.example' },
      idempotencyKey: randomUUID(),
    });
    const agent = new Agent({ keepAlive: true });
    const call = request({
      port,
      agent,
      method: 'POST',
      path: '/trpc/workspaces.create',
      headers: {
        Authorization: `Bearer ${hostToken(keyId!, secret!)}`,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Expect: '100-continue',
      },
    });
    const answered = once(call, 'response') as Promise<[IncomingMessage]>;
    // The server has taken the request up and waits for its body.
    call.flushHeaders();
    await once(call, 'continue');
    call.write(body.slice(0, 20));
    server!.child.kill('SIGTERM');
    await server!.saying(/user-admin finishes what is running/);
    await assert.rejects(fetch(`http://127.0.0.1:${port}/health`), 'a new connection is refused');
    call.end(body.slice(20));

    const [response] = await answered;
    const text = await bodyOf(response);
    assert.equal(response.statusCode, 200, text);
    assert.equal(JSON.parse(text).result.data.id, 'late-project');
    assert.equal(await server!.ended, 0);
    agent.destroy();

    const database = await openDatabase({ url: env['DATABASE_URL']! });
    const stored = await first<{ name: string }>(
      database.read,
      "SELECT name FROM workspaces WHERE id = 'late-project'",
    );
    const trail = await first<{ data: string }>(
      database.read,
      "SELECT p.data FROM audit a JOIN audit_personal p ON p.seq = a.seq WHERE a.action = 'workspace.create'",
    );
    await database.close();
    assert.equal(stored?.name, 'Late');
    assert.equal(JSON.parse(trail!.data).ip, '127.0.0.1', 'the trail knows where it came from');
  });
});
