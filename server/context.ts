// What a use-case is given: who asks, by which rules, when, and the one way to write. No transport, no environment.
import type { Language } from '../shared/accounts/account.ts';
import type { AccountId, HostKeyId, MemberId, ProviderId, SessionId, WorkspaceId } from '../shared/ids.ts';
import type { Action, Actor, Facts, TargetOf } from '../shared/policy/can.ts';
import type { CompiledPolicy } from '../shared/policy/compile.ts';
import type { AuditAction, AuditEntry } from '../shared/audit/entry.ts';
import type { MailTest } from '../shared/settings/mail.ts';
import type { Sql } from './db/database.ts';
import type { Links } from './invitations/links.ts';
import type { News } from './live/news.ts';
import type { OutgoingMail } from './mail/transport.ts';
import type { MailOptions } from './options.ts';
import type { SignOn } from './providers/sign-on.ts';
import type { PolicyIn } from './roles/policy-book.ts';
import type { Follower } from './row-security/follower.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { Sealer } from './settings/seal.ts';
import type { Devices } from './sign-in/devices.ts';
import type { SessionStart } from '../shared/sessions/session.ts';

/** Who asks, as the door established it: nothing here is a right. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'account'; readonly accountId: AccountId; readonly session: CallerSession }
  | {
      readonly kind: 'subject';
      readonly hostKeyId: HostKeyId;
      readonly subject: string;
      /** When the token was signed, in milliseconds: one from before a membership was switched off opens nothing after. */
      readonly issuedAt: number;
      /** When the host saw the person prove who they are; null where its token does not say. */
      readonly authenticatedAt: number | null;
      /** The workspaces that the token opens beside its own, for acts that name several. */
      readonly also?: readonly WorkspaceId[];
    }
  | { readonly kind: 'host'; readonly hostKeyId: HostKeyId }
  | { readonly kind: 'system' };

/** The session that a person asks through. */
export interface CallerSession {
  readonly id: SessionId;
  readonly createdAt: number;
  readonly authenticatedAt: number;
  readonly startedBy: SessionStart;
  readonly providerId: ProviderId | null;
  /** The one workspace that it opens; null for all of the account's. */
  readonly workspaceId: WorkspaceId | null;
}

/** What a request says of the browser it comes from. Good for words and histories, never for a right. */
export interface Visit {
  /** The browser and system as they are written down, such as "Firefox on Windows"; '' where unknown. */
  readonly device: string;
  /** The network, shortened so that it names no single computer; '' where unknown. */
  readonly network: string;
  /** The language of pages and mails that answer it. */
  readonly language: Language;
  /** Whether it was sent by a page of this server's own origin, so that its browser may be given a session. */
  readonly isOwnPage: boolean;
  /** The cookie of a browser in which somebody signed in before, as sent; only `ctx.devices` can tell whose. */
  readonly deviceMark?: string | undefined;
}

/** What the operator set. */
export interface Settings {
  /** The operator's mail server, where there is one; `hasMail` in settings/mail-setup.ts says whether mail goes out at all. */
  readonly mail: MailOptions | undefined;
  /** How long an invitation lives in a new workspace, in hours. */
  readonly invitationHours: number;
  /** Where this server is reached from outside, with the path it is mounted under and no slash at the end. */
  readonly baseUrl: string;
  /** Where people go from here; null where nobody said. */
  readonly appUrl: string | null;
}

/** The wish behind a write: its name, what was asked, and the key under which a retry is the same wish. */
export interface Wish {
  readonly action: AuditAction | `${string}.${string}`;
  readonly input: unknown;
  /** Absent for in-process work of the server itself. */
  readonly idempotencyKey?: string | undefined;
  /** Why, in the words of whoever wishes it: a personal value of every entry that the write makes. */
  readonly note?: string | undefined;
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
  /** As whom the workspace of the entry knows the caller, where that is not by the membership that the call was made through. */
  readonly actorId?: MemberId;
}

/** What a write may use while its transaction is open. */
export interface WriteTransaction {
  readonly sql: Sql;
  /** The caller as the database knows them now. */
  readonly actor: Actor;
  readonly now: number;
  /** What decisions in a workspace need, read fresh; the workspace of the call by default. */
  facts(workspaceId?: WorkspaceId): Promise<Facts>;
  /** Refuses where the caller did not prove who they are a short time ago; the operator and hosts need not. @throws {AppError} `fresh_sign_in_required`. */
  assertFresh(): void;
  /** Refuses unless the policy allows it, by the facts of the target's own workspace. @throws {AppError} with the reason of the denial. */
  assertCan<A extends Action>(action: A, target: TargetOf[A]): Promise<void>;
  /** Adds entries to the trail, in order. */
  audit(...entries: AuditDraft[]): Promise<void>;
  /** The same transaction with the caller as they are in another workspace, where they may be a stranger. */
  in(workspaceId: WorkspaceId): Promise<WriteTransaction>;
}

/** Everything a use-case may touch. */
export interface UseCaseContext {
  readonly caller: Caller;
  readonly via: AuditEntry['via'];
  /** The workspace that the caller works in; null for calls that name none. */
  readonly workspaceId: WorkspaceId | null;
  /** As it is in the workspace of the call, with the roles made there: current since the last gate (`authorizeRead`, `readFacts`, the start of a write). */
  readonly policy: CompiledPolicy;
  /** The policy of any workspace, as `sql` has it now. */
  readonly policyIn: PolicyIn;
  readonly settings: Settings;
  /** Reads outside a write: hints only, never the ground of a decision. */
  readonly read: Sql;
  readonly links: Links;
  readonly sessions: Sessions;
  /** Tells browsers in which somebody signed in before. */
  readonly devices: Devices;
  readonly visit: Visit;
  /** The `Set-Cookie` headers of the reply; whoever opens or ends a session adds to them. */
  readonly replyCookies: string[];
  /** Derives the secret of a host key, which is stored nowhere. */
  readonly hostKeySecret: (id: HostKeyId, generation: number) => string;
  /** Seals what must be stored and used again: a password, a client's secret. */
  readonly sealer: Sealer;
  /** The host's own database that follows who has what; null where there is none. */
  readonly follower: Follower | null;
  /** The outside world of identity providers. */
  readonly signOn: SignOn;
  /** What is written by whichever process, for calls that last. */
  readonly news: News;
  /** The same request as if it came now, for calls that last: whoever may not come any more is refused. @throws {AppError} as the door does. */
  again(): Promise<UseCaseContext>;
  readonly requestId: string;
  readonly ip: string | null;
  readonly now: () => number;
  readonly newId: () => string;
  /** Runs `job` as the one write of this call; see `write.ts`. */
  write<T>(wish: Wish, job: (tx: WriteTransaction) => Promise<T>): Promise<T>;
  /** Tells the outbox that there is mail. */
  mailWaiting(): void;
  /** Hands one mail to the mail server at once, past the outbox and within seconds, to learn what it answers. */
  tryMail(mail: OutgoingMail): Promise<MailTest>;
}

/** The caller's membership as the database has it. */
export interface ActingMember {
  readonly actor: Actor;
  readonly memberId: MemberId | null;
  /** Whether that is their membership of the home workspace, whose roles count here too, because they have none here. */
  readonly isFromHome?: true;
  readonly accountId: AccountId | null;
  readonly name: string;
  readonly email: string;
  /** The version of the membership; 0 where there is none. */
  readonly version: number;
  /** Whether the account has to choose a new password before anything else. */
  readonly mustChangePassword: boolean;
}
