// Activity on a real database: what is counted and when, exact at every edge, what is unusual, and who may see it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { MemberActivity, SignIn } from '../../shared/activity/activity.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import { all, first, run } from '../db/database.ts';
import type { Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import { isRefusal } from '../testing/refusal.ts';
import { holdLock } from '../testing/outside.ts';
import type { World } from '../testing/world.ts';
import { START, accountCaller, createWorld } from '../testing/world.ts';
import { getMemberActivity, listOwnSignIns } from './read.ts';
import { recordSignIn } from './record.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ORIGIN = new URL(BASE_URL).origin;
type Headers = Record<string, string>;

describe('visits', () => {
  let site: Deployment;
  let other: WorkspaceId;
  let admin: Headers;
  let person: Awaited<ReturnType<Deployment['addMember']>>;
  let count = 0;
  before(async () => {
    site = await deploy();
    other = await site.addWorkspace();
  });
  after(() => site.close());
  beforeEach(async () => {
    count += 1;
    site.clock.now = START + count * DAY;
    person = await site.addMember({ email: `p${count}@acme.test`, roles: ['staff'] });
    renewAdmin();
  });

  const renewAdmin = (): void => {
    admin = { Authorization: `Bearer ${site.token('first')}` };
  };
  const signIn = async (): Promise<Headers> => ({
    Cookie: await site.cookieOf(person.accountId),
    Origin: ORIGIN,
  });
  const come = async (headers: Headers, workspaceId: WorkspaceId = site.workspaceId, address?: string) => {
    const request = new Request(`${BASE_URL}/trpc/viewer.get`, {
      headers: { ...headers, 'ua-workspace': workspaceId },
    });
    assert.equal((await site.userAdmin.fetch(request, { address })).status, 200);
  };
  const comeByToken = async (address?: string) =>
    come({ Authorization: `Bearer ${await site.tokenOf(person)}` }, site.workspaceId, address);
  const activity = async (): Promise<MemberActivity> => {
    renewAdmin();
    return (await site.query('activity.member', { memberId: person.id }, admin)).data;
  };
  const visits = () =>
    all<{ at: number }>(
      site.database.read,
      'SELECT at FROM visits v JOIN members m ON m.seq = v.member_seq WHERE m.id = ? ORDER BY at',
      [person.id],
    );

  it('D39 a session counts once for each workspace, at its first request there, and moves the last sign-in', async () => {
    const elsewhere = await site.addMember({
      email: `p${count}@acme.test`,
      roles: ['staff'],
      workspaceId: other,
    });
    const session = await signIn();
    await Promise.all([come(session), come(session), come(session)]);
    const begin = site.clock.now;
    site.clock.now += 3 * 60 * MINUTE;
    await come(session);
    await come(session, other);
    assert.deepEqual(
      (await visits()).map(({ at }) => at),
      [begin],
    );
    const { lastSignInAt, last7Days, recent } = await activity();
    assert.deepEqual([lastSignInAt, last7Days, recent.length], [begin, 1, 1]);
    assert.deepEqual(
      { ...recent[0], flags: [] },
      { at: begin, by: 'link', isOk: true, device: '', network: '', flags: [] },
    );
    await come(await signIn());
    assert.equal((await activity()).last7Days, 2, 'another session is another sign-in');
    const there = await first<{ at: number }>(
      site.database.read,
      'SELECT last_sign_in_at AS at FROM members WHERE id = ?',
      [elsewhere.id],
    );
    assert.equal(there!.at, site.clock.now, 'SEC_E05 the other workspace has its own');
  });

  it('D39 a host’s token counts at the first request after thirty minutes without one, to the millisecond', async () => {
    const begin = site.clock.now;
    await comeByToken();
    // Constant use is one visit, however long it lasts and though it is noted every five minutes only.
    for (let minutes = 1; minutes <= 64; minutes += 1) {
      site.clock.now = begin + minutes * MINUTE;
      await comeByToken();
    }
    assert.equal((await visits()).length, 1);
    site.clock.now += 30 * MINUTE - 1;
    await comeByToken();
    assert.equal((await visits()).length, 1);
    site.clock.now += 30 * MINUTE;
    await comeByToken();
    assert.deepEqual(
      (await visits()).map(({ at }) => at),
      [begin, site.clock.now],
    );
    assert.deepEqual(
      (await activity()).recent.map(({ by }) => by),
      ['host', 'host'],
    );
  });

  it('writes at most every five minutes, however often somebody asks', async () => {
    const session = await signIn();
    await come(session);
    await comeByToken();
    const noted = () =>
      first<{ seen: number; used: number }>(
        site.database.read,
        'SELECT (SELECT sum(last_seen_at) FROM members) AS seen, (SELECT sum(last_used_at) FROM sessions) AS used',
      );
    const before = (await noted())!;
    site.clock.now += 5 * MINUTE - 1;
    for (let asked = 0; asked < 50; asked += 1) {
      await come(session);
      await comeByToken();
    }
    assert.deepEqual(await noted(), before);
    site.clock.now += 1;
    await come(session);
    await comeByToken();
    const after = (await noted())!;
    assert.deepEqual([after.seen - before.seen, after.used - before.used], [5 * MINUTE, 5 * MINUTE]);
  });

  it('D40 D41 D42 SEC_L08 counts 7, 30 and 365 days, exact to the millisecond on both sides of each edge', async () => {
    const now = site.clock.now + 400 * DAY;
    const seq = (await first<{ seq: number }>(site.database.read, 'SELECT seq FROM members WHERE id = ?', [
      person.id,
    ]))!.seq;
    const add = (at: number) =>
      site.database.write((tx) =>
        run(tx, "INSERT INTO visits (member_seq, at, by) VALUES (?, ?, 'host')", [seq, at]),
      );
    const counts = async (): Promise<number[]> => {
      const { last7Days, last30Days, last365Days } = await activity();
      return [last7Days, last30Days, last365Days];
    };
    site.clock.now = now;
    assert.deepEqual(await counts(), [0, 0, 0]);
    await add(now);
    assert.deepEqual(await counts(), [1, 1, 1]);
    for (const [days, outside, inside] of [
      [7, [1, 2, 2], [2, 3, 3]],
      [30, [2, 3, 4], [2, 4, 5]],
      [365, [2, 4, 5], [2, 4, 6]],
    ] as const) {
      await add(now - days * DAY);
      assert.deepEqual(await counts(), outside, `exactly ${days} days ago`);
      await add(now - days * DAY + 1);
      assert.deepEqual(await counts(), inside, `a millisecond later`);
    }
    for (const minute of [-1, 1]) await add(now - 7 * DAY + minute * MINUTE);
    assert.deepEqual(await counts(), [3, 6, 8]);
    assert.equal((await activity()).recent.length, 9);
  });

  it('D38 SEC_L08 shows the twenty newest, the newest first', async () => {
    for (let index = 0; index < 23; index += 1) {
      site.clock.now += MINUTE;
      await come(await signIn());
    }
    const { recent, last7Days } = await activity();
    assert.deepEqual([recent.length, recent[0]!.at, last7Days], [20, site.clock.now, 23]);
    assert.deepEqual(
      recent.map(({ at }) => at),
      recent.map(({ at }) => at).toSorted((a, b) => b - a),
    );
  });

  it('W50 a visit from another network than before is marked, and so is the first in ninety days', async () => {
    const from = async (address: string): Promise<readonly string[]> => {
      site.clock.now += 60 * MINUTE;
      await comeByToken(address);
      return (await activity()).recent[0]!.flags;
    };
    await site.database.write((tx) =>
      run(tx, 'UPDATE members SET created_at = ? WHERE id = ?', [site.clock.now, person.id]),
    );
    assert.deepEqual(await from('192.0.2.1'), [], 'the first has nothing to differ from');
    assert.deepEqual(await from('192.0.2.99'), [], 'the same network');
    assert.deepEqual(await from('198.51.100.1'), ['new_network']);
    assert.deepEqual(await from('198.51.100.1'), []);
    site.clock.now += 90 * DAY - 60 * MINUTE - 1;
    assert.deepEqual(await from('192.0.2.1'), []);
    site.clock.now += 90 * DAY - 60 * MINUTE;
    assert.deepEqual(await from('203.0.113.1'), ['new_network', 'first_in_90_days']);
  });

  it('nobody is turned away because their coming cannot be noted, and it is noted later', async () => {
    const session = await signIn();
    const release = await holdLock(site.url.slice('file:'.length));
    await come(session).finally(release);
    assert.equal((await visits()).length, 0);
    await come(session);
    assert.equal((await visits()).length, 1);
  });

  it('strangers and whoever is switched off leave no trace', async () => {
    const session = await signIn();
    await site.query('viewer.get', undefined, { ...session, 'ua-workspace': other });
    await site.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE id = ?", [person.id]),
    );
    await site.query('viewer.get', undefined, { ...session, 'ua-workspace': site.workspaceId });
    await site.query('viewer.get', undefined, { Authorization: `Bearer ${await site.tokenOf(person)}` });
    assert.equal((await visits()).length, 0);
  });
});

