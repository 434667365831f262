// The roles of other workspaces in the words of the viewer's policy, which is in the language spoken. Pure.
import type { RoleKey } from '../shared/policy/policy.ts';
import type { Viewer } from '../shared/workspaces/workspace.ts';

/** A role as the server calls it. */
interface Named {
  readonly key: RoleKey;
  readonly name: string;
  readonly description?: string;
}

/** The roles with the names that the policy of `viewer` has for them; those that it does not have, or that a workspace made for itself, stay as they are. */
export function inWords<Role extends Named>(roles: readonly Role[], { policy }: Viewer): readonly Role[] {
  return roles.map((role) => {
    const own = policy.roles.find(({ key }) => key === role.key);
    if (own === undefined || own.isCustom === true) return role;
    return {
      ...role,
      name: own.name,
      ...(role.description === undefined ? {} : { description: own.description }),
    };
  });
}
