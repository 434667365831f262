// Deletes archived workspaces for good.
import type { OnWorkspace } from '../../shared/contract/workspaces.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { UseCaseContext } from '../context.ts';
import { workspaceToChange } from './change.ts';
import { markDeleted } from './clear.ts';

/**
 * Deletes an archived workspace with everything in it, and the accounts of people who were members nowhere else. The trail stays.
 *
 * It is gone with this write; `clearDeleted` takes away what it held afterwards, in many small ones.
 * @throws {AppError} `workspace_not_archived`; the reason of the denial; `changed_meanwhile`.
 */
export function deleteWorkspace(ctx: UseCaseContext, input: OnWorkspace): Promise<{ id: WorkspaceId }> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'workspace.delete', input: wish, idempotencyKey }, async (tx) => {
    const workspace = await workspaceToChange(ctx, tx, 'workspace.delete', input);
    if (!(await markDeleted(tx.sql, workspace, tx.now))) fail('changed_meanwhile');
    await tx.audit({
      action: 'workspace.delete',
      target: { kind: 'workspace', id: workspace.id },
      before: { name: workspace.name },
      workspaceId: workspace.id,
    });
    return { id: workspace.id };
  });
}
