// The settings over HTTP: what is taken, what comes back, and that a mail server in a bad mood keeps nobody else waiting.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { run } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import type { Sink } from '../testing/smtp-sink.ts';
import { startSink } from '../testing/smtp-sink.ts';

describe('the settings over HTTP', () => {
  let site: Deployment;
  let sink: Sink;
  let headers: Record<string, string>;
  beforeEach(async () => {
    site = await deploy({ now: Date.now() });
    sink = await startSink('accept', { user: 'people', password: 'hunter2 of people' });
    const owner = await site.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
    await site.database.write((tx) => run(tx, 'UPDATE workspaces SET home = 1'));
    headers = {
      Cookie: await site.cookieOf(owner.accountId),
      Origin: new URL(BASE_URL).origin,
      'ua-workspace': site.workspaceId,
    };
  });
  afterEach(async () => {
    await sink.close();
    await site.close();
  });
  const save = (more: object = {}): Promise<Answer> => {
    const settings = {
      host: '127.0.0.1',
      port: sink.port,
      security: 'none',
      from: 'People <people@acme.test>',
      user: 'people',
      password: 'hunter2 of people',
      version: 0,
    };
    return site.mutate('settings.saveMail', { ...settings, idempotencyKey: randomUUID(), ...more }, headers);
  };
  const test = (): Promise<Answer> =>
    site.mutate('settings.sendTestMail', { idempotencyKey: randomUUID() }, headers);

  it('W54 W55 W57 are set, tried out and used by the next invitation, without a restart', async () => {
    assert.equal((await save()).status, 200);
    const read = await site.query('settings.mail', undefined, headers);
    assert.deepEqual((read.data as { source: string }).source, 'settings');
    assert.ok(!read.text.includes('hunter2'));
    const tried = (await test()).data as { isDelivered: boolean; answer: string };
    assert.ok(tried.isDelivered && tried.answer.startsWith('250 '), tried.answer);
    const viewer = await site.query('viewer.get', undefined, headers);
    assert.equal((viewer.data as { hasMail: boolean }).hasMail, true);
    const wish = { addresses: 'ines@acme.test', roles: ['member'], idempotencyKey: randomUUID() };
    const invited = await site.mutate('invitations.create', wish, headers);
    await sink.received(2);
    const link = () => /\/invitation\/(\S+)/.exec(sink.arrived.at(-1)!.mail.text!)![1]!;
    const first = link();
    const { invitationId } = (invited.data as { results: { invitationId: string }[] }).results[0]!;
    const resent = await site.mutate(
      'invitations.resend',
      { invitationId, version: 1, idempotencyKey: randomUUID() },
      headers,
    );
    assert.equal(resent.status, 200, resent.text);
    await sink.received(3);
    assert.notEqual(link(), first);
    assert.deepEqual(site.failures, []);
  });

  it('SEC_R10 W54 a mail server that keeps silent holds up nobody else', async () => {
    await save();
    sink.mode = 'hang';
    let isOver = false;
    const testing = test().finally(() => (isOver = true));
    await sink.held(1);
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => site.query('viewer.get', undefined, headers)),
      site.mutate(
        'invitations.create',
        { addresses: 'ines@acme.test', roles: ['member'], idempotencyKey: randomUUID() },
        headers,
      ),
    ]);
    assert.ok(answers.every(({ status }) => status === 200));
    assert.equal(isOver, false, 'other requests were answered meanwhile');
    await sink.close();
    assert.deepEqual((await testing).data, {
      isDelivered: false,
      answer: 'The mail server broke the connection off before it answered',
    });
    site.failures.splice(0);
  });

  it('refuses what is no setting: unknown fields, ports and limits out of bounds', async () => {
    for (const more of [
      { port: 0 },
      { port: 65_536 },
      { security: 'ssl' },
      { isSecure: true },
      { host: '' },
      { version: -1 },
      { idempotencyKey: 'x' },
    ])
      assert.equal((await save(more)).reason, 'input_invalid', JSON.stringify(more));
    const limits = (idleMinutes: number, absoluteMinutes: number) =>
      site.mutate(
        'settings.saveSessionLimits',
        { idleMinutes, absoluteMinutes, version: 0, idempotencyKey: randomUUID() },
        headers,
      );
    for (const [idle, absolute] of [
      [4, 60],
      [60, 525_601],
      [60.5, 600],
      [600, 60],
    ] as const)
      assert.equal((await limits(idle, absolute)).reason, 'input_invalid', `${idle} ${absolute}`);
    assert.equal((await limits(5, 525_600)).status, 200);
    const read = await site.query('settings.sessionLimits', undefined, headers);
    assert.deepEqual(read.data, { idleMinutes: 5, absoluteMinutes: 525_600, version: 1 });
  });
});
