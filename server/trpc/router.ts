// All procedures by their noun. Its type is the contract that clients import.
import { auditRouter } from '../audit/router.ts';
import { invitationsRouter } from '../invitations/router.ts';
import { membersRouter } from '../members/router.ts';
import { permissionsRouter } from '../permissions/router.ts';
import { resourcesRouter } from '../resources/router.ts';
import { rolesRouter } from '../roles/router.ts';
import { viewerRouter } from '../workspaces/viewer-router.ts';
import { workspacesRouter } from '../workspaces/router.ts';
import { router } from './init.ts';

export const appRouter = router({
  viewer: viewerRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  roles: rolesRouter,
  permissions: permissionsRouter,
  resources: resourcesRouter,
  workspaces: workspacesRouter,
  audit: auditRouter,
});

/** The type of all procedures. */
export type AppRouter = typeof appRouter;
