// The procedures of single sign-on: validate, call the use-case.
import { Disconnect, PrepareConnecting } from '../../shared/contract/account.ts';
import {
  ChangeProvider,
  CreateProvider,
  OnDomain,
  OnProvider,
  ReadProviderTest,
  SwitchExternal,
  TestProvider,
} from '../../shared/contract/providers.ts';
import { procedure, router } from '../trpc/init.ts';
import { prepareConnecting } from './begin.ts';
import { disconnect } from './connect.ts';
import { addDomain, proveDomain, removeDomain } from './domains.ts';
import { readSignOn } from './read.ts';
import { changeProvider, createProvider, removeProvider } from './set-up.ts';
import { switchExternal } from './switch-external.ts';
import { prepareTest, readTest } from './test.ts';

export const providersRouter = router({
  list: procedure.query(({ ctx }) => readSignOn(ctx)),
  create: procedure.input(CreateProvider).mutation(({ ctx, input }) => createProvider(ctx, input)),
  change: procedure.input(ChangeProvider).mutation(({ ctx, input }) => changeProvider(ctx, input)),
  remove: procedure.input(OnProvider).mutation(({ ctx, input }) => removeProvider(ctx, input)),
  test: procedure.input(TestProvider).mutation(({ ctx, input }) => prepareTest(ctx, input)),
  readTest: procedure.input(ReadProviderTest).mutation(({ ctx, input }) => readTest(ctx, input)),
  addDomain: procedure.input(OnDomain).mutation(({ ctx, input }) => addDomain(ctx, input)),
  proveDomain: procedure.input(OnDomain).mutation(({ ctx, input }) => proveDomain(ctx, input)),
  removeDomain: procedure.input(OnDomain).mutation(({ ctx, input }) => removeDomain(ctx, input)),
  switchExternal: procedure.input(SwitchExternal).mutation(({ ctx, input }) => switchExternal(ctx, input)),
  prepareConnecting: procedure
    .input(PrepareConnecting)
    .mutation(({ ctx, input }) => prepareConnecting(ctx, input)),
  disconnect: procedure.input(Disconnect).mutation(({ ctx, input }) => disconnect(ctx, input)),
});
