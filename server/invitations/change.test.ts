// Listing, resending, revoking and copying on a real database: allowed, denied with its reason, overtaken, recorded.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { AppError } from '../../shared/errors.ts';
import type { InvitationId } from '../../shared/ids.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first } from '../db/database.ts';
import { isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { copyInvitationLink } from './copy-link.ts';
import { createInvitations } from './create.ts';
import { listInvitations } from './list.ts';
import { resendInvitation } from './resend.ts';
import { revokeInvitation } from './revoke.ts';

const DAY = 24 * 3_600_000;
const on = (invitationId: InvitationId, version = 1) => ({
  invitationId,
  version,
  idempotencyKey: randomUUID(),
});

describeOnEachStore('changing an invitation', (makeWorld) => {
  let world: World;
  let owner: UseCaseContext;
  let creator: UseCaseContext;
  let viewer: UseCaseContext;
  const invite = async (addresses: string, role = 'editor'): Promise<InvitationId[]> =>
    (await createInvitations(owner, { addresses, roles: [role], idempotencyKey: randomUUID() })).results.map(
      ({ invitationId }) => invitationId!,
    );
  const lastEntry = async () => ({
    ...(await first<{ action: string; target: string }>(
      world.database.read,
      'SELECT action, target_id AS target FROM audit ORDER BY seq DESC LIMIT 1',
    )),
  });

  before(async () => {
    world = await makeWorld({ policy: collaborators });
    owner = world.asAccount(
      (await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] })).accountId,
    );
    creator = world.asAccount(
      (await world.addMember({ email: 'cleo@acme.test', roles: ['creator'] })).accountId,
    );
    viewer = world.asAccount(
      (await world.addMember({ email: 'vera@acme.test', roles: ['viewer'] })).accountId,
    );
  });
  after(() => world.close());

  it('W55 resending gives a new life and a new link, and the trail says so', async () => {
    const [id] = await invite('resend@acme.test');
    world.clock.now += DAY / 2;
    const { invitation, link } = await resendInvitation(creator, on(id!));
    assert.deepEqual(
      [invitation.version, invitation.expiresAt, invitation.state],
      [2, world.clock.now + DAY, 'pending'],
    );
    assert.match(link!, /\.2\.c\./);
    assert.deepEqual(await lastEntry(), { action: 'invitation.resend', target: id });
  });

  it('SEC_G15 a stale version is a conflict that carries the fresh invitation', async () => {
    const [id] = await invite('stale@acme.test');
    await resendInvitation(owner, on(id!));
    const isFresh = (error: unknown) =>
      isRefusal('changed_meanwhile')(error) &&
      ((error as AppError).details as { version: number }).version === 2;
    await assert.rejects(resendInvitation(owner, on(id!)), isFresh);
    await assert.rejects(revokeInvitation(owner, on(id!)), isFresh);
  });

  it('an expired invitation can be sent again, an answered or revoked one cannot', async () => {
    const [id] = await invite('expired@acme.test');
    world.clock.now += 2 * DAY;
    assert.equal((await resendInvitation(owner, on(id!))).invitation.state, 'pending');
    const revoked = await revokeInvitation(owner, on(id!, 2));
    assert.deepEqual([revoked.state, revoked.version], ['revoked', 3]);
    assert.deepEqual(await lastEntry(), { action: 'invitation.revoke', target: id });
    await assert.rejects(resendInvitation(owner, on(id!, 3)), isRefusal('invitation_not_pending'));
    await assert.rejects(revokeInvitation(owner, on(id!, 3)), isRefusal('invitation_not_pending'));
    await assert.rejects(
      copyInvitationLink(owner, { invitationId: id!, idempotencyKey: randomUUID() }),
      isRefusal('invitation_not_pending'),
    );
  });

  it('SEC_A04 who may not give a role touches no invitation into it', async () => {
    const [id] = await invite('creator2@acme.test', 'creator');
    await assert.rejects(resendInvitation(creator, on(id!)), isRefusal('role_not_yours_to_give'));
    await assert.rejects(revokeInvitation(creator, on(id!)), isRefusal('outranked'));
    await assert.rejects(
      copyInvitationLink(creator, { invitationId: id!, idempotencyKey: randomUUID() }),
      isRefusal('role_not_yours_to_give'),
    );
    await assert.rejects(revokeInvitation(viewer, on(id!)), isRefusal('not_granted'));
    await assert.rejects(listInvitations(viewer, {}), isRefusal('not_granted'));
    await assert.rejects(listInvitations(world.as({ kind: 'anonymous' }), {}), isRefusal('not_signed_in'));
  });

  it('SEC_E01 SEC_E02 an invitation of another workspace is not found', async () => {
    const elsewhere = await world.addWorkspace('Elsewhere');
    const stranger = world.asAccount(
      (await world.addMember({ email: 'eve@acme.test', roles: ['owner'], workspaceId: elsewhere })).accountId,
      elsewhere,
    );
    const [id] = await invite('mine@acme.test');
    await assert.rejects(revokeInvitation(stranger, on(id!)), isRefusal('invitation_not_found'));
    await assert.rejects(resendInvitation(stranger, on(id!)), isRefusal('invitation_not_found'));
    await assert.rejects(
      copyInvitationLink(stranger, { invitationId: id!, idempotencyKey: randomUUID() }),
      isRefusal('invitation_not_found'),
    );
    assert.deepEqual(await listInvitations(stranger, {}), { rows: [], next: null, total: 0 });
  });

  it('C6 SEC_B14 copying a link is a right of its own, recorded every time, and no record holds it', async () => {
    const [id] = await invite('copy@acme.test');
    const asked = { invitationId: id!, idempotencyKey: randomUUID() };
    const { link } = await copyInvitationLink(creator, asked);
    assert.match(link, /^https:\/\/people\.example\/invitation\/[\w-]+\.1\.c\.[\w-]{43}$/);
    assert.deepEqual(await lastEntry(), { action: 'invitation.link', target: id });
    assert.deepEqual(await copyInvitationLink(creator, asked), { link });
    const replies = await all<{ reply: string }>(world.database.read, 'SELECT reply FROM idempotency');
    assert.ok(replies.every(({ reply }) => !reply.includes(link.slice(-43))));
    await assert.rejects(
      copyInvitationLink(viewer, { invitationId: id!, idempotencyKey: randomUUID() }),
      isRefusal('not_granted'),
    );
    const demoted = await first<{ id: string }>(
      world.database.read,
      "SELECT id FROM members WHERE email_key = 'cleo@acme.test'",
    );
    await world.database.write((tx) =>
      tx.execute({
        sql: "UPDATE member_roles SET role = 'viewer' WHERE member_seq = (SELECT seq FROM members WHERE id = ?)",
        args: [demoted!.id],
      }),
    );
    await assert.rejects(
      copyInvitationLink(creator, asked),
      isRefusal('not_granted'),
      'a recorded reply is no right',
    );
  });

  it('SEC_D17 the link of an invitation into charge is copied by a fresh sign-in only', async () => {
    const { accountId } = await world.addMember({ email: 'odo@acme.test', roles: ['owner'] });
    const odo = world.asAccount(accountId);
    const asked = { addresses: 'second@acme.test', roles: ['owner'], idempotencyKey: randomUUID() };
    const id = (await createInvitations(odo, asked)).results[0]!.invitationId;
    const [other] = await invite('third@acme.test');
    const copy = (invitationId: InvitationId) =>
      copyInvitationLink(odo, { invitationId, idempotencyKey: randomUUID() });
    await copy(id!);
    world.clock.now += FRESH_FOR;
    await assert.rejects(copy(id!), isRefusal('fresh_sign_in_required'));
    await copy(other!);
    world.clock.now -= FRESH_FOR;
  });
});

