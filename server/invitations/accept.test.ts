// Answering an invitation by its link on a real database: who may, what it makes, and what happens when everything happens at once.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import type { AccountId, HostKeyId, InvitationId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first } from '../db/database.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { deactivateMember } from '../members/switch.ts';
import { codeOf, isRefusal } from '../testing/refusal.ts';
import { describeOnEachStore } from '../testing/stores.ts';
import type { World } from '../testing/world.ts';
import { subjectCaller } from '../testing/world.ts';
import { acceptInvitation } from './accept.ts';
import { createInvitations } from './create.ts';
import { declineInvitation } from './decline.ts';
import { peekInvitation } from './peek.ts';
import { resendInvitation } from './resend.ts';
import { revokeInvitation } from './revoke.ts';

const DAY = 24 * 3_600_000;

describeOnEachStore('answering an invitation', (makeWorld) => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  let anybody: UseCaseContext;

  const invite = async (
    address: string,
    role = 'member',
    by: UseCaseContext = world.asAccount(owner.accountId),
  ): Promise<{ id: InvitationId; mailed: string; copied: string }> => {
    const { results } = await createInvitations(by, {
      addresses: address,
      roles: [role],
      idempotencyKey: randomUUID(),
    });
    const id = results[0]!.invitationId!;
    const { links } = by;
    return {
      id,
      mailed: tokenOf(links.invitation(id, 1, 'mail')),
      copied: tokenOf(links.invitation(id, 1, 'copy')),
    };
  };
  const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);
  const account = (emailKey: string) =>
    first<{ id: AccountId; verified: number | null }>(
      world.database.read,
      'SELECT id, email_verified_at AS verified FROM accounts WHERE email_key = ?',
      [emailKey],
    );
  const members = (emailKey: string) =>
    all<{ status: string; roles: string }>(
      world.database.read,
      'SELECT status, (SELECT json_group_array(role) FROM member_roles WHERE member_seq = seq) AS roles FROM members WHERE email_key = ? AND workspace_id = ?',
      [emailKey, world.workspaceId],
    );
  const stateOf = async (id: InvitationId) =>
    (await first<{ state: string }>(world.database.read, 'SELECT state FROM invitations WHERE id = ?', [id]))!
      .state;

  before(async () => {
    world = await makeWorld();
    owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga Owner', roles: ['owner'] });
    anybody = world.as({ kind: 'anonymous' }, null as never);
  });
  after(() => world.close());

  it('W4 W29 W30 T10 makes an account and a membership with the roles of the invitation, once, and records it', async () => {
    const { id, mailed } = await invite('Ines <ines@acme.test>', 'staff');
    const accepted = await acceptInvitation(anybody, { token: mailed });
    assert.equal(accepted.isNewAccount, true);
    assert.equal(accepted.workspaceId, world.workspaceId);
    assert.deepEqual(
      (await members('ines@acme.test')).map((row) => ({ ...row })),
      [{ status: 'active', roles: '["staff"]' }],
    );
    assert.equal(await stateOf(id), 'accepted');
    const trail = await all<{ action: string; target: string; workspace: string }>(
      world.database.read,
      'SELECT action, target_id AS target, workspace_id AS workspace FROM audit ORDER BY seq DESC LIMIT 2',
    );
    assert.deepEqual(
      trail.map((row) => ({ ...row })),
      [
        { action: 'member.join', target: accepted.memberId, workspace: world.workspaceId },
        { action: 'invitation.accept', target: id, workspace: world.workspaceId },
      ],
    );
    await assert.rejects(acceptInvitation(anybody, { token: mailed }), isRefusal('link_used'));
    await assert.rejects(peekInvitation(anybody, { token: mailed }), isRefusal('link_used'));
  });

  it('SEC_R13 a retry under the same key has the same answer and no second effect', async () => {
    const { mailed } = await invite('retry@acme.test');
    const idempotencyKey = randomUUID();
    const one = await acceptInvitation(anybody, { token: mailed, idempotencyKey });
    assert.deepEqual(await acceptInvitation(anybody, { token: mailed, idempotencyKey }), one);
    assert.equal((await members('retry@acme.test')).length, 1);
  });

  it('SEC_B25 only the mailed link verifies the address', async () => {
    const mailed = await invite('mailed@acme.test');
    const copied = await invite('copied@acme.test');
    await acceptInvitation(anybody, { token: mailed.mailed });
    await acceptInvitation(anybody, { token: copied.copied });
    assert.equal((await account('mailed@acme.test'))!.verified, world.clock.now);
    assert.equal((await account('copied@acme.test'))!.verified, null);
  });

  it('SEC_B25 an address with an account joins only signed in as that account, whichever link', async () => {
    const elsewhere = await world.addWorkspace('Elsewhere');
    const known = await world.addMember({
      email: 'known@acme.test',
      name: 'Known',
      roles: ['owner'],
      workspaceId: elsewhere,
    });
    const { id, mailed, copied } = await invite('known@acme.test', 'admin');
    await assert.rejects(acceptInvitation(anybody, { token: copied }), isRefusal('sign_in_as_invitee'));
    await assert.rejects(acceptInvitation(anybody, { token: mailed }), isRefusal('sign_in_as_invitee'));
    await assert.rejects(
      acceptInvitation(world.asSystem(), { token: mailed }),
      isRefusal('sign_in_as_invitee'),
    );
    assert.equal(await stateOf(id), 'pending');
    const accepted = await acceptInvitation(world.asAccount(known.accountId), { token: copied });
    assert.deepEqual([accepted.accountId, accepted.isNewAccount], [known.accountId, false]);
    assert.deepEqual(
      (await members('known@acme.test')).map(({ roles }) => roles),
      ['["admin"]'],
    );
  });

  it('SEC_B07 nobody accepts while signed in as somebody else, and a host’s token acts for no account', async () => {
    const { id, mailed } = await invite('invited@acme.test');
    const other = await world.addMember({ email: 'other@acme.test', roles: ['member'] });
    await assert.rejects(
      acceptInvitation(world.asAccount(other.accountId), { token: mailed }),
      isRefusal('signed_in_as_other'),
    );
    await assert.rejects(
      declineInvitation(world.asAccount(other.accountId), { token: mailed }),
      isRefusal('signed_in_as_other'),
    );
    await assert.rejects(
      acceptInvitation(world.as(subjectCaller('some-key' as HostKeyId, 'u1')), { token: mailed }),
      isRefusal('not_granted'),
    );
    assert.equal(
      (await peekInvitation(world.asAccount(other.accountId), { token: mailed })).visitor.is,
      'other',
    );
    assert.equal(await stateOf(id), 'pending');
  });

  it('SEC_B06 SEC_B08 address, role and workspace come from the invitation, whatever else is said', async () => {
    const { mailed } = await invite('bound@acme.test', 'member');
    const elsewhere = await world.addWorkspace('Elsewhere');
    const said = { token: mailed, email: 'evil@acme.test', roles: ['owner'], workspaceId: elsewhere } as {
      token: string;
    };
    const accepted = await acceptInvitation(world.as({ kind: 'anonymous' }, elsewhere), said);
    assert.equal(accepted.workspaceId, world.workspaceId);
    assert.deepEqual(
      (await members('bound@acme.test')).map(({ roles }) => roles),
      ['["member"]'],
    );
    assert.equal(await account('evil@acme.test'), undefined);
  });

  it('SEC_B09 SEC_B10 a token with any byte changed, of another type or of none opens nothing', async () => {
    const { mailed } = await invite('sealed@acme.test');
    for (let at = 0; at < mailed.length; at += 1) {
      const altered = mailed.slice(0, at) + (mailed[at] === 'a' ? 'b' : 'a') + mailed.slice(at + 1);
      await assert.rejects(
        peekInvitation(anybody, { token: altered }),
        isRefusal('link_invalid'),
        `byte ${at}`,
      );
    }
    // The last character of 32 bytes has two bits that stand for nothing.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = letters[letters.indexOf(mailed.at(-1)!) ^ 1]!;
    for (const token of [
      mailed.slice(0, -1) + twin,
      '',
      'x'.repeat(200),
      'eyJhbGciOiJub25lIn0.e30.',
      mailed.replace('.m.', '.c.'),
      mailed.replace('.1.', '.2.'),
      `${mailed}A`,
    ]) {
      await assert.rejects(acceptInvitation(anybody, { token }), isRefusal('link_invalid'));
    }
    assert.equal((await acceptInvitation(anybody, { token: mailed })).isNewAccount, true);
  });

  it('SEC_B05 SEC_R17 a link lives to the last millisecond of its day and not longer', async () => {
    const { mailed } = await invite('edge@acme.test');
    world.clock.now += DAY;
    await assert.rejects(acceptInvitation(anybody, { token: mailed }), isRefusal('link_expired'));
    await assert.rejects(peekInvitation(anybody, { token: mailed }), isRefusal('link_expired'));
    world.clock.now -= 1;
    assert.equal((await peekInvitation(anybody, { token: mailed })).email, 'edge@acme.test');
    assert.equal((await acceptInvitation(anybody, { token: mailed })).isNewAccount, true);
  });

  it('SEC_B11 SEC_B12 revoking and resending kill the earlier links at once', async () => {
    const revoked = await invite('revoked@acme.test');
    await revokeInvitation(world.asAccount(owner.accountId), {
      invitationId: revoked.id,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    await assert.rejects(
      acceptInvitation(anybody, { token: revoked.mailed }),
      isRefusal('invitation_revoked'),
    );
    const resent = await invite('resent@acme.test');
    await resendInvitation(world.asAccount(owner.accountId), {
      invitationId: resent.id,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    await assert.rejects(acceptInvitation(anybody, { token: resent.mailed }), isRefusal('link_replaced'));
    await assert.rejects(acceptInvitation(anybody, { token: resent.copied }), isRefusal('link_replaced'));
    const fresh = tokenOf(anybody.links.invitation(resent.id, 2, 'mail'));
    assert.equal((await acceptInvitation(anybody, { token: fresh })).isNewAccount, true);
    assert.equal((await members('resent@acme.test')).length, 1);
  });

  it('SEC_B13 the inviter’s right is asked again: demoted, deactivated or gone means no, until somebody who may resends', async () => {
    const admin = await world.addMember({ email: 'adam@acme.test', roles: ['admin'] });
    const byAdmin = world.asAccount(admin.accountId);
    const { id, mailed } = await invite('orphan@acme.test', 'staff', byAdmin);
    const asOwner = world.asAccount(owner.accountId);
    await changeMemberRole(asOwner, {
      memberId: admin.id,
      version: 1,
      roles: ['member'],
      idempotencyKey: randomUUID(),
    });
    await assert.rejects(acceptInvitation(anybody, { token: mailed }), isRefusal('inviter_may_not'));
    await assert.rejects(peekInvitation(anybody, { token: mailed }), isRefusal('inviter_may_not'));
    await changeMemberRole(asOwner, {
      memberId: admin.id,
      version: 2,
      roles: ['admin'],
      idempotencyKey: randomUUID(),
    });
    assert.equal((await peekInvitation(anybody, { token: mailed })).email, 'orphan@acme.test');
    await deactivateMember(asOwner, { memberId: admin.id, version: 3, idempotencyKey: randomUUID() });
    await assert.rejects(acceptInvitation(anybody, { token: mailed }), isRefusal('inviter_may_not'));
    await resendInvitation(asOwner, { invitationId: id, version: 1, idempotencyKey: randomUUID() });
    assert.equal(
      (await acceptInvitation(anybody, { token: tokenOf(anybody.links.invitation(id, 2, 'mail')) }))
        .isNewAccount,
      true,
    );
  });

  it('SEC_B20 T25 a deactivated membership stays deactivated; an active one stays as it is and the invitation is closed', async () => {
    const gone = await invite('gone@acme.test', 'admin');
    const here = await invite('here@acme.test', 'admin');
    const goneMember = await world.addMember({
      email: 'gone@acme.test',
      roles: ['member'],
      status: 'deactivated',
    });
    const hereMember = await world.addMember({ email: 'here@acme.test', roles: ['member'] });
    await assert.rejects(
      acceptInvitation(world.asAccount(goneMember.accountId), { token: gone.mailed }),
      isRefusal('actor_deactivated'),
    );
    assert.deepEqual(
      (await members('gone@acme.test')).map(({ status }) => status),
      ['deactivated'],
    );
    const accepted = await acceptInvitation(world.asAccount(hereMember.accountId), { token: here.mailed });
    assert.deepEqual([accepted.memberId, accepted.isNewAccount], [hereMember.id, false]);
    assert.deepEqual(
      (await members('here@acme.test')).map(({ roles }) => roles),
      ['["member"]'],
    );
    assert.equal(await stateOf(here.id), 'accepted');
  });

  it('an archived workspace takes nobody in', async () => {
    const { mailed } = await invite('late@acme.test');
    const archive = (at: number | null) =>
      world.database.write((tx) =>
        tx.execute({
          sql: 'UPDATE workspaces SET archived_at = ? WHERE id = ?',
          args: [at, world.workspaceId],
        }),
      );
    await archive(world.clock.now);
    await assert.rejects(acceptInvitation(anybody, { token: mailed }), isRefusal('workspace_archived'));
    await archive(null);
  });

  it('W4 an invitee may decline, signed in or not; the link is used up and nobody joins', async () => {
    const { id, mailed } = await invite('no@acme.test');
    assert.deepEqual(await declineInvitation(anybody, { token: mailed }), { workspace: { name: 'Acme' } });
    assert.equal(await stateOf(id), 'declined');
    await assert.rejects(acceptInvitation(anybody, { token: mailed }), isRefusal('link_used'));
    assert.deepEqual(await members('no@acme.test'), []);
  });

  it('W43 SEC_B02 a look says who invited whom to what and changes nothing', async () => {
    const { results } = await createInvitations(world.asAccount(owner.accountId), {
      addresses: 'look@acme.test',
      roles: ['staff'],
      name: 'Lou Look',
      message: 'Welcome',
      idempotencyKey: randomUUID(),
    });
    const token = tokenOf(anybody.links.invitation(results[0]!.invitationId!, 1, 'mail'));
    const role = world.policy.roles.get('staff')!;
    const peeks = await Promise.all(Array.from({ length: 5 }, () => peekInvitation(anybody, { token })));
    assert.deepEqual(peeks[4], {
      workspace: { id: world.workspaceId, name: 'Acme' },
      invitedBy: { name: 'Olga Owner' },
      email: 'look@acme.test',
      name: 'Lou Look',
      message: 'Welcome',
      roles: [{ name: role.name, description: role.description }],
      expiresAt: world.clock.now + DAY,
      others: [],
      hasAccount: false,
      visitor: { is: 'nobody', email: null },
    });
    assert.equal((await acceptInvitation(anybody, { token })).isNewAccount, true);
  });

  it('SEC_X5 fifty acceptances of one link at once: one success, one membership, one account', async () => {
    const { mailed, copied } = await invite('race@acme.test');
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        acceptInvitation(anybody, { token: index % 2 ? mailed : copied, idempotencyKey: randomUUID() }),
      ),
    );
    const won = answers.filter(({ status }) => status === 'fulfilled');
    assert.equal(won.length, 1);
    assert.deepEqual(new Set(answers.map(codeOf)), new Set([null, 'link_used']));
    assert.equal((await members('race@acme.test')).length, 1);
    assert.equal(
      (await all(world.database.read, "SELECT 1 FROM accounts WHERE email_key = 'race@acme.test'")).length,
      1,
    );
  });

  it('SEC_X6 accepting against revoking, twenty times: never a membership and a revoked invitation', async () => {
    for (let round = 0; round < 20; round += 1) {
      const address = `x6-${round}@acme.test`;
      const { id, mailed } = await invite(address);
      const accept = () => acceptInvitation(anybody, { token: mailed });
      const revoke = () =>
        revokeInvitation(world.asAccount(owner.accountId), {
          invitationId: id,
          version: 1,
          idempotencyKey: randomUUID(),
        });
      const [one, two] = await Promise.allSettled(round % 2 ? [accept(), revoke()] : [revoke(), accept()]);
      assert.notEqual(one.status, two.status);
      const state = await stateOf(id);
      assert.equal((await members(address)).length, state === 'accepted' ? 1 : 0, state);
    }
  });
});
