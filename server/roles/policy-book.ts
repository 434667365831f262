// What the policy is in each workspace: the one of the deployment, with the roles that the workspace made laid over it.
import type { WorkspaceId } from '../../shared/ids.ts';
import type { CompiledPolicy } from '../../shared/policy/compile.ts';
import { compilePolicy } from '../../shared/policy/compile.ts';
import { withCustomRoles } from '../../shared/policy/custom-roles.ts';
import type { Sql } from '../db/database.ts';
import { rolesSince } from './store.ts';

/** Reads what the policy is in a workspace now; that of the deployment where none is named. */
export type PolicyIn = (sql: Sql, workspaceId: WorkspaceId | null) => Promise<CompiledPolicy>;

/** The policy of one call. */
export interface CallPolicy {
  /** As it is in the workspace of the call; `policyIn` of that workspace brings it up to date in place. */
  readonly policy: CompiledPolicy;
  readonly policyIn: PolicyIn;
}

/** The policies of a deployment. */
export interface PolicyBook {
  readonly policyIn: PolicyIn;
  /** The policy of a call in `workspaceId`, an object of this call alone. */
  forCall(workspaceId: WorkspaceId | null): CallPolicy;
}

/** How many workspaces are remembered; of the others the roles are read again. */
const MOST = 300;

interface Page {
  readonly version: number;
  readonly compiled: CompiledPolicy;
}

/** Opens the book of `policy`. Where no workspace can make roles, nothing is ever read. */
export function createPolicyBook(policy: CompiledPolicy): PolicyBook {
  if (!policy.policy.hasCustomRoles) {
    const always: CallPolicy = { policy, policyIn: async () => policy };
    return { policyIn: always.policyIn, forCall: () => always };
  }
  const pages = new Map<WorkspaceId, Page>();
  const pageOf = async (sql: Sql, id: WorkspaceId): Promise<Page> => {
    const known = pages.get(id) ?? { version: 0, compiled: policy };
    const read = await rolesSince(sql, id, known.version);
    if (read === undefined) return known;
    const page = {
      version: read.version,
      compiled: compilePolicy(withCustomRoles(policy.policy, read.roles)),
    };
    remember(pages, id, page);
    return page;
  };
  return {
    policyIn: async (sql, id) => (id === null ? policy : (await pageOf(sql, id)).compiled),
    forCall: (workspaceId) => {
      const own = { ...policy };
      let version = 0;
      return {
        policy: own,
        policyIn: async (sql, id) => {
          if (id === null) return policy;
          const page = await pageOf(sql, id);
          if (id !== workspaceId) return page.compiled;
          // Versions only rise: what was read earlier and arrives later must not undo what a write has read since.
          if (page.version >= version) Object.assign(own, page.compiled);
          version = Math.max(version, page.version);
          return own;
        },
      };
    },
  };
}

function remember(pages: Map<WorkspaceId, Page>, id: WorkspaceId, page: Page): void {
  if ((pages.get(id)?.version ?? 0) > page.version) return;
  pages.delete(id);
  pages.set(id, page);
  if (pages.size > MOST) pages.delete(pages.keys().next().value!);
}
