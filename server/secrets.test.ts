// A whole walk with a real process, a real mail server and real browsers' requests; then every file and every word of it is searched for secrets.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { tables } from '../shared/presets/tables.ts';
import { createUserAdmin } from './index.ts';
import { startCommand } from './testing/command.ts';
import { inFolder } from './testing/folder.ts';
import { startSink } from './testing/smtp-sink.ts';
import type { HostKey } from './testing/token.ts';
import { hostToken } from './testing/token.ts';

const BASE_URL = 'http://localhost:8787';
const WORKSPACE = 'workspace-1';
const SECRET = 'a secret of a deployment for tests only';

/** Makes a workspace and a key that was renewed once. */
async function prepare(url: string): Promise<{ key: HostKey; old: string }> {
  const options = { policy: tables, database: { url }, baseUrl: BASE_URL, secret: SECRET };
  const userAdmin = await createUserAdmin(options);
  const operator = userAdmin.caller(null).workspaces;
  const wish = () => ({ idempotencyKey: randomUUID() });
  const first = await operator.createHostKey({ name: 'Host', ...wish() });
  const key = await operator.rotateHostKey({ hostKeyId: first.id, ...wish() });
  await operator.create({
    name: 'Acme',
    workspaceId: WORKSPACE,
    hostKeyId: key.id,
    owner: { email: 'owner@acme.test', subject: 'owner' },
    ...wish(),
  });
  await userAdmin.close();
  return { key, old: first.secret };
}

/** Accepts an invitation as a browser does, twice. @returns Every secret that the browser held. */
async function acceptTwice(site: string, link: string): Promise<string[]> {
  const path = new URL(link).pathname;
  const opened = await fetch(site + path, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!;
  const place = opened.headers.get('Location')!;
  const html = await (await fetch(site + place, { headers: { Cookie: cookie } })).text();
  const fields = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name!,
    value!,
  ]);
  const press = () =>
    fetch(`${site}${place}/accept`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: BASE_URL },
      body: new URLSearchParams(fields),
    });
  const sessions = [await press(), await press()].map((answer) => {
    assert.equal(answer.status, 200);
    return /^user-admin=([\w-]{43});/.exec(answer.headers.getSetCookie()[0] ?? '')![1]!;
  });
  assert.equal(sessions[0], sessions[1], 'a second click brings the same session');
  const viewer = await fetch(`${site}/trpc/viewer.get`, {
    headers: { Cookie: `user-admin=${sessions[0]}`, 'ua-workspace': WORKSPACE },
  });
  assert.equal(viewer.status, 200);
  return [sessions[0]!, Object.fromEntries(fields)['seal']!];
}

describe('secrets', () => {
  it('SEC_B01 SEC_B14 SEC_K03 SEC_L05 no link, key, session, form or token stands in a file, a log or a list', () =>
    inFolder(async (folder) => {
      const url = `file:${join(folder, 'people.db')}`;
      const { key, old } = await prepare(url);
      const sink = await startSink();
      const server = startCommand(['serve'], {
        DATABASE_URL: url,
        BASE_URL,
        USER_ADMIN_SECRET: SECRET,
        PORT: '0',
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(sink.port),
        MAIL_FROM: 'people@acme.test',
      });
      const site = `http://127.0.0.1:${(await server.saying(/listens on \S+:(\d+)/))[1]}`;
      const token = hostToken(key, Date.now(), { aud: BASE_URL, sub: 'owner', workspace: WORKSPACE });
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const call = async (name: string, input: object) => {
        const body = JSON.stringify({ ...input, idempotencyKey: randomUUID() });
        const answer = await fetch(`${site}/trpc/${name}`, { method: 'POST', headers, body });
        const { result } = (await answer.json()) as { result: { data: never } };
        return result.data as { results: { link: string; invitationId: string }[]; link: string };
      };
      const secrets = [SECRET, key.secret, old, token.split('.')[2]!];
      const { results } = await call('invitations.create', {
        addresses: 'mailed@acme.test, copied@acme.test, resent@acme.test',
        roles: ['staff'],
      });
      await call('invitations.resend', { invitationId: results[2]!.invitationId, version: 1 });
      const { link } = await call('invitations.link', { invitationId: results[1]!.invitationId });
      // The first mail to the third may be overtaken by the second, and is not sent then.
      const mailTo = async (address: string) => {
        for (let count = 1; ; count += 1) {
          const mail = sink.arrived.find(({ to }) => to[0] === address);
          if (mail !== undefined) return /http\S+\/invitation\/\S+/.exec(mail.mail.text!)![0];
          await sink.received(count);
        }
      };
      const mailed = await mailTo('mailed@acme.test');
      secrets.push(...(await acceptTwice(site, mailed)), ...(await acceptTwice(site, link)));
      const links = [mailed, await mailTo('resent@acme.test'), link, ...results.map((result) => result.link)];
      // The seal is the secret of a link; the rest names the invitation.
      secrets.push(...links.map((address) => address.split('.').at(-1)!));
      await fetch(`${site}/trpc/viewer.get?token=${token}`);
      await fetch(`${site}/invitation/${mailed.split('/').at(-1)}x`);
      assert.ok(secrets.every((secret) => secret.length >= 39) && new Set(secrets).size >= 12);

      const lists = ['viewer.get', 'members.list', 'invitations.list', 'audit.list', 'roles.list'];
      const states = ['pending', 'expired', 'accepted', 'revoked', 'declined'];
      const words = await Promise.all(
        lists.map(async (name) => {
          const input =
            name === 'invitations.list'
              ? { states }
              : name.endsWith('.list') && name !== 'roles.list'
                ? {}
                : undefined;
          const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
          const answer = await fetch(`${site}/trpc/${name}${query}`, { headers });
          assert.equal(answer.status, 200, name);
          return { place: name, text: await answer.text() };
        }),
      );
      const files = async () =>
        Promise.all(
          (await readdir(folder)).map(async (name) => ({
            place: name,
            text: await readFile(join(folder, name), 'latin1'),
          })),
        );
      const running = await files();
      assert.ok(running.some(({ place }) => place.endsWith('-wal')));
      server.child.kill('SIGTERM');
      assert.equal(await server.ended, 0);
      await sink.close();
      const said = Object.entries(server.said).map(([place, text]) => ({ place, text }));
      for (const { place, text } of [...words, ...running, ...(await files()), ...said])
        for (const secret of secrets) assert.ok(!text.includes(secret), `${place} holds ${secret}`);
    }));
});
