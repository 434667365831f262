// Which mails about accounts go out through a real mail server, and in which order: what nobody needs any more is not sent.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountId } from '../../shared/ids.ts';
import { endAccess } from '../accounts/store.ts';
import { all, run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { takeLink } from '../links/store.ts';
import type { NoticeStage } from '../testing/notice-stage.ts';
import { KINDS, createNoticeStage } from '../testing/notice-stage.ts';

const MINUTE = 60_000;

describe('mails about accounts', () => {
  let stage: NoticeStage;
  beforeEach(async () => {
    stage = await createNoticeStage();
  });
  afterEach(() => stage.close());

  /** Sends a mail that must go out after those that must not, so that their absence means something. */
  const nothingBut = async (): Promise<void> => {
    const other = await stage.world.addMember({ email: 'last@acme.test', roles: ['editor'] });
    await stage.queue('password-changed', {}, other.accountId);
    stage.mail.wake();
    await stage.sink.received(1);
    await stage.mail.stop();
    assert.deepEqual(
      stage.sink.arrived.map(({ to }) => to[0]),
      ['last@acme.test'],
    );
    assert.deepEqual(await all(stage.world.database.read, 'SELECT * FROM outbox'), []);
  };

  it('SEC_C10 SEC_B11 a link that was used, replaced or has expired is not sent any more', async () => {
    await stage.mail.stop();
    const used = await stage.queue('reset');
    await stage.world.database.write((tx) => takeLink(tx, used!, stage.world.clock.now));
    await stage.queue('sign-in');
    await stage.world.database.write((tx) =>
      run(tx, "UPDATE links SET expires_at = ? WHERE kind = 'sign-in'", [stage.world.clock.now]),
    );
    await stage.queue('confirm-email');
    await stage.world.database.write((tx) => run(tx, "DELETE FROM links WHERE kind = 'email'"));
    // Of another account, as only a mistake could make it.
    const other = await stage.world.addMember({ email: 'other@acme.test', roles: ['editor'] });
    await stage.queue('reset', {}, other.accountId);
    await stage.world.database.write((tx) =>
      run(tx, 'UPDATE links SET account_id = ? WHERE account_id = ?', [stage.ines, other.accountId]),
    );
    stage.mail.start();
    await nothingBut();
  });

  it('SEC_C10 of two links asked for in a row only the newest goes out, once', async () => {
    await stage.mail.stop();
    await stage.queue('sign-in');
    const newest = await stage.queue('sign-in');
    stage.mail.start();
    await stage.sink.received(1);
    await stage.mail.stop();
    assert.equal(stage.sink.arrived.length, 1);
    assert.ok(stage.sink.arrived[0]!.mail.text!.includes(`/link/${newest}.`));
  });

  it('T21 nobody who is switched off everywhere, has left or is gone gets mail', async () => {
    await stage.mail.stop();
    for (const kind of KINDS) await stage.queue(kind);
    await stage.world.database.write((tx) => run(tx, "UPDATE members SET status = 'deactivated'"));
    const gone = randomUUID() as AccountId;
    await stage.queue('password-changed', {}, gone);
    stage.mail.start();
    await nothingBut();
  });

  it('SEC_C13 what ends the access of an account ends the links that wait in the outbox', async () => {
    await stage.mail.stop();
    for (const kind of ['sign-in', 'reset', 'confirm-email'] as const) await stage.queue(kind);
    await stage.world.database.write((tx) => endAccess(tx, stage.ines, stage.world.clock.now));
    stage.mail.start();
    await nothingBut();
  });

  it('SEC_L09 whoever is no longer in charge is not told that they are', async () => {
    await stage.mail.stop();
    await stage.queue('in-charge');
    await stage.world.database.write((tx) => run(tx, "UPDATE member_roles SET role = 'editor'"));
    stage.mail.start();
    await nothingBut();
  });

  it('SEC_R10 a mail that may have arrived is sent again as the very same', async () => {
    stage.sink.mode = 'take-and-break-off';
    for (const [index, kind] of (['sign-in', 'password-changed'] as const).entries()) {
      await stage.queue(kind);
      stage.mail.wake();
      await stage.sink.received(index + 1);
    }
    const isNoted = async () => {
      const rows = await all<{ at: number }>(stage.world.database.read, 'SELECT next_at AS at FROM outbox');
      return rows.length === 2 && rows.every(({ at }) => at < stage.world.clock.now + 2 * MINUTE);
    };
    while (!(await isNoted())) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(stage.problems.splice(0).length, 1);
    stage.sink.mode = 'accept';
    stage.world.clock.now += 2 * MINUTE;
    stage.mail.wake();
    await stage.sink.received(4);
    assert.equal(new Set(stage.sink.arrived.map(({ mail: { messageId } }) => messageId)).size, 2);
  });

  it('SEC_R10 a link that somebody waits for goes before any number of invitations', async () => {
    await stage.mail.stop();
    await createInvitations(stage.world.asSystem(), {
      addresses: Array.from({ length: 60 }, (_, index) => `p${index}@acme.test`).join(','),
      roles: ['editor'],
      idempotencyKey: randomUUID(),
    });
    stage.world.clock.now += MINUTE;
    await stage.queue('sign-in');
    stage.mail.start();
    await stage.sink.received(61);
    const at = stage.sink.arrived.findIndex(({ to }) => to[0] === 'ines@acme.test');
    assert.ok(at >= 0 && at < 20, `number ${at}`);
  });

  it('SEC_K03 SEC_B01 no file of the database holds the link that was sent', async () => {
    const letter = await stage.send('reset');
    const seal = /\/link\/\S+\.([\w-]{43})/.exec(letter.text)![1]!;
    const path = stage.world.url.slice('file:'.length);
    for (const suffix of ['', '-wal']) assert.ok(!readFileSync(path + suffix).includes(seal), suffix);
  });
});
