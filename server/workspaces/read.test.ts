// Who is looking, on a real database: what a member is told, and what a stranger cannot learn.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../shared/ids.ts';
import { tables } from '../../shared/presets/tables.ts';
import { deactivateMember, reactivateMember } from '../members/switch.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld, subjectCaller } from '../testing/world.ts';
import { createHostKey } from './host-keys.ts';
import { getViewer } from './read.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;

describe('the viewer', () => {
  let world: World;
  let owner: Awaited<ReturnType<World['addMember']>>;
  before(async () => {
    world = await createWorld({ hasMail: true });
    owner = await world.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
  });
  after(() => world.close());

  it('is told who they are, where, and by which rules', async () => {
    const { policy, workspace, ...viewer } = await getViewer(world.asAccount(owner.accountId));
    assert.deepEqual(viewer, {
      actor: {
        kind: 'member',
        id: owner.id,
        workspace: world.workspaceId,
        roles: ['owner'],
        status: 'active',
      },
      memberId: owner.id,
      accountId: owner.accountId,
      memberVersion: 1,
      name: 'Olga',
      email: 'olga@acme.test',
      inCharge: 1,
      hasMail: true,
      invitationHours: 24,
      isHome: false,
      external: { authentication: false, authorization: false },
      isSignedIn: true,
      mustChangePassword: false,
    });
    assert.equal(policy, tables);
    assert.deepEqual(Object.keys(workspace).sort(), ['createdAt', 'id', 'isArchived', 'name', 'version']);
  });

  it('cannot tell a workspace of others from one that does not exist (SEC_E01)', async () => {
    const stranger = await world.addMember({
      email: 'eve@other.test',
      roles: ['owner'],
      workspaceId: await world.addWorkspace('Other'),
    });
    const answers = await Promise.all(
      [world.workspaceId, 'no-such-workspace' as WorkspaceId].map((id) =>
        getViewer(world.asAccount(stranger.accountId, id)).catch((error: AppError) =>
          JSON.stringify([error.code, error.message, error.details]),
        ),
      ),
    );
    assert.equal(answers[0], answers[1]);
    assert.match(String(answers[0]), /not_a_member/);
    const anonymous = await Promise.all(
      [world.workspaceId, 'no-such-workspace' as WorkspaceId, null].map((id) =>
        getViewer(world.as({ kind: 'anonymous' }, id)).catch((error: AppError) => error.code),
      ),
    );
    assert.deepEqual(anonymous, ['not_signed_in', 'not_signed_in', 'not_signed_in']);
    await assert.rejects(getViewer(world.asAccount('no-such-account' as AccountId)), refusal('not_a_member'));
  });

  it('is refused from the next request on when switched off, and let in again (SEC_A14, T22, T25)', async () => {
    const staff = await world.addMember({ email: 'stan@acme.test', roles: ['staff'] });
    const change = { memberId: staff.id, idempotencyKey: randomUUID() };
    await deactivateMember(world.asAccount(owner.accountId), { ...change, version: 1 });
    await assert.rejects(getViewer(world.asAccount(staff.accountId)), refusal('actor_deactivated'));
    await reactivateMember(world.asAccount(owner.accountId), {
      ...change,
      version: 2,
      idempotencyKey: randomUUID(),
    });
    assert.equal((await getViewer(world.asAccount(staff.accountId))).actor.status, 'active');
  });

  it('is told that no workspace was named, and a host person nobody knows that they are no member', async () => {
    await assert.rejects(
      getViewer(world.as(accountCaller(owner.accountId), null)),
      refusal('workspace_not_found'),
    );
    await assert.rejects(getViewer(world.as({ kind: 'system' }, null)), refusal('workspace_not_found'));
    const { id } = await createHostKey(world.asSystem(), { name: 'Shop', idempotencyKey: randomUUID() });
    await assert.rejects(getViewer(world.as(subjectCaller(id, 'nobody'))), refusal('not_a_member'));
    await assert.rejects(
      getViewer(world.as({ kind: 'host', hostKeyId: id })),
      refusal('workspace_not_found'),
      'not one of its own',
    );
  });

  it('is the operator, who sees every workspace', async () => {
    assert.equal((await getViewer(world.asSystem())).actor.kind, 'system');
  });
});
