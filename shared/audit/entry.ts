// An entry of the audit trail as both sides know it. Pure: types only.
import type { Action } from '../policy/can.ts';

/** What can be found in the trail: every action of the engine, and what happens without one. */
export type AuditAction =
  | Action
  | 'workspace.create'
  | 'member.join'
  | 'member.link-subject'
  | 'invitation.accept'
  | 'invitation.decline'
  | 'resource.register'
  | 'resource.remove'
  | 'account.sign-in'
  | 'account.sign-in-failed'
  | 'account.sign-out'
  | 'account.show-link'
  | 'account.set-password'
  | 'account.change-password'
  | 'account.reset-password'
  | 'account.change-email'
  | 'account.change-profile'
  | 'account.end-session'
  | 'account.connect'
  | 'account.disconnect'
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
}

/** A page of the trail, newest first. */
export interface AuditPage {
  readonly rows: readonly AuditEntry[];
  readonly next: string | null;
}
