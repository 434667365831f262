// What open pages are told, over HTTP: by which rights, how soon, to how many, and when it ends.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setImmediate as later } from 'node:timers/promises';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import type { InvitationPage } from '../../shared/invitations/invitation.ts';
import type { Change } from '../../shared/live/change.ts';
import { all, run } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { claimMail, recordMail } from '../mail/store.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, HOST_ORIGIN, deploy } from '../testing/deployment.ts';
import { startScript } from '../testing/outside.ts';
import { isRefusal } from '../testing/refusal.ts';
import { startSink } from '../testing/smtp-sink.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { StreamEvent } from '../testing/stream.ts';
import { eventsOf } from '../testing/stream.ts';
import type { World } from '../testing/world.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { followChanges } from './follow-changes.ts';

type Headers = Record<string, string>;

/** One who listens over HTTP. */
interface Listener {
  readonly response: Response;
  /** The next message, or the name of the event that ended it; undefined where it just ended. */
  next(): Promise<Change | string | undefined>;
  leave(): void;
}

/** Listens as `headers` say, and resolves once there is an answer. */
async function listen(site: Deployment, headers: Headers, missed = 0): Promise<Listener> {
  const stop = new AbortController();
  const url = `${BASE_URL}/trpc/live.changes?input=${encodeURIComponent(JSON.stringify({ missed }))}`;
  const response = await site.userAdmin.fetch(new Request(url, { headers, signal: stop.signal }));
  const events = eventsOf(response);
  const next = async (): Promise<Change | string | undefined> => {
    for (;;) {
      const { value } = (await events.next()) as { value: StreamEvent | undefined };
      if (value?.event === 'connected' || value?.event === 'ping') continue;
      return value === undefined || value.event !== '' ? value?.event : (JSON.parse(value.data) as Change);
    }
  };
  return { response, next, leave: () => stop.abort() };
}

