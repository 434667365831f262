// "May X do Y to Z" on a real database, asked by the operator and by a host's backend.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { CheckAccess } from '../../shared/contract/permissions.ts';
import { AppError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { HostKeyId, MemberId, ResourceId, WorkspaceId } from '../../shared/ids.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import type { UseCaseContext } from '../context.ts';
import { run } from '../db/database.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { registerResources } from '../resources/register.ts';
import type { World } from '../testing/world.ts';
import { createWorld, subjectCaller } from '../testing/world.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { createHostKey } from '../workspaces/host-keys.ts';
import { checkAccess } from './check.ts';
import { saveGrants } from './save.ts';

const refusal = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const key = () => randomUUID();
type Question = Extract<CheckAccess, { kind: string }>;
const answer = (decision: Decision) => (decision.allowed ? 'allowed' : decision.reason);

describe('checking access', () => {
  let world: World;
  let host: UseCaseContext;
  let hostKeyId: HostKeyId;
  let workspaceId: WorkspaceId;
  let ownerId: MemberId;
  let id: ResourceId;
  before(async () => {
    world = await createWorld();
    hostKeyId = (await createHostKey(world.asSystem(), { name: 'Shop', idempotencyKey: key() })).id;
    ({ id: workspaceId, ownerId } = await createWorkspace(world.as({ kind: 'host', hostKeyId }, null), {
      name: 'Own',
      owner: { email: 'o@own.test', subject: 'boss' },
      idempotencyKey: key(),
    }));
    host = world.as({ kind: 'host', hostKeyId }, workspaceId);
    id = (
      await registerResources(host, {
        kind: 'table',
        resources: [{ key: 'orders', name: 'Orders' }],
        idempotencyKey: key(),
      })
    ).resources[0]!.id;
  });
  after(() => world.close());
  const ask = async (who: CheckAccess['who'], action = 'read', over: Partial<Question> = {}, ctx = host) =>
    answer(await checkAccess(ctx, { who, kind: 'table', resource: { key: 'orders' }, action, ...over }));

  it('T29 T30 answers for roles and visitors as the grid says, upper roles always', async () => {
    for (const action of ['read', 'write', 'delete']) {
      assert.equal(await ask({ role: 'owner' }, action), 'allowed');
      assert.equal(await ask({ role: 'admin' }, action), 'allowed');
      assert.equal(await ask('visitor', action), 'not_granted');
    }
    assert.deepEqual(
      [
        await ask({ role: 'staff' }, 'write'),
        await ask({ role: 'staff' }, 'delete'),
        await ask({ role: 'member' }),
        await ask({ role: 'member' }, 'write'),
      ],
      ['allowed', 'not_granted', 'allowed', 'not_granted'],
    );
    assert.equal(await ask({ role: 'nobody' }), 'role_unknown');
  });

  it('SEC_A10 upper roles keep everything whatever rows were planted', async () => {
    await world.database.write(async (tx) => {
      await run(
        tx,
        "INSERT INTO grants (resource_seq, role, version) SELECT seq, 'owner', 1 FROM resources WHERE id = ?",
        [id],
      );
      await run(
        tx,
        "INSERT INTO grant_actions (resource_seq, role, action) SELECT seq, 'admin', 'read' FROM resources WHERE id = ?",
        [id],
      );
    });
    for (const role of ['owner', 'admin']) assert.equal(await ask({ role }, 'delete'), 'allowed');
  });

  it('SEC_A14 a change of the grid and of a role counts from the next question on', async () => {
    const boss = world.as(subjectCaller(hostKeyId, 'boss'), workspaceId);
    const staff = await world.addMember({ email: 's@own.test', roles: ['staff'], workspaceId });
    assert.equal(await ask({ memberId: staff.id }, 'delete'), 'not_granted');
    await saveGrants(boss, {
      kind: 'table',
      rows: [{ resourceId: id, role: 'staff', actions: ['delete'], version: 0 }],
      idempotencyKey: key(),
    });
    assert.deepEqual(
      [await ask({ memberId: staff.id }, 'delete'), await ask({ memberId: staff.id }, 'read')],
      ['allowed', 'not_granted'],
    );
    await changeMemberRole(boss, {
      memberId: staff.id,
      version: 1,
      roles: ['member'],
      idempotencyKey: key(),
    });
    assert.deepEqual(
      [await ask({ memberId: staff.id }, 'delete'), await ask({ memberId: staff.id }, 'read')],
      ['not_granted', 'allowed'],
    );
    await saveGrants(boss, {
      kind: 'table',
      rows: [{ resourceId: id, role: 'anon', actions: ['read'], version: 0 }],
      idempotencyKey: key(),
    });
    assert.equal(await ask('visitor'), 'allowed');
  });

  it("knows people by the host's own id, and nobody of another workspace or switched off", async () => {
    assert.equal(await ask({ subject: 'boss' }, 'delete'), 'allowed');
    assert.equal(await ask({ memberId: ownerId }, 'delete'), 'allowed');
    assert.equal(await ask({ subject: 'stranger' }), 'member_not_found');
    const off = await world.addMember({
      email: 'off@own.test',
      roles: ['admin'],
      status: 'deactivated',
      workspaceId,
    });
    const elsewhere = await world.addMember({ email: 'e@else.test', roles: ['owner'] });
    assert.equal(await ask({ memberId: off.id }), 'member_deactivated');
    assert.equal(await ask({ memberId: elsewhere.id }), 'member_not_found');
    assert.equal(await ask({ role: 'owner' }, 'read', { resource: { key: 'none' } }), 'resource_not_found');
    assert.equal(await ask({ role: 'owner' }, 'read', { resource: { id } }), 'allowed');
    const other = world.asSystem();
    assert.equal(
      await ask({ role: 'owner' }, 'read', { resource: { id } }, other),
      'resource_not_found',
      'SEC_E01 the id of another workspace',
    );
  });

  it('says who holds a capability, by the policy and the role that somebody has now', async () => {
    const holds = async (who: CheckAccess['who'], capability: string, ctx = host) =>
      answer(await checkAccess(ctx, { who, capability }));
    const admin = await world.addMember({ email: 'cap@own.test', roles: ['admin'], workspaceId });
    const off = await world.addMember({
      email: 'cap-off@own.test',
      roles: ['owner'],
      status: 'deactivated',
      workspaceId,
    });
    assert.deepEqual(
      await Promise.all([
        holds({ subject: 'boss' }, 'settings.manage'),
        holds({ memberId: admin.id }, 'settings.manage'),
        holds({ memberId: admin.id }, 'members.invite'),
        holds({ memberId: off.id }, 'members.invite'),
        holds({ role: 'staff' }, 'members.invite'),
        holds('visitor', 'members.invite'),
        holds({ subject: 'stranger' }, 'members.invite'),
      ]),
      [
        'allowed',
        'not_granted',
        'allowed',
        'member_deactivated',
        'not_granted',
        'not_granted',
        'member_not_found',
      ],
    );
    await assert.rejects(holds({ role: 'owner' }, 'everything.do'), refusal('not_in_policy'));
    await assert.rejects(holds({ role: 'owner' }, '__proto__'), refusal('not_in_policy'));
    await assert.rejects(
      holds({ subject: 'boss' }, 'members.invite', world.asSystem()),
      refusal('input_invalid'),
    );
  });

  it('tells a person of themselves and of nobody else, through a session and a token alike', async () => {
    const staff = await world.addMember({ email: 'self@own.test', roles: ['staff'], workspaceId });
    const byToken = world.as(subjectCaller(hostKeyId, 'boss'), workspaceId);
    const bySession = world.asAccount(staff.accountId, workspaceId);
    assert.equal(await ask('me', 'delete', {}, byToken), 'allowed');
    assert.equal(
      await ask({ memberId: staff.id }, 'read', {}, bySession),
      await ask('me', 'read', {}, bySession),
    );
    assert.equal(
      answer(await checkAccess(bySession, { who: 'me', capability: 'members.view' })),
      'not_granted',
    );
    for (const who of [{ memberId: ownerId }, { subject: 'boss' }, { role: 'owner' }, 'visitor'] as const)
      await assert.rejects(ask(who, 'read', {}, bySession), refusal('not_granted'));
    await assert.rejects(ask('me', 'read', {}, world.asAccount(staff.accountId)), refusal('not_a_member'));
    await assert.rejects(ask('me'), refusal('input_invalid'), 'a key is nobody in particular');
    await world.database.write((tx) =>
      run(tx, "UPDATE members SET status = 'deactivated' WHERE id = ?", [staff.id]),
    );
    await assert.rejects(ask('me', 'read', {}, bySession), refusal('actor_deactivated'));
  });

  it('answers only the operator and the host whose workspace it is', async () => {
    await assert.rejects(
      ask({ role: 'owner' }, 'read', {}, world.as({ kind: 'host', hostKeyId })),
      refusal('workspace_not_found'),
    );
    await assert.rejects(
      ask({ role: 'owner' }, 'read', {}, world.as(subjectCaller(hostKeyId, 'boss'), workspaceId)),
      refusal('not_granted'),
    );
    await assert.rejects(
      ask({ role: 'owner' }, 'read', {}, world.as({ kind: 'anonymous' }, workspaceId)),
      refusal('not_signed_in'),
    );
    await assert.rejects(ask({ role: 'owner' }, 'drop'), refusal('input_invalid'));
    await assert.rejects(ask({ role: 'owner' }, 'read', { kind: 'view' }), refusal('not_in_policy'));
  });
});
