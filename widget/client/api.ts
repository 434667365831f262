// What the widget asks of a server, as one interface. Elements never see it: only <user-admin> calls it, through intents.
import type { ListMembers } from '../../shared/contract/members.ts';
import type { ResourceId } from '../../shared/ids.ts';
import type { MemberPage } from '../../shared/members/member.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Viewer } from '../../shared/workspaces/workspace.ts';
import type { DeedPath, Given, Input, Output, QueryPath, WishPath } from './procedures.ts';

/** The options of one call. A read is aborted when nobody waits any more; a write is retried under the same key. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The key of the wish: the same on every retry, so that it has one effect. */
  readonly idempotencyKey?: string;
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

/** The server as the widget knows it: calls by path, and by name the two of the first rows. Every call rejects with a `Failure`. */
export interface UserAdminApi extends Calls {
  viewer(options?: CallOptions): Promise<Viewer>;
  readonly members: {
    list(input: ListMembers, options?: CallOptions): Promise<MemberPage>;
  };
}
