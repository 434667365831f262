// How access ends, under cookies and tokens that go on asking: at once, and nothing revives it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { MemberId, SessionId, WorkspaceId } from '../../shared/ids.ts';
import { endAccess } from '../accounts/store.ts';
import type { UseCaseContext } from '../context.ts';
import { all, run } from '../db/database.ts';
import { deactivateMember } from '../members/switch.ts';
import { signOut } from '../sign-in/sign-out.ts';
import type { Answer, Deployment } from '../testing/deployment.ts';
import { BASE_URL, deploy } from '../testing/deployment.ts';
import { signIn } from '../testing/people.ts';
import { everyEnd } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { accountCaller, createWorld, subjectCaller } from '../testing/world.ts';
import { createHostKey, revokeHostKey } from '../workspaces/host-keys.ts';
import { endOtherSessions, endOwnSession } from './own.ts';

const ORIGIN = new URL(BASE_URL).origin;
type Headers = Record<string, string>;

function idOf({ caller }: UseCaseContext): SessionId {
  return caller.kind === 'account' ? caller.session.id : assert.fail('nobody is signed in');
}

it('SEC_C13 SEC_R7 what waits to be written by a session from before a new password is not written after it', async () => {
  const world = await createWorld({ policy: everyEnd });
  const owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
  const { id: memberId } = await world.addMember({ email: 'mia@acme.test', roles: ['staff'] });
  const asked = world.asAccount(owner.accountId);
  world.clock.now += 1;
  await world.database.write((tx) => endAccess(tx, owner.accountId, world.clock.now));
  const wish = { memberId, version: 1, idempotencyKey: randomUUID() };
  await assert.rejects(deactivateMember(asked, wish), isRefusal('not_signed_in'));
  await deactivateMember(world.as(accountCaller(owner.accountId, world.clock.now)), wish);
  await world.close();
});

it('SEC_D08 SEC_R7 what waits to be written by a session that was ended is not written after it, whoever ended it', async () => {
  const world = await createWorld({ policy: everyEnd });
  const { accountId } = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
  const { id: memberId } = await world.addMember({ email: 'mia@acme.test', roles: ['staff'] });
  const ends: Record<string, (ctx: UseCaseContext, elsewhere: UseCaseContext) => Promise<unknown>> = {
    'signed out': (ctx) => signOut(ctx, { everywhere: false }),
    'signed out everywhere': (ctx) => signOut(ctx, { everywhere: true }),
    'ended by itself': (ctx) => endOwnSession(ctx, { sessionId: idOf(ctx), idempotencyKey: randomUUID() }),
    'ended from another browser': (_, elsewhere) =>
      endOtherSessions(elsewhere, { idempotencyKey: randomUUID() }),
  };
  const wish = { memberId, version: 1, idempotencyKey: randomUUID() };
  for (const [how, end] of Object.entries(ends)) {
    const here = await signIn(world, accountId);
    const elsewhere = await (await signIn(world, accountId)).call();
    // Both came through the door while the session was good; the first in line ends it.
    const [ending, waiting] = [await here.call(), await here.call()];
    const settled = await Promise.allSettled([end(ending, elsewhere), deactivateMember(waiting, wish)]);
    assert.deepEqual(
      settled.map(({ status }) => status),
      ['fulfilled', 'rejected'],
      how,
    );
    await assert.rejects(deactivateMember(waiting, wish), isRefusal('not_signed_in'), how);
    // What whoever is nobody may do is no less theirs, and does nothing twice.
    const before = await world.dump();
    assert.deepEqual(await signOut(waiting, { everywhere: true }), {}, how);
    assert.deepEqual(await world.dump(), before, how);
  }
  const [mia] = await all<{ status: string }>(
    world.database.read,
    'SELECT status FROM members WHERE id = ?',
    [memberId],
  );
  assert.equal(mia!.status, 'active');
  await deactivateMember(await (await signIn(world, accountId)).call(), wish);
  await world.close();
});

