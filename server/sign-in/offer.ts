// What a page to sign in offers.
import type { SignInOffer } from '../../shared/accounts/account.ts';
import type { ReadSignInOffer } from '../../shared/contract/sign-in.ts';
import type { UseCaseContext } from '../context.ts';
import { hasMail } from '../settings/mail-setup.ts';
import { offeredBy } from './store.ts';

/**
 * The ways of the policy, and the providers of the workspace and of the deployment.
 * A workspace is named only where it has a provider of its own to show: who is a stranger learns of no other.
 */
export async function readSignInOffer(
  ctx: UseCaseContext,
  { workspaceId, to }: ReadSignInOffer,
): Promise<SignInOffer> {
  const { ways, hasUsername } = ctx.policy.policy.identity;
  const { name, providers } = await offeredBy(ctx.read, workspaceId ?? null);
  const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
  return {
    workspace: name,
    ways,
    hasUsername,
    hasMail: await hasMail(ctx, ctx.read),
    providers: ways.includes('provider')
      ? providers.map((provider) => ({
          ...provider,
          href: `${ctx.settings.baseUrl}/sign-in/provider/${provider.id}${query}`,
        }))
      : [],
  };
}
