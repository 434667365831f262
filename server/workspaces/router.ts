// The procedures of workspaces: validate, call the use-case.
import {
  CreateHostKey,
  CreateWorkspace,
  OnHostKey,
  OnWorkspace,
  ReadWorkspace,
  RenameWorkspace,
} from '../../shared/contract/workspaces.ts';
import { ListPlaces } from '../../shared/contract/places.ts';
import { procedure, router } from '../trpc/init.ts';
import { archiveWorkspace, renameWorkspace, restoreWorkspace } from './change.ts';
import { createWorkspace } from './create.ts';
import { deleteWorkspace } from './delete.ts';
import { createHostKey, listHostKeys, revokeHostKey, rotateHostKey } from './host-keys.ts';
import { myWorkspaces } from './mine.ts';
import { readWorkspace } from './read.ts';

/** The procedures under `workspaces`. */
export const workspacesRouter = router({
  read: procedure.input(ReadWorkspace).query(({ ctx, input }) => readWorkspace(ctx, input)),
  mine: procedure.input(ListPlaces).query(({ ctx, input }) => myWorkspaces(ctx, input)),
  create: procedure.input(CreateWorkspace).mutation(({ ctx, input }) => createWorkspace(ctx, input)),
  rename: procedure.input(RenameWorkspace).mutation(({ ctx, input }) => renameWorkspace(ctx, input)),
  archive: procedure.input(OnWorkspace).mutation(({ ctx, input }) => archiveWorkspace(ctx, input)),
  restore: procedure.input(OnWorkspace).mutation(({ ctx, input }) => restoreWorkspace(ctx, input)),
  delete: procedure.input(OnWorkspace).mutation(({ ctx, input }) => deleteWorkspace(ctx, input)),
  listHostKeys: procedure.query(({ ctx }) => listHostKeys(ctx)),
  createHostKey: procedure.input(CreateHostKey).mutation(({ ctx, input }) => createHostKey(ctx, input)),
  rotateHostKey: procedure.input(OnHostKey).mutation(({ ctx, input }) => rotateHostKey(ctx, input)),
  revokeHostKey: procedure.input(OnHostKey).mutation(({ ctx, input }) => revokeHostKey(ctx, input)),
});
