// The calls of members, invitations and permissions by name, which servers in memory are made of. Types only; never part of a build.
import type { ListInvitations } from '../../shared/contract/invitations.ts';
import type { ListMembers, MemberSelection } from '../../shared/contract/members.ts';
import type { InvitationId, MemberId, WorkspaceId } from '../../shared/ids.ts';
import type { Invitation, InvitationPage, InvitationResult } from '../../shared/invitations/invitation.ts';
import type { Member, MemberOutcome, MemberPage } from '../../shared/members/member.ts';
import type { GrantChange, GrantOutcome, GrantRow } from '../../shared/permissions/permissions.ts';
import type { RoleKey } from '../../shared/policy/policy.ts';
import type { BulkChange, CallOptions } from '../client/api.ts';

/** The calls; the paths of the same names lead to them. */
export interface NamedCalls {
  members: {
    list(input: ListMembers, options?: CallOptions): Promise<MemberPage>;
    changeRole(
      member: Pick<Member, 'id' | 'version'>,
      roles: readonly RoleKey[],
      options?: CallOptions,
    ): Promise<Member>;
    deactivate(member: Pick<Member, 'id' | 'version'>, options?: CallOptions): Promise<Member>;
    reactivate(member: Pick<Member, 'id' | 'version'>, options?: CallOptions): Promise<Member>;
    remove(member: Pick<Member, 'id' | 'version'>, options?: CallOptions): Promise<{ readonly id: MemberId }>;
    leave(version: number, options?: CallOptions): Promise<{ readonly id: MemberId }>;
    /** One step of at most 200 people; `next` goes into the next call's selection, null at the end. */
    changeMany(
      selection: MemberSelection,
      change: BulkChange,
      options?: CallOptions,
      note?: string,
    ): Promise<{ readonly results: readonly MemberOutcome[]; readonly next: string | null }>;
  };
  invitations: {
    create(
      input: {
        readonly addresses: string;
        readonly roles: readonly RoleKey[];
        readonly name?: string;
        readonly message?: string;
        readonly places?: readonly {
          readonly workspaceId: WorkspaceId;
          readonly roles: readonly RoleKey[];
        }[];
      },
      options?: CallOptions,
    ): Promise<{ readonly results: readonly InvitationResult[] }>;
    list(input: ListInvitations, options?: CallOptions): Promise<InvitationPage>;
    resend(
      invitation: Pick<Invitation, 'id' | 'version'>,
      options?: CallOptions,
    ): Promise<{ readonly invitation: Invitation; readonly link?: string }>;
    revoke(invitation: Pick<Invitation, 'id' | 'version'>, options?: CallOptions): Promise<Invitation>;
    link(id: InvitationId, options?: CallOptions): Promise<{ readonly link: string }>;
  };
  permissions: {
    grid(
      input: { readonly kind: string; readonly role: RoleKey; readonly after?: string },
      options?: CallOptions,
    ): Promise<{ readonly rows: readonly GrantRow[]; readonly next: string | null }>;
    save(
      kind: string,
      rows: readonly GrantChange[],
      options?: CallOptions,
    ): Promise<{ readonly results: readonly GrantOutcome[] }>;
  };
}
