// When a person signed in, and what was unusual about it. Pure: types and numbers.
import type { SessionStart } from '../sessions/session.ts';

/** What is unusual about a sign-in: it followed many failures, came from a network not seen before, or is the first in 90 days. */
export type SignInFlag = 'many_failures' | 'new_network' | 'first_in_90_days';

/** One attempt to sign in. */
export interface SignIn {
  readonly at: number;
  /** How; `host` where the host's own token said who it is. */
  readonly by: SessionStart | 'host';
  readonly isOk: boolean;
  readonly device: string;
  readonly network: string;
  readonly flags: readonly SignInFlag[];
}

/** How often a member signed in to a workspace: exact to the millisecond, in windows that end now. */
export interface MemberActivity {
  readonly lastSignInAt: number | null;
  readonly last7Days: number;
  readonly last30Days: number;
  readonly last365Days: number;
  /** The newest first, at most 20. */
  readonly recent: readonly SignIn[];
}

/** Without a request for so long, the next one under a host's token counts as a sign-in, in milliseconds. */
export const HOST_VISIT_GAP = 30 * 60 * 1000;