describe('what an open page is told', () => {
  let site: Deployment;
  let owner: Headers;
  let member: Awaited<ReturnType<Deployment['addMember']>>;
  let count = 0;
  before(async () => {
    site = await deploy();
  });
  after(() => site.close());
  beforeEach(async () => {
    owner = { Authorization: `Bearer ${site.token('first')}` };
    member = await site.addMember({ email: `m${(count += 1)}@acme.test`, roles: ['staff'] });
  });

  const wish = () => ({ idempotencyKey: randomUUID() });
  const changeRole = (version: number, roles: string[]): Promise<Answer> =>
    site.mutate('members.changeRole', { memberId: member.id, version, roles, ...wish() }, owner);
  const ready = async (headers: Headers, missed = 0): Promise<Listener> => {
    const listener = await listen(site, headers, missed);
    assert.deepEqual(await listener.next(), { changed: [] });
    return listener;
  };

  it('says which part has changed, and nothing of what or whom (SEC_L07)', async () => {
    const listener = await ready(owner);
    await changeRole(1, ['admin']);
    assert.deepEqual(await listener.next(), { changed: ['members', 'permissions'] });
    await site.mutate('sessions.endOfMember', { memberId: member.id, ...wish() }, owner);
    assert.deepEqual(await listener.next(), { changed: ['members', 'permissions'] });
    await site.mutate('invitations.create', { addresses: 'a@x.test', roles: ['staff'], ...wish() }, owner);
    assert.deepEqual(await listener.next(), { changed: ['invitations'] });
    await site.mutate(
      'workspaces.rename',
      { workspaceId: site.workspaceId, version: 1, name: 'B', ...wish() },
      owner,
    );
    assert.deepEqual(await listener.next(), { changed: ['viewer'] });
    listener.leave();
    assert.equal(await listener.next().catch(() => undefined), undefined);
  });

  it('says that settings have changed to those who may read them', async () => {
    const listener = await ready(owner);
    const staff = await ready({ Authorization: `Bearer ${await site.tokenOf(member)}` });
    const inside = site.userAdmin.caller(site.workspaceId);
    await inside.providers.addDomain({ domain: `d${count}.test`, ...wish() });
    assert.deepEqual(await listener.next(), { changed: ['settings'] });
    await changeRole(1, ['admin']);
    // Had the settings been told of, they would have come first or with it.
    const told = (await staff.next()) as Change;
    assert.ok(!told.changed.includes('settings'), told.changed.join());
    for (const each of [listener, staff]) each.leave();
  });

  it('goes through what would keep, gather or pack it, and to the origins that may call alone (SEC_G04)', async () => {
    const { response, leave } = await ready({ ...owner, Origin: HOST_ORIGIN });
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
    assert.equal(response.headers.get('Cache-Control'), 'no-store, no-transform');
    assert.equal(response.headers.get('X-Accel-Buffering'), 'no');
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), HOST_ORIGIN);
    leave();
    const stranger = await ready({ ...owner, Origin: 'https://evil.test' });
    assert.equal(stranger.response.headers.get('Access-Control-Allow-Origin'), null);
    stranger.leave();
  });

  it('tells first what was missed in between, and no more than that', async () => {
    const pass = (time: number): void => {
      site.clock.now += time;
      owner = { Authorization: `Bearer ${site.token('first')}` };
    };
    pass(5 * 60_000);
    await changeRole(1, ['admin']);
    pass(60_000);
    const late = await listen(site, owner, 60_000);
    assert.deepEqual(await late.next(), { changed: ['members', 'permissions'] });
    late.leave();
    (await ready(owner, 30_000)).leave();
  });

  it('SEC_L07 tells people of nothing that they may not read, but of what they may do themselves', async () => {
    const staff = await ready({ Authorization: `Bearer ${await site.tokenOf(member)}` });
    await site.mutate('invitations.create', { addresses: 'b@x.test', roles: ['staff'], ...wish() }, owner);
    await changeRole(1, ['admin']);
    // Had the invitation been told of, it would have come first or with it.
    const told = (await staff.next()) as Change;
    assert.ok(told.changed.includes('viewer'), told.changed.join());
    staff.leave();
  });

  it('SEC_E01 SEC_E06 tells nobody of another workspace, not even that there was something', async () => {
    const other = await site.addWorkspace();
    const listener = await ready(owner);
    const inside = site.userAdmin.caller(other);
    await inside.invitations.create({ addresses: 'c@x.test', roles: ['staff'], ...wish() });
    await changeRole(1, ['admin']);
    assert.deepEqual(await listener.next(), { changed: ['members', 'permissions'] });
    listener.leave();
  });

  it('SEC_D05 T22 ends for whoever is switched off while they listen, and does not begin again', async () => {
    const headers = { Authorization: `Bearer ${await site.tokenOf(member)}` };
    const listener = await ready(headers);
    await site.mutate('members.deactivate', { memberId: member.id, version: 1, ...wish() }, owner);
    assert.equal(await listener.next(), 'return');
    assert.equal((await site.query('live.changes', { missed: 0 }, headers)).reason, 'actor_deactivated');
  });

  it('SEC_D05 ends for everybody in a workspace that is deleted, and what it held goes after the answer', async () => {
    const workspaceId = await site.addWorkspace();
    const boss = await site.addMember({ email: `boss${count}@x.test`, roles: ['owner'], workspaceId });
    const headers = { Cookie: await site.cookieOf(boss.accountId), 'ua-workspace': workspaceId };
    const listener = await ready(headers);
    const { archive, delete: remove } = site.userAdmin.caller(null).workspaces;
    await archive({ workspaceId, version: 1, ...wish() });
    await remove({ workspaceId, version: 2, ...wish() });
    let told = await listener.next();
    while (typeof told === 'object') told = await listener.next();
    assert.equal(told, 'return');
    const left = async () =>
      (await all(site.database.read, 'SELECT 1 FROM workspaces WHERE id = ?', [workspaceId])).length;
    while ((await left()) > 0) await later();
    const again = await site.query('live.changes', { missed: 0 }, headers);
    assert.equal(again.reason, 'not_signed_in');
  });

  it('SEC_D06 ends with the session and with the token, at the next thing that happens', async () => {
    const owned = await site.addMember({ email: `own${count}@acme.test`, roles: ['owner'] });
    const [byCookie, byToken] = [
      { Cookie: await site.cookieOf(owned.accountId), 'ua-workspace': site.workspaceId },
      { Authorization: `Bearer ${await site.tokenOf(owned)}` },
    ];
    const [page, embedded] = [await ready(byCookie), await ready(byToken)];
    await site.database.write((tx) =>
      run(tx, 'DELETE FROM sessions WHERE account_id = ?', [owned.accountId]),
    );
    await changeRole(1, ['admin']);
    assert.equal(await page.next(), 'return');
    assert.deepEqual(await embedded.next(), { changed: ['members', 'permissions'] });
    site.clock.now += 16 * 60_000;
    owner = { Authorization: `Bearer ${site.token('first')}` };
    await changeRole(2, ['staff']);
    assert.equal(await embedded.next(), 'return');
    for (const [headers, reason] of [
      [byToken, 'token_invalid'],
      [byCookie, 'not_signed_in'],
    ] as const) {
      const again = await site.query('live.changes', { missed: 0 }, headers);
      assert.deepEqual([again.status, again.reason], [401, reason]);
    }
  });

  it('SEC_A06 gives one person so many places, and each again once it is free', async () => {
    const listeners = await Promise.all(Array.from({ length: 12 }, () => ready(owner)));
    const thirteenth = await site.query('live.changes', { missed: 0 }, owner);
    assert.deepEqual([thirteenth.status, thirteenth.reason], [429, 'rate_limited']);
    assert.equal(thirteenth.headers.get('Retry-After'), '30');
    const another = await ready({ Authorization: `Bearer ${await site.tokenOf(member)}` });
    for (const listener of [...listeners, another]) listener.leave();
    await later();
    (await ready(owner)).leave();
  });

  it('SEC_G01 is asked for by GET alone, and by nobody who is nobody', async () => {
    assert.equal((await site.mutate('live.changes', { missed: 0 }, owner)).status, 405);
    const nobody = await site.query('live.changes', { missed: 0 }, { 'ua-workspace': site.workspaceId });
    assert.deepEqual([nobody.status, nobody.reason], [401, 'not_signed_in']);
    const host = { Authorization: `Bearer ${site.token(undefined, { scope: 'workspaces' })}` };
    assert.equal((await site.query('live.changes', { missed: 0 }, host)).reason, 'not_granted');
    assert.deepEqual(site.failures, []);
  });

  it('ends all with the server, also for whoever did not read', async () => {
    const own = await deploy();
    const headers = { Authorization: `Bearer ${own.token('first')}` };
    const slow = await listen(own, headers);
    assert.deepEqual(await slow.next(), { changed: [] });
    for (let tried = 0; tried < 20; tried += 1)
      await own.mutate(
        'invitations.create',
        { addresses: `s${tried}@x.test`, roles: ['staff'], ...wish() },
        headers,
      );
    assert.deepEqual(await slow.next(), { changed: ['invitations'] });
    own.userAdmin.endStreams();
    let last = await slow.next();
    // What was told at its pace before that is in the buffers of the stream; how much depends on how long the calls took.
    while (typeof last === 'object') last = await slow.next();
    assert.equal(last, 'return');
    assert.equal((await own.query('live.changes', { missed: 0 }, headers)).reason, 'busy');
    await own.close();
    assert.deepEqual(own.failures, []);
  });
});

