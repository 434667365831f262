// Reads a member with everything that the form about them shows.
import { fail } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberDetails } from '../../shared/members/profile.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { readFacts } from '../write.ts';
import { profileOf } from './profile-store.ts';
import { memberById, publicMember } from './store.ts';

/** The member, what describes them, and whose word that is. @throws {AppError} `member_not_found`; the reason of the denial. */
export async function readMember(
  ctx: UseCaseContext,
  { memberId }: { memberId: MemberId },
): Promise<MemberDetails> {
  const { workspaceId } = await authorizeRead(ctx, 'members.list');
  const member = (await memberById(ctx.read, workspaceId, memberId)) ?? fail('member_not_found');
  const { external } = await readFacts(ctx.read, ctx, workspaceId);
  const isOfProvider = member.source === 'provider';
  return {
    member: publicMember(member),
    profile: await profileOf(ctx.read, member),
    sources: {
      person: isOfProvider || external.authentication ? 'provider' : 'local',
      roles: isOfProvider && external.authorization ? 'provider' : 'local',
    },
  };
}
