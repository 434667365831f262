// The procedure that tells who is looking, where and by which rules.
import { procedure, router } from '../trpc/init.ts';
import { getViewer } from './read.ts';

/** The procedure under `viewer`. */
export const viewerRouter = router({
  get: procedure.query(({ ctx }) => getViewer(ctx)),
});
