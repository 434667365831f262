// Everybody who can ask, and the role sets they can name. For tests only.
import type { MemberId, WorkspaceId } from '../../ids.ts';
import type { Actor } from '../can.ts';
import type { Policy, RoleKey } from '../policy.ts';
import type { ErrorCode } from '../../errors.ts';

/** The workspace of every question. */
export const HERE = 'workspace-1' as WorkspaceId;
/** The member who asks. */
export const ME = 'member-me' as MemberId;
/** The member who is asked about, where it is somebody else. */
export const OTHER = 'member-other' as MemberId;

const ELSEWHERE = 'workspace-2' as WorkspaceId;

/** Somebody who asks; `column` is theirs in the matrices, or `refusal` the one answer to whatever they ask. */
export interface Caller {
  readonly who: string;
  readonly actor: Actor;
  readonly column?: string;
  readonly refusal?: ErrorCode;
}

/** Everybody who can ask under `policy`: each role, roles that do not exist, and whoever is no active member here. */
export function callersOf(policy: Policy): Caller[] {
  const highest = policy.roles[0]!.key;
  const owner: Actor = { kind: 'member', id: ME, workspace: HERE, roles: [highest], status: 'active' };
  const members = [...policy.roles.map((role) => role.key), 'unknown', 'none'].flatMap((column) =>
    rolesNamed(column).map((roles): Caller => ({
      who: `${column} ${JSON.stringify(roles)}`,
      column,
      actor: { ...owner, roles },
    })),
  );
  const { id: _id, workspace: _workspace, ...nowhere } = owner;
  return [
    ...members,
    {
      who: 'the host',
      column: 'host',
      actor: { kind: 'host', workspace: HERE, roles: [], status: 'active' },
    },
    {
      who: 'a host that claims the highest role',
      column: 'host',
      actor: { kind: 'host', roles: [highest], status: 'active' },
    },
    { who: 'the system', column: 'system', actor: { kind: 'system', roles: [], status: 'active' } },
    {
      who: 'nobody signed in',
      refusal: 'not_signed_in',
      actor: { kind: 'anonymous', roles: [], status: 'active' },
    },
    {
      who: 'nobody signed in who claims everything',
      refusal: 'not_signed_in',
      actor: { ...owner, kind: 'anonymous' },
    },
    {
      who: 'a deactivated person of the highest role',
      refusal: 'actor_deactivated',
      actor: { ...owner, status: 'deactivated' },
    },
    {
      who: 'the highest role of another workspace',
      refusal: 'not_a_member',
      actor: { ...owner, workspace: ELSEWHERE },
    },
    { who: 'somebody signed in who is a member nowhere', refusal: 'not_a_member', actor: nowhere },
    {
      who: 'the host of another workspace',
      refusal: 'not_a_member',
      actor: { kind: 'host', workspace: ELSEWHERE, roles: [], status: 'active' },
    },
  ];
}

/** Keys that are no role: deleted ones, other spellings, lists, look-alikes and the names that every object has. */
const UNKNOWN: readonly RoleKey[] = [
  'deleted',
  'OWNER',
  'Owner',
  ' owner',
  'owner ',
  'owner,viewer',
  'owner\n',
  '',
  'оwner',
  '__proto__',
  'constructor',
  ['owner'] as unknown as RoleKey,
];

/** The role sets that a row or column of a matrix stands for: `unknown`, `none`, one role, or several joined by `+`. */
export function rolesNamed(column: string): readonly (readonly RoleKey[])[] {
  if (column === 'none') return [[]];
  if (column === 'unknown') return UNKNOWN.map((role) => [role]);
  return [column.split('+')];
}
