// What single sign-on needs beside the database: the way out, the resolver, and what is known of providers.
import { createHmac } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import type { ProviderId, WorkspaceId } from '../../shared/ids.ts';
import type { OidcDirectory } from './oidc-directory.ts';
import { createOidcDirectory } from './oidc-directory.ts';
import type { OutgoingFetch } from './outgoing.ts';
import { createOutgoing } from './outgoing.ts';

/** The outside world of single sign-on. */
export interface SignOn {
  /** Whether addresses of private networks and plain http may be entered: never in production. */
  readonly isPrivateAllowed: boolean;
  readonly fetch: OutgoingFetch;
  readonly oidc: OidcDirectory;
  /** The TXT records of a name; none where there is no such name. @throws where the resolver does not answer. */
  txtRecords(name: string): Promise<readonly string[]>;
  /** What a workspace has to publish to prove that a domain is its own; derived, so that none is stored. */
  domainProof(workspaceId: WorkspaceId, domain: string): string;
}

/** What single sign-on is made of. */
export interface SignOnOptions {
  readonly secret: string;
  readonly allowPrivateProviders: boolean;
  /** The resolvers to ask, as `address` or `address:port`; those of the system by default. */
  readonly dnsServers?: readonly string[] | undefined;
  readonly now: () => number;
}

/** Makes the outside world of single sign-on. */
export function createSignOn(options: SignOnOptions): SignOn {
  const { secret, allowPrivateProviders, dnsServers, now } = options;
  const key = createHmac('sha256', secret).update('user-admin domain proof').digest();
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  if (dnsServers !== undefined) resolver.setServers([...dnsServers]);
  const outgoing = createOutgoing({ isPrivateAllowed: allowPrivateProviders });
  return {
    isPrivateAllowed: allowPrivateProviders,
    fetch: outgoing,
    oidc: createOidcDirectory({ fetch: outgoing, isPlainAllowed: allowPrivateProviders, now }),
    txtRecords: async (name) => {
      try {
        return (await resolver.resolveTxt(name)).map((chunks) => chunks.join(''));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
        throw error;
      }
    },
    domainProof: (workspaceId, domain) =>
      createHmac('sha256', key).update(`${workspaceId}\n${domain}`).digest('base64url').slice(0, 32),
  };
}

/** Where the provider sends the browser back to: one address for each, so that no answer of one passes for another's (SEC_S04). */
export function callbackUrl(baseUrl: string, id: ProviderId, kind: 'oidc' | 'oauth2' | 'saml'): string {
  return `${baseUrl}/sign-in/${kind === 'saml' ? 'saml' : 'callback'}/${id}`;
}

/** The entity id of this server towards one SAML provider; its metadata is there. */
export function audienceOf(baseUrl: string, id: ProviderId): string {
  return `${callbackUrl(baseUrl, id, 'saml')}/metadata`;
}
