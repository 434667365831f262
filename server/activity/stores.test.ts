// What sessions, activity, keys and questions read and write, on a file and on a libSQL server alike.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { HostKeyId, SessionId } from '../../shared/ids.ts';
import { DEFAULT_SESSION_LIMITS } from '../../shared/sessions/session.ts';
import { first, run } from '../db/database.ts';
import { checkAccess } from '../permissions/check.ts';
import { endMemberSessions, listMemberSessions } from '../sessions/of-member.ts';
import { listOwnSessions } from '../sessions/own.ts';
import { applySessionLimits } from '../sessions/store.ts';
import { openSession } from '../testing/sessions.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, subjectCaller } from '../testing/world.ts';
import { insertSubject } from '../workspaces/store.ts';
import { createKey, listKeys, rotateKey } from '../workspaces/keys.ts';
import { createPresence } from './presence.ts';
import { getMemberActivity } from './read.ts';
import { recordSignIn } from './record.ts';

const KEY = 'host-key-1' as HostKeyId;

describeOnEachStore('sessions and activity', (makeWorld) => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  let staff: Awaited<ReturnType<World['addMember']>>;
  before(async () => {
    world = await makeWorld();
    owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    staff = await world.addMember({ email: 'stan@acme.test', roles: ['staff'] });
    await world.database.write(async (tx) => {
      await run(tx, "INSERT INTO host_keys (id, name, created_at) VALUES (?, 'Host', 0)", [KEY]);
      await run(tx, 'UPDATE workspaces SET host_key_id = ?, home = 1 WHERE id = ?', [KEY, world.workspaceId]);
      await insertSubject(tx, KEY, world.workspaceId, 'u-1', staff.id);
    });
  });
  after(() => world.close());

  it('D38 notes who comes, by session and by token, and shows it', async () => {
    const note = createPresence(world.database);
    const session = await openOwn();
    world.clock.now += 1000;
    await note(world.as(accountCaller(staff.accountId, world.clock.now, session)));
    await note(world.as(subjectCaller(KEY, 'u-1', world.clock.now)));
    const activity = await getMemberActivity(world.asAccount(owner.accountId), { memberId: staff.id });
    assert.deepEqual(
      [activity.lastSignInAt, activity.last7Days, activity.recent.map(({ by }) => by)],
      [world.clock.now, 2, ['host', 'link']],
    );
    const { used } = (await first<{ used: number }>(
      world.database.read,
      'SELECT last_used_at AS used FROM sessions WHERE handle = ?',
      [session.id],
    ))!;
    assert.equal(used, world.clock.now);
    const isOk = { accountId: staff.accountId, by: 'link', isOk: true } as const;
    await world.database.write((sql) => recordSignIn(world.asSystem(), { sql, now: world.clock.now }, isOk));
  });

  it('SEC_D08 lists, shortens and ends sessions', async () => {
    const session = await openOwn();
    const own = await listOwnSessions(world.as(accountCaller(staff.accountId, world.clock.now, session)));
    assert.equal(own.find(({ isCurrent }) => isCurrent)!.id, session.id);
    await world.database.write((tx) =>
      applySessionLimits(tx, { ...DEFAULT_SESSION_LIMITS, absoluteMinutes: 60 }),
    );
    const asOwner = world.asAccount(owner.accountId);
    const seen = await listMemberSessions(asOwner, { memberId: staff.id });
    assert.equal(seen.find(({ id }) => id === session.id)!.expiresAt, world.clock.now + 60 * 60_000);
    await endMemberSessions(asOwner, { memberId: staff.id, idempotencyKey: randomUUID() });
    assert.deepEqual(await listMemberSessions(asOwner, { memberId: staff.id }), []);
  });

  it('rotates keys and answers questions', async () => {
    const asOwner = world.asAccount(owner.accountId);
    const made = await createKey(asOwner, { name: 'Shop', coversThis: false, idempotencyKey: randomUUID() });
    await rotateKey(asOwner, { hostKeyId: made.id, overlapHours: 24, idempotencyKey: randomUUID() });
    const { rows } = await listKeys(asOwner);
    assert.deepEqual(
      rows.map(({ id, coversThis, previousUntil }) => [id === made.id, coversThis, previousUntil !== null]),
      [
        [true, false, true],
        [false, true, false],
      ],
    );
    const host = world.as({ kind: 'host', hostKeyId: KEY });
    assert.deepEqual(await checkAccess(host, { who: { subject: 'u-1' }, capability: 'members.view' }), {
      allowed: false,
      reason: 'not_granted',
    });
    const question = { who: { memberId: owner.id }, kind: 'table', resource: { key: 'x' }, action: 'read' };
    assert.deepEqual(await checkAccess(host, question), { allowed: false, reason: 'resource_not_found' });
  });

  /** A session of the staff member that began now. */
  async function openOwn(): Promise<{ id: SessionId; createdAt: number }> {
    const { sessions } = world.asSystem();
    const found = await sessions.find(await openSession(world.database, sessions, staff.accountId));
    return { id: found!.handle, createdAt: found!.createdAt };
  }
});
