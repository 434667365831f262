// Hints for addresses that are valid and perhaps not meant.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkAddress } from './address.ts';
import { isPersonalAddress, suggestAddress } from './suggestion.ts';

describe('suggestAddress', () => {
  const table: [typed: string, meant: string][] = [
    ['Jane@gmial.com', 'Jane@gmail.com'],
    ['jane@gamil.com', 'jane@gmail.com'],
    ['jane@gmai.com', 'jane@gmail.com'],
    ['jane@gnail.com', 'jane@gmail.com'],
    ['jane@gmail.con', 'jane@gmail.com'],
    ['jane@gmial.con', 'jane@gmail.com'],
    ['jane@gmail.co', 'jane@gmail.com'],
    ['jane@gmail.cm', 'jane@gmail.com'],
    ['jane@gmail.om', 'jane@gmail.com'],
    ['jane@hotmial.com', 'jane@hotmail.com'],
    ['jane@hotmal.co.uk', 'jane@hotmail.co.uk'],
    ['jane@homtail.fr', 'jane@hotmail.fr'],
    ['jane@outlok.com', 'jane@outlook.com'],
    ['jane@yaho.com', 'jane@yahoo.com'],
    ['jane@yahooo.co.jp', 'jane@yahoo.co.jp'],
    ['jane@iclod.com', 'jane@icloud.com'],
    ['jane@acme.con', 'jane@acme.com'],
    ['jane@mail.acme.cmo', 'jane@mail.acme.com'],
    ['jane@acme.comm', 'jane@acme.com'],
    ['jane@acme.nte', 'jane@acme.net'],
  ];
  for (const [typed, meant] of table) {
    it(`takes ${typed} for ${meant}`, () => {
      assert.equal(suggestAddress(typed), meant);
      assert.equal(suggestAddress(meant), undefined);
    });
  }

  const left = [
    'gmail.com',
    'hotmail.co.uk',
    'outlook.de',
    'acme.co',
    'acme.cm',
    'mail.com',
    'email.com',
    'ymail.com',
    'gmx.net',
    'con.test',
  ];
  for (const domain of [
    ...left,
    'acme.com',
    'x.test',
    'acme.com.test',
    'mygmial.com',
    'comm.org',
    'xn--mller-kva.de',
  ]) {
    it(`leaves ${domain} alone`, () => {
      assert.equal(suggestAddress(`gmial@${domain}`), undefined);
    });
  }

  it('never touches the part before the @, suggests a valid address, and has nothing more to say about it', () => {
    const label = fc.constantFrom(
      'gmial',
      'gmail',
      'hotmal',
      'outlok',
      'yaho',
      'iclod',
      'acme',
      'con',
      'comm',
    );
    const ending = fc.constantFrom('com', 'con', 'cmo', 'co', 'cm', 'net', 'nte', 'co.uk', 'comm', 'con.con');
    fc.assert(
      fc.property(label, label, ending, (local, domain, last) => {
        const suggested = suggestAddress(`${local}.con@${domain}.${last}`);
        if (suggested === undefined) return;
        assert.ok(suggested.startsWith(`${local}.con@`));
        assert.ok(checkAddress(suggested).ok);
        assert.equal(suggestAddress(suggested), undefined);
      }),
    );
  });

  it('has an answer for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.notEqual(suggestAddress(text), text)));
  });
});

describe('isPersonalAddress', () => {
  const personal = [
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.co.uk',
    'hotmail.fr',
    'live.nl',
    'yahoo.com.br',
    'yahoo.co.jp',
  ];
  for (const domain of [
    ...personal,
    'icloud.com',
    'me.com',
    'aol.com',
    'gmx.de',
    'web.de',
    'proton.me',
    'qq.com',
    'mail.ru',
    'yandex.ru',
    'orange.fr',
  ]) {
    it(`is true of ${domain} (W22)`, () => {
      assert.equal(isPersonalAddress(`jane@${domain}`), true);
    });
  }

  const companies = [
    'acme.com',
    'x.test',
    'mygmail.com',
    'gmail.com.acme.test',
    'live.acme.com',
    'mail.acme.com',
    'free.net',
    'yahoo.acme.co.uk',
  ];
  for (const domain of [...companies, 'home.com', 'team.me.com', 'theweb.de']) {
    it(`is false of ${domain} (W22)`, () => {
      assert.equal(isPersonalAddress(`gmail.com@${domain}`), false);
    });
  }

  it('is of no opinion about what is no address', () => {
    assert.equal(isPersonalAddress(''), false);
    assert.equal(isPersonalAddress('gmail.com'), false);
  });
});
