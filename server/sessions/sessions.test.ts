// Cookie sessions: hashed at rest, never adopted, ended for good, limited in time whatever their use.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { SessionLimits } from '../../shared/sessions/session.ts';
import { DEFAULT_SESSION_LIMITS, renewalInterval } from '../../shared/sessions/session.ts';
import { createPresence } from '../activity/presence.ts';
import { all, run } from '../db/database.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import type { Sessions } from './sessions.ts';
import { accountOf, openSession } from '../testing/sessions.ts';
import { createSessions } from './sessions.ts';
import { applySessionLimits } from './store.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const visit = { device: '', network: '192.0.2.0/24', language: 'en', isOwnPage: true } as const;

describe('sessions', () => {
  let world: World;
  let sessions: Sessions;
  let person: Awaited<ReturnType<World['addMember']>>;
  before(async () => {
    world = await createWorld();
    sessions = createSessions(world.database, new URL('https://people.example'), () => world.clock.now);
    person = await world.addMember({ email: 'ana@acme.test', roles: ['staff'] });
  });
  after(() => world.close());

  const stored = () => all<{ id: string; account_id: string }>(world.database.read, 'SELECT * FROM sessions');

  it('SEC_D01 the database holds a hash that opens nothing', async () => {
    const token = await openSession(world.database, sessions, person.accountId);
    assert.equal(await accountOf(sessions, token), person.accountId);
    const [row] = await stored();
    assert.equal(row!.id, createHash('sha256').update(token).digest('base64url'));
    assert.equal(await accountOf(sessions, row!.id), null);
    assert.ok(Buffer.from(token, 'base64url').length >= 16);
    assert.doesNotMatch(JSON.stringify(await world.dump()), new RegExp(token));
  });

  it('SEC_D02 a value that somebody chose is never adopted, and every session is a new one', async () => {
    const planted = 'a'.repeat(43);
    assert.equal(await accountOf(sessions, planted), null);
    const tokens = [
      await openSession(world.database, sessions, person.accountId),
      await openSession(world.database, sessions, person.accountId),
    ];
    assert.equal(new Set([planted, ...tokens]).size, 3);
    assert.equal(await accountOf(sessions, planted), null);
  });

  it('a session that is opened with something else is there with it or not at all', async () => {
    const [one, other] = ['b'.repeat(43), 'c'.repeat(43)];
    await world.database.write((tx) =>
      sessions.openIn(tx, { accountId: person.accountId, startedBy: 'link', token: one }),
    );
    assert.equal(await accountOf(sessions, one), person.accountId);
    const failing = world.database.write(async (tx) => {
      await sessions.openIn(tx, { accountId: person.accountId, startedBy: 'link', token: other });
      throw new Error('no');
    });
    await assert.rejects(failing, /^Error: no$/);
    assert.equal(await accountOf(sessions, other), null);
    await sessions.end(one);
  });

  it('SEC_D08 an ended session stays ended, and ends alone', async () => {
    const [one, other] = [
      await openSession(world.database, sessions, person.accountId),
      await openSession(world.database, sessions, person.accountId),
    ];
    await sessions.end(one);
    assert.equal(await accountOf(sessions, one), null);
    assert.equal(await accountOf(sessions, other), person.accountId);
  });

  it('SEC_D04 ends after thirty days of constant use, to the millisecond', async () => {
    world.clock.now = Date.now();
    const begin = world.clock.now;
    const token = await openSession(world.database, sessions, person.accountId);
    world.clock.now = begin + 30 * DAY - 1;
    // Use renews the idle limit, so only the absolute one is left to end it.
    await world.database.write((tx) => run(tx, 'UPDATE sessions SET expires_at = ?', [begin + 40 * DAY]));
    assert.equal(await accountOf(sessions, token), person.accountId);
    world.clock.now = begin + 30 * DAY;
    assert.equal(await accountOf(sessions, token), null);
    world.clock.now = begin;
    assert.equal(await accountOf(sessions, token), null, 'SEC_R8 a clock that steps back revives nothing');
  });

  it('SEC_D04 ends when it was not used for a week, by the clock of the server', async () => {
    world.clock.now = Date.now();
    const begin = world.clock.now;
    const token = await openSession(world.database, sessions, person.accountId);
    world.clock.now = begin + 6 * DAY;
    const { accountId, handle: id, ...session } = (await sessions.find(token))!;
    const used = { ...world.as({ kind: 'account', accountId, session: { id, ...session } }), visit };
    await createPresence(world.database)(used);
    world.clock.now = begin + 12 * DAY;
    assert.equal(await accountOf(sessions, token), person.accountId, 'use renews it');
    world.clock.now = begin + 13 * DAY;
    assert.equal(await accountOf(sessions, token), null, 'to the millisecond');
  });

  it('SEC_D04 T23 limits that get shorter shorten what runs, all but what is in use; longer ones make nothing longer', async () => {
    world.clock.now = Date.now() + 100 * DAY;
    const begin = world.clock.now;
    const token = await openSession(world.database, sessions, person.accountId);
    const end = async () =>
      (
        await all<{ end: number }>(
          world.database.read,
          'SELECT expires_at AS end FROM sessions WHERE created_at = ?',
          [begin],
        )
      )[0]!.end;
    const limitTo = (limits: SessionLimits) => world.database.write((tx) => applySessionLimits(tx, limits));
    await limitTo({ idleMinutes: 14 * 24 * 60, absoluteMinutes: 60 * 24 * 60 });
    assert.equal(await end(), begin + 7 * DAY);
    await limitTo({ idleMinutes: 5, absoluteMinutes: 60 });
    assert.equal(
      await end(),
      begin + 10 * MINUTE,
      'five minutes, and the five by which its last use may be older',
    );
    await limitTo({ idleMinutes: 60, absoluteMinutes: 8 });
    assert.equal(await end(), begin + 8 * MINUTE);
    world.clock.now = begin + 8 * MINUTE - 1;
    assert.equal(await accountOf(sessions, token), person.accountId);
    world.clock.now = begin + 8 * MINUTE;
    assert.equal(await accountOf(sessions, token), null);
  });

  it('SEC_D04 T23 a session that begins lives by the limits that are set, and the interval of its renewal follows them', async () => {
    world.clock.now = Date.now() + 200 * DAY;
    const begin = world.clock.now;
    const set = (limits: SessionLimits) =>
      world.database.write((tx) =>
        run(
          tx,
          "INSERT INTO settings (key, value) VALUES ('sessions', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
          [JSON.stringify(limits)],
        ),
      );
    await set({ idleMinutes: 60, absoluteMinutes: 90 });
    const token = await openSession(world.database, sessions, person.accountId);
    assert.equal((await sessions.find(token))?.createdAt, begin);
    world.clock.now = begin + 60 * MINUTE;
    assert.equal(await accountOf(sessions, token), null);
    await set(DEFAULT_SESSION_LIMITS);
    assert.deepEqual(
      [5, 8, 10, 60, DEFAULT_SESSION_LIMITS.idleMinutes].map(
        (idleMinutes) => renewalInterval({ idleMinutes }) / MINUTE,
      ),
      [2.5, 4, 5, 5, 5],
    );
  });

  it('SEC_D03 the cookie is bound to this host, to https and out of reach of scripts', () => {
    const cookie = sessions.cookie('value').split('; ');
    assert.equal(cookie[0], '__Host-user-admin=value');
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      assert.ok(cookie.includes(attribute), attribute);
    assert.ok(!cookie.some((attribute) => attribute.startsWith('Domain')));
    assert.match(sessions.blankCookie(), /^__Host-user-admin=; .*Max-Age=0/);
    const local = createSessions(world.database, new URL('http://localhost:8787'), () => world.clock.now);
    assert.match(local.cookie('value'), /^user-admin=value; HttpOnly; /);
    assert.doesNotMatch(local.cookie('value'), /Secure/);
  });

  it('SEC_D14 a cookie header of any shape is read without a failure', async () => {
    for (const header of [
      '',
      ';',
      '=',
      'x',
      '__Host-user-admin',
      '__Host-user-admin=',
      '__Host-user-admin=%',
      '__Host-user-admin=%00',
      `__Host-user-admin=${'x'.repeat(100_000)}`,
      '__proto__=x',
      '__Host-user-admin=a; __Host-user-admin=b',
    ]) {
      const token = sessions.read(header);
      assert.equal(token === null ? null : await accountOf(sessions, token), null, header.slice(0, 40));
    }
  });
});
