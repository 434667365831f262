// Takes a role that is deleted away from whatever names it: members, pending invitations, what identity providers give.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import type { Role, RoleKey } from '../../shared/policy/policy.ts';
import type { Admission } from '../../shared/providers/provider.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { breathe } from '../db/breathe.ts';
import { mailboxHere } from '../invitations/terms.ts';
import { note } from '../limits/limits.ts';
import { isWithin, mayBeGiven } from '../providers/admission.ts';
import { providersOf, updateProvider } from '../providers/store.ts';
import { tellInCharge } from './content.ts';
import {
  holdersOf,
  invitationsTo,
  moveHolders,
  moveInvitations,
  withdrawInvitations,
} from './holders-store.ts';

/** The role that goes, and what comes in its place. */
export interface Taking {
  readonly workspaceId: WorkspaceId;
  readonly from: RoleKey;
  readonly to: RoleKey | null;
  /** The policy of the workspace without the role. */
  readonly after: CompiledPolicy;
  /** Whether whoever gets `to` is in charge by it. */
  readonly isPutInCharge: boolean;
}

/** How many are changed at a time, so that other requests get their turn in between. */
const CHUNK = 200;

/** Takes the role away from every member, each with an entry of their own in the trail. @returns How many had it. */
export async function takeFromMembers(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  { workspaceId, from, to, after, isPutInCharge }: Taking,
): Promise<number> {
  for (let taken = 0; ;) {
    const holders = await holdersOf(tx.sql, workspaceId, from, CHUNK);
    if (holders.length === 0) return taken;
    taken += holders.length;
    const seqs = holders.map(({ seq }) => seq);
    await moveHolders(tx.sql, workspaceId, seqs, { from, to, roles: after.policy.roles });
    await tx.audit(
      ...holders.map(({ id, roles, name, email }) => ({
        action: 'member.change-role' as const,
        target: { kind: 'member', id },
        before: { roles },
        after: { roles: replaced(roles, from, to), deleted: from },
        personal: { name, email },
      })),
    );
    if (isPutInCharge) await tellInCharge(ctx, tx, workspaceId, holders);
    await breathe();
  }
}

/** Lets pending invitations give the other role; those that would give nothing are taken back. */
export async function takeFromInvitations(
  tx: WriteTransaction,
  { workspaceId, from, to }: Taking,
): Promise<{ readonly invitations: number; readonly withdrawn: number }> {
  for (let invitations = 0, withdrawn = 0; ;) {
    const waiting = await invitationsTo(tx.sql, workspaceId, from, CHUNK);
    if (waiting.length === 0) return { invitations, withdrawn };
    const empty = waiting.filter(({ roles }) => to === null && roles.length === 1);
    const others = waiting.filter((each) => !empty.includes(each));
    const seqsOf = (some: typeof waiting) => some.map(({ seq }) => seq);
    await moveInvitations(tx.sql, seqsOf(others), from, to);
    await withdrawInvitations(tx.sql, seqsOf(empty));
    for (const { emailKey } of empty)
      await note(tx, 'revokedInvitations', mailboxHere(workspaceId, emailKey));
    await tx.audit(
      ...empty.map(({ id, roles, email, name }) => ({
        action: 'invitation.revoke' as const,
        target: { kind: 'invitation', id },
        before: { roles },
        after: { deleted: from },
        personal: { email, name },
      })),
    );
    invitations += waiting.length;
    withdrawn += empty.length;
    await breathe();
  }
}

/** Lets the workspace's identity providers give the other role, as far as they may give it at all. */
export async function takeFromProviders(
  tx: WriteTransaction,
  { workspaceId, from, to, after }: Taking,
): Promise<void> {
  for (const provider of await providersOf(tx.sql, workspaceId)) {
    if (!namesRole(provider.admission, from)) continue;
    const admission = withoutRole(after, provider.admission, from, to);
    await updateProvider(tx.sql, { ...provider, admission });
    await tx.audit({
      action: 'provider.change',
      target: { kind: 'provider', id: provider.id },
      before: { admission: provider.admission },
      after: { admission, deleted: from },
    });
  }
}

/** Whether a provider gives the role, or gives nothing above it. */
export function namesRole({ roles, highestRole, groups }: Admission, role: RoleKey): boolean {
  return highestRole === role || roles.includes(role) || Object.values(groups).includes(role);
}

/** What a provider gives without the role. Nothing in charge and nothing above its cap comes in its place (SEC_S11). */
function withoutRole(
  policy: CompiledPolicy,
  admission: Admission,
  from: RoleKey,
  to: RoleKey | null,
): Admission {
  const { highestRole } = admission;
  const isCap = highestRole === from;
  const cap = policy.roles.get(highestRole);
  const isBelowCap = (role: Role): boolean => isCap || (cap !== undefined && isWithin(policy, role, cap));
  const next = to === null ? undefined : policy.roles.get(to);
  const instead = next !== undefined && mayBeGiven(policy, next.key) && isBelowCap(next) ? next.key : null;
  const roles = replaced(admission.roles, from, instead);
  const groups = Object.fromEntries(
    Object.entries(admission.groups).flatMap(([group, role]) => {
      const given = role === from ? instead : role;
      return given === null ? [] : [[group, given]];
    }),
  );
  if (!isCap) return { ...admission, roles, groups };
  // Without a cap of its own, nothing above what is still named.
  const rankOf = (role: RoleKey): number => policy.roles.get(role)?.rank ?? -1;
  const named = [...roles, ...Object.values(groups)].toSorted((a, b) => rankOf(b) - rankOf(a))[0];
  const lowest = policy.policy.roles.findLast(({ key }) => mayBeGiven(policy, key))?.key;
  return { ...admission, roles, groups, highestRole: instead ?? named ?? lowest ?? highestRole };
}

function replaced(roles: readonly RoleKey[], from: RoleKey, to: RoleKey | null): RoleKey[] {
  return [...new Set(roles.flatMap((role) => (role === from ? (to ?? []) : role)))];
}
