// Signing keys of host applications as they are shown. Pure: types only; no secret is in a list.
import type { HostKeyId } from '../ids.ts';

/** A signing key of a host application, without its secret. */
export interface HostKeyRow {
  readonly id: HostKeyId;
  readonly name: string;
  readonly createdAt: number;
  readonly revokedAt: number | null;
  /** Until when the secret before the newest is accepted too; null where it is not any more. */
  readonly previousUntil: number | null;
  /** Whether its tokens reach the workspace that is asked in. */
  readonly coversThis: boolean;
  /** Whether it serves other workspaces too than the one that is asked in. */
  readonly isShared: boolean;
}

/** The keys that somebody may see in a workspace. */
export interface HostKeyList {
  readonly rows: readonly HostKeyRow[];
  /** Whether new keys can be made here. */
  readonly canCreate: boolean;
}

/** A key with its secret, for whoever configures the host; shown in the reply that makes it and nowhere else. */
export interface IssuedHostKey {
  readonly id: HostKeyId;
  readonly secret: string;
}

/** How long the old secret of a key goes on being accepted after a new one was made, in hours. */
export const KEY_OVERLAP_HOURS = { min: 0, max: 168, usual: 24 } as const;
