// A resource as both sides know it: a thing of the product that is granted. Pure: types only.
import type { MemberId, ResourceId } from '../ids.ts';

/** Something that can be granted, registered by the host under its own key. */
export interface Resource {
  readonly id: ResourceId;
  readonly kind: string;
  /** The host's own name for it, unique within workspace and kind. */
  readonly key: string;
  /** The name that people see. */
  readonly name: string;
  /** The member whose it is; null where the host named nobody. */
  readonly ownerId: MemberId | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** A page of resources in the order of their names. */
export interface ResourcePage {
  readonly rows: readonly Resource[];
  readonly next: string | null;
}