describe('what becomes of mail', () => {
  it('W57 is told once the mail server has answered, whatever it said', async () => {
    const sink = await startSink('take-and-keep-silent');
    const mail = { host: '127.0.0.1', port: sink.port, isSecure: false, from: 'people@acme.test' };
    const site = await deploy({ options: { mail } });
    const owner = { Authorization: `Bearer ${site.token('first')}` };
    const listener = await listen(site, owner);
    assert.deepEqual(await listener.next(), { changed: [] });
    const delivery = async () => {
      const { rows } = (await site.query('invitations.list', { limit: 9 }, owner)).data as InvitationPage;
      return rows.map((row) => row.delivery);
    };
    const invite = async (addresses: string) => {
      const wish = { addresses, roles: ['staff'], idempotencyKey: randomUUID() };
      await site.mutate('invitations.create', wish, owner);
      assert.deepEqual(await listener.next(), { changed: ['invitations'] });
    };
    await invite('a@x.test');
    await sink.received(1);
    assert.deepEqual(await delivery(), ['queued']);
    sink.release();
    assert.deepEqual(await listener.next(), { changed: ['invitations'] });
    assert.deepEqual(await delivery(), ['sent']);
    sink.mode = 'refuse';
    await invite('b@x.test');
    if ((await delivery())[0] === 'queued')
      assert.deepEqual(await listener.next(), { changed: ['invitations'] });
    assert.deepEqual(await delivery(), ['failed', 'sent']);
    listener.leave();
    await site.close();
    await sink.close();
  });
});

describe('two server processes on one database', () => {
  it('SEC_R12 each tells what the other has written', async () => {
    const site = await deploy();
    const people = await Promise.all(
      [1, 2, 3].map((each) => site.addMember({ email: `p${each}@acme.test`, roles: ['staff'] })),
    );
    const order = {
      url: site.url,
      workspaceId: site.workspaceId,
      members: people.map(({ id }) => id),
      role: 'member',
    };
    const racer = await startScript('racer.ts', [JSON.stringify(order)]);
    const listener = await listen(site, { Authorization: `Bearer ${site.token('first')}` });
    assert.deepEqual(await listener.next(), { changed: [] });
    const written = racer.next();
    racer.child.stdin!.write('go\n');
    assert.deepEqual(await listener.next(), { changed: ['members', 'permissions'] });
    assert.deepEqual(JSON.parse(await written), [null, null, null]);
    listener.leave();
    if (racer.child.exitCode === null) await once(racer.child, 'exit');
    await site.close();
  });
});

