// Asks for the first page of members together with the viewer, so that the list need not wait for one to ask for the other.
import type { ListMembers } from '../../shared/contract/members.ts';
import type { UserAdminApi } from './api.ts';

/** The same server, with the first page for `input` on its way already; it is given to the first who asks for exactly that. */
export function readAhead(api: UserAdminApi, input: ListMembers): UserAdminApi {
  const wanted = JSON.stringify(input);
  let ahead: ReturnType<UserAdminApi['members']['list']> | undefined = api.members.list(input);
  // Whoever asks for it hears of its failure; a viewer who may not list never asks.
  ahead.catch(() => undefined);
  const list: UserAdminApi['members']['list'] = (asked, options) => {
    const early = ahead;
    ahead = undefined;
    return early !== undefined && JSON.stringify(asked) === wanted ? early : api.members.list(asked, options);
  };
  return { ...api, members: { list } };
}
