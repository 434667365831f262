// Skeleton.
import type { Ratio } from './ratio.ts';

/** The table in a browser against a bare one. */
export async function scrollRatios(): Promise<Ratio[]> {
  return [];
}
