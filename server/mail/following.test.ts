// Mail follows the settings: the next mail goes where they say now, without a restart and whichever process changed them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createInvitations } from '../invitations/create.ts';
import { listInvitations } from '../invitations/list.ts';
import { run } from '../db/database.ts';
import { getMail, forgetMail, saveMail } from '../settings/save-mail.ts';
import { sendTestMail } from '../settings/send-test-mail.ts';
import { getViewer } from '../workspaces/read.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { Sink } from '../testing/smtp-sink.ts';
import { startSink } from '../testing/smtp-sink.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import type { Mail } from './mail.ts';
import { createMail } from './mail.ts';

describe('mail that follows the settings', () => {
  let sinks: Sink[];
  let world: World;
  let mail: Mail;
  const problems: unknown[] = [];
  const operatorAt = (port: number) => ({
    host: '127.0.0.1',
    port,
    isSecure: false,
    from: 'Operator <operator@acme.test>',
  });
  const open = async (hasOperator: boolean) => {
    const operator = hasOperator ? { operator: operatorAt(sinks[0]!.port) } : {};
    world = await createWorld(operator);
    await world.database.write((tx) => run(tx, 'UPDATE workspaces SET home = 1'));
    mail = createMail({
      database: world.database,
      links: world.asSystem().links,
      sealer: world.asSystem().sealer,
      policyIn: world.asSystem().policyIn,
      operator: operator.operator,
      host: 'people.example',
      now: () => world.clock.now,
      onInternalError: (error) => problems.push(error),
    });
    mail.start();
  };
  beforeEach(async () => {
    sinks = await Promise.all([startSink(), startSink(), startSink()]);
  });
  afterEach(async () => {
    await mail.stop();
    await Promise.all(sinks.map((sink) => sink.close()));
    await world.close();
    assert.deepEqual(problems.splice(0), []);
  });
  const invite = async (email: string) => {
    const wish = { addresses: email, roles: ['member'], idempotencyKey: randomUUID() };
    const { results } = await createInvitations(world.asSystem(), wish);
    mail.wake();
    return results[0]!;
  };
  const use = async (sink: Sink, from = 'people@acme.test', ctx = world.asSystem()) => {
    const { version } = await getMail(ctx);
    await saveMail(ctx, {
      host: '127.0.0.1',
      port: sink.port,
      security: 'none',
      from,
      user: '',
      version,
      idempotencyKey: randomUUID(),
    });
  };
  const forget = async () =>
    forgetMail(world.asSystem(), {
      version: (await getMail(world.asSystem())).version,
      idempotencyKey: randomUUID(),
    });
  const hasMail = async () => (await getViewer(world.asSystem())).hasMail;
  /** The state of the delivery, once it is no longer under way. */
  const delivered = async (email: string) => {
    for (;;) {
      const { rows } = await listInvitations(world.asSystem(), { limit: 200 });
      const row = rows.find((each) => each.email === email)!;
      if (row.delivery !== 'queued' || row.deliveryError !== null) return [row.delivery, row.deliveryError];
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('W54 W57 C6 without a mail server links are handed over; once one is set, invitations go out through it', async () => {
    await open(false);
    assert.equal(await hasMail(), false);
    const byHand = await invite('hand@acme.test');
    assert.ok(byHand.link);
    assert.deepEqual(
      (await listInvitations(world.asSystem(), { limit: 200 })).rows.map(({ delivery }) => delivery),
      ['none'],
    );
    await use(sinks[1]!);
    assert.equal(await hasMail(), true);
    await invite('mailed@acme.test');
    await sinks[1]!.received(1);
    assert.deepEqual(await delivered('mailed@acme.test'), ['sent', null]);
    assert.equal(sinks[1]!.arrived[0]!.from, 'people@acme.test');
  });

  it('W54 the operator’s server holds until another is set in the product, and again when that is taken back', async () => {
    await open(true);
    await invite('one@acme.test');
    await sinks[0]!.received(1);
    await use(sinks[1]!);
    await invite('two@acme.test');
    await sinks[1]!.received(1);
    await use(sinks[2]!);
    await invite('three@acme.test');
    await sinks[2]!.received(1);
    await forget();
    assert.equal(await hasMail(), true);
    await invite('four@acme.test');
    await sinks[0]!.received(2);
    assert.deepEqual(
      sinks.map(({ arrived }) => arrived.map(({ to, from }) => [to[0], from])),
      [
        [
          ['one@acme.test', 'operator@acme.test'],
          ['four@acme.test', 'operator@acme.test'],
        ],
        [['two@acme.test', 'people@acme.test']],
        [['three@acme.test', 'people@acme.test']],
      ],
    );
  });

  it('W54 a change by another process of the deployment holds for the next mail of this one', async () => {
    await open(true);
    await invite('one@acme.test');
    await sinks[0]!.received(1);
    const other = await createWorld({ url: world.url, workspaceId: world.workspaceId });
    await use(sinks[1]!, 'other@acme.test', other.asSystem());
    await other.close();
    await invite('two@acme.test');
    await sinks[1]!.received(1);
    assert.equal(sinks[1]!.arrived[0]!.from, 'other@acme.test');
  });

  it('SEC_R10 what is on its way to the server before is finished there, and goes out once', async () => {
    await open(true);
    sinks[0]!.mode = 'take-and-keep-silent';
    await invite('slow@acme.test');
    await sinks[0]!.received(1);
    await use(sinks[1]!);
    await invite('next@acme.test');
    await sinks[1]!.received(1);
    assert.deepEqual(await delivered('next@acme.test'), ['sent', null]);
    sinks[0]!.release();
    assert.deepEqual(await delivered('slow@acme.test'), ['sent', null]);
    assert.deepEqual(
      sinks.map(({ arrived }) => arrived.length),
      [1, 1, 0],
    );
  });

  it('W54 W57 SEC_R10 mail that waits when its server is taken away says so, and goes out once there is one again', async () => {
    await open(false);
    await use(sinks[1]!);
    sinks[1]!.mode = 'try-later';
    await invite('waits@acme.test');
    assert.deepEqual(await delivered('waits@acme.test'), ['queued', '450 4.2.1 Mailbox busy']);
    await forget();
    assert.equal(await hasMail(), false);
    world.clock.now += 2 * 60_000;
    mail.wake();
    const says = async (answer: string | null) => {
      while ((await delivered('waits@acme.test'))[1] !== answer)
        await new Promise((resolve) => setImmediate(resolve));
    };
    await says('No mail server is set up');
    // By now the next attempt is hours away; a mail server that works does not wait for it.
    await world.database.write((tx) =>
      run(tx, 'UPDATE outbox SET next_at = ?', [world.clock.now + 5 * 3_600_000]),
    );
    await use(sinks[2]!);
    mail.wake();
    await sinks[2]!.received(1);
    await says(null);
    assert.deepEqual(await delivered('waits@acme.test'), ['sent', null]);
  });

  it('W54 W55 W57 a test e-mail goes to whoever asks and through the very server that holds, with its answer', async () => {
    await open(false);
    const { accountId } = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
    const owner = world.asAccount(accountId);
    await assert.rejects(sendTestMail(owner), isRefusal('mail_not_set_up'));
    await use(sinks[1]!);
    const { isDelivered, answer } = await sendTestMail(owner);
    assert.ok(isDelivered && answer.startsWith('250 '), answer);
    const { to, from, mail: letter } = sinks[1]!.arrived[0]!;
    assert.deepEqual(
      [to, from, letter.subject],
      [['olga@acme.test'], 'people@acme.test', 'Test e-mail from people.example'],
    );
    sinks[1]!.mode = 'refuse';
    assert.deepEqual(await sendTestMail(owner), { isDelivered: false, answer: '550 5.1.1 No such mailbox' });
    await assert.rejects(sendTestMail(world.asSystem()), isRefusal('not_granted'));
    for (let sent = 2; sent < 20; sent += 1) await sendTestMail(owner);
    await assert.rejects(sendTestMail(owner), isRefusal('rate_limited'));
  });
});
