// Reads how people sign in to a workspace through providers. No secret leaves here.
import type { SingleSignOn } from '../../shared/providers/provider.ts';
import { authorizeRead } from '../authorize.ts';
import type { UseCaseContext } from '../context.ts';
import { domainsOf } from './domain-store.ts';
import { publicDomain } from './domains.ts';
import { providersOf, publicProvider } from './store.ts';
import { switchesOf } from './switch-store.ts';

/** Single sign-on of the workspace of the call. @throws {AppError} the reason of the denial. */
export async function readSignOn(ctx: UseCaseContext): Promise<SingleSignOn> {
  const { workspaceId } = await authorizeRead(ctx, 'settings.view');
  const providers = await providersOf(ctx.read, workspaceId);
  const domains = await domainsOf(ctx.read, workspaceId);
  return {
    providers: providers.map((provider) => publicProvider(provider, ctx.settings.baseUrl)),
    domains: domains.map((domain) => publicDomain(ctx, workspaceId, domain)),
    ...(await switchesOf(ctx.read, workspaceId)),
  };
}
