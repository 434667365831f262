// The settings of a workspace and its deployment in memory: single sign-on, mail, sessions, keys. Never part of a build.
import type { HostKeyRow } from '../../shared/host-keys/host-key.ts';
import type { HostKeyId, ProviderId } from '../../shared/ids.ts';
import type { Provider, ProviderTest, SingleSignOn } from '../../shared/providers/provider.ts';
import { DEFAULT_SESSION_LIMITS } from '../../shared/sessions/session.ts';
import type { SessionLimits } from '../../shared/sessions/session.ts';
import type { MailSetup, MailTest } from '../../shared/settings/mail.ts';
import { Failure } from '../failure.ts';
import type { MemoryApi } from './memory-api.ts';

const DAY = 86_400_000;
const BASE = 'https://people.example.org';

/** An identity provider by number: 0 speaks OpenID Connect, 1 SAML, 2 plain OAuth. */
export function aProvider(number: number, over: Partial<Provider> = {}): Provider {
  const id = `provider-${number}000` as ProviderId;
  const isSaml = number === 1;
  const configs = [
    {
      kind: 'oidc',
      issuer: 'https://login.example.org',
      clientId: 'northwind-people',
      scopes: ['openid', 'email', 'profile'],
      groupsClaim: 'groups',
    },
    {
      kind: 'saml',
      entityId: 'https://idp.example.org/entity',
      signOnUrl: 'https://idp.example.org/sso',
      certificates: ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
      emailAttribute: 'mail',
      nameAttribute: '',
      groupsClaim: '',
    },
    {
      kind: 'oauth2',
      authorizeUrl: 'https://auth.example.org/authorize',
      tokenUrl: 'https://auth.example.org/token',
      userInfoUrl: 'https://auth.example.org/me',
      clientId: 'people',
      scopes: [],
      idField: 'id',
      emailField: 'email',
      nameField: 'name',
      groupsClaim: '',
    },
  ] as const;
  return {
    id,
    name: ['Northwind Login', 'Contoso SAML', 'Plain OAuth'][number]!,
    isEnabled: number === 0,
    config: configs[number]!,
    hasSecret: !isSaml,
    admission: {
      isJustInTime: true,
      roles: ['member'],
      highestRole: 'staff',
      most: null,
      groups: { crew: 'staff' },
    },
    callbackUrl: `${BASE}/sign-in/${isSaml ? 'saml' : 'callback'}/${id}`,
    audience: isSaml ? `${BASE}/sign-in/saml/${id}/metadata` : null,
    createdAt: 0,
    version: 1,
    ...over,
  };
}

/** A signing key by number. */
export function aKey(number: number, now: number, over: Partial<HostKeyRow> = {}): HostKeyRow {
  return {
    id: `host-key-${number}` as HostKeyId,
    name: ['CRM', 'Shop', 'Old portal'][number]!,
    createdAt: now - (number + 1) * 40 * DAY,
    revokedAt: number === 2 ? now - 3 * DAY : null,
    previousUntil: number === 1 ? now + DAY : null,
    coversThis: number === 2,
    isShared: number === 1,
    ...over,
  };
}

/** The settings behind `api`: put there by its constructor. */
export class MemorySettings {
  signOn: SingleSignOn;
  mail: MailSetup;
  mailPassword = '';
  mailTest: MailTest = { isDelivered: true, answer: '250 2.0.0 Ok: queued as 4F2A1' };
  limits: SessionLimits & { version: number } = { ...DEFAULT_SESSION_LIMITS, version: 0 };
  keys: HostKeyRow[];
  /** What a test of a provider brings back; null while nothing has come. */
  result: ProviderTest | null = null;
  testHref = `${BASE}/sign-in/provider/provider-0000?mode=test`;
  readonly secrets: string[] = [];
  readonly #api: MemoryApi;

  constructor(api: MemoryApi, now: number, providers: readonly Provider[] = [aProvider(0), aProvider(1)]) {
    this.#api = api;
    const record = (domain: string) => ({
      domain,
      recordName: `_user-admin-challenge.${domain}`,
      recordValue: 'user-admin=8fK2pQ',
    });
    this.signOn = {
      providers,
      domains: [
        { ...record('example.org'), provedAt: now - 12 * DAY },
        { ...record('example.net'), provedAt: null },
      ],
      externalAuthentication: false,
      externalAuthorization: false,
      version: 1,
    };
    this.mail = {
      source: 'operator',
      settings: {
        host: 'smtp.example.org',
        port: 587,
        security: 'starttls',
        from: 'People <people@example.org>',
        user: 'people',
        hasPassword: true,
      },
      version: 0,
    };
    this.keys = [0, 1, 2].map((number) => aKey(number, now));
    this.#answerProviders();
    this.#answerDomains();
    this.#answerDeployment();
    this.#answerKeys(now);
  }