describeOnEachStore('listing invitations', (makeWorld) => {
  let world: World;
  before(async () => {
    world = await makeWorld({ policy: collaborators });
  });
  after(() => world.close());

  it('W26 W27 shows each state, newest first, page by page, with what the inviter is called', async () => {
    const owner = world.asAccount(
      (await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] })).accountId,
    );
    const invite = (addresses: string) =>
      createInvitations(owner, { addresses, roles: ['viewer'], idempotencyKey: randomUUID() });
    await invite('old1@acme.test old2@acme.test');
    world.clock.now += DAY;
    const { results } = await invite(
      Array.from({ length: 5 }, (_, index) => `new${index}@acme.test`).join(' '),
    );
    await revokeInvitation(owner, on(results[0]!.invitationId!));

    const emails = async (input: Parameters<typeof listInvitations>[1]) =>
      (await listInvitations(owner, input)).rows.map(({ email }) => email.split('@')[0]);
    assert.deepEqual(await emails({}), ['new4', 'new3', 'new2', 'new1', 'old2', 'old1']);
    assert.deepEqual(await emails({ states: ['pending'] }), ['new4', 'new3', 'new2', 'new1']);
    assert.deepEqual(await emails({ states: ['expired'] }), ['old2', 'old1']);
    assert.deepEqual(await emails({ states: ['revoked', 'accepted', 'expired'] }), ['new0', 'old2', 'old1']);
    assert.deepEqual(await emails({ states: [] }), []);

    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await listInvitations(owner, { limit: 4, ...(after === undefined ? {} : { after }) });
      assert.equal(page.total, 6);
      seen.push(...page.rows.map(({ email }) => email));
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    assert.equal(new Set(seen).size, 6);
    const [newest] = (await listInvitations(owner, {})).rows;
    assert.deepEqual(
      { ...newest, id: '' },
      {
        id: '',
        email: 'new4@acme.test',
        name: '',
        roles: ['viewer'],
        state: 'pending',
        delivery: 'none',
        deliveryError: null,
        invitedBy: { name: 'Olga' },
        createdAt: world.clock.now,
        expiresAt: world.clock.now + DAY,
        version: 1,
      },
    );
    await assert.rejects(listInvitations(owner, { after: 'bm9uc2Vuc2U' }), isRefusal('input_invalid'));
  });
});
