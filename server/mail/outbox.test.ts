// The outbox against a real mail server in each of its moods, on a real database, with a clock and a timer set by hand.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import { createInvitations } from '../invitations/create.ts';
import { listInvitations } from '../invitations/list.ts';
import { resendInvitation } from '../invitations/resend.ts';
import { revokeInvitation } from '../invitations/revoke.ts';
import type { Database } from '../db/database.ts';
import { all, first } from '../db/database.ts';
import type { Sink } from '../testing/smtp-sink.ts';
import { startSink } from '../testing/smtp-sink.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import { composeMail } from './compose.ts';
import { Outbox } from './outbox.ts';
import { createMailTransport } from './transport.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the outbox', () => {
  let world: World;
  let sink: Sink;
  let outbox: Outbox;
  let errors: unknown[];
  /** What the outbox asked to be called for, in place of a clock that runs. */
  let timers: { at: number; job: () => void }[];

  const makeOutbox = (
    timeout = 5000,
    database: Pick<Database, 'read' | 'write'> = world.database,
  ): Outbox => {
    const { links } = world.asSystem();
    return new Outbox({
      database,
      transport: createMailTransport(
        { host: '127.0.0.1', port: sink.port, security: 'offered', from: 'Acme People <people@acme.test>' },
        timeout,
      ),
      compose: (waiting) =>
        composeMail(world.database.read, waiting, world.clock.now, {
          links,
          policyIn: world.asSystem().policyIn,
          host: 'people.example',
        }),
      now: () => world.clock.now,
      random: () => 0.5,
      after: (milliseconds, job) => {
        const timer = { at: world.clock.now + milliseconds, job };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      onError: (error) => errors.push(error),
    });
  };
  /** Lets the time pass until the next timer is due. */
  const passTime = (): number => {
    const next = timers.toSorted((a, b) => a.at - b.at)[0]!;
    const passed = next.at - world.clock.now;
    world.clock.now = next.at;
    timers = timers.filter((timer) => timer !== next);
    next.job();
    return passed;
  };
  const planned = async (): Promise<void> => {
    await outbox.idle();
    while (timers.length === 0) await new Promise((resolve) => setImmediate(resolve));
  };
  const invite = async (addresses: string) =>
    (
      await createInvitations(world.asSystem(), {
        addresses,
        roles: ['member'],
        idempotencyKey: randomUUID(),
      })
    ).results;
  const delivery = async () =>
    (
      await listInvitations(world.asSystem(), { states: ['pending', 'expired', 'revoked'], limit: 200 })
    ).rows.map((row) => [row.email, row.delivery, row.deliveryError]);
  const waiting = () => all(world.database.read, 'SELECT seq FROM outbox');

  beforeEach(async () => {
    world = await createWorld({ hasMail: true });
    sink = await startSink();
    timers = [];
    errors = [];
    outbox = makeOutbox();
  });
  afterEach(async () => {
    await outbox.stop();
    await sink.close();
    await world.close();
    assert.deepEqual(errors, []);
  });

  it('T9 W25 W57 sends what waits, and the list says that it was sent', async () => {
    await invite('one@acme.test, Two <two@acme.test>');
    assert.deepEqual(
      (await delivery()).map(([, state]) => state),
      ['queued', 'queued'],
    );
    outbox.start();
    await sink.received(2);
    await outbox.idle();
    assert.deepEqual(await delivery(), [
      ['two@acme.test', 'sent', null],
      ['one@acme.test', 'sent', null],
    ]);
    assert.deepEqual(await waiting(), []);
    const [mail] = sink.arrived;
    assert.deepEqual(mail!.to, ['one@acme.test']);
    assert.equal(mail!.from, 'people@acme.test');
  });

  it('is woken by new mail and sends it without waiting for the clock', async () => {
    outbox.start();
    await outbox.idle();
    await invite('woken@acme.test');
    outbox.wake();
    await sink.received(1);
    await outbox.idle();
    assert.equal(sink.arrived.length, 1);
  });

  it('SEC_R10 a server that says "later" is asked again after 1, 2, 4 … minutes, the same mail, until it takes it', async () => {
    sink.mode = 'try-later';
    await invite('later@acme.test');
    outbox.start();
    await planned();
    const [, state, answer] = (await delivery())[0]!;
    assert.deepEqual([state, answer], ['queued', '450 4.2.1 Mailbox busy']);
    assert.equal(passTime(), MINUTE);
    await planned();
    assert.equal(passTime(), 2 * MINUTE);
    await planned();
    assert.equal(sink.attempts, 3);
    sink.mode = 'accept';
    assert.equal(passTime(), 4 * MINUTE);
    await sink.received(1);
    await outbox.idle();
    assert.deepEqual(await delivery(), [['later@acme.test', 'sent', null]]);
  });

  it('SEC_R10 gives up after a day and says so', async () => {
    await world.database.write((tx) => tx.execute('UPDATE workspaces SET invitation_hours = 720'));
    sink.mode = 'try-later';
    await invite('never@acme.test');
    const begun = world.clock.now;
    outbox.start();
    for (let tries = 0; (await waiting()).length > 0 && tries < 30; tries += 1) {
      await outbox.idle();
      if ((await waiting()).length === 0) break;
      await planned();
      passTime();
    }
    await outbox.idle();
    assert.deepEqual(await delivery(), [['never@acme.test', 'failed', '450 4.2.1 Mailbox busy']]);
    assert.ok(world.clock.now - begun > 18 * HOUR && world.clock.now - begun <= 24 * HOUR);
  });

  it('W57 an address that the server refuses for good fails at once, the others go out', async () => {
    sink.mode = 'refuse';
    await invite('nobody@acme.test');
    outbox.start();
    await sink.attempted(1);
    await outbox.idle();
    assert.deepEqual(await delivery(), [['nobody@acme.test', 'failed', '550 5.1.1 No such mailbox']]);
    assert.deepEqual(await waiting(), []);
    sink.mode = 'accept';
    await invite('somebody@acme.test');
    outbox.wake();
    await sink.received(1);
    assert.equal(sink.attempts, 2);
  });

  it('SEC_G08 a server that cannot be reached is told to the operator once, and nobody who invites learns where it is', async () => {
    await sink.close();
    await invite('a@acme.test, b@acme.test, c@acme.test');
    outbox.start();
    await planned();
    for (const [, state, answer] of await delivery())
      assert.deepEqual([state, answer], ['queued', 'The mail server takes no mail at the moment']);
    assert.match(String(errors.splice(0)), /^Error: connect ECONNREFUSED 127\.0\.0\.1:\d+$/);
  });

  it('SEC_R10 a server that keeps silent holds up neither requests nor other mail for good', async () => {
    outbox = makeOutbox(300);
    sink.mode = 'hang';
    await invite('silent@acme.test');
    outbox.start();
    await sink.held(1);
    sink.mode = 'accept';
    // The first mail hangs; a request is answered and other mail goes out meanwhile.
    await invite('meanwhile@acme.test');
    outbox.wake();
    await sink.received(1);
    assert.deepEqual(sink.arrived[0]!.to, ['meanwhile@acme.test']);
    await planned();
    assert.deepEqual(
      (await delivery()).map(([, state]) => state),
      ['sent', 'queued'],
    );
    assert.equal(errors.splice(0).length, 1);
    assert.equal(passTime(), MINUTE);
    await sink.received(2);
    await outbox.idle();
    assert.deepEqual(
      (await delivery()).map(([, state]) => state),
      ['sent', 'sent'],
    );
  });

  it('SEC_R10 a connection that breaks after the mail was taken sends it again under the same Message-ID', async () => {
    sink.mode = 'take-and-break-off';
    const [invited] = await invite('twice@acme.test');
    outbox.start();
    await sink.received(1);
    await planned();
    assert.equal(errors.splice(0).length, 1);
    sink.mode = 'accept';
    passTime();
    await sink.received(2);
    await outbox.idle();
    const ids = sink.arrived.map(({ mail }) => mail.messageId);
    assert.deepEqual(ids, [
      `<invitation.${invited!.invitationId}.1@people.example>`,
      `<invitation.${invited!.invitationId}.1@people.example>`,
    ]);
    assert.deepEqual(await delivery(), [['twice@acme.test', 'sent', null]]);
  });

  it('SEC_R10 a process that is killed between the server’s yes and its own note leaves the mail to be sent once more, the same', async () => {
    sink.mode = 'take-and-keep-silent';
    await invite('killed@acme.test');
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, '../testing/mailer.ts'),
        world.url,
        String(sink.port),
        String(world.clock.now),
      ],
      { stdio: 'inherit' },
    );
    await sink.received(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.deepEqual(
      (await delivery()).map(([, state]) => state),
      ['queued'],
    );
    sink.mode = 'accept';
    outbox.start();
    await planned();
    passTime();
    await sink.received(2);
    await outbox.idle();
    assert.equal(new Set(sink.arrived.map(({ mail }) => mail.messageId)).size, 1);
    assert.deepEqual(
      (await delivery()).map(([, state]) => state),
      ['sent'],
    );
  });

  it('SEC_R10 mail that was taken by a process that died is sent by the next one', async () => {
    await invite('orphan@acme.test');
    // What a process leaves that was killed between taking the mail and recording it.
    await world.database.write((tx) =>
      tx.execute({
        sql: 'UPDATE outbox SET attempts = 1, next_at = ?',
        args: [world.clock.now + 15 * MINUTE],
      }),
    );
    outbox.start();
    await planned();
    assert.equal(sink.arrived.length, 0);
    assert.equal(passTime(), 15 * MINUTE);
    await sink.received(1);
  });

  it('SEC_B11 SEC_R10 mail of a revoked, expired or renewed invitation does not go out', async () => {
    const [revoked, expired, renewed] = await invite(
      'revoked@acme.test, expired@acme.test, renewed@acme.test',
    );
    await revokeInvitation(world.asSystem(), {
      invitationId: revoked!.invitationId!,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    await resendInvitation(world.asSystem(), {
      invitationId: renewed!.invitationId!,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    await world.database.write((tx) =>
      tx.execute({
        sql: 'UPDATE invitations SET expires_at = ? WHERE id = ?',
        args: [world.clock.now, expired!.invitationId!],
      }),
    );
    assert.equal((await waiting()).length, 4);
    outbox.start();
    await sink.received(1);
    await outbox.idle();
    assert.deepEqual(
      sink.arrived.map(({ to, mail }) => [to[0], mail.messageId?.split('.')[2]?.split('@')[0]]),
      [['renewed@acme.test', '2']],
    );
    assert.deepEqual(await waiting(), []);
    const states = new Map((await delivery()).map(([email, state]) => [email, state]));
    assert.equal(states.get('revoked@acme.test'), 'none');
    assert.equal(states.get('expired@acme.test'), 'failed');
    assert.equal(states.get('renewed@acme.test'), 'sent');
  });

  it('SEC_R11 a stop finishes what is on its way and gives the rest back', async () => {
    await invite(Array.from({ length: 30 }, (_, index) => `p${index}@acme.test`).join(','));
    outbox.start();
    await sink.received(1);
    await outbox.stop();
    const sent = (await delivery()).filter(([, state]) => state === 'sent').length;
    assert.equal(sent, sink.arrived.length);
    const due = await first<{ n: number }>(
      world.database.read,
      'SELECT count(*) AS n FROM outbox WHERE next_at <= ? AND attempts = 0',
      [world.clock.now],
    );
    assert.equal(due!.n, 30 - sent);
    outbox = makeOutbox();
    outbox.start();
    await sink.received(30);
    await outbox.idle();
    assert.equal(new Set(sink.arrived.map(({ to }) => to[0])).size, 30);
  });

  it('SEC_R22 a database that refuses the nth write delays mail and loses none, and no mail goes out twice', async () => {
    for (const refused of [1, 2]) {
      let writes = 0;
      const write: Database['write'] = (job) => {
        writes += 1;
        return writes === refused ? Promise.reject(new AppError('busy')) : world.database.write(job);
      };
      outbox = makeOutbox(5000, { read: world.database.read, write });
      await invite(`nth${refused}@acme.test`);
      outbox.start();
      await planned();
      assert.equal(passTime(), 2000);
      await sink.received(refused);
      await outbox.idle();
      assert.equal((await delivery())[0]![1], 'sent', `write ${refused}`);
      assert.equal(sink.attempts, refused);
      assert.deepEqual(
        errors.map((error) => (error as AppError).code),
        ['busy'],
      );
      errors = [];
      await outbox.stop();
    }
  });

  it('two outboxes on one database send each mail once', async () => {
    await invite(Array.from({ length: 40 }, (_, index) => `p${index}@acme.test`).join(','));
    const other = makeOutbox();
    outbox.start();
    other.start();
    await sink.received(40);
    await Promise.all([outbox.idle(), other.idle()]);
    await other.stop();
    assert.equal(sink.arrived.length, 40);
    assert.equal(new Set(sink.arrived.map(({ to }) => to[0])).size, 40);
  });

  it('SEC_B01 SEC_K03 no file of the database holds the token that was sent', async () => {
    await invite('secret@acme.test');
    outbox.start();
    await sink.received(1);
    await outbox.idle();
    const token = /invitation\/([\w.-]+)/.exec(sink.arrived[0]!.mail.text!)![1]!;
    const path = world.url.slice('file:'.length);
    for (const suffix of ['', '-wal'])
      assert.ok(!readFileSync(path + suffix).includes(token.slice(-43)), `${suffix} holds the token`);
  });
});
