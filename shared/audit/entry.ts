// An entry of the audit trail as both sides know it. Pure: types only.
import type { MemberId } from '../ids.ts';
import type { Action } from '../policy/can.ts';

/** What can be found in the trail: every action of the engine, and what happens without one. */
export type AuditAction =
  | Action
  | 'workspace.create'
  | 'member.join'
  | 'member.link-subject'
  | 'members.import'
  | 'invitation.accept'
  | 'invitation.decline'
  | 'resource.register'
  | 'resource.remove'
  | 'permissions.repair'
  | 'account.sign-in'
  | 'account.sign-in-failed'
  | 'account.sign-out'
  | 'account.show-link'
  | 'account.set-password'
  | 'account.change-password'
  | 'account.reset-password'
  | 'account.request-email'
  | 'account.change-email'
  | 'account.prove-mailbox'
  | 'account.confirm-identity'
  | 'account.change-profile'
  | 'account.end-session'
  | 'account.connect'
  | 'account.disconnect'
  | 'review.start'
  | 'review.decide'
  | 'review.close'
  | 'deployment.set-up'
  | 'provider.create'
  | 'provider.change'
  | 'provider.remove'
  | 'domain.add'
  | 'domain.prove'
  | 'domain.remove'
  | 'host-key.create'
  | 'host-key.rotate'
  | 'host-key.revoke'
  | 'person.erase';

/** One entry: who did what to whom, through what, and what it was before and after. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: number;
  readonly action: AuditAction;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly via: 'session' | 'provider' | 'host-token' | 'host-key' | 'link' | 'system';
  readonly target: { readonly kind: string; readonly id: string; readonly name: string | null };
  readonly before: unknown;
  readonly after: unknown;
  /** Why, in the words of whoever did it; null where nothing was said, or it was erased. */
  readonly note: string | null;
  /** What somebody was called before, or is to be called: the names and addresses of a change, as long as they are not erased. */
  readonly named?: NamedInEntry;
}

/** Names and addresses that a change of them was about. */
export interface NamedInEntry {
  readonly name?: string;
  readonly email?: string;
  readonly previousName?: string;
  readonly previousEmail?: string;
  readonly requestedEmail?: string;
  readonly department?: string;
  readonly previousDepartment?: string;
}

/** Which entries; absent parts do not narrow. */
export interface AuditFilter {
  /** Whom they are about. */
  readonly person?: MemberId | undefined;
  /** Who acted: a member, the operator's own process, or a host. */
  readonly actor?: MemberId | 'system' | 'host' | undefined;
  readonly actions?: readonly string[] | undefined;
  /** From this moment on, and before that one; milliseconds since the epoch. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** A page of the trail, newest first. It may hold fewer than were asked for, or none, and there be more: a filter looks at so many entries at a time. */
export interface AuditPage {
  readonly rows: readonly AuditEntry[];
  readonly next: string | null;
}

/**
 * Why the chain breaks at an entry.
 *
 * - `missing`: there is no such entry, though later ones exist.
 * - `altered`: the entry, or its seal, is not what was written.
 * - `personal_missing`: its personal values are gone, row and all; erasure only blanks them.
 * - `personal_altered`: its personal values are not what was written.
 */
export type BreakReason = 'missing' | 'altered' | 'personal_missing' | 'personal_altered';

/** How far the chain was checked, and where it first breaks. */
export interface AuditCheck {
  /** The last entry that was looked at. */
  readonly checked: number;
  /** The newest entry there is. */
  readonly total: number;
  readonly broken: { readonly seq: number; readonly reason: BreakReason } | null;
  /** Whether there is more to look at. */
  readonly hasMore: boolean;
}
