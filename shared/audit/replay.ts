// What a trail says that people are now: read from its first entry to its last, nothing else. Pure.
import type { MemberId } from '../ids.ts';
import type { MemberStatus } from '../policy/can.ts';
import type { RoleKey } from '../policy/policy.ts';
import type { AuditEntry } from './entry.ts';

/** A membership as the trail leaves it. */
export interface ReplayedMember {
  readonly roles: readonly RoleKey[];
  readonly status: MemberStatus;
}

/** An entry as far as replaying needs it. */
export type ReplayedEntry = Pick<AuditEntry, 'action' | 'target' | 'after'> & {
  readonly workspaceId: string;
};

/** The members of every workspace after `entries`, oldest first. */
export function replayMembers(entries: Iterable<ReplayedEntry>): Map<MemberId, ReplayedMember> {
  const workspaces = new Map<string, Map<MemberId, ReplayedMember>>();
  for (const entry of entries) {
    if (entry.action === 'workspace.delete') workspaces.delete(entry.workspaceId);
    if (entry.target.kind !== 'member') continue;
    const members = workspaces.get(entry.workspaceId) ?? new Map<MemberId, ReplayedMember>();
    workspaces.set(entry.workspaceId, members);
    const id = entry.target.id as MemberId;
    const change = changeOf(entry.after);
    if (entry.action === 'member.remove' || entry.action === 'member.leave') members.delete(id);
    else if (change !== undefined) members.set(id, { ...NEWCOMER, ...members.get(id), ...change });
  }
  return new Map([...workspaces.values()].flatMap((members) => [...members]));
}

const NEWCOMER: ReplayedMember = { roles: [], status: 'active' };

/** What an entry says that a member now is; undefined where it says other things. */
function changeOf(after: unknown): Partial<ReplayedMember> | undefined {
  const { roles, status } = (after ?? {}) as Partial<ReplayedMember>;
  if (roles === undefined && status === undefined) return undefined;
  return { ...(roles !== undefined && { roles }), ...(status !== undefined && { status }) };
}
