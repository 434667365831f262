// What the viewer may do to a member, asked once for everybody alike. Only `can` decides; nothing here knows a policy's name.
import type { MemberId } from '../../shared/ids.ts';
import type { MemberTarget } from '../../shared/policy/can.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { Member } from '../../shared/members/member.ts';
import { statusText } from '../i18n/strings.ts';
import type { Rights } from '../rights.ts';

/** Something that can be done to one member. */
export type MemberAction = 'member.deactivate' | 'member.reactivate' | 'member.remove' | 'member.leave';

/** A role as a choice for one member. */
export interface RoleChoice {
  readonly role: RoleKey;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly decision: Decision;
}

/** The roles that the viewer may and may not give to a member, and what else is done to one. */
export interface MemberDecisions {
  /** The status, in the word of the policy. */
  readonly status: string;
  /** The workspace that the roles are named with; '' where people belong to one. */
  readonly place: string;
  /** Whether a person can have several roles, so that they are chosen where there is room. */
  readonly isMany: boolean;
  readonly roles: readonly RoleChoice[];
  /** Whether another role can be given at all, and if not, why not. */
  readonly changeRole: Decision;
  /** What there is to be done to such a member; whether the viewer may, `may` says where it is offered. */
  readonly actions: readonly MemberAction[];
}

/** The decisions about members; members alike share one answer, because a page of rows asks for the same few again and again. */
export class MemberDecider {
  readonly #rights: Rights;
  readonly #known = new Map<string, MemberDecisions>();

  constructor(rights: Rights) {
    this.#rights = rights;
  }

  /** What the viewer may do to `member`. */
  decide(member: Member): MemberDecisions {
    const key = `${this.#rights.isSelf(member)} ${member.status} ${member.source} ${member.roles.join(' ')}`;
    let known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, (known = decide(this.#rights, member)));
    return known;
  }
}

function decide(rights: Rights, member: Member): MemberDecisions {
  const target = { member: rights.target(member) };
  const roles = rights.personRoles.map((role): RoleChoice => ({
    role: role.key,
    name: role.name,
    isCurrent: member.roles.includes(role.key),
    decision: rights.may('member.change-role', { ...target, roles: [role.key] }),
  }));
  const { policy, viewer } = rights;
  return {
    status: statusText(member.status, policy),
    place: policy.workspaces === 'many' ? viewer.workspace.name : '',
    isMany: policy.rolesPerMember === 'many',
    roles,
    changeRole: anyAllowed(roles.filter(({ isCurrent }) => !isCurrent).map(({ decision }) => decision)),
    actions: actionsFor(rights, member),
  };
}

function actionsFor(rights: Rights, member: Member): MemberAction[] {
  const { deactivation, isRemovable } = rights.policy.members;
  const isSelf = rights.isSelf(member);
  const actions: MemberAction[] = [];
  if (deactivation !== 'none')
    actions.push(member.status === 'active' ? 'member.deactivate' : 'member.reactivate');
  if (isRemovable && !isSelf) actions.push('member.remove');
  if (isSelf) actions.push('member.leave');
  return actions;
}

/** Allowed where one is; else the reason that says most. */
function anyAllowed(decisions: readonly Decision[]): Decision {
  const denials = decisions.filter((decision) => !decision.allowed);
  if (denials.length < decisions.length) return { allowed: true };
  return (
    denials.find(({ reason }) => reason !== 'role_not_yours_to_give') ??
    denials[0] ?? { allowed: false, reason: 'role_unchanged' }
  );
}

/** Anybody, as a decision sees them: active, and with no role that only some may touch. */
export function anybody({ viewer }: Rights): MemberTarget {
  return { id: '' as MemberId, workspace: viewer.workspace.id, roles: [], status: 'active' };
}

/** Whether the viewer may give `role` to anybody. */
export function mayGiveRole(rights: Rights, role: RoleKey): Decision {
  return rights.may('member.change-role', { member: anybody(rights), roles: [role] });
}

/** Whether the viewer may manage anybody, and if not, why not. */
export function mayManage(rights: Rights): Decision {
  return anyAllowed(rights.personRoles.map(({ key }) => mayGiveRole(rights, key)));
}
