// The identity providers of a workspace as both sides know them. Pure: types only.
import type { ProviderId } from '../ids.ts';
import type { RoleKey } from '../policy/policy.ts';

/** OpenID Connect: everything else is found out from the issuer. */
export interface OidcConfig {
  readonly kind: 'oidc';
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** The claim that lists groups; '' for none. */
  readonly groupsClaim: string;
}

/** Plain OAuth 2.0: who it is comes from the user-info endpoint, by the field that never changes. */
export interface OAuthConfig {
  readonly kind: 'oauth2';
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly idField: string;
  readonly emailField: string;
  readonly nameField: string;
  readonly groupsClaim: string;
}

/** SAML 2.0. */
export interface SamlConfig {
  readonly kind: 'saml';
  /** The entity id of the provider. */
  readonly entityId: string;
  readonly signOnUrl: string;
  /** Its signing certificates, PEM. */
  readonly certificates: readonly string[];
  readonly emailAttribute: string;
  readonly nameAttribute: string;
  readonly groupsClaim: string;
}

export type ProviderConfig = OidcConfig | OAuthConfig | SamlConfig;

/** Who may come in through a provider without having been invited. */
export interface Admission {
  /** Whether a first sign-in makes an account. */
  readonly isJustInTime: boolean;
  /** The roles that such a person gets where no group says otherwise. */
  readonly roles: readonly RoleKey[];
  /** The highest role that a group can give; never a guarded one. */
  readonly highestRole: RoleKey;
  /** How many people may come in this way; null for no limit. */
  readonly most: number | null;
  /** Group -> role. */
  readonly groups: Readonly<Record<string, RoleKey>>;
}

/** An identity provider of a workspace. */
export interface Provider {
  readonly id: ProviderId;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly config: ProviderConfig;
  readonly hasSecret: boolean;
  readonly admission: Admission;
  /** What has to be entered at the provider. */
  readonly callbackUrl: string;
  /** The entity id of this server for SAML; null otherwise. */
  readonly audience: string | null;
  readonly createdAt: number;
  readonly version: number;
}

/** A domain whose addresses a workspace may vouch for, once a DNS record proves that it is theirs. */
export interface Domain {
  readonly domain: string;
  /** The name and the value of the TXT record to publish. */
  readonly recordName: string;
  readonly recordValue: string;
  readonly provedAt: number | null;
}

/** Single sign-on of a workspace. */
export interface SingleSignOn {
  readonly providers: readonly Provider[];
  readonly domains: readonly Domain[];
  /** Whether people come in, and are known, through providers alone. */
  readonly externalAuthentication: boolean;
  /** Whether providers say the roles of those who come through them. */
  readonly externalAuthorization: boolean;
  readonly version: number;
}

/** What a provider answered in a test, field by field, and what would follow from it. */
export interface ProviderTest {
  readonly isOk: boolean;
  /** What went wrong, in a sentence; '' where nothing did. */
  readonly problem: string;
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
  /** The roles that this person would get. */
  readonly roles: readonly RoleKey[];
}
