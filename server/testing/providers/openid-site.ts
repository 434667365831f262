// A deployment with an OpenID provider beside it, for tests of who comes through one.
import assert from 'node:assert/strict';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Provider } from '../../../shared/providers/provider.ts';
import type { Claims, OpenIdProvider } from './openid.ts';
import { startOpenId } from './openid.ts';
import type { SignOnSite } from './site.ts';
import { deployForSignOn, signInBy } from './site.ts';

/** Somebody as a provider describes them. */
export const MIA: Claims = { sub: 'mia', email: 'mia@acme.test', email_verified: true, name: 'Mia Maier' };

/** A deployment and a provider that is not set up yet; closing it closes both, and fails where anything was reported as a failure. */
export interface OpenIdSite extends SignOnSite {
  readonly openId: OpenIdProvider;
  /** Signs in through the provider, in a new browser, as Mia by default. */
  come(provider: Provider, person?: Claims): ReturnType<typeof signInBy>;
}

/** Starts both. */
export async function deployWithOpenId(policy: Policy): Promise<OpenIdSite> {
  const openId = await startOpenId();
  const site = await deployForSignOn({ policy });
  return {
    ...site,
    openId,
    come: (provider, person = MIA) => signInBy(site, openId, provider, person),
    close: async () => {
      await site.close();
      await openId.close();
      assert.deepEqual(site.failures, []);
    },
  };
}
