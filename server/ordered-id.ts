// How ids are made. They are names and not secrets: whoever knows one has no right by it, and no link is derived from one alone.
import { randomUUID } from 'node:crypto';

/**
 * A UUID of version 7: the time it was made at, in milliseconds, then 74 random bits.
 * What is made together so stands together in every index, and a list of invitations changes few pages of the file.
 */
export function orderedId(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  // Its own fourth digit of the third group says version 4.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
