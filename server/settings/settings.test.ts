// The settings of a deployment: who may see and set them, what comes out, what never does, and who was first.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, it } from 'node:test';
import type { AppError } from '../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import { DEFAULT_SESSION_LIMITS, FRESH_FOR } from '../../shared/sessions/session.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first, run } from '../db/database.ts';
import { openSession } from '../testing/sessions.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { accountCaller } from '../testing/world.ts';
import { hasMail, readMailServer } from './mail-setup.ts';
import { forgetMail, getMail, saveMail } from './save-mail.ts';
import { getSessionLimits, saveSessionLimits } from './save-session-limits.ts';
import { createSealer } from './seal.ts';
import { sendTestMail } from './send-test-mail.ts';

const PASSWORD = 'hunter2 of the mail server';
const OPERATOR = { host: 'mail.operator.test', port: 587, isSecure: false, from: 'Ops <ops@acme.test>' };
const given = (more: object = {}) => ({
  host: 'mail.acme.test',
  port: 587,
  security: 'starttls' as const,
  from: 'People <people@acme.test>',
  user: 'people',
  password: PASSWORD as string | undefined,
  version: 0,
  idempotencyKey: randomUUID(),
  ...more,
});
const limits = (more: object = {}) => ({
  idleMinutes: 60,
  absoluteMinutes: 600,
  version: 0,
  idempotencyKey: randomUUID(),
  ...more,
});

