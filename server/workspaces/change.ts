// Renames, archives and restores workspaces.
import type { OnWorkspace, RenameWorkspace } from '../../shared/contract/workspaces.ts';
import { fail } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Workspace } from '../../shared/workspaces/workspace.ts';
import type { UseCaseContext, WriteTransaction } from '../context.ts';
import { nameOf } from './create.ts';
import { isOperator, reachWorkspace } from './reach.ts';
import type { StoredWorkspace } from './store.ts';
import { publicWorkspace, setArchivedAt, setName, workspaceById } from './store.ts';

/** What is done to a workspace as a whole. */
type WorkspaceAction = 'workspace.rename' | 'workspace.archive' | 'workspace.restore' | 'workspace.delete';

/** Gives the workspace another name. @throws {AppError} `name_invalid`; the reason of the denial; `changed_meanwhile` with the fresh workspace. */
export async function renameWorkspace(ctx: UseCaseContext, input: RenameWorkspace): Promise<Workspace> {
  const { idempotencyKey, ...wish } = input;
  const name = nameOf(input.name);
  return ctx.write({ action: 'workspace.rename', input: wish, idempotencyKey }, async (tx) => {
    const workspace = await workspaceToChange(ctx, tx, 'workspace.rename', input);
    if (workspace.name === name) return publicWorkspace(workspace);
    const isChanged = await setName(tx.sql, workspace, name);
    return changed(tx, workspace, isChanged, {
      action: 'workspace.rename',
      before: { name: workspace.name },
      after: { name },
    });
  });
}

/** Makes the workspace read-only until it is restored. @throws {AppError} `workspace_archived`; the reason of the denial; `changed_meanwhile`. */
export function archiveWorkspace(ctx: UseCaseContext, input: OnWorkspace): Promise<Workspace> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'workspace.archive', input: wish, idempotencyKey }, async (tx) => {
    const workspace = await workspaceToChange(ctx, tx, 'workspace.archive', input);
    const isChanged = await setArchivedAt(tx.sql, workspace, tx.now);
    return changed(tx, workspace, isChanged, {
      action: 'workspace.archive',
      before: { isArchived: false },
      after: { isArchived: true },
    });
  });
}

/** Makes an archived workspace live again; one that lives is left as it is. @throws {AppError} the reason of the denial; `changed_meanwhile`. */
export function restoreWorkspace(ctx: UseCaseContext, input: OnWorkspace): Promise<Workspace> {
  const { idempotencyKey, ...wish } = input;
  return ctx.write({ action: 'workspace.restore', input: wish, idempotencyKey }, async (tx) => {
    const workspace = await workspaceToChange(ctx, tx, 'workspace.restore', input);
    if (!workspace.isArchived) return publicWorkspace(workspace);
    const isChanged = await setArchivedAt(tx.sql, workspace, null);
    return changed(tx, workspace, isChanged, {
      action: 'workspace.restore',
      before: { isArchived: true },
      after: { isArchived: false },
    });
  });
}

/**
 * The workspace that the caller saw, as the transaction finds it, once the caller may do `action` to it.
 * Who has no business there is told so before it is known whether there is such a workspace.
 * @throws {AppError} `workspace_not_found`; the reason of the denial; `changed_meanwhile` with the fresh workspace.
 */
export async function workspaceToChange(
  ctx: UseCaseContext,
  tx: WriteTransaction,
  action: WorkspaceAction,
  seen: { workspaceId: WorkspaceId; version: number },
): Promise<StoredWorkspace> {
  if (isOperator(ctx.caller)) await reachWorkspace(tx.sql, ctx.caller, seen.workspaceId);
  await tx.assertCan(action, { workspace: seen.workspaceId });
  const workspace = (await workspaceById(tx.sql, seen.workspaceId)) ?? fail('workspace_not_found');
  if (workspace.version !== seen.version) fail('changed_meanwhile', publicWorkspace(workspace));
  return workspace;
}

async function changed(
  tx: WriteTransaction,
  workspace: StoredWorkspace,
  isChanged: boolean,
  entry: { action: WorkspaceAction; before: unknown; after: unknown },
): Promise<Workspace> {
  const fresh = (await workspaceById(tx.sql, workspace.id)) ?? fail('workspace_not_found');
  if (!isChanged) fail('changed_meanwhile', publicWorkspace(fresh));
  await tx.audit({ ...entry, target: { kind: 'workspace', id: workspace.id }, workspaceId: workspace.id });
  return publicWorkspace(fresh);
}
