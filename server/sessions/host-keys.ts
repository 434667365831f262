// The secrets of host keys: derived from the deployment's secret, so that none is stored. No database.
import { createHmac } from 'node:crypto';
import type { HostKeyId } from '../../shared/ids.ts';

/**
 * The secret that a host's backend signs its tokens with (HS256 over these very characters).
 * A new generation makes another one and ends the old.
 */
export function hostKeySecret(masterSecret: string, id: HostKeyId, generation: number): string {
  return createHmac('sha256', masterSecret)
    .update(`user-admin host key\n${id}\n${generation}`)
    .digest('base64url');
}
