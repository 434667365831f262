// A server that is killed in the middle of its work: every request is wholly there or not at all, and what was acknowledged is there.
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tables } from '../shared/presets/tables.ts';
import { openClient } from './db/database.ts';
import { createUserAdmin } from './index.ts';
import type { RunningCommand } from './testing/command.ts';
import { startCommand } from './testing/command.ts';
import { inFolder } from './testing/folder.ts';
import { readAllOutside } from './testing/outside.ts';
import type { HostKey } from './testing/token.ts';
import { hostToken } from './testing/token.ts';

/** How often the server is killed; a nightly run sets more. */
const KILLS = Number(process.env['USER_ADMIN_TEST_KILLS'] ?? 5);
const ADDRESSES = 10_000;
const BASE_URL = 'https://people.example';
const WORKSPACE = 'workspace-1';

interface Site {
  readonly path: string;
  readonly key: HostKey;
  readonly env: Record<string, string>;
}

/** A workspace with an owner, in a database that no process has open. */
async function prepare(folder: string): Promise<Site> {
  const path = join(folder, 'test.db');
  const secret = 'a secret of a deployment for tests only';
  const userAdmin = await createUserAdmin({
    policy: tables,
    database: { url: `file:${path}` },
    baseUrl: BASE_URL,
    secret,
  });
  const key = await userAdmin
    .caller(null)
    .workspaces.createHostKey({ name: 'Host', idempotencyKey: randomUUID() });
  await userAdmin.caller(null).workspaces.create({
    name: 'Acme',
    workspaceId: WORKSPACE,
    hostKeyId: key.id,
    owner: { email: 'owner@acme.test', subject: 'owner' },
    idempotencyKey: randomUUID(),
  });
  await userAdmin.close();
  // A mail server that nobody listens on, so that every invitation keeps its place in the outbox.
  const env = {
    DATABASE_URL: `file:${path}`,
    BASE_URL,
    USER_ADMIN_SECRET: secret,
    PORT: '0',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: '9',
    MAIL_FROM: 'people@acme.test',
  };
  return { path, key, env };
}

async function start({ env }: Site): Promise<{ server: RunningCommand; url: string }> {
  const server = startCommand(['serve'], env);
  const port = (await server.saying(/listens on \S+:(\d+)/))[1]!;
  return { server, url: `http://127.0.0.1:${port}` };
}

/** Each round stands for another hour: a workspace may not invite as many as all rounds together do. */
async function forgetLimits({ path }: Site): Promise<void> {
  const client = await openClient({ url: `file:${path}` }, 1);
  await client.execute('DELETE FROM limits');
  client.close();
}

/** Invites people whose addresses begin with `name`. @returns Whether the server acknowledged it; false where the connection broke. */
async function invite(url: string, { key }: Site, name: string, count: number): Promise<boolean> {
  const addresses = Array.from({ length: count }, (_, index) => `${name}.${index}@crash.test`).join();
  const Authorization = `Bearer ${hostToken(key, Date.now(), { aud: BASE_URL, sub: 'owner', workspace: WORKSPACE })}`;
  try {
    const response = await fetch(`${url}/trpc/invitations.create`, {
      method: 'POST',
      headers: { Authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ addresses, roles: ['staff'], idempotencyKey: randomUUID() }),
    });
    assert.equal(response.status, 200, await response.clone().text());
    // The first bytes of the answer are the acknowledgement.
    await response.body?.cancel();
    return true;
  } catch (error) {
    // The server is gone; anything else is a finding.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

describe('a server that is killed', () => {
  it(`SEC_R1 SEC_R2 SEC_L02 leaves all or nothing of ${ADDRESSES} invitations and everything that it acknowledged, ${KILLS} times`, (t) =>
    inFolder(async (folder) => {
      const site = await prepare(folder);
      const acknowledged = new Map<string, number>();
      let longest = 1000;
      for (let kill = 0; kill < KILLS; kill += 1) {
        await forgetLimits(site);
        const { server, url } = await start(site);
        // Whatever goes wrong before the kill, nothing may go on running.
        t.after(() => server.child.kill('SIGKILL'));
        const ask = async (name: string, count: number): Promise<boolean> => {
          const isDone = await invite(url, site, name, count);
          if (isDone) acknowledged.set(name, count);
          return isDone;
        };
        assert.ok(await ask(`k${kill}first`, 1), 'it answers after a crash');
        const begin = performance.now();
        const large = ask(`k${kill}large`, ADDRESSES);
        const small = (async () => {
          for (let count = 0; await ask(`k${kill}small${count}`, 3); count += 1) await large;
        })();
        const moment = randomInt(Math.ceil(longest * 1.1));
        const timer = setTimeout(() => server.child.kill('SIGKILL'), moment);
        if (await large) longest = performance.now() - begin;
        await server.ended;
        clearTimeout(timer);
        await small;
        await verify(site, acknowledged);
      }
    }));
});

/** How many of something there are by the request that made them. */
const perRequest = (from: string): string =>
  `SELECT substr(i.email, 1, instr(i.email, '.') - 1) AS name, count(*) AS count FROM ${from} GROUP BY 1 ORDER BY 1`;

const STATE = {
  integrity: 'PRAGMA integrity_check',
  references: 'PRAGMA foreign_key_check',
  invitations: perRequest('invitations i'),
  roles: perRequest('invitation_roles r JOIN invitations i ON i.seq = r.invitation_seq'),
  mails: perRequest('outbox o JOIN invitations i ON i.id = o.invitation_id'),
  entries: perRequest(
    "audit a JOIN audit_personal p USING (seq) JOIN invitations i ON i.id = a.target_id AND a.action = 'invitation.create'",
  ),
  wishes: "SELECT count(*) AS count FROM idempotency WHERE actor LIKE 'subject:%'",
  gaps: 'SELECT max(seq) - count(*) AS count FROM audit',
};

async function verify({ path }: Site, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const { integrity, references, invitations, wishes, gaps, ...parts } = await readAllOutside(path, STATE);
  assert.deepEqual([integrity, references, gaps], [[{ integrity_check: 'ok' }], [], [{ count: 0 }]]);
  const requests = new Map(
    (invitations as { name: string; count: number }[]).map(({ name, count }) => [name, count]),
  );
  for (const [name, count] of requests)
    assert.equal(
      count,
      name.endsWith('large') ? ADDRESSES : name.endsWith('first') ? 1 : 3,
      `${name} is torn`,
    );
  for (const [part, counts] of Object.entries(parts)) assert.deepEqual(counts, invitations, part);
  assert.deepEqual(wishes, [{ count: requests.size }]);
  for (const name of acknowledged.keys())
    assert.ok(requests.has(name), `${name} was acknowledged and is lost`);
}
