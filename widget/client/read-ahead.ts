// Asks for the first page of members together with the viewer, so that the list need not wait for one to ask for the other.
import type { ListMembers } from '../../shared/contract/members.ts';
import type { UserAdminApi } from './api.ts';

/** How long an answer that nobody has asked for yet is as good as a new one, in milliseconds. */
const FRESH = 5000;

/**
 * The same server, with the first page for `input` on its way already; it is given to the first who asks for exactly that, unless it
 * failed before, or came more than `fresh` milliseconds ago.
 */
export function readAhead(api: UserAdminApi, input: ListMembers, fresh = FRESH): UserAdminApi {
  const wanted = JSON.stringify(input);
  let ahead: ReturnType<UserAdminApi['members']['list']> | undefined = api.members.list(input);
  // One that failed is asked for anew: somebody may have had to choose a password first. And one that nobody took is out of date.
  const forget = (): void => void (ahead = undefined);
  ahead.then(() => setTimeout(forget, fresh), forget);
  const list: UserAdminApi['members']['list'] = (asked, options) => {
    const early = ahead;
    ahead = undefined;
    return early !== undefined && JSON.stringify(asked) === wanted ? early : api.members.list(asked, options);
  };
  return { ...api, members: { list } };
}
