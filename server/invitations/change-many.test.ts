// Changing several invitations at once on a real database: each by itself, with a result of its own.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { ChangeManyInvitations } from '../../shared/contract/invitations.ts';
import type { InvitationId } from '../../shared/ids.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import type { UseCaseContext } from '../context.ts';
import { all } from '../db/database.ts';
import { everyEnd } from '../testing/policies.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { START, accountCaller } from '../testing/world.ts';
import { changeManyInvitations } from './change-many.ts';
import { createInvitations } from './create.ts';

describeOnEachStore('several invitations', (makeWorld) => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  let asOwner: UseCaseContext;
  let asAdmin: UseCaseContext;
  let asStaff: UseCaseContext;
  let count = 0;
  before(async () => {
    world = await makeWorld({ policy: everyEnd, hasMail: true });
    owner = await world.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    const admin = await world.addMember({ email: 'adam@acme.test', roles: ['admin'] });
    const staff = await world.addMember({ email: 'stan@acme.test', roles: ['staff'] });
    asOwner = world.asAccount(owner.accountId);
    asAdmin = world.asAccount(admin.accountId);
    asStaff = world.asAccount(staff.accountId);
  });
  after(() => world.close());

  const invite = async (role = 'staff', ctx = asOwner): Promise<InvitationId> => {
    const { results } = await createInvitations(ctx, {
      addresses: `new${(count += 1)}@new.test`,
      roles: [role],
      idempotencyKey: randomUUID(),
    });
    return results[0]!.invitationId!;
  };
  const change = (
    action: ChangeManyInvitations['action'],
    invitationIds: InvitationId[],
    { ctx = asOwner, note }: { ctx?: UseCaseContext; note?: string } = {},
  ) =>
    changeManyInvitations(ctx, {
      action,
      invitationIds,
      idempotencyKey: randomUUID(),
      ...(note !== undefined && { note }),
    });

  it('P35 W51 takes back all that the caller may, each with its result and the reason in the trail', async () => {
    const [mine, guarded] = [await invite(), await invite('owner')];
    const unknown = randomUUID() as InvitationId;
    const { results } = await change('revoke', [mine, guarded, unknown], {
      ctx: asAdmin,
      note: 'Hiring stopped',
    });
    assert.deepEqual(
      results.map(({ invitationId, refused, invitation }) => [invitationId, refused, invitation?.state]),
      [
        [mine, undefined, 'revoked'],
        [guarded, 'outranked', undefined],
        [unknown, 'invitation_not_found', undefined],
      ],
    );
    const trail = await all<{ note: string }>(
      world.database.read,
      "SELECT data ->> '$.note' AS note FROM audit JOIN audit_personal USING (seq) WHERE action = 'invitation.revoke' AND target_id IN (?, ?)",
      [mine, guarded],
    );
    assert.deepEqual(
      trail.map(({ note }) => note),
      ['Hiring stopped'],
    );
  });

  it('gives others a turn while many are changed', async () => {
    const { results } = await createInvitations(asOwner, {
      addresses: Array.from({ length: 120 }, () => `new${(count += 1)}@new.test`).join(),
      roles: ['staff'],
      idempotencyKey: randomUUID(),
    });
    let [turns, isOver] = [0, false];
    const take = (): void => {
      turns += 1;
      if (!isOver) setImmediate(take);
    };
    setImmediate(take);
    const done = await change(
      'revoke',
      results.map(({ invitationId }) => invitationId!),
    );
    isOver = true;
    assert.ok(done.results.every(({ refused }) => refused === undefined));
    assert.ok(turns >= 4, `${turns} turns`);
  });

  it('P35 sends all again, with new links and a new life', async () => {
    const ids = [await invite(), await invite()];
    const revoked = await invite();
    await change('revoke', [revoked]);
    world.clock.now += 60_000;
    const woken = world.mail.woken;
    const { results } = await change('resend', [...ids, revoked]);
    assert.deepEqual(
      results.map(({ refused, invitation }) => [refused, invitation?.delivery, invitation?.expiresAt]),
      [
        ...ids.map(() => [undefined, 'queued', world.clock.now + 24 * 3_600_000]),
        ['invitation_not_pending', undefined, undefined],
      ],
    );
    assert.ok(world.mail.woken > woken);
    world.clock.now = START;
  });

  it('P35 what must never be vacant is sent again only by who just proved who they are (SEC_D17)', async () => {
    const ids = [await invite(), await invite('owner')];
    const old = world.as(accountCaller(owner.accountId, START - FRESH_FOR));
    const stored = await world.dump();
    await assert.rejects(change('resend', ids, { ctx: old }), isRefusal('fresh_sign_in_required'));
    assert.deepEqual(await world.dump(), stored);
  });

  it('P35 is refused as a whole to whoever may not see invitations', async () => {
    await assert.rejects(change('revoke', [await invite()], { ctx: asStaff }), isRefusal('not_granted'));
  });

  it('P35 a mailbox that was written to too often is refused alone', async () => {
    const [busy, quiet] = [await invite(), await invite()];
    for (let time = 0; time < 10; time += 1) await change('resend', [busy]);
    const { results } = await change('resend', [busy, quiet]);
    assert.deepEqual(
      results.map(({ refused }) => refused),
      ['rate_limited', undefined],
    );
  });
});
