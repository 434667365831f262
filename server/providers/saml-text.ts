// What a posted SAML response must be before any parser sees it: small, one document, nothing in it that parsers read differently (SEC_S06). Pure.
import { ProviderProblem } from './problem.ts';

/** The largest response, in characters of base64. */
export const MAX_RESPONSE = 256 * 1024;

/** How often an element may stand in a response; where wrapping attacks begin is a second one of these. */
const COUNTS: readonly (readonly [name: string, least: number, most: number])[] = [
  ['Response', 1, 1],
  ['Assertion', 1, 1],
  ['EncryptedAssertion', 0, 0],
  ['LogoutResponse', 0, 0],
  ['Subject', 1, 1],
  ['NameID', 1, 1],
  ['Signature', 1, 2],
];

/** What may sign and digest: nothing by SHA-1, nothing with a shared key. */
const ALGORITHMS: Readonly<Record<string, RegExp>> = {
  SignatureMethod:
    /^http:\/\/www\.w3\.org\/(2001\/04\/xmldsig-more#(rsa|ecdsa)-sha(256|384|512)|2007\/05\/xmldsig-more#sha(256|384|512)-rsa-MGF1)$/,
  DigestMethod: /^http:\/\/www\.w3\.org\/(2001\/04\/xmlenc#sha(256|512)|2001\/04\/xmldsig-more#sha384)$/,
  Transform: /^http:\/\/www\.w3\.org\/(2000\/09\/xmldsig#enveloped-signature|2001\/10\/xml-exc-c14n#)$/,
  CanonicalizationMethod: /^http:\/\/www\.w3\.org\/2001\/10\/xml-exc-c14n#$/,
};

/**
 * The text of a response, once it is one of ordinary shape: no document type, no entities, no comments, no CDATA, no
 * processing instructions, so that every `<` begins a tag and elements can be counted.
 * @throws {ProviderProblem}.
 */
export function assertPlain(response: string): string {
  const bare = response.replace(/\s+/g, '');
  if (bare.length > MAX_RESPONSE || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) throw unreadable();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Buffer.from(bare, 'base64'));
  } catch {
    throw unreadable();
  }
  const body = text.replace(/^\s*<\?xml\s[^<>]*\?>/, '');
  if (body.includes('<!') || body.includes('<?'))
    throw new ProviderProblem(
      'The provider’s response holds comments, entities or instructions, which are not read.',
    );
  for (const [name, least, most] of COUNTS) {
    const count = tagsOf(body, name).length;
    if (count < least || count > most) throw wrongShape(name, count);
  }
  for (const [name, allowed] of Object.entries(ALGORITHMS))
    for (const tag of tagsOf(body, name))
      if (!allowed.test(attributeOf(tag, 'Algorithm') ?? ''))
        throw new ProviderProblem(
          'The provider signs in a way that is not accepted. Let it sign assertions by RSA or ECDSA with SHA-256.',
        );
  return body;
}

function wrongShape(name: string, count: number): ProviderProblem {
  if (name === 'EncryptedAssertion')
    return new ProviderProblem(
      'The provider encrypts its assertions. Switch that off: they travel encrypted already.',
    );
  if (name === 'Signature' && count === 0)
    return new ProviderProblem('The provider does not sign its assertions. Switch that on there.');
  if (name === 'Assertion' && count === 0)
    return new ProviderProblem('The provider’s response holds no assertion: it did not sign anybody in.');
  return new ProviderProblem('The provider’s response is not one of ordinary shape.');
}

/** The id of the request that the response itself says it answers. */
export function requestIdOf(body: string): string | undefined {
  const [tag] = tagsOf(body, 'Response');
  return tag === undefined ? undefined : attributeOf(tag, 'InResponseTo');
}

/** The start tags of an element, under whatever prefix. */
function tagsOf(body: string, name: string): string[] {
  // Attribute values cannot hold "<", and what holds ">" is quoted.
  return (
    body.match(new RegExp(`<(?:[^\\s<>/:"'=]+:)?${name}(?=[\\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>?`, 'g')) ??
    []
  );
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2];
}

function unreadable(): ProviderProblem {
  return new ProviderProblem('What the provider posted is no SAML response.');
}
