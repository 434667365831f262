// One's own sessions, over HTTP: seen and ended by whoever they belong to, and never through a host's token.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { SessionId, WorkspaceId } from '../../shared/ids.ts';
import type { Session } from '../../shared/sessions/session.ts';
import { all, run } from '../db/database.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';

const MINUTE = 60_000;
const ORIGIN = new URL(BASE_URL).origin;

describe("one's own sessions", () => {
  let site: Deployment;
  let other: WorkspaceId;
  let person: Awaited<ReturnType<Deployment['addMember']>>;
  let count = 0;
  before(async () => {
    site = await deploy();
    other = await site.addWorkspace();
  });
  after(() => site.close());
  beforeEach(async () => {
    site.clock.now = Date.now();
    count += 1;
    person = await site.addMember({ email: `p${count}@acme.test`, roles: ['staff'] });
  });

  const headersOf = (cookie: string): Record<string, string> => ({
    Cookie: cookie,
    Origin: ORIGIN,
    'ua-workspace': site.workspaceId,
  });
  const signIn = async (): Promise<Record<string, string>> =>
    headersOf(await site.cookieOf(person.accountId));
  const scoped = async (workspaceId: WorkspaceId): Promise<Record<string, string>> =>
    headersOf(await site.cookieOf(person.accountId, { startedBy: 'provider', workspaceId }));
  const list = async (headers: Record<string, string>): Promise<Session[]> =>
    (await site.query('sessions.list', undefined, headers)).data as Session[];
  const end = (headers: Record<string, string>, sessionId: SessionId): Promise<Answer> =>
    site.mutate('sessions.end', { sessionId, idempotencyKey: randomUUID() }, headers);

  it('a hundred are listed, the one that asks among them, however many were used since, and all but it are ended', async () => {
    const one = await signIn();
    for (let n = 0; n < 105; n += 1) {
      site.clock.now += 1;
      await site.cookieOf(person.accountId);
    }
    const seen = await list(one);
    assert.equal(seen.length, 100);
    assert.equal(seen[0]!.isCurrent, true);
    const used = seen.slice(1).map(({ lastUsedAt }) => lastUsedAt);
    assert.deepEqual(
      used,
      used.toSorted((a, b) => b - a),
    );
    assert.equal(used[0], site.clock.now);
    const { data } = await site.mutate('sessions.endOthers', { idempotencyKey: randomUUID() }, one);
    assert.equal((data as { ended: number }).ended, 105);
    assert.equal((await list(one)).length, 1);
  });

  it('SEC_D08 lists what is good, the own one marked, with device, network and no value of a cookie', async () => {
    const [one, two] = [await signIn(), await signIn()];
    const stranger = await site.addMember({ email: `s${count}@acme.test`, roles: ['staff'] });
    await site.cookieOf(stranger.accountId);
    const seen = await list(one);
    assert.equal(seen.length, 2);
    assert.equal(seen.filter(({ isCurrent }) => isCurrent).length, 1);
    assert.notEqual(
      seen.find(({ isCurrent }) => isCurrent)!.id,
      (await list(two)).find(({ isCurrent }) => isCurrent)!.id,
    );
    assert.deepEqual(Object.keys(seen[0]!).toSorted(), [
      'createdAt',
      'device',
      'expiresAt',
      'id',
      'isCurrent',
      'lastUsedAt',
      'network',
      'startedBy',
    ]);
    const rows = await all<{ id: string }>(site.database.read, 'SELECT id FROM sessions');
    for (const { id } of rows) assert.doesNotMatch(JSON.stringify(seen), new RegExp(id));
    await site.database.write((tx) =>
      run(tx, 'UPDATE accounts SET valid_from = ? WHERE id = ?', [site.clock.now + 1, person.accountId]),
    );
    site.clock.now += 2;
    assert.equal(
      (await list(await signIn())).length,
      1,
      'what is from before the last change of secrets is not shown',
    );
  });

  it('SEC_D08 ends one, the own one with its cookie, and nobody ends what is not theirs', async () => {
    const [one, two] = [await signIn(), await signIn()];
    const [own, others] = [true, false].map(
      (isOwn) => (current: Session[]) => current.find(({ isCurrent }) => isCurrent === isOwn)!.id,
    );
    const id = others!(await list(one));
    const stranger = headersOf(
      await site.cookieOf(
        (await site.addMember({ email: `t${count}@acme.test`, roles: ['owner'] })).accountId,
      ),
    );
    assert.equal((await end(stranger, id)).reason, 'session_not_found');
    assert.equal((await end(one, id)).status, 200);
    assert.equal((await site.query('sessions.list', undefined, two)).status, 401);
    assert.equal((await end(one, id)).reason, 'session_not_found');
    const last = await end(one, own!(await list(one)));
    assert.match(last.headers.get('Set-Cookie')!, /^__Host-user-admin=; .*Max-Age=0/);
    assert.equal((await site.query('sessions.list', undefined, one)).status, 401);
    const trail = await all<{ action: string; workspace: string }>(
      site.database.read,
      "SELECT action, workspace_id AS workspace FROM audit WHERE target_id = ? AND action = 'account.end-session'",
      [person.accountId],
    );
    assert.equal(trail.length, 2);
  });

  it('SEC_D08 keeps its cookie where the session could not be ended', async () => {
    const headers = await signIn();
    const [{ id }] = (await list(headers)) as [Session];
    await site.database.write((tx) =>
      run(tx, 'UPDATE accounts SET must_change_password = 1 WHERE id = ?', [person.accountId]),
    );
    const refused = await end(headers, id);
    assert.deepEqual([refused.reason, refused.headers.get('Set-Cookie')], ['password_change_required', null]);
  });

  it('SEC_D08 ends all others at once', async () => {
    const [one, two, three] = [await signIn(), await signIn(), await signIn()];
    const answer = await site.mutate('sessions.endOthers', { idempotencyKey: randomUUID() }, one);
    assert.deepEqual(answer.data, { ended: 2 });
    assert.equal((await list(one)).length, 1);
    for (const headers of [two, three])
      assert.equal((await site.query('sessions.list', undefined, headers)).status, 401);
  });

  it('T23 the last use is noted every five minutes at most, with the network it came from', async () => {
    const headers = await signIn();
    const from = (address: string) =>
      site.userAdmin.fetch(new Request(`${BASE_URL}/trpc/sessions.list`, { headers }), { address });
    await from('192.0.2.7');
    const begin = site.clock.now;
    site.clock.now = begin + 5 * MINUTE - 1;
    await from('198.51.100.9');
    assert.deepEqual(
      (await list(headers)).map(({ lastUsedAt, network }) => [lastUsedAt, network]),
      [[begin, '']],
    );
    site.clock.now = begin + 5 * MINUTE;
    await from('198.51.100.9');
    const [session] = await list(headers);
    assert.deepEqual([session!.lastUsedAt, session!.network], [site.clock.now, '198.51.100.0/24']);
    assert.equal(session!.expiresAt, site.clock.now + 7 * 24 * 60 * MINUTE);
  });

  it('SEC_E05 who came in by one workspace’s provider and belongs elsewhere too knows and ends only what that provider opened', async () => {
    const narrow = await scoped(site.workspaceId);
    await signIn();
    assert.equal((await list(narrow)).length, 2, 'alone here, the account is all theirs');
    await site.addMember({ email: `p${count}@acme.test`, roles: ['owner'], workspaceId: other });
    const wide = await list(await signIn());
    assert.equal(wide.length, 3);
    const [only, ...rest] = await list(narrow);
    assert.deepEqual([only!.startedBy, only!.isCurrent, rest.length], ['provider', true, 0]);
    const foreign = wide.find(({ startedBy }) => startedBy === 'link')!.id;
    assert.equal((await end(narrow, foreign)).reason, 'session_not_found');
    assert.deepEqual(
      (await site.mutate('sessions.endOthers', { idempotencyKey: randomUUID() }, narrow)).data,
      { ended: 0 },
    );
  });

  it('under a host’s token the account is out of reach', async () => {
    const bearer = { Authorization: `Bearer ${await site.tokenOf(person)}` };
    const wishes = [
      site.query('sessions.list', undefined, bearer),
      site.query('activity.own', undefined, bearer),
      site.mutate('sessions.endOthers', { idempotencyKey: randomUUID() }, bearer),
      site.mutate('sessions.end', { sessionId: 'some-session', idempotencyKey: randomUUID() }, bearer),
    ];
    for (const answer of await Promise.all(wishes)) assert.equal(answer.reason, 'account_action_by_host');
    assert.equal((await site.query('sessions.list', undefined)).reason, 'not_signed_in');
  });
});