describeOnEachStore('the settings of a deployment', (makeWorld, store) => {
  let world: World;
  let owner: UseCaseContext;
  let ownerId: AccountId;
  let other: WorkspaceId;
  beforeEach(async () => {
    world = await makeWorld();
    other = await world.addWorkspace('Other');
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [world.workspaceId]),
    );
    ownerId = (await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] })).accountId;
    owner = world.asAccount(ownerId);
  });
  afterEach(() => world.close());
  const serverNow = () =>
    readMailServer(world.database.read, { operator: undefined, sealer: owner.sealer }).then(
      ({ server }) => server,
    );
  const lastEntry = () =>
    first<{ action: string; target: string; before: string; after: string }>(
      world.database.read,
      'SELECT action, target_id AS target, before, after FROM audit ORDER BY seq DESC LIMIT 1',
    );

  it('W54 are set in the product, and whoever asks is told all but the password', async () => {
    assert.deepEqual(await getMail(owner), { source: 'none', settings: null, version: 0 });
    const saved = await saveMail(owner, given());
    const { password: _password, version: _version, idempotencyKey: _key, ...shown } = given();
    assert.deepEqual(saved, { source: 'settings', settings: { ...shown, hasPassword: true }, version: 1 });
    assert.deepEqual(await getMail(owner), saved);
    assert.deepEqual(await serverNow(), { ...shown, password: PASSWORD });
    assert.equal(world.mail.woken, 1);
  });

  it('SEC_L05 SEC_K03 SEC_B14 the password stands in no table, no file, no trail and no recorded reply', async () => {
    const wish = given();
    await saveMail(owner, wish);
    assert.deepEqual(await saveMail(owner, wish), await getMail(owner), 'a retry has the same answer');
    const dump = JSON.stringify(await world.dump());
    assert.ok(dump.includes('people@acme.test') && !dump.includes('hunter2'));
    const path = world.url.slice('file:'.length);
    for (const suffix of store === 'file' ? ['', '-wal'] : [])
      assert.ok(!readFileSync(path + suffix, 'latin1').includes('hunter2'), suffix);
    // Nor can it be guessed at by what is kept of the wish: with another password it would be the same.
    assert.deepEqual(await saveMail(owner, { ...wish, password: 'another' }), await getMail(owner));
    const entry = await lastEntry();
    assert.deepEqual(
      { ...entry, before: JSON.parse(entry!.before), after: JSON.parse(entry!.after) },
      {
        action: 'deployment.change',
        target: 'mail',
        before: { source: 'none' },
        after: {
          source: 'settings',
          host: 'mail.acme.test',
          port: 587,
          security: 'starttls',
          hasPassword: true,
        },
      },
    );
  });

  it('W54 a password left out stays for the same server and user, and goes nowhere else', async () => {
    await saveMail(owner, given());
    await saveMail(owner, given({ password: undefined, from: 'new@acme.test', version: 1 }));
    assert.deepEqual([(await serverNow())!.password, (await serverNow())!.from], [PASSWORD, 'new@acme.test']);
    for (const elsewhere of [
      { host: 'mail.evil.test' },
      { port: 2525 },
      { user: 'somebody' },
      { host: '127.0.0.1', security: 'none' },
    ])
      await assert.rejects(
        saveMail(owner, given({ password: undefined, version: 2, ...elsewhere })),
        isRefusal('mail_password_needed'),
      );
    await assert.rejects(
      saveMail(owner, given({ password: '', version: 2 })),
      isRefusal('mail_password_needed'),
    );
    const without = await saveMail(owner, given({ user: '', password: undefined, version: 2 }));
    assert.equal(without.settings!.hasPassword, false);
    assert.equal((await serverNow())!.password, undefined);
    await assert.rejects(
      saveMail(owner, given({ password: undefined, version: 3 })),
      isRefusal('mail_password_needed'),
    );
  });

  it('W54 refuses what cannot work, by the field', async () => {
    const fields = async (more: object) =>
      saveMail(owner, given(more)).then(
        () => null,
        (error: AppError) => [error.code, (error.details as { field: string }).field],
      );
    for (const host of [
      'http://mail.acme.test',
      'mail acme',
      'mail:25',
      'user@mail',
      '-a.test',
      '',
      'a..b',
      '[::1]',
    ])
      assert.deepEqual(await fields({ host }), ['input_invalid', 'host'], host);
    for (const from of ['nobody', 'a@b', 'a@b.test, c@d.test', 'Evil <x@y.test>\r\nBcc: z@z.test'])
      assert.deepEqual(await fields({ from }), ['email_invalid', 'from'], from);
    assert.deepEqual(await fields({ security: 'none' }), ['mail_password_unprotected', 'security']);
    assert.deepEqual(await fields({ user: '' }), ['input_invalid', 'user']);
    assert.equal((await getMail(owner)).source, 'none');
    for (const [version, host] of ['localhost', '10.1.2.3', '::1', 'smtp_relay', 'bücher.example'].entries())
      await saveMail(owner, given({ host, version }));
    assert.equal((await serverNow())!.host, 'xn--bcher-kva.example');
  });

  it('SEC_K03 only whoever runs the home workspace may see them, and set them by a fresh proof of who they are', async () => {
    const admin = await world.addMember({ email: 'adam@acme.test', roles: ['admin'] });
    const elsewhere = await world.addMember({ email: 'eve@acme.test', roles: ['owner'], workspaceId: other });
    const stale = world.as(accountCaller(ownerId, world.clock.now - FRESH_FOR));
    const calls: ((ctx: UseCaseContext) => Promise<unknown>)[] = [
      (ctx) => saveMail(ctx, given()),
      (ctx) => forgetMail(ctx, { version: 0, idempotencyKey: randomUUID() }),
      (ctx) => saveSessionLimits(ctx, limits()),
    ];
    const reads = [getMail, getSessionLimits];
    for (const call of [...calls, sendTestMail, ...reads]) {
      await assert.rejects(call(world.asAccount(admin.accountId)), isRefusal('not_granted'));
      await assert.rejects(call(world.asAccount(elsewhere.accountId, other)), isRefusal('not_home'));
      await assert.rejects(call(world.asAccount(elsewhere.accountId)), isRefusal('not_a_member'));
    }
    for (const call of calls) await assert.rejects(call(stale), isRefusal('fresh_sign_in_required'));
    assert.equal((await getMail(stale)).source, 'none');
    assert.deepEqual(await all(world.database.read, 'SELECT * FROM settings'), []);
    await saveMail(owner, given());
    await saveSessionLimits(owner, limits());
  });

  it('of two who set them at once, the second is shown what the first set', async () => {
    const [one, two] = await Promise.allSettled([
      saveMail(owner, given({ host: 'one.test' })),
      saveMail(owner, given({ host: 'two.test' })),
    ]);
    assert.equal(one.status, 'fulfilled');
    const refused = (two as PromiseRejectedResult).reason as AppError;
    assert.equal(refused.code, 'changed_meanwhile');
    assert.deepEqual(refused.details, await getMail(owner));
    assert.ok(!JSON.stringify(refused.details).includes('hunter2'));
    assert.equal((await getMail(owner)).settings!.host, 'one.test');
  });

  it('W54 C6 going back takes the password along, and leaves the operator’s mail or none', async () => {
    await saveMail(owner, given());
    assert.ok(await hasMail(owner, owner.read));
    const back = await forgetMail(owner, { version: 1, idempotencyKey: randomUUID() });
    assert.deepEqual(back, { source: 'none', settings: null, version: 2 });
    assert.ok(!(await hasMail(owner, owner.read)));
    const row = await first<object>(
      world.database.read,
      "SELECT value, sealed FROM settings WHERE key = 'mail'",
    );
    assert.deepEqual({ ...row }, { value: 'null', sealed: null });
    // What was seen before going back is old, however often the same was set since.
    await assert.rejects(saveMail(owner, given({ version: 1 })), isRefusal('changed_meanwhile'));
    await saveMail(owner, given({ version: 2 }));
    const operated = { ...owner, settings: { ...owner.settings, mail: OPERATOR } };
    assert.deepEqual(await forgetMail(operated, { version: 3, idempotencyKey: randomUUID() }), {
      source: 'operator',
      settings: {
        host: 'mail.operator.test',
        port: 587,
        security: 'none',
        from: 'Ops <ops@acme.test>',
        user: '',
        hasPassword: false,
      },
      version: 4,
    });
    assert.ok(await hasMail(operated, operated.read));
  });

  it('SEC_K03 a password sealed under another secret is told to be entered again, and never guessed at', async () => {
    await saveMail(owner, given());
    const sealer = createSealer('another secret of the same deployment');
    await assert.rejects(readMailServer(world.database.read, { operator: OPERATOR, sealer }), {
      name: 'SealError',
      message: /Enter it again$/,
    });
    assert.equal((await getMail(owner)).settings!.hasPassword, true);
  });

  it('T23 how long sessions live is a setting with bounds, told with the version that a change names', async () => {
    assert.deepEqual(await getSessionLimits(owner), { ...DEFAULT_SESSION_LIMITS, version: 0 });
    const saved = await saveSessionLimits(owner, limits());
    assert.deepEqual(saved, { idleMinutes: 60, absoluteMinutes: 600, version: 1 });
    assert.deepEqual(await getSessionLimits(owner), saved);
    await assert.rejects(
      saveSessionLimits(owner, limits({ idleMinutes: 30 })),
      (error: AppError) =>
        error.code === 'changed_meanwhile' &&
        JSON.stringify(error.details) ===
          JSON.stringify({ idleMinutes: 60, absoluteMinutes: 600, version: 1 }),
    );
    await assert.rejects(
      saveSessionLimits(owner, limits({ idleMinutes: 601, version: 1 })),
      isRefusal('input_invalid'),
    );
    const entry = await lastEntry();
    assert.deepEqual(
      [entry!.action, entry!.target, JSON.parse(entry!.before), JSON.parse(entry!.after)],
      ['deployment.change', 'sessions', DEFAULT_SESSION_LIMITS, { idleMinutes: 60, absoluteMinutes: 600 }],
    );
  });

  it('T23 shorter limits hold at once for sessions that run', async () => {
    const token = await openSession(world.database, owner.sessions, ownerId);
    world.clock.now += 59 * 60_000;
    assert.notEqual(await owner.sessions.find(token), null);
    const fresh = world.asAccount(ownerId);
    await saveSessionLimits(fresh, limits({ idleMinutes: 10, absoluteMinutes: 30 }));
    assert.equal(await owner.sessions.find(token), null);
  });
});
