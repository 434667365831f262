// Changing the address of somebody else, on a real database: who may ask, who confirms, and what ends with the address before.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { MemberId, WorkspaceId } from '../../shared/ids.ts';
import { directory } from '../../shared/presets/directory.ts';
import { FRESH_FOR } from '../../shared/sessions/session.ts';
import { confirmEmail } from '../accounts/confirm-email.ts';
import { getAccount } from '../accounts/read.ts';
import type { UseCaseContext } from '../context.ts';
import { createRole } from '../roles/create.ts';
import type { AddressStage } from '../testing/address-stage.ts';
import { NEW, createAddressStage } from '../testing/address-stage.ts';
import { tokenOf, waitingNews } from '../testing/people.ts';
import { isRefusal } from '../testing/refusal.ts';
import { createWorld } from '../testing/world.ts';
import { changeMemberEmail } from './change-email.ts';
import { changeMemberRole } from './change-role.ts';
import { deactivateMember } from './switch.ts';

describe("changing somebody else's address", () => {
  let stage: AddressStage;
  beforeEach(async () => {
    stage = await createAddressStage();
  });
  afterEach(() => stage.world.close());

  it('P44 P46 is asked by who may edit them and confirmed by the mailbox alone; what opened the account before ends', async () => {
    await stage.askFor();
    const mail = (await waitingNews(stage.world)).at(-1)!;
    assert.deepEqual(
      [mail.kind, mail.accountId, mail.data['to']],
      ['confirm-email', stage.ana.accountId, NEW],
    );
    assert.equal((await getAccount(await stage.here.call())).pendingEmail, NEW, 'the person sees it');
    await confirmEmail(stage.anonymous(), { token: await stage.link() });
    const row = await stage.stored();
    assert.deepEqual([row!.email, row!.hash], [NEW, null]);
    assert.equal(await stage.here.isIn(), false);
    assert.deepEqual((await waitingNews(stage.world)).at(-1)!.data, { language: 'en', to: 'ana@acme.test' });
    assert.deepEqual(await stage.found('ana.new'), [NEW]);
  });

  it('SEC_E04 not of somebody who belongs elsewhere too, switched off there or not', async () => {
    const elsewhere = await stage.world.addWorkspace();
    await stage.world.addMember({
      email: 'ana@acme.test',
      roles: ['staff'],
      workspaceId: elsewhere,
      status: 'deactivated',
    });
    await assert.rejects(stage.askFor(), isRefusal('account_is_shared'));
  });

  it('SEC_A04 not by who may not manage them, and of somebody in charge only fresh', async () => {
    await assert.rejects(
      stage.askFor(NEW, stage.world.asAccount(stage.ana.accountId)),
      isRefusal('not_granted'),
    );
    const admin = await stage.world.addMember({ email: 'admin@acme.test', roles: ['admin'] });
    const ask = (ctx: UseCaseContext, memberId: MemberId) =>
      changeMemberEmail(ctx, { memberId, email: NEW, idempotencyKey: randomUUID() });
    await assert.rejects(ask(stage.world.asAccount(admin.accountId), stage.boss.id), isRefusal('outranked'));
    await assert.rejects(
      ask(stage.world.asAccount(stage.boss.accountId), stage.boss.id),
      isRefusal('is_self'),
    );
    const second = await stage.world.addMember({ email: 'second@acme.test', roles: ['owner'] });
    const idle = stage.world.asAccount(stage.boss.accountId);
    stage.world.clock.now += FRESH_FOR;
    await assert.rejects(ask(idle, second.id), isRefusal('fresh_sign_in_required'));
    await ask(idle, stage.ana.id);
    const foreign = await stage.world.addWorkspace();
    const stranger = await stage.world.addMember({
      email: 's@x.test',
      roles: ['owner'],
      workspaceId: foreign,
    });
    await assert.rejects(
      ask(stage.world.asAccount(stranger.accountId, foreign as WorkspaceId), stage.ana.id),
      isRefusal('member_not_found'),
    );
  });

  it('SEC_E04 what was asked before they joined another workspace, or were put in charge, is confirmed by no mailbox', async () => {
    await stage.askFor();
    const before = await stage.link();
    const elsewhere = await stage.world.addWorkspace();
    await stage.world.addMember({ email: 'ana@acme.test', roles: ['owner'], workspaceId: elsewhere });
    await assert.rejects(confirmEmail(stage.anonymous(), { token: before }), isRefusal('link_invalid'));
    assert.equal((await stage.stored())!.email, 'ana@acme.test');
    const ben = await stage.world.addMember({ email: 'ben@acme.test', roles: ['staff'] });
    await changeMemberEmail(stage.world.asAccount(stage.boss.accountId), {
      memberId: ben.id,
      email: 'ben.new@acme.test',
      idempotencyKey: randomUUID(),
    });
    await changeMemberRole(stage.world.asAccount(stage.boss.accountId), {
      memberId: ben.id,
      version: 1,
      roles: ['owner'],
      idempotencyKey: randomUUID(),
    });
    const ofBen = (await waitingNews(stage.world)).findLast(({ kind }) => kind === 'confirm-email')!;
    await assert.rejects(
      confirmEmail(stage.anonymous(), { token: tokenOf(stage.world, 'email', ofBen.linkId) }),
      isRefusal('link_invalid'),
    );
  });

  it('SEC_E04 that holds for a role of the workspace that puts in charge, too', async () => {
    const world = await createWorld({ policy: directory, hasMail: true });
    const { accountId } = await world.addMember({ email: 'chief@d.test', roles: ['administrator'] });
    const dan = await world.addMember({ email: 'dan@d.test', roles: ['employee'] });
    const asChief = world.asAccount(accountId);
    const lead = await createRole(asChief, {
      name: 'People lead',
      description: '',
      capabilities: ['members.view', 'members.manage'],
      idempotencyKey: randomUUID(),
    });
    await changeMemberEmail(asChief, {
      memberId: dan.id,
      email: 'dan.new@d.test',
      idempotencyKey: randomUUID(),
    });
    await changeMemberRole(asChief, {
      memberId: dan.id,
      version: 1,
      roles: [lead.key],
      idempotencyKey: randomUUID(),
    });
    const asked = (await waitingNews(world)).findLast(({ kind }) => kind === 'confirm-email')!;
    await assert.rejects(
      confirmEmail(world.as({ kind: 'anonymous' }, null), { token: tokenOf(world, 'email', asked.linkId) }),
      isRefusal('link_invalid'),
    );
    await world.close();
  });

  it('SEC_A04 whoever asked must still be allowed to when it is confirmed', async () => {
    const admin = await stage.world.addMember({ email: 'admin@acme.test', roles: ['admin'] });
    await stage.askFor(NEW, stage.world.asAccount(admin.accountId));
    const token = await stage.link();
    await deactivateMember(stage.world.asAccount(stage.boss.accountId), {
      memberId: admin.id,
      version: 1,
      idempotencyKey: randomUUID(),
    });
    await assert.rejects(confirmEmail(stage.anonymous(), { token }), isRefusal('link_invalid'));
    await stage.askFor();
    await confirmEmail(stage.anonymous(), { token: await stage.link() });
    assert.equal((await stage.stored())!.email, NEW);
  });

  it('SEC_B18 the address of somebody else is answered alike and sends nothing', async () => {
    const elsewhere = await stage.world.addWorkspace();
    await stage.world.addMember({ email: 'known@acme.test', roles: ['staff'], workspaceId: elsewhere });
    assert.deepEqual(await stage.askFor('known@acme.test'), await stage.askFor('free@acme.test'));
    assert.deepEqual(
      (await waitingNews(stage.world)).map(({ data }) => data['to']),
      ['free@acme.test'],
    );
  });
});
