// Sets the demo's identity provider up in a part of the demo, as its owner would under Settings.
import { randomUUID } from 'node:crypto';
import type { UserAdmin } from '../server/index.ts';
import type { ProviderClient } from './identity-provider.ts';
import { PROVIDER_PATH } from './identity-provider.ts';
import type { PolicyKey } from './policies.ts';
import { STAGES } from './policies.ts';

const NAME = 'Meridian ID';

/** The provider as a part knows it, made at the first start; the demo's address, and so the issuer, may have moved since. */
export async function connectProvider(
  admin: UserAdmin,
  { key, url, secret }: { key: PolicyKey; url: string; secret: string },
): Promise<ProviderClient> {
  const { policy, workspaceId } = STAGES[key];
  const { providers } = admin.caller(workspaceId);
  const lowest = policy.roles.filter((role) => role.isPublic !== true).at(-1)!.key;
  const wanted = {
    name: NAME,
    config: {
      kind: 'oidc' as const,
      issuer: `${url}${PROVIDER_PATH}`,
      clientId: key,
      scopes: ['openid', 'email', 'profile', 'groups'],
      groupsClaim: 'groups',
    },
    admission: { isJustInTime: true, roles: [lowest], highestRole: lowest, groups: {} },
    secret,
    isEnabled: true,
    idempotencyKey: randomUUID(),
  };
  const found = (await providers.list()).providers.find(({ name }) => name === NAME);
  if (found === undefined) await providers.create(wanted);
  else if (found.config.kind === 'oidc' && found.config.issuer !== wanted.config.issuer)
    await providers.change({ ...wanted, providerId: found.id, version: found.version });
  const { callbackUrl } = (await providers.list()).providers.find(({ name }) => name === NAME)!;
  return { id: key, secret, callbackUrls: [callbackUrl] };
}
