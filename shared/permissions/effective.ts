// What somebody may really do with a resource, and what each right rests on. Pure.
import type { CompiledPolicy } from '../policy/compile.ts';
import type { ResourceKind, RoleKey } from '../policy/policy.ts';

/** What one role was granted on one resource. */
export interface RoleGrant {
  readonly role: RoleKey;
  readonly actions: readonly string[];
}

/** What one person has on one resource beside what their roles have. */
export interface OwnGrant {
  /** What they were granted themselves. */
  readonly actions: readonly string[];
  /** Whether the resource is theirs. */
  readonly isOwner: boolean;
}

/** What a right rests on: a role that holds everything, the resource being one's own, or a grant to the person or to a role. */
export type AccessGround =
  | { readonly kind: 'full-role'; readonly role: RoleKey }
  | { readonly kind: 'owner' }
  | { readonly kind: 'person' }
  | { readonly kind: 'role'; readonly role: RoleKey };

/** One action that somebody may do, and the first thing that it rests on. */
export interface AccessRight {
  readonly action: string;
  readonly ground: AccessGround;
}

const NOTHING: OwnGrant = { actions: [], isOwner: false };

/**
 * What `roles` together, and the person who has them, may do with a resource of `kind`, in the order of the policy.
 *
 * A role that holds everything does so whatever the grants say. Grants to people count only for kinds that are granted to
 * people, grants to roles only for the others. What a visitor is granted counts for visitors only. Roles and actions that
 * the policy does not know count for nothing.
 */
export function accessRights(
  compiled: CompiledPolicy,
  kind: string,
  roles: readonly RoleKey[],
  grants: readonly RoleGrant[],
  own: OwnGrant = NOTHING,
): readonly AccessRight[] {
  const resource = compiled.policy.resources.find((candidate) => candidate.key === kind);
  if (resource === undefined) return [];
  const held = roles.filter((role) => compiled.roles.has(role));
  return resource.actions.flatMap(({ key: action }) => {
    const ground = groundFor(resource, action, held, grants, own);
    return ground === undefined ? [] : [{ action, ground }];
  });
}

/** The actions of `accessRights` alone. */
export function effectiveActions(...asked: Parameters<typeof accessRights>): readonly string[] {
  return accessRights(...asked).map(({ action }) => action);
}

function groundFor(
  resource: ResourceKind,
  action: string,
  held: readonly RoleKey[],
  grants: readonly RoleGrant[],
  own: OwnGrant,
): AccessGround | undefined {
  const full = held.find((role) => resource.fullRoles.includes(role));
  if (full !== undefined) return { kind: 'full-role', role: full };
  if (resource.grantedTo === 'member') {
    if (resource.isCreatorFull === true && own.isOwner) return { kind: 'owner' };
    return own.actions.includes(action) ? { kind: 'person' } : undefined;
  }
  const grant = grants.find(({ role, actions }) => held.includes(role) && actions.includes(action));
  return grant && { kind: 'role', role: grant.role };
}
