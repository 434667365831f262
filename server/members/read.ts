// Reads a page of the workspace's members for who may see them.
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import type { MemberQuery } from './list.ts';
import { listMembers } from './list.ts';

/** A page as the JSON text of a `MemberPage`: made by the database and parsed by the client, never in between. @throws {AppError} the reason of the denial. */
export async function readMembers(ctx: UseCaseContext, query: MemberQuery): Promise<{ page: string }> {
  const { workspaceId } = await authorizeRead(ctx, 'members.list');
  return { page: await listMembers(ctx.read, ctx.policy, workspaceId, query) };
}
