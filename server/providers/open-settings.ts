// The door to changing single sign-on.
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';

/** The workspace of the call, once the caller may change its single sign-on and just proved who they are. @throws {AppError}. */
export async function openSettings(ctx: UseCaseContext, tx: WriteTransaction): Promise<WorkspaceId> {
  const workspaceId = ctx.workspaceId ?? fail('workspace_not_found');
  await tx.assertCan('settings.change', { workspace: workspaceId });
  tx.assertFresh();
  return workspaceId;
}
