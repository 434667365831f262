// Signing in through SAML, over HTTP, by a provider that signs for real: what is taken, and every way of rearranging it that is not.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Provider } from '../../shared/providers/provider.ts';
import type { Browser } from '../testing/providers/browser.ts';
import { openBrowser } from '../testing/providers/browser.ts';
import type { SamlProvider, SamlRequest, Saying } from '../testing/providers/saml.ts';
import { makeSaml } from '../testing/providers/saml.ts';
import type { SignOnSite } from '../testing/providers/site.ts';
import { EVERYBODY, deployForSignOn, startOf } from '../testing/providers/site.ts';

const SESSION = '__Host-user-admin';
const IDP = 'https://idp.example';

describe('signing in through SAML', () => {
  let site: SignOnSite;
  let idp: SamlProvider;
  let provider: Provider;
  before(async () => {
    site = await deployForSignOn();
    idp = makeSaml();
    provider = await site.setUp(
      {
        kind: 'saml',
        entityId: idp.entityId,
        signOnUrl: `${IDP}/sso?tenant=1`,
        certificates: [idp.certificate],
        emailAttribute: 'mail',
        nameAttribute: 'displayName',
        groupsClaim: 'groups',
      },
      { ...EVERYBODY, groups: { Staff: 'staff' } },
    );
  });
  after(async () => {
    assert.deepEqual(site.failures, []);
    await site.close();
  });

  async function setOut(browser: Browser): Promise<SamlRequest> {
    const { to } = await browser.open(startOf(provider.id));
    return idp.read(to!);
  }
  const post = (browser: Browser, request: SamlRequest, xml: string) =>
    browser.post(
      request.callbackUrl,
      { SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: 'https://evil.example' },
      IDP,
    );

  /** The whole way with what the provider says, changed by `change` on the way. */
  async function come(saying: Saying = {}, change: (xml: string) => string = (xml) => xml) {
    const browser = openBrowser(site);
    const request = await setOut(browser);
    const posted = await post(browser, request, change(await idp.answer(request, saying)));
    const answer = posted.status === 303 ? await browser.open(posted.to!) : posted;
    return { ...answer, browser, isIn: browser.cookies.has(SESSION) };
  }

  it('D4 D13 a signed assertion signs in, with name, address and groups from its attributes', async () => {
    const { isIn, to } = await come({
      nameId: 'u-1',
      format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      attributes: { mail: ['mia@acme.test'], displayName: ['Mia Maier'], groups: ['Everybody', 'Staff'] },
    });
    assert.ok(isIn);
    assert.equal(to, 'https://people.example/admin/account');
    assert.deepEqual(await site.people(), [
      { email: 'mia@acme.test', name: 'Mia Maier', status: 'active', source: 'provider', roles: 'staff' },
    ]);
  });

  it('SEC_S06 a response that is signed as a whole too is taken, and so is the address as the name', async () => {
    const { isIn } = await come({ nameId: 'bo@acme.test', isResponseSigned: true });
    assert.ok(isIn);
  });

  it('the request is sent to the address as it was entered, and names us and where to answer', async () => {
    const { to } = await openBrowser(site).open(startOf(provider.id));
    assert.ok(to!.startsWith(`${IDP}/sso?tenant=1&`));
    const { audience, callbackUrl, id } = idp.read(to!);
    assert.equal(audience, provider.audience);
    assert.equal(callbackUrl, provider.callbackUrl);
    assert.match(id, /^_[\w-]{43}$/);
  });

  it('its metadata says what has to be entered at the provider', async () => {
    const { status, text, headers } = await openBrowser(site).open(provider.audience!);
    assert.equal(status, 200);
    assert.match(headers.get('Content-Type')!, /^application\/samlmetadata\+xml/);
    assert.ok(text.includes(`entityID="${provider.audience}"`));
    assert.ok(text.includes(`Location="${provider.callbackUrl}"`));
    assert.ok(text.includes('WantAssertionsSigned="true"'));
  });

  it('SEC_S07 the posted answer brings nobody in by itself: it waits a minute for the browser that began', async () => {
    const [own, other] = [openBrowser(site), openBrowser(site)];
    await setOut(other);
    const request = await setOut(own);
    const posted = await post(own, request, await idp.answer(request, { nameId: 'cy@acme.test' }));
    assert.equal(posted.status, 303);
    assert.deepEqual(posted.headers.getSetCookie(), []);
    const to = new URL(posted.to!, 'https://people.example').href;
    assert.equal((await other.open(to)).status, 410);
    assert.equal((await openBrowser(site).open(to)).status, 410);
    await own.open(to);
    assert.ok(own.cookies.has(SESSION));
    assert.equal((await own.open(to)).status, 410);

    const late = openBrowser(site);
    const asked = await setOut(late);
    const waiting = await post(late, asked, await idp.answer(asked, { nameId: 'cy@acme.test' }));
    site.clock.now += 60_000;
    assert.equal((await late.open(waiting.to!)).status, 410);
    assert.ok(!late.cookies.has(SESSION));
  });

  it('SEC_S07 the posted answer is taken without any look at the cookies that come with it', async () => {
    const browser = openBrowser(site);
    const request = await setOut(browser);
    const xml = await idp.answer(request, { nameId: 'cookie@acme.test' });
    const body = new URLSearchParams({ SAMLResponse: Buffer.from(xml).toString('base64') }).toString();
    const cookie = await site.cookieOf(site.owner.accountId);
    const answer = await site.request(new URL(request.callbackUrl).pathname, {
      method: 'POST',
      headers: {
        Origin: IDP,
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: cookie,
        Authorization: 'Bearer nonsense',
      },
      body,
    });
    assert.equal(answer.status, 303);
  });

  it('SEC_S07 an answer is taken once, also by twenty at the same time', async () => {
    const browser = openBrowser(site);
    const request = await setOut(browser);
    const xml = await idp.answer(request, { nameId: 'once@acme.test' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(browser, request, xml)));
    assert.equal(answers.filter(({ status }) => status === 303).length, 1);
    const replayed = await post(browser, request, xml);
    assert.equal(replayed.status, 410);
  });

  it('SEC_S07 an assertion for one journey is not taken in another', async () => {
    const [victim, attacker] = [openBrowser(site), openBrowser(site)];
    const [one, two] = [await setOut(victim), await setOut(attacker)];
    const xml = await idp.answer(one, { nameId: 'victim@acme.test' });
    assert.equal((await post(attacker, two, xml.replaceAll(one.id, two.id))).status, 410);
    // Only the envelope, which is not signed, names the other journey.
    const enveloped = xml.replace(`InResponseTo="${one.id}"`, `InResponseTo="${two.id}"`);
    assert.equal((await post(attacker, two, enveloped)).status, 410);
  });

  const hour = 3600_000;
  const sayings: readonly (readonly [string, Saying])[] = [
    ['for another audience', { audience: 'https://other.example' }],
    ['for another recipient', { recipient: 'https://other.example/saml' }],
    ['of another issuer', { issuer: 'https://other.example' }],
    ['that is over', { notBefore: Date.now() - 2 * hour, notOnOrAfter: Date.now() - hour }],
    ['that has not begun', { notBefore: Date.now() + hour, notOnOrAfter: Date.now() + 2 * hour }],
    ['that nobody asked for', { inResponseTo: '_unsolicited' }],
    ['that nobody asked for, in an envelope that says somebody did', { isSolicited: false }],
    [
      'about somebody who is named anew each time',
      { format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' },
    ],
    ['about nobody', { nameId: '' }],
    ['that is not signed', { isSigned: false }],
    ['that only its envelope signs', { isSigned: false, isResponseSigned: true }],
    ['signed by SHA-1', { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }],
  ];
  for (const [what, saying] of sayings) {
    it(`SEC_S07 an assertion ${what} is refused`, async () => {
      const { isIn, status } = await come(saying);
      assert.equal(status, 410);
      assert.ok(!isIn);
    });
  }

  it('SEC_S07 an assertion by somebody else’s key is refused, also where its certificate is brought along', async () => {
    const browser = openBrowser(site);
    const request = await setOut(browser);
    const other = makeSaml(idp.entityId);
    assert.equal((await post(browser, request, await other.answer(request))).status, 410);
  });

  const assertion = (xml: string): string => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)![0];
  const signature = (xml: string): string => /<ds:Signature[\s\S]*?<\/ds:Signature>/.exec(xml)![0];
  const evil = (text: string): string =>
    text
      .replace(signature(text), '')
      .replaceAll('mia@acme.test', 'olga@acme.test')
      .replace(/ ID="_[^"]+"/, ' ID="_evil"');
  const evilResponse = (xml: string): string =>
    xml.replaceAll('mia@acme.test', 'olga@acme.test').replace(/ ID="_[^"]+"/, ' ID="_evil"');
  /** The eight ways of wrapping a signature that are known, as far as a signed assertion allows each. */
  const wrapped: Readonly<Record<string, (xml: string) => string>> = {
    XSW1: (xml) =>
      evilResponse(xml).replace('</ds:Signature>', `<ds:Object>${xml}</ds:Object></ds:Signature>`),
    XSW2: (xml) => evilResponse(xml).replace('<ds:Signature', `${xml}<ds:Signature`),
    XSW3: (xml) => xml.replace('<saml:Assertion', `${evil(assertion(xml))}<saml:Assertion`),
    XSW4: (xml) =>
      xml.replace(
        assertion(xml),
        evil(assertion(xml)).replace('</saml:Assertion>', `${assertion(xml)}</saml:Assertion>`),
      ),
    XSW5: (xml) =>
      xml.replace(
        assertion(xml),
        `${evil(assertion(xml)).replace('</saml:Assertion>', `${signature(xml)}</saml:Assertion>`)}${assertion(xml).replace(signature(xml), '')}`,
      ),
    XSW6: (xml) =>
      xml.replace(
        assertion(xml),
        evil(assertion(xml)).replace(
          '</saml:Assertion>',
          `${signature(xml).replace('</ds:Signature>', `<ds:Object>${assertion(xml).replace(signature(xml), '')}</ds:Object></ds:Signature>`)}</saml:Assertion>`,
        ),
      ),
    XSW7: (xml) =>
      xml.replace(
        '<saml:Assertion',
        `<samlp:Extensions>${evil(assertion(xml))}</samlp:Extensions><saml:Assertion`,
      ),
    XSW8: (xml) =>
      xml.replace('</ds:Signature>', `<ds:Object>${evil(assertion(xml))}</ds:Object></ds:Signature>`),
    'a second subject': (xml) =>
      xml.replace(
        '<saml:Subject>',
        '<saml:Subject><saml:NameID>olga@acme.test</saml:NameID></saml:Subject><saml:Subject>',
      ),
    'a second name': (xml) =>
      xml.replace('<saml:NameID', '<saml:NameID>olga@acme.test</saml:NameID><saml:NameID'),
    'a prefix outside of ASCII for the wrapped one': (xml) =>
      xml.replace(
        '<saml:Assertion',
        `<samlp:Extensions>${evil(assertion(xml)).replaceAll('saml:', 'é:').replace('<é:Assertion', '<é:Assertion xmlns:é="urn:oasis:names:tc:SAML:2.0:assertion"')}</samlp:Extensions><saml:Assertion`,
      ),
    'another prefix for the wrapped one': (xml) =>
      xml.replace(
        '<saml:Assertion',
        `${evil(assertion(xml)).replaceAll('saml:', 'x:').replace('<x:Assertion', '<x:Assertion xmlns:x="urn:oasis:names:tc:SAML:2.0:assertion"')}<saml:Assertion`,
      ),
  };
  for (const [what, wrap] of Object.entries(wrapped)) {
    it(`SEC_S06 a signature that is wrapped is refused: ${what}`, async () => {
      const { isIn, status } = await come({ nameId: 'mia@acme.test' }, (xml) => {
        const changed = wrap(xml);
        assert.notEqual(changed, xml);
        return changed;
      });
      assert.equal(status, 410);
      assert.ok(!isIn);
    });
  }

  const changed: Readonly<Record<string, (xml: string) => string>> = {
    'the name': (xml) => xml.replace('>mia@acme.test<', '>olga@acme.test<'),
    'a comment in the name': (xml) => xml.replace('>mia@acme.test<', '>mia@acme.test<!---->.evil.test<'),
    'a comment in the digest': (xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue><!--AAAA-->'),
    'a document type': (xml) =>
      `<!DOCTYPE r [<!ENTITY x "olga@acme.test">]>${xml.replace('>mia@acme.test<', '>&x;<')}`,
    'an entity from a file': (xml) =>
      `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace('>mia@acme.test<', '>&x;<')}`,
    'entities that multiply': (xml) =>
      `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${xml.replace('>mia@acme.test<', '>&b;<')}`,
    'characters in a section of their own': (xml) =>
      xml.replace('>mia@acme.test<', '><![CDATA[mia@acme.test]]><'),
    'an instruction': (xml) => xml.replace('>mia@acme.test<', '>mia@acme.test<?x y?><'),
    'the method of signing': (xml) => xml.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256'),
    'the digest': (xml) => xml.replace(/(?<=<ds:DigestValue>)./, (first) => (first === 'A' ? 'B' : 'A')),
    'the reference, to everything': (xml) => xml.replace(/URI="#[^"]+"/, 'URI=""'),
    'one more transformation': (xml) =>
      xml.replace(
        '<ds:Transforms>',
        '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>',
      ),
    'the audience': (xml) => xml.replace('<saml:Audience>', '<saml:Audience>x'),
    'the whole of the signature, taken out': (xml) => xml.replace(signature(xml), ''),
  };
  for (const [what, change] of Object.entries(changed)) {
    it(`SEC_S06 nothing is taken after a change of ${what}`, async () => {
      const { isIn, status } = await come({ nameId: 'mia@acme.test' }, (xml) => {
        const result = change(xml);
        assert.notEqual(result, xml);
        return result;
      });
      assert.equal(status, 410);
      assert.ok(!isIn);
    });
  }

  it('SEC_S06 what is no response at all is refused without a word about why', async () => {
    for (const body of [
      '',
      'nonsense',
      '%%%',
      Buffer.from('<x/>').toString('base64'),
      Buffer.from([0xff, 0xfe, 0x00]).toString('base64'),
    ]) {
      const { status, text } = await openBrowser(site).post(
        provider.callbackUrl,
        { SAMLResponse: body },
        IDP,
      );
      assert.equal(status, 410);
      assert.match(text, /did not confirm who you are/);
    }
    const twice = await site.request(new URL(provider.callbackUrl).pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'SAMLResponse=a&SAMLResponse=b',
    });
    assert.equal(twice.status, 400);
    const large = await openBrowser(site).post(
      provider.callbackUrl,
      { SAMLResponse: 'A'.repeat(600_000) },
      IDP,
    );
    assert.equal(large.status, 400);
    const json = await site.request(new URL(provider.callbackUrl).pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"SAMLResponse":"a"}',
    });
    assert.equal(json.status, 400);
  });

  it('SEC_S09 where it goes on is what was asked at the start, whatever RelayState says', async () => {
    const browser = openBrowser(site);
    const { to } = await browser.open(startOf(provider.id, '?to=/admin/there'));
    const request = idp.read(to!);
    const posted = await post(browser, request, await idp.answer(request, { nameId: 'bo@acme.test' }));
    assert.equal(posted.to, `/admin/sign-in/arrive/${request.id.slice(1)}`);
    assert.equal((await browser.open(posted.to!)).to, 'https://people.example/admin/there');
  });

  it('SEC_S02 SAML has no word for a verified address, so nobody is connected by one', async () => {
    const { isIn, status } = await come({ nameId: 'olga@acme.test' });
    assert.equal(status, 403);
    assert.ok(!isIn);
  });
});
