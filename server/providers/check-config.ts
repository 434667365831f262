// What an administrator enters about a provider, checked and brought into the form that is stored. No database.
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { fail } from '../../shared/errors.ts';
import type { ProviderConfig } from '../../shared/providers/provider.ts';
import { isPublicAddress } from './public-address.ts';

/** The weakest RSA key that counts, in bits. */
const MIN_RSA = 2048;
const DISCOVERY = /\/\.well-known\/openid-configuration\/?$/;

/**
 * The settings as they are stored.
 * @throws {AppError} `provider_address_refused`, `input_invalid`; both with the field.
 */
export function checkConfig(config: ProviderConfig, isPrivateAllowed: boolean): ProviderConfig {
  const address = (field: string, value: string): string => checkAddress(field, value, isPrivateAllowed);
  switch (config.kind) {
    case 'oidc': {
      const issuer = address('issuer', config.issuer.trim().replace(DISCOVERY, ''));
      if (/[?#]/.test(issuer) || issuer.includes('/.well-known/')) refuse('issuer');
      // Without it, it would be no OpenID Connect.
      const scopes = config.scopes.includes('openid') ? config.scopes : ['openid', ...config.scopes];
      return { ...config, issuer, scopes: checkScopes(scopes) };
    }
    case 'oauth2':
      return {
        ...config,
        authorizeUrl: address('authorizeUrl', config.authorizeUrl),
        tokenUrl: address('tokenUrl', config.tokenUrl),
        userInfoUrl: address('userInfoUrl', config.userInfoUrl),
        scopes: checkScopes(config.scopes),
      };
    case 'saml':
      return {
        ...config,
        entityId: config.entityId.trim(),
        signOnUrl: address('signOnUrl', config.signOnUrl),
        certificates: config.certificates.map(checkCertificate),
      };
  }
}

/** Names are looked at when they are asked; what is an address already is refused at once. */
function checkAddress(field: string, value: string, isPrivateAllowed: boolean): string {
  const trimmed = value.trim();
  if (!URL.canParse(trimmed)) fail('provider_address_refused', { field });
  const { protocol, hostname, username, password } = new URL(trimmed);
  const isWeb = protocol === 'https:' || (isPrivateAllowed && protocol === 'http:');
  if (!isWeb || username !== '' || password !== '') fail('provider_address_refused', { field });
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  if (!isPrivateAllowed && (isIP(bare) === 0 ? isLocalName(bare) : !isPublicAddress(bare)))
    fail('provider_address_refused', { field });
  return trimmed;
}

function isLocalName(name: string): boolean {
  return !name.includes('.') || /\.(localhost|local|internal|home\.arpa)\.?$/i.test(name);
}

function checkScopes(scopes: readonly string[]): readonly string[] {
  // The characters of a scope by RFC 6749.
  if (!scopes.every((scope) => /^[!#-[\]-~]+$/.test(scope))) refuse('scopes');
  return [...new Set(scopes)];
}

/** The certificate as PEM, whether it was entered so or as the bare text of a metadata file. */
function checkCertificate(text: string): string {
  const bare = text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return refuse('certificates');
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(Buffer.from(bare, 'base64'));
  } catch {
    return refuse('certificates');
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  const isStrong =
    asymmetricKeyType === 'ec' ||
    (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA);
  return isStrong ? certificate.toString() : refuse('certificates');
}

function refuse(field: string): never {
  fail('input_invalid', [{ path: `config.${field}`, message: 'is not valid' }]);
}
