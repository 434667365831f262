// International domains in the form that DNS knows.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asciiDomain } from './ascii-domain.ts';

describe('asciiDomain', () => {
  const table: [domain: string, ascii: string][] = [
    ['Example.COM', 'example.com'],
    ['müller.test', 'xn--mller-kva.test'],
    ['MÜLLER.test', 'xn--mller-kva.test'],
    ['mu\u0308ller.test', 'xn--mller-kva.test'],
    ['XN--MLLER-KVA.test', 'xn--mller-kva.test'],
    ['straße.test', 'xn--strae-oqa.test'],
    ['STRAẞE.test', 'xn--strae-oqa.test'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['שלום.test', 'xn--9dbne9b.test'],
    ['क्षेत्र.test', 'xn--11b4axb0a4f8ad.test'],
  ];
  for (const [domain, ascii] of table) {
    it(`writes ${domain} as ${ascii} (SEC_F01)`, () => {
      assert.equal(asciiDomain(domain), ascii);
      assert.equal(asciiDomain(ascii), ascii);
    });
  }

  const impossible = [
    'mü ller.test',
    'mü/evil.test',
    'mü:80.test',
    'mü@evil.test',
    'mü?.test',
    'mü#.test',
    'mü%2e.test',
    'mü\\.test',
    'mü\t.test',
    'mü。test',
    'mü\u200d.test',
    'mü\u00ad.test',
    'mü\ufe0f.test',
    '💌.test',
    '\u0308a.test',
    'אa.test',
  ];
  for (const domain of impossible) {
    it(`has no form for ${JSON.stringify(domain)}`, () => {
      assert.equal(asciiDomain(domain), '');
    });
  }

  it('leaves the form of an ASCII domain to whoever asks', () => {
    assert.equal(asciiDomain('-A..b-/'), '-a..b-/');
  });
});
