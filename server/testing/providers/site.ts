// A deployment with an owner who sets up single sign-on, for tests of it.
import { randomUUID } from 'node:crypto';
import type { AccountId, MemberId, ProviderId } from '../../../shared/ids.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Admission, Provider, ProviderConfig } from '../../../shared/providers/provider.ts';
import { all, run } from '../../db/database.ts';
import type { UserAdminOptions } from '../../index.ts';
import type { Answer, Deployment } from '../deployment.ts';
import { BASE_URL, deploy } from '../deployment.ts';
import type { Browser } from './browser.ts';
import { openBrowser } from './browser.ts';
import type { OpenIdProvider } from './openid.ts';

/** Who may come in, where a test says nothing else. */
export const NOBODY_NEW: Admission = {
  isJustInTime: false,
  roles: ['member'],
  highestRole: 'staff',
  most: null,
  groups: {},
};
export const EVERYBODY: Admission = { ...NOBODY_NEW, isJustInTime: true };

/** A deployment with an owner. */
export interface SignOnSite extends Deployment {
  readonly owner: { readonly id: MemberId; readonly accountId: AccountId };
  /** A call of the owner's, through a session that began just now. */
  asOwner(procedure: string, input?: Record<string, unknown>): Promise<Answer>;
  /** A call through the session of a browser. */
  asBrowser(browser: Browser, procedure: string, input?: Record<string, unknown>): Promise<Answer>;
  setUp(config: ProviderConfig, admission?: Admission, secret?: string): Promise<Provider>;
  /** Sets up an OpenID provider on both sides. */
  setUpOpenId(openId: OpenIdProvider, admission?: Admission): Promise<Provider>;
  /** The people of the workspace as the database has them. */
  people(): Promise<{ email: string; name: string; status: string; source: string; roles: string }[]>;
  /** Who is connected, as the database has it. */
  identities(): Promise<{ accountId: AccountId; issuer: string; subject: string }[]>;
  /** Proves a domain of the workspace without DNS, which has tests of its own. */
  proveDomain(domain: string): Promise<void>;
}

/** Where a browser begins to sign in. */
export function startOf(id: ProviderId, query = ''): string {
  return `${BASE_URL}/sign-in/provider/${id}${query}`;
}

/** Starts a deployment that goes by the clock of the machine, as providers do. */
export async function deployForSignOn({
  policy,
  options = {},
}: { policy?: Policy; options?: Partial<UserAdminOptions> } = {}): Promise<SignOnSite> {
  const site = await deploy({
    ...(policy === undefined ? {} : { policy }),
    options: { allowPrivateProviders: true, ...options },
    now: Date.now(),
  });
  const owner = await site.addMember({ email: 'olga@acme.test', name: 'Olga', roles: ['owner'] });
  const headers = { Origin: new URL(BASE_URL).origin, 'ua-workspace': site.workspaceId };
  const call = (cookie: string, procedure: string, input?: Record<string, unknown>): Promise<Answer> =>
    input === undefined
      ? site.request(`/admin/trpc/${procedure}`, { headers: { ...headers, Cookie: cookie } })
      : site.mutate(procedure, { idempotencyKey: randomUUID(), ...input }, { ...headers, Cookie: cookie });
  const asOwner: SignOnSite['asOwner'] = async (procedure, input) =>
    call(await site.cookieOf(owner.accountId), procedure, input);
  const setUp: SignOnSite['setUp'] = async (config, admission = NOBODY_NEW, secret) => {
    const created = await asOwner('providers.create', {
      name: 'Acme sign-in',
      config,
      admission,
      ...(secret === undefined ? {} : { secret }),
    });
    if (created.reason !== undefined) throw new Error(`Refused: ${created.text}`);
    return created.data;
  };
  return {
    ...site,
    owner,
    asOwner,
    setUp,
    asBrowser: (browser, procedure, input) =>
      call([...browser.cookies].map((pair) => pair.join('=')).join('; '), procedure, input),
    setUpOpenId: async (openId, admission) => {
      const clientId = randomUUID();
      const config = {
        kind: 'oidc',
        issuer: openId.url,
        clientId,
        scopes: ['openid', 'email', 'profile', 'groups'],
        groupsClaim: 'groups',
      } as const;
      const provider = await setUp(config, admission, 'secret of a client');
      openId.admit({ id: clientId, secret: 'secret of a client', callbackUrl: provider.callbackUrl });
      return provider;
    },
    people: () =>
      all(
        site.database.read,
        `SELECT email, name, status, source, (SELECT group_concat(role) FROM member_roles WHERE member_seq = m.seq) AS roles
         FROM members m WHERE workspace_id = ? AND email NOT IN ('first@acme.test', 'olga@acme.test') ORDER BY email`,
        [site.workspaceId],
      ),
    identities: () =>
      all(site.database.read, 'SELECT account_id AS accountId, issuer, subject FROM identities'),
    proveDomain: async (domain) => {
      await site.database.write((tx) =>
        run(tx, 'INSERT INTO domains (workspace_id, domain, proved_at, created_at) VALUES (?, ?, 1, 1)', [
          site.workspaceId,
          domain,
        ]),
      );
    },
  };
}

/** Signs in through an OpenID provider as `person`, in a new browser where none is given. */
export async function signInBy(
  site: SignOnSite,
  openId: OpenIdProvider,
  provider: Provider,
  person: OpenIdProvider['person'],
  { browser = openBrowser(site), query = '' }: { browser?: Browser; query?: string } = {},
): Promise<Answer & { readonly to: string | null; readonly browser: Browser; readonly isIn: boolean }> {
  openId.person = person;
  const { to, text } = await browser.open(startOf(provider.id, query));
  if (to === null) throw new Error(`Did not set out: ${text}`);
  const answer = await browser.open(await openId.visit(to));
  return { ...answer, browser, isIn: browser.cookies.has('__Host-user-admin') };
}
