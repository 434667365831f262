// Everybody who can ask, and the role sets they can name. For tests only.
import type { MemberId, WorkspaceId } from '../../ids.ts';
import type { Actor } from '../can.ts';
import type { CapabilityKey, Policy, RoleKey } from '../policy.ts';
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

/**
 * Everybody who can ask under `policy`: each role, the sets of several roles among `columns`, roles that do not exist,
 * and whoever is no active member here.
 */
export function callersOf(policy: Policy, columns: readonly string[]): Caller[] {
  const highest = policy.roles[0]!.key;
  const owner: Actor = { kind: 'member', id: ME, workspace: HERE, roles: [highest], status: 'active' };
  const several = columns.filter((column) => column.includes('+'));
  const members = [...policy.roles.map((role) => role.key), ...several, 'unknown', 'none'].flatMap((column) =>
    rolesNamed(column, policy).map((roles): Caller => ({
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
function unknownRoles(policy: Policy): readonly RoleKey[] {
  const real = policy.roles[0]!.key;
  return [
    'deleted',
    real.toUpperCase(),
    real[0]!.toUpperCase() + real.slice(1),
    ` ${real}`,
    `${real} `,
    policy.roles.map(({ key }) => key).join(),
    `${real}\n`,
    '',
    real.replace(/[aeo]/, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter]!),
    '__proto__',
    'constructor',
    [real] as unknown as RoleKey,
  ];
}

/** The role sets that a row or column of a matrix stands for: `unknown`, `none`, one role, or several joined by `+`. */
export function rolesNamed(column: string, policy: Policy): readonly (readonly RoleKey[])[] {
  if (column === 'none') return [[]];
  if (column === 'unknown') return unknownRoles(policy).map((role) => [role]);
  return [column.split('+')];
}

/** Keys that are no capability. */
const UNKNOWN_CAPABILITIES: readonly CapabilityKey[] = [
  'deleted.right',
  'MEMBERS.VIEW',
  'members.view ',
  'members.view,audit.view',
  '',
  '__proto__',
  'constructor',
  ['members.view'] as unknown as CapabilityKey,
];

/** The capabilities that a row of a matrix stands for: `unknown` (alone, and beside one that is known), `nothing`, or those joined by `+`. */
export function capabilitiesNamed(row: string): readonly (readonly CapabilityKey[])[] {
  if (row === 'nothing') return [[]];
  if (row === 'unknown') return UNKNOWN_CAPABILITIES.flatMap((key) => [[key], ['members.view', key]]);
  return [row.split('+')];
}