it('SEC_D06 SEC_R7 what waits to be written by a token of a key that was revoked is not written after it', async () => {
  const world = await createWorld({ policy: everyEnd });
  const owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
  const { id: memberId } = await world.addMember({ email: 'mia@acme.test', roles: ['staff'] });
  const make = { name: 'Shop', idempotencyKey: randomUUID() };
  const { id: hostKeyId } = await createHostKey(world.asSystem(), make);
  const link =
    "INSERT INTO subjects (host_key_id, workspace_id, subject, member_id) VALUES (?, ?, 'olga', ?)";
  await world.database.write((tx) => run(tx, link, [hostKeyId, world.workspaceId, owner.id]));
  const asked = world.as(subjectCaller(hostKeyId, 'olga', world.clock.now));
  const asHost = world.as({ kind: 'host', hostKeyId });
  await revokeHostKey(world.asSystem(), { hostKeyId, idempotencyKey: randomUUID() });
  const wish = { memberId, version: 1, idempotencyKey: randomUUID() };
  const before = await world.dump();
  for (const ctx of [asked, asHost])
    await assert.rejects(deactivateMember(ctx, wish), isRefusal('token_invalid'));
  assert.deepEqual(await world.dump(), before);
  await world.close();
});

describe('access that was taken', () => {
  let site: Deployment;
  let other: WorkspaceId;
  let owner: Headers;
  let count = 0;
  before(async () => {
    site = await deploy({ policy: everyEnd });
    owner = { Authorization: `Bearer ${site.token('first')}` };
    other = await site.addWorkspace();
  });
  after(() => site.close());

  const somebody = async (roles = ['staff'], isShared = false) => {
    count += 1;
    // Long enough for a token of another second, short enough for the owner's.
    site.clock.now += 2000;
    owner = { Authorization: `Bearer ${site.token('first')}` };
    const email = `p${count}@acme.test`;
    const member = await site.addMember({ email, roles });
    if (isShared) await site.addMember({ email, roles, workspaceId: other });
    const cookie = {
      Cookie: await site.cookieOf(member.accountId),
      Origin: ORIGIN,
      'ua-workspace': site.workspaceId,
    };
    const token = { Authorization: `Bearer ${await site.tokenOf(member)}` };
    return { ...member, email, cookie, token };
  };
  const look = (headers: Headers): Promise<Answer> => site.query('viewer.get', undefined, headers);
  const change = (verb: string, id: MemberId, version: number): Promise<Answer> =>
    site.mutate(`members.${verb}`, { memberId: id, version, idempotencyKey: randomUUID() }, owner);

  it('T20 T22 T24 T25 P25 P26 P28 SEC_D05 who is switched off is out at the next request, stays in the list, and gets back in by signing in again', async () => {
    const person = await somebody();
    assert.deepEqual([(await look(person.cookie)).status, (await look(person.token)).status], [200, 200]);
    assert.equal((await change('deactivate', person.id, 1)).status, 200);
    assert.deepEqual(
      [(await look(person.cookie)).status, (await look(person.token)).reason],
      [401, 'actor_deactivated'],
    );
    const listed = (await site.query('members.list', { filter: { ids: [person.id] } }, owner)).data as {
      page: string;
    };
    assert.equal(JSON.parse(listed.page).rows[0].status, 'deactivated');
    site.clock.now += 1000;
    const later = { Authorization: `Bearer ${site.token(person.id)}` };
    assert.equal((await look(later)).reason, 'actor_deactivated', 'nor by a new token');
    assert.equal((await change('reactivate', person.id, 2)).status, 200);
    assert.equal((await look({ Authorization: `Bearer ${site.token(person.id)}` })).status, 200);
  });

  it('P27 SEC_D06 reactivation revives neither cookie nor token from before, also of somebody who belongs elsewhere', async () => {
    for (const isShared of [false, true]) {
      const person = await somebody(['staff'], isShared);
      await change('deactivate', person.id, 1);
      site.clock.now += 1000;
      await change('reactivate', person.id, 2);
      const [cookie, token] = [await look(person.cookie), await look(person.token)];
      assert.deepEqual([cookie.status, cookie.reason], [401, 'not_signed_in']);
      assert.deepEqual([token.status, token.reason], [401, 'token_invalid']);
      const elsewhere = await look({ ...person.cookie, 'ua-workspace': other });
      assert.equal(elsewhere.status, isShared ? 200 : 401, 'elsewhere nothing ended');
      site.clock.now += 1;
      const again = { ...person.cookie, Cookie: await site.cookieOf(person.accountId) };
      assert.equal((await look(again)).status, 200);
    }
  });

  it('SEC_D07 who was removed and is invited again comes with nothing of before: no cookie, no token, no role', async () => {
    const person = await somebody(['admin']);
    const withAddress = { Authorization: `Bearer ${site.token(person.id, { email: person.email })}` };
    assert.equal((await change('remove', person.id, 1)).status, 200);
    assert.deepEqual(
      [(await look(person.cookie)).status, (await look(person.token)).reason],
      [401, 'not_a_member'],
    );
    site.clock.now += 1000;
    const again = await site.addMember({ email: person.email, roles: ['member'] });
    await site.database.write((tx) =>
      run(tx, 'UPDATE members SET created_at = ? WHERE id = ?', [site.clock.now, again.id]),
    );
    assert.notEqual(again.id, person.id);
    assert.notEqual(again.accountId, person.accountId);
    assert.deepEqual(
      [(await look(person.cookie)).status, (await look(person.token)).reason],
      [401, 'not_a_member'],
    );
    assert.equal((await look(withAddress)).reason, 'not_a_member', 'a token from before is linked to nobody');
    const fresh = (await look({ Authorization: `Bearer ${site.token(person.id, { email: person.email })}` }))
      .data as {
      actor: { roles: string[] };
    };
    assert.deepEqual(fresh.actor.roles, ['member']);
  });

  it('SEC_D07 a session that opened this workspace alone ends with the membership, though the account goes on elsewhere', async () => {
    const person = await somebody(['staff'], true);
    await site.database.write((tx) =>
      run(tx, 'UPDATE sessions SET workspace_id = ? WHERE account_id = ?', [
        site.workspaceId,
        person.accountId,
      ]),
    );
    assert.equal((await look(person.cookie)).status, 200);
    await change('remove', person.id, 1);
    await site.addMember({ email: person.email, roles: ['staff'] });
    assert.equal((await look(person.cookie)).status, 401);
    assert.deepEqual(
      await all(site.database.read, 'SELECT 1 FROM sessions WHERE account_id = ?', [person.accountId]),
      [],
    );
  });

  it('SEC_D07 who was removed, goes on elsewhere and is invited again comes with no session from before', async () => {
    const person = await somebody(['staff'], true);
    assert.equal((await look(person.cookie)).status, 200);
    site.clock.now += 1;
    await change('remove', person.id, 1);
    site.clock.now += 1000;
    await site.addMember({ email: person.email, roles: ['staff'] });
    assert.deepEqual((await look(person.cookie)).reason, 'not_signed_in');
    assert.equal(
      (await look({ ...person.cookie, 'ua-workspace': other })).status,
      200,
      'elsewhere it goes on',
    );
    const again = { ...person.cookie, Cookie: await site.cookieOf(person.accountId) };
    assert.equal((await look(again)).status, 200);
  });

  it('W13 SEC_D05 SEC_X8 of requests that come all the while, none that begins after the acknowledgement succeeds', async () => {
    for (const way of ['cookie', 'token'] as const) {
      const person = await somebody();
      const outcomes = await whileAsking(
        () => look(person[way]),
        () => change('deactivate', person.id, 1),
      );
      assert.ok(outcomes.before.includes(200) && outcomes.after.length >= 100);
      assert.deepEqual(
        outcomes.after.filter((status) => status === 200),
        [],
      );
    }
  });

  it('W13 SEC_D05 SEC_X9 of invitations that are sent all the while, none that begins after the demotion is created', async () => {
    const admin = await somebody(['admin']);
    let sent = 0;
    const invite = (): Promise<Answer> => {
      sent += 1;
      const addresses = `guest${sent}@elsewhere.test`;
      return site.mutate(
        'invitations.create',
        { addresses, roles: ['member'], idempotencyKey: randomUUID() },
        admin.token,
      );
    };
    const outcomes = await whileAsking(invite, () =>
      site.mutate(
        'members.changeRole',
        { memberId: admin.id, version: 1, roles: ['member'], idempotencyKey: randomUUID() },
        owner,
      ),
    );
    assert.ok(outcomes.before.includes(200), JSON.stringify(outcomes));
    assert.ok(outcomes.after.length >= 100);
    assert.deepEqual(
      outcomes.after.filter((status) => status === 200),
      [],
    );
  });

  /** Asks over and over, takes access away in the middle, and tells the answers to what began before and after that was acknowledged. */
  async function whileAsking(
    ask: () => Promise<Answer>,
    take: () => Promise<Answer>,
  ): Promise<{ before: number[]; after: number[] }> {
    const outcomes = { before: [] as number[], after: [] as number[] };
    let isTaken = false;
    const asker = async (): Promise<void> => {
      while (outcomes.after.length < 100) {
        const phase = isTaken ? 'after' : 'before';
        outcomes[phase].push((await ask()).status);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const askers = [asker(), asker(), asker(), asker()];
    const first = await ask();
    assert.equal(first.status, 200);
    assert.equal((await take()).status, 200);
    isTaken = true;
    await Promise.all(askers);
    return outcomes;
  }
});
