// What the widget asks of a server, as one interface. Elements never see it: only <user-admin> calls it, through intents.
import type { ListMembers } from '../../shared/contract/members.ts';
import type { ResourceId } from '../../shared/ids.ts';
import type { ChangedPart } from '../../shared/live/change.ts';
import type { MemberPage } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import type { DeedPath, Given, Input, Output, QueryPath, WishPath } from './procedures.ts';

/** The options of one call. A read is aborted when nobody waits any more; a write is retried under the same key. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The key of the wish: the same on every retry, so that it has one effect. */
  readonly idempotencyKey?: string;
  /** How many the whole is about of which this is the first part; 0 for a later part, about which the page has been asked. */
  readonly whole?: number;
}

/** A change that can be made to many members at once. */
export type BulkChange =
  | { readonly action: 'member.change-role'; readonly roles: RoleKey[] }
  | {
      readonly action: 'member.deactivate' | 'member.reactivate' | 'member.remove' | 'member.end-sessions';
    }
  | {
      readonly action: 'member.assign';
      readonly kind: string;
      readonly add: ResourceId[];
      readonly remove: ResourceId[];
    };

/** Any procedure by its path, with the types of the router: how what is loaded later calls the server. Every call rejects with a `Failure`. */
export interface Calls {
  /** Reads, by GET; tried again where no answer came. */
  read<P extends QueryPath>(path: P, input: Input<P>, options?: CallOptions): Promise<Output<P>>;
  /** Changes something once for each key, by POST; tried again under the same key where no answer came. */
  write<P extends WishPath>(path: P, given: Given<P>, options?: CallOptions): Promise<Output<P>>;
  /** Does something that takes no key, by POST; never tried again by itself. */
  send<P extends DeedPath>(
    path: P,
    input: Input<P>,
    options?: Pick<CallOptions, 'signal'>,
  ): Promise<Output<P>>;
}

/** Who listens to what others change. */
export interface ChangeListener {
  /** Hears which parts are out of date; the first time, perhaps of none, as soon as the server tells. */
  onChange(changed: readonly ChangedPart[]): void;
  /** Hears that the way is open, at every sign of it. */
  onAlive(): void;
}

/** The server as the widget knows it: calls by path, and by name the two of the first rows. Every call rejects with a `Failure`. */
export interface UserAdminApi extends Calls {
  viewer(options?: CallOptions): Promise<Viewer>;
  readonly members: {
    list(input: ListMembers, options?: CallOptions): Promise<MemberPage>;
  };
  /** Listens to what others change, from `missed` milliseconds ago until the server ends it. Its code is loaded when it is first asked for. */
  listen(missed: number, listener: ChangeListener, signal: AbortSignal): Promise<void>;
}
