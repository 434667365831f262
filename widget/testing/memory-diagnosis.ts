// What is found about people and addresses in memory, with the real decisions about who may look. Never part of a build.
import type { Finding } from '../../shared/members/diagnosis.ts';
import type { Invitation } from '../../shared/invitations/invitation.ts';
import type { MemberId } from '../../shared/ids.ts';
import { Failure } from '../failure.ts';
import { may } from '../may.ts';
import { rightsOf } from '../rights.ts';
import type { MemoryApi } from './memory-api.ts';

/** What the server finds, until a test says otherwise: somebody active or not, who signs in with their address. */
export class MemoryDiagnosis {
  /** What is found beside the status. */
  findings: readonly Finding[] = [];
  /** The invitation of an address. */
  invitation: Invitation | null = null;

  constructor(api: MemoryApi) {
    api.on('members.diagnose', (input) => {
      const rights = rightsOf(api.viewerNow);
      const action = 'memberId' in input ? 'members.list' : 'invitation.list';
      const decision = may(rights, action, { workspace: rights.viewer.workspace.id });
      if (!decision.allowed) throw new Failure(decision.reason);
      if (!('memberId' in input))
        return { email: input.email, member: null, invitation: this.invitation, findings: this.findings };
      const member = api.people.find(({ id }) => id === (input.memberId as MemberId));
      if (member === undefined) throw new Failure('member_not_found');
      const status: Finding =
        member.status === 'active' ? { code: 'active', facts: {} } : { code: 'deactivated', facts: {} };
      const named: Finding = { code: 'signs_in_as', facts: { email: member.email, username: null } };
      return { email: member.email, member, invitation: null, findings: [status, named, ...this.findings] };
    });
  }
}
