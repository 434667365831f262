// The trail equals the state: after a random run of changes, replaying it gives the members that are there.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import type { ReplayedMember } from '../../shared/audit/replay.ts';
import { replayMembers } from '../../shared/audit/replay.ts';
import { AppError } from '../../shared/errors.ts';
import type { AccountId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import { collaborators } from '../../shared/presets/collaborators.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { changeProfile } from '../accounts/change-profile.ts';
import type { UseCaseContext } from '../context.ts';
import { all, first } from '../db/database.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { createInvitations } from '../invitations/create.ts';
import { changeManyMembers } from '../members/change-many.ts';
import { changeMemberRole } from '../members/change-role.ts';
import { leaveWorkspace, removeMember } from '../members/remove.ts';
import { deactivateMember, reactivateMember } from '../members/switch.ts';
import type { World } from '../testing/world.ts';
import { accountCaller, createWorld } from '../testing/world.ts';
import { archiveWorkspace, restoreWorkspace } from '../workspaces/change.ts';
import { createWorkspace } from '../workspaces/create.ts';
import { deleteWorkspace } from '../workspaces/delete.ts';
import { verifyAudit } from './verify.ts';

/** A repeatable sequence of numbers from 0 to below 1 (mulberry32). */
function sequence(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Row {
  readonly id: MemberId;
  readonly accountId: AccountId;
  readonly workspaceId: WorkspaceId;
  readonly status: 'active' | 'deactivated';
  readonly version: number;
  readonly roles: string;
}

const membersOf = (world: World) =>
  all<Row>(
    world.database.read,
    `SELECT id, account_id AS accountId, workspace_id AS workspaceId, status, version,
    (SELECT json_group_array(role) FROM (SELECT role FROM member_roles WHERE member_seq = members.seq ORDER BY role)) AS roles FROM members`,
  );

/** One random wish by a random person about a random person; most are refused, as they should be. */
async function step(world: World, pick: <T>(items: readonly T[]) => T, n: number): Promise<void> {
  const members = await membersOf(world);
  const [actor, target] = [pick(members), pick(members)];
  const ctx =
    pick([0, 1]) === 0
      ? world.as({ kind: 'system' }, target.workspaceId)
      : world.as(accountCaller(actor.accountId, world.clock.now), pick([actor, target]).workspaceId);
  const idempotencyKey = randomUUID();
  const off =
    members.find((each) => each.workspaceId === ctx.workspaceId && each.status === 'deactivated') ?? target;
  const member = { memberId: target.id, version: target.version, idempotencyKey };
  const workspace = { workspaceId: target.workspaceId, version: 1, idempotencyKey };
  const role = pick(['owner', 'creator', 'editor', 'viewer']);
  const system = world.as({ kind: 'system' }, null);
  const verbs: (() => Promise<unknown>)[] = [
    () => changeMemberRole(ctx, { ...member, roles: [role] }),
    () => changeMemberRole(ctx, { ...member, roles: [role] }),
    () => deactivateMember(ctx, member),
    () => reactivateMember(ctx, { ...member, memberId: off.id, version: off.version }),
    () => removeMember(ctx, member),
    () => leaveWorkspace(ctx, { version: actor.version, idempotencyKey }),
    () =>
      changeManyMembers(ctx, {
        selection: { ids: members.slice(0, 5).map(({ id }) => id) },
        change: { action: 'member.change-role', roles: [role] },
        idempotencyKey,
      }),
    () => createWorkspace(system, { name: `W${n}`, owner: { email: `p${n % 40}@run.test` }, idempotencyKey }),
    () => join(world, ctx, `p${n % 40}@run.test`, role),
    () => join(world, ctx, `p${n % 30}@run.test`, role),
    () => changeProfile(ctx, { name: `N${n}`, version: 1, idempotencyKey }),
    () => archiveWorkspace(ctx, workspace),
    () => restoreWorkspace(ctx, { ...workspace, version: 2 }),
    () => deleteWorkspace(ctx, { ...workspace, version: 2 }),
  ];
  await pick(verbs)().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

/** Invites the address and accepts as its person. */
async function join(world: World, ctx: UseCaseContext, address: string, role: string): Promise<void> {
  const { results } = await createInvitations(ctx, {
    addresses: address,
    roles: [role],
    idempotencyKey: randomUUID(),
  });
  const token = results[0]?.link?.split('/').at(-1);
  if (token === undefined) return;
  const account = await first<{ id: AccountId }>(
    world.database.read,
    'SELECT id FROM accounts WHERE email_key = ?',
    [address],
  );
  await acceptInvitation(
    world.as(
      account === undefined ? { kind: 'anonymous' } : accountCaller(account.id, world.clock.now),
      null,
    ),
    { token },
  );
}

describe('replaying the trail', () => {
  it('SEC_R20 gives the current members with roles and status after every stretch of a random run', async () => {
    // Another seed is another run: SEED=7 node --test …
    const seed = Number(process.env['SEED'] ?? 1);
    const next = sequence(seed);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
    const policy: Policy = {
      ...collaborators,
      members: { ...collaborators.members, deactivation: 'confirm' },
    };
    const world = await createWorld({ policy });
    try {
      for (let n = 0; n < 12; n++)
        await createWorkspace(world.as({ kind: 'system' }, null), {
          name: 'Start',
          owner: { email: `p${n}@run.test` },
          idempotencyKey: randomUUID(),
        });
      for (let n = 0; n < 600; n++) {
        await step(world, pick, n);
        if (n % 100 === 99)
          assert.deepEqual(await replayed(world), await current(world), `seed ${seed}, step ${n}`);
      }
      assert.ok((await verifyAudit(world.database.read)).isWhole, `seed ${seed}`);
      const actions = new Set(
        (await all<{ action: string }>(world.database.read, 'SELECT DISTINCT action FROM audit')).map(
          ({ action }) => action,
        ),
      );
      if (seed === 1)
        for (const action of [
          'member.join',
          'member.change-role',
          'member.deactivate',
          'member.reactivate',
          'member.remove',
          'member.leave',
          'account.change-profile',
          'workspace.create',
          'workspace.delete',
        ])
          assert.ok(actions.has(action), `seed ${seed} never did ${action}`);
    } finally {
      await world.close();
    }
  });
});

const sorted = (members: Iterable<readonly [string, ReplayedMember]>) =>
  Object.fromEntries([...members].sort(([a], [b]) => (a < b ? -1 : 1)));

async function current(world: World) {
  return sorted(
    (await membersOf(world)).map(({ id, status, roles }) => [
      id,
      { roles: JSON.parse(roles) as string[], status },
    ]),
  );
}

async function replayed(world: World) {
  const rows = await all<Record<'action' | 'kind' | 'id' | 'after' | 'workspaceId', string>>(
    world.database.read,
    'SELECT action, target_kind AS kind, target_id AS id, after, workspace_id AS workspaceId FROM audit ORDER BY seq',
  );
  const entries = rows.map(({ action, kind, id, after, workspaceId }) => ({
    action: action as AuditEntry['action'],
    target: { kind, id, name: null },
    after: after === null ? null : JSON.parse(after),
    workspaceId,
  }));
  return sorted(
    [...replayMembers(entries)].map(([id, { roles, status }]) => [id, { roles: [...roles].sort(), status }]),
  );
}
