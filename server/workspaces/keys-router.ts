// The procedures of signing keys in the widget: validate, call the use-case.
import { CreateKey, RevokeKey, RotateKey } from '../../shared/contract/host-keys.ts';
import { procedure, router } from '../trpc/init.ts';
import { createKey, listKeys, revokeKey, rotateKey } from './keys.ts';

/** The procedures under `keys`. */
export const keysRouter = router({
  list: procedure.query(({ ctx }) => listKeys(ctx)),
  create: procedure.input(CreateKey).mutation(({ ctx, input }) => createKey(ctx, input)),
  rotate: procedure.input(RotateKey).mutation(({ ctx, input }) => rotateKey(ctx, input)),
  revoke: procedure.input(RevokeKey).mutation(({ ctx, input }) => revokeKey(ctx, input)),
});