describeOnEachStore('following', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ hasMail: true });
  });
  after(() => world.close());
  const hurry = { recheck: 20, pace: 0 };

  it('tells what is written, whoever writes it, and looks for itself whether they still may', async () => {
    const owner = await world.addMember({ email: 'o@acme.test', roles: ['owner'] });
    const staff = await world.addMember({ email: 's@acme.test', roles: ['staff'] });
    const told = followChanges(world.asAccount(owner.accountId), { missed: 0 }, undefined, hurry);
    assert.deepEqual((await told.next()).value, { changed: [] });
    await changeMemberRole(world.asSystem(), {
      memberId: staff.id,
      version: 1,
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    assert.deepEqual((await told.next()).value, { changed: ['members', 'permissions'] });
    // Past every use-case, so that there is no entry that would tell.
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE id = ?", [owner.id]),
    );
    assert.equal((await told.next()).done, true);
  });

  it('W57 SEC_E01 tells what another process wrote down of mail, there alone, also to whoever missed it', async () => {
    const place = await world.addWorkspace('Mailing');
    const roles = ['owner'];
    const here = await world.addMember({ email: 'h@acme.test', roles, workspaceId: place });
    const there = await world.addMember({ email: 't@acme.test', roles });
    const other = await world.addMember({ email: 'u@acme.test', roles: ['staff'] });
    await createInvitations(world.as({ kind: 'system' }, place), {
      addresses: 'a@x.test b@x.test',
      roles: ['staff'],
      idempotencyKey: randomUUID(),
    });
    const record = async (): Promise<void> => {
      const { now } = world.clock;
      const mails = await world.database.write((tx) => claimMail(tx, { now, until: now + 1, limit: 1 }));
      await world.database.write((tx) =>
        recordMail(tx, [{ mail: mails[0]!, result: { kind: 'sent' } }], now),
      );
    };
    const follow = ({ accountId }: { accountId: AccountId }, missed: number, workspaceId?: WorkspaceId) =>
      followChanges(world.asAccount(accountId, workspaceId), { missed }, undefined, hurry);
    world.clock.now += 5 * 60_000;
    const [told, elsewhere] = [follow(here, 60_000, place), follow(there, 60_000)];
    for (const each of [told, elsewhere]) assert.deepEqual((await each.next()).value, { changed: [] });
    await record();
    assert.deepEqual((await told.next()).value, { changed: ['invitations'] });
    await record();
    assert.deepEqual((await told.next()).value, { changed: ['invitations'] });
    world.clock.now += 30_000;
    const late = follow(here, 60_000, place);
    assert.deepEqual((await late.next()).value, { changed: ['invitations'] });
    await changeMemberRole(world.asSystem(), {
      memberId: other.id,
      version: 1,
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    const heard = (await elsewhere.next()).value as Change;
    assert.ok(!heard.changed.includes('invitations'), heard.changed.join());
    for (const each of [told, elsewhere, late]) await each.return();
  });

  it('refuses a host, who has no page', async () => {
    const told = followChanges(world.as({ kind: 'host', hostKeyId: 'key-1' as never }), { missed: 0 });
    await assert.rejects(told.next(), isRefusal('not_granted'));
    const stranger = followChanges(world.as(subjectCaller('key-1' as never, 'nobody')), { missed: 0 });
    await assert.rejects(stranger.next(), isRefusal('not_a_member'));
  });
});

describe('the places of a process', () => {
  it('hold what was done once for whoever does not read, however often it was', async () => {
    const world = await createWorld();
    const { news } = world.asSystem();
    const seat = await news.join('somebody', world.workspaceId);
    for (let done = 0; done < 20; done += 1) seat.tell(['invitation.create', 'member.change-role']);
    assert.deepEqual(await seat.next(60_000), ['invitation.create', 'member.change-role']);
    assert.deepEqual(await seat.next(0), []);
    seat.leave();
    await world.close();
  });

  it('are a thousand in all, and each is free again once it was left', async () => {
    const world = await createWorld();
    const { news } = world.asSystem();
    const seats = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => news.join(`person-${index}`, world.workspaceId)),
    );
    await assert.rejects(news.join('one-more', world.workspaceId), isRefusal('busy'));
    seats[0]!.leave();
    seats[0]!.leave();
    assert.equal(news.count, 999);
    await news.join('one-more', world.workspaceId);
    news.end();
    assert.equal(news.count, 0);
    assert.equal(await seats[1]!.next(60_000), undefined);
    await world.close();
  });
});