describe('attempts to sign in', () => {
  let world: World;
  let person: Awaited<ReturnType<World['addMember']>>;
  let count = 0;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());
  beforeEach(async () => {
    count += 1;
    world.clock.now = START + count * DAY;
    person = await world.addMember({ email: `p${count}@acme.test`, roles: ['staff'] });
  });

  const attempt = async (isOk: boolean, network = '192.0.2.0/24'): Promise<SignIn> => {
    world.clock.now += 1000;
    const ctx = { ...world.asSystem(), visit: { ...world.asSystem().visit, network } };
    await world.database.write((sql) =>
      recordSignIn(ctx, { sql, now: world.clock.now }, { accountId: person.accountId, by: 'password', isOk }),
    );
    return (await own())[0]!;
  };
  const own = () => listOwnSignIns(world.asAccount(person.accountId));

  it('W50 five failures before a success are unusual, four are not, and a success begins the count anew', async () => {
    for (let failed = 0; failed < 4; failed += 1) assert.deepEqual((await attempt(false)).flags, []);
    assert.deepEqual((await attempt(true)).flags, []);
    for (let failed = 0; failed < 5; failed += 1) await attempt(false);
    assert.deepEqual((await attempt(true)).flags, ['many_failures']);
    assert.deepEqual((await attempt(true)).flags, []);
    for (let failed = 0; failed < 5; failed += 1) await attempt(false);
    world.clock.now += DAY;
    assert.deepEqual((await attempt(true)).flags, [], 'failures of days ago count for nothing');
  });

  it('W50 a network not seen in a success before is unusual, and so is the first success in ninety days', async () => {
    assert.deepEqual((await attempt(true)).flags, []);
    await attempt(false, '203.0.113.0/24');
    assert.deepEqual((await attempt(true, '203.0.113.0/24')).flags, ['new_network']);
    assert.deepEqual((await attempt(true, '')).flags, [], 'an unknown network is not a new one');
    world.clock.now += 90 * DAY - 1000;
    assert.deepEqual((await attempt(true)).flags, ['first_in_90_days']);
    world.clock.now += 90 * DAY - 1001;
    assert.deepEqual((await attempt(true)).flags, []);
  });

  it('are listed for the person themselves, failures too, the newest first, fifty of them', async () => {
    for (let index = 0; index < 60; index += 1) await attempt(index % 3 === 0);
    const rows = await own();
    assert.equal(rows.length, 50);
    assert.equal(rows[0]!.at, world.clock.now);
    assert.deepEqual([rows[0]!.isOk, rows[1]!.isOk, rows[2]!.isOk], [false, false, true]);
    assert.ok(rows.every(({ at }, index) => index === 0 || at < rows[index - 1]!.at));
  });

  it('SEC_E05 who came in by one workspace’s provider and belongs elsewhere too sees their visits to that workspace', async () => {
    await attempt(true);
    const elsewhere = await world.addWorkspace('Elsewhere');
    const narrow = world.as(
      accountCaller(person.accountId, world.clock.now, { workspaceId: world.workspaceId }),
    );
    assert.equal((await listOwnSignIns(narrow)).length, 1);
    await world.addMember({ email: `p${count}@acme.test`, roles: ['staff'], workspaceId: elsewhere });
    assert.deepEqual(await listOwnSignIns(narrow), []);
  });

  it('SEC_E05 a member’s activity is for whoever sees people here, and never tells of a member of elsewhere', async () => {
    const admin = await world.addMember({ email: `a${count}@acme.test`, roles: ['admin'] });
    const foreign = await world.addMember({
      email: `f${count}@acme.test`,
      roles: ['staff'],
      workspaceId: await world.addWorkspace('Far'),
    });
    const asAdmin = world.asAccount(admin.accountId);
    await attempt(true);
    assert.deepEqual(await getMemberActivity(asAdmin, { memberId: person.id }), {
      lastSignInAt: null,
      last7Days: 0,
      last30Days: 0,
      last365Days: 0,
      recent: [],
    });
    await assert.rejects(getMemberActivity(asAdmin, { memberId: foreign.id }), isRefusal('member_not_found'));
    await assert.rejects(
      getMemberActivity(world.asAccount(person.accountId), { memberId: admin.id }),
      isRefusal('not_granted'),
    );
  });
});
