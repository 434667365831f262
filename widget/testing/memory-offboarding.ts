// Seeing somebody out, in memory and with the real decisions. Never part of a build.
import type { MemberId } from '../../shared/ids.ts';
import type { OffboardPlan } from '../../shared/members/offboarding.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import type { MemoryApi } from './memory-api.ts';

/** What everybody leaves behind: the same for each person, until a test says otherwise. */
export class MemoryOffboarding {
  plan: Omit<OffboardPlan, 'ends'> = { sessions: 2, invitations: 3, owned: [] };

  constructor(api: MemoryApi) {
    api.on('members.planOffboarding', ({ memberId }) => {
      this.#memberOf(api, memberId);
      const { deactivation, isRemovable } = api.viewerNow.policy.members;
      const ends = [
        ...(deactivation === 'none' ? [] : (['deactivate'] as const)),
        ...(isRemovable ? (['remove'] as const) : []),
      ];
      return { ...this.plan, ends };
    });
    api.on('members.offboard', ({ memberId, end, revokeInvitations = true, handOverTo }) => {
      const member = this.#memberOf(api, memberId);
      const left =
        end === 'remove' ? null : { ...member, status: 'deactivated' as const, version: member.version + 1 };
      api.people = api.people.flatMap((one) => (one.id !== member.id ? [one] : left === null ? [] : [left]));
      const count = this.plan.owned.reduce((sum, one) => sum + one.count, 0);
      return {
        memberId: member.id,
        member: left,
        sessions: this.plan.sessions,
        invitations: revokeInvitations ? this.plan.invitations : 0,
        handedOver: handOverTo === undefined ? 0 : count,
      };
    });
  }

  #memberOf(api: MemoryApi, memberId: string) {
    const member = api.people.find(({ id }) => id === (memberId as MemberId));
    if (member === undefined) throw new Failure('member_not_found');
    const rights = rightsOf(api.viewerNow);
    const decision = may(rights, 'member.offboard', { member: rights.target(member) });
    if (!decision.allowed) throw new Failure(decision.reason);
    return member;
  }
}
