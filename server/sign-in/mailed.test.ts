// Links as they are mailed, through a whole deployment and a real mail server: to whom, what stands in them, and that they open the door.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { all, run } from '../db/database.ts';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';
import { everyWay } from '../testing/policies.ts';
import type { Sink } from '../testing/smtp-sink.ts';
import { startSink } from '../testing/smtp-sink.ts';

const OWN = { Origin: 'https://people.example', 'Sec-Fetch-Site': 'same-origin' };
const PASSWORD = 'correct horse battery';

describe('a link by mail', () => {
  let sink: Sink;
  let site: Deployment;
  before(async () => {
    sink = await startSink();
    site = await deploy({
      policy: everyWay,
      options: { mail: { host: '127.0.0.1', port: sink.port, from: 'Acme People <people@acme.test>' } },
    });
  });
  after(async () => {
    // The outbox finishes what it has.
    await site.close();
    assert.equal(sink.arrived.length, 3);
    await sink.close();
    assert.deepEqual(site.failures, []);
  });

  const ask = (login: string, kind = 'sign-in') => site.mutate('signIn.requestLink', { kind, login }, OWN);
  /** The secret in the mail that arrived last. */
  const mailedToken = () =>
    /https:\/\/people\.example\/admin\/link\/([\w.-]+)/.exec(sink.arrived.at(-1)!.mail.text!)![1]!;

  it('SEC_C07 SEC_C11 SEC_C16 T9 T10 T21 reaches who may come in, at their stored address, and nobody else; it signs in', async () => {
    await site.addMember({ email: 'Ann@acme.test', roles: ['owner'] });
    await site.addMember({ email: 'off@acme.test', roles: ['owner'], status: 'deactivated' });
    const sso = await site.addMember({ email: 'sso@acme.test', roles: ['owner'] });
    await site.database.write(async (tx) => {
      await run(tx, 'UPDATE workspaces SET external_authentication = 1');
      await run(tx, "UPDATE members SET source = 'provider' WHERE id = ?", [sso.id]);
    });
    for (const login of [
      'off@acme.test',
      'sso@acme.test',
      'nobody@acme.test',
      'аnn@acme.test',
      'ann@acme.test.evil.example',
    ])
      for (const kind of ['sign-in', 'reset']) assert.deepEqual((await ask(login, kind)).data, {});
    assert.deepEqual((await ask('ANN@ACME.TEST')).data, {});
    await sink.received(1);
    assert.deepEqual(sink.arrived[0]!.to, ['Ann@acme.test']);
    const entered = await site.mutate('signIn.link', { token: mailedToken() }, OWN);
    assert.deepEqual(entered.data, { to: 'https://people.example/admin/account', mustChangePassword: false });
    await ask('ann@acme.test', 'reset');
    await sink.received(2);
    const chosen = { token: mailedToken(), password: PASSWORD, confirmation: PASSWORD };
    assert.equal((await site.mutate('signIn.reset', chosen, OWN)).status, 200);
    // The person is told; everything before was sent, so nothing else is on its way.
    await sink.received(3);
    assert.deepEqual(
      sink.arrived.map(({ to }) => to),
      Array(3).fill(['Ann@acme.test']),
    );
    assert.ok(!sink.arrived[2]!.raw.includes('/link/'));
    const known = await site.mutate('signIn.password', { login: 'ann@acme.test', password: PASSWORD }, OWN);
    assert.equal(known.status, 200);
  });

  it('SEC_L05 no link and no password stands in the database', async () => {
    const tokens = sink.arrived
      .slice(0, 2)
      .map(({ mail }) => /\/link\/[\w-]+\.\w\.([\w-]{43})/.exec(mail.text!)![1]!);
    const tables = await all<{ name: string }>(
      site.database.read,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'member_grams%'",
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await all(site.database.read, `SELECT * FROM "${name}"`));
      for (const secret of [...tokens, PASSWORD]) assert.ok(!rows.includes(secret), name);
    }
  });
});
