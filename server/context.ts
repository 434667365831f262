// What a use-case is given: who asks, by which rules, when, and the one way to write. No transport, no environment.
import type { AccountId, HostKeyId, MemberId, WorkspaceId } from '../shared/ids.ts';
import type { Action, Actor, Facts, TargetOf } from '../shared/policy/can.ts';
import type { CompiledPolicy } from '../shared/policy/compile.ts';
import type { AuditAction, AuditEntry } from '../shared/audit/entry.ts';
import type { Sql } from './db/database.ts';
import type { Links } from './invitations/links.ts';

/** Who asks, as the door established it: nothing here is a right. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'account'; readonly accountId: AccountId }
  | { readonly kind: 'subject'; readonly hostKeyId: HostKeyId; readonly subject: string }
  | { readonly kind: 'host'; readonly hostKeyId: HostKeyId }
  | { readonly kind: 'system' };

/** What the operator set. */
export interface Settings {
  /** Whether invitations go out by mail. */
  readonly hasMail: boolean;
  /** How long an invitation lives in a new workspace, in hours. */
  readonly invitationHours: number;
}

/** The wish behind a write: its name, what was asked, and the key under which a retry is the same wish. */
export interface Wish {
  readonly action: AuditAction | `${string}.${string}`;
  readonly input: unknown;
  /** Absent for in-process work of the server itself. */
  readonly idempotencyKey?: string | undefined;
}

/** One entry for the trail; the write adds who, when and through what. */
export interface AuditDraft {
  readonly action: AuditAction;
  readonly target: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  /** Personal values (names, addresses), kept apart so that they can be erased. */
  readonly personal?: Readonly<Record<string, unknown>>;
  readonly workspaceId?: WorkspaceId;
}

/** What a write may use while its transaction is open. */
export interface WriteTransaction {
  readonly sql: Sql;
  /** The caller as the database knows them now. */
  readonly actor: Actor;
  readonly now: number;
  /** What decisions in a workspace need, read fresh; the workspace of the call by default. */
  facts(workspaceId?: WorkspaceId): Promise<Facts>;
  /** Refuses unless the policy allows it, by the facts of the target's own workspace. @throws {AppError} with the reason of the denial. */
  assertCan<A extends Action>(action: A, target: TargetOf[A]): Promise<void>;
  /** Adds entries to the trail, in order. */
  audit(...entries: AuditDraft[]): Promise<void>;
}

/** Everything a use-case may touch. */
export interface UseCaseContext {
  readonly caller: Caller;
  readonly via: AuditEntry['via'];
  /** The workspace that the caller works in; null for calls that name none. */
  readonly workspaceId: WorkspaceId | null;
  readonly policy: CompiledPolicy;
  readonly settings: Settings;
  /** Reads outside a write: hints only, never the ground of a decision. */
  readonly read: Sql;
  readonly links: Links;
  /** Derives the secret of a host key, which is stored nowhere. */
  readonly hostKeySecret: (id: HostKeyId, generation: number) => string;
  readonly requestId: string;
  readonly ip: string | null;
  readonly now: () => number;
  readonly newId: () => string;
  /** Runs `job` as the one write of this call; see `write.ts`. */
  write<T>(wish: Wish, job: (tx: WriteTransaction) => Promise<T>): Promise<T>;
  /** Tells the outbox that there is mail. */
  mailWaiting(): void;
}

/** The caller's membership as the database has it. */
export interface ActingMember {
  readonly actor: Actor;
  readonly memberId: MemberId | null;
  readonly accountId: AccountId | null;
  readonly name: string;
  readonly email: string;
  /** The version of the membership; 0 where there is none. */
  readonly version: number;
}
