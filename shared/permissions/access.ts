// What somebody may do with resources, as both sides know it. Pure: types only.
import type { ResourceId } from '../ids.ts';
import type { AccessRight } from './effective.ts';

/** What a member may do with one resource, and why. */
export interface AccessRow {
  readonly resourceId: ResourceId;
  readonly resource: string;
  /** Every action they may do with what it rests on; empty for nothing. */
  readonly rights: readonly AccessRight[];
  /** The actions that they were granted themselves, whether or not something else gives them more. */
  readonly assigned: readonly string[];
  readonly isOwner: boolean;
  /** Whether it was registered after they were last given something of the kind, which is why it is not theirs. */
  readonly isNewer: boolean;
}

/** A page of them in the order of the resources' names. */
export interface AccessPage {
  /** Whether the person is switched on; otherwise none of this opens anything. */
  readonly isActive: boolean;
  /** How many resources of the kind the reader could see here, whatever was searched for. */
  readonly total: number;
  /** The ids of all that they were granted themselves, whatever was searched for. */
  readonly assigned: readonly ResourceId[];
  readonly rows: readonly AccessRow[];
  readonly next: string | null;
}
