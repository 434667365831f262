// A SAML provider for tests, by samlify: signs what a test wants it to say, and lets the test rearrange it.
import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { Constants, IdentityProvider, ServiceProvider, setSchemaValidator } from 'samlify';
import type { Certificate } from './certificate.ts';
import { makeCertificate } from './certificate.ts';

/** What an assertion says; everything has an ordinary value. */
export interface Saying {
  readonly nameId?: string;
  readonly format?: string;
  readonly audience?: string;
  readonly recipient?: string;
  readonly inResponseTo?: string;
  readonly issuer?: string;
  /** Whether it says which request it answers; it does by default. */
  readonly isSolicited?: boolean;
  /** When it begins and ends to count, in milliseconds. */
  readonly notBefore?: number;
  readonly notOnOrAfter?: number;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** Whether the assertion is signed; it is by default. */
  readonly isSigned?: boolean;
  readonly isResponseSigned?: boolean;
  readonly algorithm?: string;
}

/** A request that the browser brought. */
export interface SamlRequest {
  readonly id: string;
  readonly callbackUrl: string;
  readonly audience: string;
}

/** A SAML provider. */
export interface SamlProvider {
  readonly entityId: string;
  readonly certificate: string;
  /** What the address that the browser was sent to asks for. */
  read(address: string): SamlRequest;
  /** The XML of a response to a request. */
  answer(request: SamlRequest, saying?: Saying): Promise<string>;
}

const BASIC = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';

/** Makes a provider with a key of its own. */
export function makeSaml(entityId = `https://idp.example/${randomUUID()}`, bits = 2048): SamlProvider {
  setSchemaValidator({ validate: () => Promise.resolve('ok') });
  const own = makeCertificate('idp.example', bits);
  return {
    entityId,
    certificate: own.certificate,
    read: (address) => {
      const text = new URL(address).searchParams.get('SAMLRequest')!;
      const xml = inflateRawSync(Buffer.from(text, 'base64')).toString();
      const found = (pattern: RegExp): string => pattern.exec(xml)![1]!;
      return {
        id: found(/ ID="([^"]+)"/),
        callbackUrl: found(/AssertionConsumerServiceURL="([^"]+)"/),
        audience: found(/<saml:Issuer[^>]*>([^<]+)</),
      };
    },
    answer: (request, saying = {}) => answer(entityId, own, request, saying),
  };
}

async function answer(
  entityId: string,
  { privateKey, certificate }: Certificate,
  request: SamlRequest,
  saying: Saying,
): Promise<string> {
  const {
    isSigned = true,
    isResponseSigned = false,
    algorithm = Constants.algorithms.signature.RSA_SHA256,
  } = saying;
  const idp = IdentityProvider({
    entityID: entityId,
    privateKey,
    signingCert: certificate,
    isAssertionEncrypted: false,
    requestSignatureAlgorithm: algorithm,
    singleSignOnService: [
      { Binding: Constants.namespace.binding.redirect, Location: 'https://idp.example/sso' },
    ],
    singleLogoutService: [
      { Binding: Constants.namespace.binding.redirect, Location: 'https://idp.example/out' },
    ],
    loginResponseTemplate: { context: template(saying), attributes: [] },
  });
  const sp = ServiceProvider({
    entityID: request.audience,
    wantAssertionsSigned: isSigned,
    wantMessageSigned: isResponseSigned,
    assertionConsumerService: [{ Binding: Constants.namespace.binding.post, Location: request.callbackUrl }],
  });
  const now = Date.now();
  const moment = (at: number): string => new Date(at).toISOString();
  const values: Record<string, string> = {
    ID: `_${randomUUID()}`,
    AssertionID: `_${randomUUID()}`,
    Destination: request.callbackUrl,
    Recipient: saying.recipient ?? request.callbackUrl,
    Audience: saying.audience ?? request.audience,
    Issuer: saying.issuer ?? entityId,
    IssueInstant: moment(now),
    NotBefore: moment(saying.notBefore ?? now - 1000),
    NotOnOrAfter: moment(saying.notOnOrAfter ?? now + 300_000),
    InResponseTo: saying.inResponseTo ?? request.id,
    NameID: saying.nameId ?? 'mia@acme.test',
    Format: saying.format ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  };
  const fill = (text: string) => ({
    id: values['ID']!,
    context: text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  });
  const { context } = (await idp.createLoginResponse(
    sp,
    { extract: { request: { id: request.id } } },
    'post',
    {},
    fill,
  )) as {
    context: string;
  };
  return Buffer.from(context, 'base64').toString();
}

function template({ attributes = {}, isSolicited = true }: Saying): string {
  const list = Object.entries(attributes)
    .map(
      ([name, values]) =>
        `<saml:Attribute Name="${name}" NameFormat="${BASIC}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`,
    )
    .join('');
  const statement = list === '' ? '' : `<saml:AttributeStatement>${list}</saml:AttributeStatement>`;
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}" InResponseTo="{InResponseTo}"><saml:Issuer>{Issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion ID="{AssertionID}" Version="2.0" IssueInstant="{IssueInstant}"><saml:Issuer>{Issuer}</saml:Issuer><saml:Subject><saml:NameID Format="{Format}">{NameID}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{NotOnOrAfter}" Recipient="{Recipient}"${isSolicited ? ' InResponseTo="{InResponseTo}"' : ''}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{NotBefore}" NotOnOrAfter="{NotOnOrAfter}"><saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="{IssueInstant}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${statement}</saml:Assertion></samlp:Response>`;
}
