// All procedures by their noun. Its type is the contract that clients import.
import { accountRouter } from '../accounts/router.ts';
import { activityRouter } from '../activity/router.ts';
import { auditRouter } from '../audit/router.ts';
import { invitationsRouter } from '../invitations/router.ts';
import { liveRouter } from '../live/router.ts';
import { membersRouter } from '../members/router.ts';
import { permissionsRouter } from '../permissions/router.ts';
import { providersRouter } from '../providers/router.ts';
import { resourcesRouter } from '../resources/router.ts';
import { reviewsRouter } from '../reviews/router.ts';
import { rolesRouter } from '../roles/router.ts';
import { sessionsRouter } from '../sessions/router.ts';
import { signInRouter } from '../sign-in/router.ts';
import { settingsRouter } from '../settings/router.ts';
import { keysRouter } from '../workspaces/keys-router.ts';
import { viewerRouter } from '../workspaces/viewer-router.ts';
import { workspacesRouter } from '../workspaces/router.ts';
import { router } from './init.ts';

export const appRouter = router({
  viewer: viewerRouter,
  signIn: signInRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  roles: rolesRouter,
  permissions: permissionsRouter,
  resources: resourcesRouter,
  providers: providersRouter,
  workspaces: workspacesRouter,
  reviews: reviewsRouter,
  audit: auditRouter,
  account: accountRouter,
  sessions: sessionsRouter,
  activity: activityRouter,
  keys: keysRouter,
  settings: settingsRouter,
  live: liveRouter,
});

/** The type of all procedures. */
export type AppRouter = typeof appRouter;
