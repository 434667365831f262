// Super administrators: what a role of the home workspace gives in every other one, through what, and until when.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { HostKeyId, WorkspaceId } from '../../shared/ids.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { workspaces } from '../../shared/presets/workspaces.ts';
import { run } from '../db/database.ts';
import type { Sql } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { readMembers } from '../members/read.ts';
import { leaveWorkspace, removeMember } from '../members/remove.ts';
import { deactivateMember } from '../members/switch.ts';
import { listAudit } from '../audit/list.ts';
import { isRefusal } from '../testing/refusal.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld, subjectCaller } from '../testing/world.ts';
import { insertHostKey } from '../workspaces/host-key-store.ts';
import { getViewer } from '../workspaces/read.ts';
import { insertSubject } from '../workspaces/store.ts';
import { actingMember } from './acting-member.ts';

type Person = Awaited<ReturnType<World['addMember']>>;
const key = () => randomUUID();
const list = { filter: {}, sort: { by: 'name', direction: 'ascending' }, limit: 50 } as const;

describe('a super administrator', () => {
  let world: World;
  let branch: WorkspaceId;
  let sue: Person;
  let second: Person;
  let ann: Person;
  let vic: Person;
  before(async () => {
    world = await createWorld({ policy: workspaces });
    await world.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [world.workspaceId]),
    );
    branch = await world.addWorkspace('Branch');
    sue = await world.addMember({ email: 'sue@hq.test', name: 'Sue Super', roles: ['super-admin'] });
    second = await world.addMember({ email: 'sid@hq.test', name: 'Sid Second', roles: ['super-admin'] });
    ann = await world.addMember({ email: 'ann@b.test', name: 'Ann', roles: ['admin'], workspaceId: branch });
    vic = await world.addMember({ email: 'vic@b.test', name: 'Vic', roles: ['viewer'], workspaceId: branch });
  });
  after(() => world.close());
  const sues = () => world.asAccount(sue.accountId, branch);

  it('W61 changes roles in a workspace where they are no member, and the trail names them', async () => {
    const changed = await changeMemberRole(sues(), {
      memberId: vic.id,
      version: 1,
      roles: ['editor', 'analyst'],
      idempotencyKey: key(),
    });
    assert.deepEqual([...changed.roles].sort(), ['analyst', 'editor']);
    const { rows } = await listAudit(world.asAccount(ann.accountId, branch), { limit: 5 });
    assert.deepEqual(rows[0]!.actor, { kind: 'member', id: sue.id, name: 'Sue Super' });
  });

  it('is seen by the widget as who may do all but leave, and cannot leave what they never joined', async () => {
    const viewer = await getViewer(sues());
    assert.deepEqual(viewer.actor.roles, ['super-admin']);
    assert.deepEqual([viewer.memberId, viewer.memberVersion, viewer.isHome], [null, null, false]);
    await assert.rejects(
      leaveWorkspace(sues(), { version: 0, idempotencyKey: key() }),
      isRefusal('not_a_member'),
    );
    assert.equal(JSON.parse((await readMembers(sues(), list)).page).rows.length, 2);
  });

  it('W61 invites there, and what they invited can be accepted', async () => {
    const { results } = await createInvitations(sues(), {
      addresses: 'New <new@b.test>',
      roles: ['admin'],
      idempotencyKey: key(),
    });
    const token = results[0]!.link!.split('/').at(-1)!;
    const accepted = await acceptInvitation(world.as({ kind: 'anonymous' }, null), {
      token,
      idempotencyKey: key(),
    });
    assert.equal(accepted.workspaceId, branch);
  });

  it('SEC_E03 gives the role that counts everywhere at home alone', async () => {
    await assert.rejects(
      changeMemberRole(sues(), {
        memberId: vic.id,
        version: 2,
        roles: ['super-admin'],
        idempotencyKey: key(),
      }),
      isRefusal('role_home_only'),
    );
  });

  it('keeps that beside another role in the workspace, and after being switched off there', async () => {
    const own = await world.addMember({
      email: 'sid@hq.test',
      name: 'Sid',
      roles: ['viewer'],
      workspaceId: branch,
    });
    const asSid = () => world.asAccount(second.accountId, branch);
    assert.deepEqual((await getViewer(asSid())).actor.roles, ['viewer', 'super-admin']);
    assert.equal((await getViewer(asSid())).memberId, own.id);
    await deactivateMember(world.asAccount(ann.accountId, branch), {
      memberId: own.id,
      version: 1,
      idempotencyKey: key(),
    });
    assert.deepEqual((await getViewer(asSid())).actor.roles, ['super-admin']);
    await removeMember(world.asAccount(ann.accountId, branch), {
      memberId: own.id,
      version: 2,
      idempotencyKey: key(),
    });
    assert.equal((await getViewer(asSid())).memberId, null);
  });

  it('acts through a session that opens both workspaces, and through none that opens one', async () => {
    const scoped = (workspaceId: WorkspaceId) =>
      world.as(accountCaller(sue.accountId, world.clock.now, { workspaceId }), branch);
    await assert.rejects(getViewer(scoped(branch)), isRefusal('not_a_member'));
    await assert.rejects(getViewer(scoped(world.workspaceId)), isRefusal('not_a_member'));
  });

  it('acts under a host token where its key covers both, SEC_D12 and under no other', async () => {
    const [both, one] = [key(), key()] as HostKeyId[];
    await world.database.write(async (tx) => {
      for (const id of [both!, one!])
        await insertHostKey(tx, { id, name: 'Host', createdAt: world.clock.now });
      await run(tx, 'UPDATE workspaces SET host_key_id = ?', [both!]);
      await insertSubject(tx, both!, world.workspaceId, 'sue', sue.id);
      await insertSubject(tx, one!, world.workspaceId, 'sue', sue.id);
    });
    const asSubject = (hostKeyId: HostKeyId, subject: string) =>
      world.as(subjectCaller(hostKeyId, subject, world.clock.now), branch);
    assert.deepEqual((await getViewer(asSubject(both!, 'sue'))).actor.roles, ['super-admin']);
    await assert.rejects(getViewer(asSubject(both!, 'else')), isRefusal('not_a_member'));
    await assert.rejects(getViewer(asSubject(one!, 'sue')), isRefusal('not_a_member'));
  });

  it('answers a stranger alike for a workspace and for none', async () => {
    const { accountId } = await world.addMember({ email: 'plain@hq.test', roles: ['admin'] });
    for (const id of [branch, key() as WorkspaceId])
      await assert.rejects(getViewer(world.asAccount(accountId, id)), isRefusal('not_a_member'));
    await assert.rejects(
      getViewer(world.asAccount(sue.accountId, key() as WorkspaceId)),
      isRefusal('not_a_member'),
    );
  });

  it('W10 has it no longer with the next request once demoted or switched off at home', async () => {
    const ctx = sues();
    await getViewer(ctx);
    await changeMemberRole(world.asAccount(second.accountId), {
      memberId: sue.id,
      version: 1,
      roles: ['viewer'],
      idempotencyKey: key(),
    });
    await assert.rejects(getViewer(ctx), isRefusal('not_a_member'));
    await assert.rejects(
      changeMemberRole(ctx, { memberId: vic.id, version: 2, roles: ['viewer'], idempotencyKey: key() }),
      isRefusal('not_a_member'),
    );
    await changeMemberRole(world.asAccount(second.accountId), {
      memberId: sue.id,
      version: 2,
      roles: ['super-admin'],
      idempotencyKey: key(),
    });
    await getViewer(ctx);
    await deactivateMember(world.asAccount(second.accountId), {
      memberId: sue.id,
      version: 3,
      idempotencyKey: key(),
    });
    await assert.rejects(getViewer(ctx), isRefusal('not_a_member'));
  });

  it('costs a statement only where a policy has such a role', async () => {
    const count = async (policy: Policy) => {
      let statements = 0;
      const sql: Sql = {
        execute: (statement: never) => {
          statements += 1;
          return world.database.read.execute(statement);
        },
      };
      await actingMember(sql, accountCaller(ann.accountId, world.clock.now), branch, compilePolicy(policy));
      return statements;
    };
    assert.deepEqual([await count(collaborators), await count(workspaces)], [1, 2]);
  });
});