  #answerProviders(): void {
    const api = this.#api;
    const put = (provider: Provider, rest: readonly Provider[]) => {
      this.signOn = { ...this.signOn, providers: [...rest, provider] };
      return provider;
    };
    const seen = (wanted: { providerId: string; version: number }) => {
      const provider = this.signOn.providers.find(({ id }) => id === wanted.providerId);
      if (provider === undefined) throw new Failure('provider_not_found');
      if (provider.version !== wanted.version) throw new Failure('changed_meanwhile', provider);
      return provider;
    };
    api.on('providers.list', () => this.signOn);
    api.on('providers.create', ({ name, config, admission, isEnabled = true, secret }) => {
      const number = { oidc: 0, saml: 1, oauth2: 2 }[config.kind];
      if (config.kind === 'oidc' && !config.issuer.startsWith('https:'))
        throw new Failure('provider_address_refused', { field: 'issuer' });
      if (secret !== undefined) this.secrets.push(secret);
      const made = aProvider(number, { id: 'provider-new0' as ProviderId, isEnabled, name });
      const given = { config, admission, hasSecret: secret !== undefined } as Partial<Provider>;
      return put({ ...made, ...given }, this.signOn.providers);
    });
    api.on('providers.change', (given) => {
      const provider = seen(given);
      const { name, isEnabled } = given;
      if (given.secret !== undefined) this.secrets.push(given.secret);
      const said = { config: given.config, admission: given.admission } as Partial<Provider>;
      const changed = { ...provider, name, isEnabled, ...said, version: provider.version + 1 };
      const providers = this.signOn.providers.map((one) => (one.id === provider.id ? changed : one));
      this.signOn = { ...this.signOn, providers };
      return changed;
    });
    api.on('providers.remove', (given) => {
      const { id } = seen(given);
      this.signOn = { ...this.signOn, providers: this.signOn.providers.filter((one) => one.id !== id) };
      return { id };
    });
    api.on('providers.test', () => ({ href: this.testHref, testId: 'test-0123456789abcdefghij' }));
    api.on('providers.readTest', () => this.result);
    api.on('providers.switchExternal', ({ idempotencyKey: _key, version, ...switches }) => {
      if (version !== this.signOn.version) throw new Failure('changed_meanwhile', this.signOn);
      this.signOn = { ...this.signOn, ...switches, version: version + 1 };
      return { ...switches, version: version + 1 };
    });
  }

  #answerDomains(): void {
    const api = this.#api;
    const found = (domain: string) => this.signOn.domains.find((one) => one.domain === domain)!;
    api.on('providers.addDomain', ({ domain }) => {
      if (!domain.includes('.')) throw new Failure('input_invalid', [{ path: 'domain' }]);
      if (this.signOn.domains.some((one) => one.domain === domain)) throw new Failure('already_exists');
      const added = {
        domain,
        recordName: `_user-admin-challenge.${domain}`,
        recordValue: 'user-admin=q81Lm',
        provedAt: null,
      };
      this.signOn = { ...this.signOn, domains: [...this.signOn.domains, added] };
      return added;
    });
    api.on('providers.proveDomain', ({ domain }) => {
      if (domain === 'example.net') throw new Failure('domain_not_proved');
      return found(domain);
    });
    api.on('providers.removeDomain', ({ domain }) => {
      this.signOn = { ...this.signOn, domains: this.signOn.domains.filter((one) => one.domain !== domain) };
      return { domain };
    });
  }

  #answerDeployment(): void {
    const api = this.#api;
    api.on('settings.mail', () => this.mail);
    api.on('settings.saveMail', ({ idempotencyKey: _key, version, password, user = '', ...given }) => {
      if (version !== this.mail.version) throw new Failure('changed_meanwhile', this.mail);
      if (!given.from.includes('@')) throw new Failure('email_invalid', { field: 'from' });
      if (user !== '' && password === undefined && this.mailPassword === '')
        throw new Failure('mail_password_needed', { field: 'password' });
      this.mailPassword = password ?? this.mailPassword;
      const settings = { ...given, user, hasPassword: this.mailPassword !== '' };
      return (this.mail = { source: 'settings', settings, version: version + 1 });
    });
    api.on(
      'settings.forgetMail',
      ({ version }) => (this.mail = { source: 'none', settings: null, version: version + 1 }),
    );
    api.on('settings.sendTestMail', () => this.mailTest);
    api.on('settings.sessionLimits', () => this.limits);
    api.on('settings.saveSessionLimits', ({ idempotencyKey: _key, version, ...limits }) => {
      if (version !== this.limits.version) throw new Failure('changed_meanwhile', this.limits);
      if (limits.absoluteMinutes < limits.idleMinutes)
        throw new Failure('input_invalid', { field: 'absoluteMinutes' });
      return (this.limits = { ...limits, version: version + 1 });
    });
  }

  #answerKeys(now: number): void {
    const api = this.#api;
    const change = (id: string, over: Partial<HostKeyRow>) => {
      this.keys = this.keys.map((key) => (key.id === (id as HostKeyId) ? { ...key, ...over } : key));
    };
    api.on('keys.list', () => ({ rows: this.keys, canCreate: api.viewerNow.isHome }));
    api.on('keys.create', ({ name, coversThis = false }) => {
      const id = 'host-key-new' as HostKeyId;
      this.keys = [...this.keys, aKey(0, now, { id, name, coversThis })];
      return { id, secret: 'ua_secret_of_new_key' };
    });
    api.on('keys.rotate', ({ hostKeyId, overlapHours = 24 }) => {
      change(hostKeyId, { previousUntil: overlapHours === 0 ? null : now + overlapHours * 3_600_000 });
      return { id: hostKeyId as HostKeyId, secret: 'ua_secret_of_next_generation' };
    });
    api.on('keys.revoke', ({ hostKeyId }) => {
      change(hostKeyId, { revokedAt: now });
      return { id: hostKeyId as HostKeyId };
    });
  }
}
