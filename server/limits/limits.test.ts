// How often people may invite, on a real database: the last one that may, the first one that may not, and when it may again.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import type { InvitationId, WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { createInvitations } from '../invitations/create.ts';
import { resendInvitation } from '../invitations/resend.ts';
import { revokeInvitation } from '../invitations/revoke.ts';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';
import type { Limited } from './limits.ts';
import { spend } from './limits.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A check for `assert.rejects`: too often, with the seconds to wait. */
function comeBackIn(seconds: number): (error: unknown) => boolean {
  return (error) => {
    assert.ok(isRefusal('rate_limited')(error) && error instanceof AppError);
    assert.equal((error.details as { retryAfter: number }).retryAfter, seconds);
    return true;
  };
}

function spendAhead(ctx: UseCaseContext, limited: Limited, subject: string, amount: number): Promise<void> {
  return ctx.write({ action: 'test.spend', input: null }, (tx) => spend(tx, limited, subject, amount));
}

describeOnEachStore('limits', (makeWorld) => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  let asOwner: UseCaseContext;
  let count = 0;
  before(async () => {
    world = await makeWorld();
    owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    asOwner = world.asAccount(owner.accountId);
  });
  after(() => world.close());

  const wish = (addresses: string) => ({ addresses, roles: ['member'], idempotencyKey: randomUUID() });
  const inviteOne = (ctx = asOwner) => createInvitations(ctx, wish(`p${(count += 1)}@acme.test`));
  const idOf = async (address: string, ctx = asOwner): Promise<InvitationId> =>
    (await createInvitations(ctx, wish(address))).results[0]!.invitationId!;
  const onInvitation = (invitationId: InvitationId, version: number) => ({
    invitationId,
    version,
    idempotencyKey: randomUUID(),
  });

  it('SEC_B21 a member makes 200 requests to invite in a minute, and the next one when the minute is over', async () => {
    await spendAhead(asOwner, 'invitationRequests', owner.id, 198);
    world.clock.now += 20_000;
    await inviteOne();
    const last = wish('last@acme.test');
    const reply = await createInvitations(asOwner, last);
    const before = await world.dump();
    await assert.rejects(inviteOne(), comeBackIn(40));
    assert.deepEqual(await world.dump(), before);
    // A retry is the same wish, whose answer is there.
    assert.deepEqual(await createInvitations(asOwner, last), reply);
    const other = await world.addMember({ email: 'otto@acme.test', roles: ['owner'] });
    await inviteOne(world.asAccount(other.accountId));
    world.clock.now += 40_000 - 1;
    await assert.rejects(inviteOne(), comeBackIn(1));
    world.clock.now += 1;
    await inviteOne();
  });

  it('SEC_B21 a workspace invites 20,000 addresses in an hour, whoever does; bad ones do not count, and a list is refused whole', async () => {
    world.clock.now += HOUR;
    await spendAhead(asOwner, 'invitedAddresses', world.workspaceId, 19_998);
    await assert.rejects(
      createInvitations(asOwner, wish('x1@acme.test x2@acme.test x3@acme.test')),
      comeBackIn(3600),
    );
    const { results } = await createInvitations(asOwner, wish('y1@acme.test; bad@; y2@acme.test'));
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['invited', 'invalid', 'invited'],
    );
    const other = await world.addMember({ email: 'ada@acme.test', roles: ['admin'] });
    await assert.rejects(inviteOne(world.asAccount(other.accountId)), comeBackIn(3600));
    world.clock.now += HOUR;
    await inviteOne();
  });

  it('SEC_B21 a mailbox is invited again ten times in an hour, by all workspaces together', async () => {
    world.clock.now += HOUR;
    const elsewhere = await world.addWorkspace('Elsewhere');
    const boss = await world.addMember({
      email: 'boss@acme.test',
      roles: ['owner'],
      workspaceId: elsewhere as WorkspaceId,
    });
    const there = world.asAccount(boss.accountId, elsewhere as WorkspaceId);
    const [here, alsoThere] = [await idOf('bob@acme.test'), await idOf('Bob@Acme.test', there)];
    for (let version = 1; version <= 9; version += 1)
      await resendInvitation(asOwner, onInvitation(here, version));
    await resendInvitation(there, onInvitation(alsoThere, 1));
    await assert.rejects(resendInvitation(asOwner, onInvitation(here, 10)), comeBackIn(3600));
    await assert.rejects(resendInvitation(there, onInvitation(alsoThere, 2)), comeBackIn(3600));
    const another = await idOf('another@acme.test');
    await resendInvitation(asOwner, onInvitation(another, 1));
    world.clock.now += HOUR;
    await resendInvitation(asOwner, onInvitation(here, 10));
  });

  it('SEC_B21 taking an invitation back can always be done, but does not make room for mail without end', async () => {
    world.clock.now += HOUR;
    for (let round = 0; round < 10; round += 1)
      await revokeInvitation(asOwner, onInvitation(await idOf('victim@acme.test'), 1));
    await assert.rejects(idOf('fine@acme.test, victim@acme.test'), comeBackIn(3600));
    const waiting = await idOf('fine@acme.test');
    await revokeInvitation(asOwner, onInvitation(waiting, 1));
    world.clock.now += HOUR;
    await idOf('victim@acme.test');
  });

  it('a clock that is put back locks nobody out for longer than a window', async () => {
    world.clock.now += 400 * 24 * HOUR;
    await spendAhead(asOwner, 'invitationRequests', owner.id, 200);
    await assert.rejects(inviteOne(), comeBackIn(60));
    world.clock.now -= 400 * 24 * HOUR;
    await inviteOne();
  });

  it("the operator's own process is not counted, and no counter holds an address", async () => {
    const counters = () => all<{ key: string }>(world.database.read, 'SELECT key FROM limits ORDER BY key');
    const before = await counters();
    await inviteOne(world.asSystem());
    assert.deepEqual(await counters(), before);
    assert.ok(before.length > 0);
    for (const { key } of before) assert.match(key, /^\w+:[\w-]{43}$/);
  });
});

