// The sessions of a member, over HTTP: what an administrator sees and ends, and what of elsewhere stays unseen and untouched.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { Session } from '../../shared/sessions/session.ts';
import { all } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import type { Opening } from './sessions.ts';

const ORIGIN = new URL(BASE_URL).origin;
type Headers = Record<string, string>;

describe('the sessions of a member', () => {
  let site: Deployment;
  let other: WorkspaceId;
  let person: Awaited<ReturnType<Deployment['addMember']>>;
  let admin: Headers;
  let count = 0;
  before(async () => {
    site = await deploy();
    other = await site.addWorkspace();
  });
  after(() => site.close());
  beforeEach(async () => {
    site.clock.now += 60_000;
    count += 1;
    const boss = await site.addMember({ email: `a${count}@acme.test`, roles: ['admin'] });
    admin = { Authorization: `Bearer ${await site.tokenOf(boss)}` };
    person = await site.addMember({ email: `p${count}@acme.test`, roles: ['staff'] });
  });

  const belongElsewhere = () =>
    site.addMember({ email: `p${count}@acme.test`, roles: ['staff'], workspaceId: other });
  const signIn = async (opening: Partial<Opening> = {}): Promise<Headers> => ({
    Cookie: await site.cookieOf(person.accountId, opening),
    Origin: ORIGIN,
  });
  const visit = (headers: Headers, workspaceId: WorkspaceId = site.workspaceId): Promise<Answer> =>
    site.query('viewer.get', undefined, { ...headers, 'ua-workspace': workspaceId });
  const list = async (by = admin): Promise<readonly Session[]> =>
    (await site.query('sessions.ofMember', { memberId: person.id }, by)).data;
  const end = (sessionId?: SessionId, by = admin): Promise<Answer> =>
    site.mutate(
      'sessions.endOfMember',
      {
        memberId: person.id,
        ...(sessionId === undefined ? {} : { sessionId }),
        idempotencyKey: randomUUID(),
      },
      by,
    );

  it('a hundred are listed, the last used first, and one that is not among them can be ended too', async () => {
    await signIn({ device: 'The first of all' });
    const [first] = await list();
    for (let n = 0; n < 100; n += 1) {
      site.clock.now += 1;
      await signIn();
    }
    const seen = await list();
    assert.equal(seen.length, 100);
    assert.equal(seen[0]!.lastUsedAt, site.clock.now);
    assert.ok(!seen.some(({ id }) => id === first!.id));
    assert.equal((await end(first!.id)).status, 200);
    assert.equal((await end(first!.id)).reason, 'session_not_found');
    assert.equal((await list()).length, 100);
  });

  it('SEC_D08 W10 ends one of several, and the others go on', async () => {
    const [one, two] = [
      await signIn({ device: 'Firefox on Linux' }),
      await signIn({ device: 'Safari on iOS' }),
    ];
    const seen = await list();
    assert.deepEqual(seen.map(({ device, isCurrent }) => `${device} ${isCurrent}`).toSorted(), [
      'Firefox on Linux false',
      'Safari on iOS false',
    ]);
    assert.equal((await end(seen.find(({ device }) => device.startsWith('Firefox'))!.id)).status, 200);
    assert.equal((await visit(one)).status, 401);
    assert.equal((await visit(two)).status, 200);
    assert.equal(
      (await end(seen.find(({ device }) => device.startsWith('Firefox'))!.id)).reason,
      'session_not_found',
    );
  });

  it('SEC_D08 W10 ends all at once, tokens that were signed before too, and is in the trail', async () => {
    const cookies = [await signIn(), await signIn()];
    const token = { Authorization: `Bearer ${await site.tokenOf(person)}` };
    assert.equal((await site.query('viewer.get', undefined, token)).status, 200);
    site.clock.now += 1000;
    assert.equal((await end()).status, 200);
    for (const cookie of cookies) assert.equal((await visit(cookie)).status, 401);
    const stale = await site.query('viewer.get', undefined, token);
    assert.deepEqual([stale.status, stale.reason], [401, 'token_invalid']);
    assert.deepEqual(await list(), []);
    const renewed = { Authorization: `Bearer ${site.token(person.id)}` };
    assert.equal(
      (await site.query('viewer.get', undefined, renewed)).status,
      200,
      'a token from afterwards counts',
    );
    const trail = await all<{ action: string }>(
      site.database.read,
      "SELECT action FROM audit WHERE target_id = ? AND action = 'member.end-sessions'",
      [person.id],
    );
    assert.equal(trail.length, 1);
  });

  it('SEC_E04 SEC_E05 of somebody who belongs elsewhere too only their visits here are shown, and they stay signed in there', async () => {
    await belongElsewhere();
    const [here, elsewhere] = [
      await signIn({ network: '203.0.113.0/24' }),
      await signIn({ network: '203.0.113.0/24' }),
    ];
    await visit(elsewhere, other);
    assert.deepEqual(await list(), [], 'none came here yet');
    site.clock.now += 7000;
    await visit(here);
    const visitedAt = site.clock.now;
    site.clock.now += 4 * 60_000;
    await visit(here, other);
    const [seen, ...rest] = await list();
    assert.equal(rest.length, 0);
    assert.deepEqual([seen!.createdAt, seen!.lastUsedAt, seen!.network], [visitedAt, visitedAt, '']);
    assert.equal(seen!.expiresAt, visitedAt + 30 * 24 * 60 * 60_000);
    assert.equal((await end()).status, 200);
    const [refused, there] = [await visit(here), await visit(here, other)];
    assert.deepEqual([refused.status, refused.reason, there.status], [401, 'not_signed_in', 200]);
    assert.equal((await visit(elsewhere)).status, 401, 'one that never came here opens nothing here either');
    assert.equal((await visit(elsewhere, other)).status, 200);
    site.clock.now += 1;
    assert.equal((await visit(await signIn())).status, 200, 'signing in again is possible');
  });

  it('SEC_E04 one of several of somebody who belongs elsewhere takes what they began before it along, here alone', async () => {
    await belongElsewhere();
    const sessions: Headers[] = [];
    for (let index = 0; index < 3; index += 1) {
      sessions.push(await signIn());
      site.clock.now += 1000;
      await visit(sessions[index]!);
    }
    const middle = (await list())[1]!;
    assert.equal((await end(middle.id)).status, 200);
    assert.deepEqual(
      await Promise.all(sessions.map(async (headers) => (await visit(headers)).status)),
      [401, 401, 200],
    );
    for (const headers of sessions) assert.equal((await visit(headers, other)).status, 200);
  });

  it('SEC_E05 a session that opens another workspace alone is neither shown nor ended here; one of this workspace is', async () => {
    await belongElsewhere();
    const [own, foreign] = [
      await signIn({ workspaceId: site.workspaceId, startedBy: 'provider' }),
      await signIn({ workspaceId: other, startedBy: 'provider' }),
    ];
    assert.equal((await visit(foreign)).reason, 'not_a_member');
    const [seen, ...rest] = await list();
    assert.deepEqual([seen!.startedBy, rest.length], ['provider', 0]);
    const all = (await site.query('sessions.list', undefined, await signIn())).data as readonly Session[];
    const hidden = all.filter(({ id, startedBy }) => startedBy === 'provider' && id !== seen!.id);
    assert.equal((await end(hidden[0]!.id)).reason, 'session_not_found');
    assert.equal((await end()).status, 200);
    assert.equal((await visit(own)).status, 401);
    assert.equal((await visit(foreign, other)).status, 200);
  });

  it('is for whoever may manage the person, and not for the person themselves', async () => {
    const owner = await site.addMember({ email: `o${count}@acme.test`, roles: ['owner'] });
    const asOwner = { Authorization: `Bearer ${await site.tokenOf(owner)}` };
    const asPerson = { Authorization: `Bearer ${await site.tokenOf(person)}` };
    const ofOwner = await site.query('sessions.ofMember', { memberId: owner.id }, admin);
    assert.equal(ofOwner.reason, 'outranked');
    assert.equal((await site.query('sessions.ofMember', { memberId: owner.id }, asOwner)).reason, 'is_self');
    assert.equal((await end(undefined, asPerson)).reason, 'not_granted');
    assert.equal(
      (await site.query('sessions.ofMember', { memberId: person.id }, asPerson)).reason,
      'not_granted',
    );
    const elsewhere = await belongElsewhere();
    assert.equal(
      (await site.query('sessions.ofMember', { memberId: elsewhere.id }, admin)).reason,
      'member_not_found',
    );
  });
});
