// The wire of signing keys, for whoever runs a deployment from its home workspace. Only zod; only the server imports it as a value.
import { z } from 'zod';
import { KEY_OVERLAP_HOURS } from '../host-keys/host-key.ts';
import type { HostKeyId } from '../ids.ts';
import { id, mutation } from './base.ts';

/** Makes a signing key, and says whether its tokens are to reach the workspace that is asked in. */
export const CreateKey = mutation({
  name: z.string().min(1).max(2000),
  coversThis: z.boolean().default(false),
});
export type CreateKey = z.infer<typeof CreateKey>;

/** Gives a key another secret; the one before is accepted for a while longer. */
export const RotateKey = mutation({
  hostKeyId: id<HostKeyId>(),
  overlapHours: z
    .int()
    .min(KEY_OVERLAP_HOURS.min)
    .max(KEY_OVERLAP_HOURS.max)
    .default(KEY_OVERLAP_HOURS.usual),
});
export type RotateKey = z.infer<typeof RotateKey>;

/** Ends a key for good, its secrets all at once. */
export const RevokeKey = mutation({ hostKeyId: id<HostKeyId>() });
export type RevokeKey = z.infer<typeof RevokeKey>;