describe('limits of a deployment', () => {
  let site: Deployment;
  before(async () => {
    site = await deploy();
  });
  after(() => site.close());

  it('SEC_B21 SEC_G06 each call of a batch counts, also after a restart, and the reply says when to come back', async () => {
    const eve = await site.addMember({ email: 'eve@acme.test', roles: ['admin'] });
    const headers = {
      Authorization: `Bearer ${await site.tokenOf(eve)}`,
      'Content-Type': 'application/json',
    };
    // What a process before this one counted.
    const earlier = await createWorld({ url: site.url, workspaceId: site.workspaceId });
    earlier.clock.now = site.clock.now - 15_000;
    await spendAhead(earlier.asAccount(eve.accountId), 'invitationRequests', eve.id, 195);
    await earlier.close();
    const calls = Array.from({ length: 10 }, (_, n) => ({
      addresses: `batch${n}@acme.test`,
      roles: ['staff'],
      idempotencyKey: randomUUID(),
    }));
    const answer = await site.request(`/admin/trpc/${calls.map(() => 'invitations.create').join()}?batch=1`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...calls }),
    });
    const replies = JSON.parse(answer.text) as { error?: { data: { reason: string; httpStatus: number } } }[];
    assert.deepEqual(
      replies.map(({ error }) => error?.data.reason ?? 'ok'),
      [...Array<string>(5).fill('ok'), ...Array<string>(5).fill('rate_limited')],
    );
    assert.equal(replies[9]!.error!.data.httpStatus, 429);
    assert.equal(answer.headers.get('Retry-After'), '45');
    const alone = await site.mutate('invitations.create', calls[9], headers);
    assert.deepEqual(
      [alone.status, alone.reason, alone.headers.get('Retry-After')],
      [429, 'rate_limited', '45'],
    );
  });
});
