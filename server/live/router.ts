// The procedure by which open pages hear what becomes out of date.
import { FollowChanges } from '../../shared/contract/live.ts';
import { procedure, router } from '../trpc/init.ts';
import { followChanges } from './follow-changes.ts';

/** The procedure under `live`. */
export const liveRouter = router({
  changes: procedure.input(FollowChanges).subscription(async ({ ctx, input, signal }) => {
    const told = followChanges(ctx, input, signal);
    // Whoever may not listen is refused like in every other call: before the reply begins.
    return resumed(await told.next(), told);
  }),
});

/** What is told, the first of it too, which was asked for already. */
async function* resumed<Told>(
  first: IteratorResult<Told, void>,
  told: AsyncGenerator<Told, void, undefined>,
): AsyncGenerator<Told, void, undefined> {
  if (first.done !== true) yield first.value;
  yield* told;
}
