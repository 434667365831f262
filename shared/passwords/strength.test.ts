// The hint of how hard a password is to guess.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PasswordStrength } from './strength.ts';
import { strengthOf } from './strength.ts';

const WORDS: readonly (readonly [string, PasswordStrength])[] = [
  ['', 'weak'],
  ['123456', 'weak'],
  ['12345678901234567890', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['qwertyuiop', 'weak'],
  ['password', 'weak'],
  ['Password1!', 'weak'],
  ['Welcome2026', 'weak'],
  ['kbjxwq', 'weak'],
  ['kbjvxhtm', 'fair'],
  ['kb7xQ!tm', 'good'],
  ['kbjxwqtmzgya', 'good'],
  ['kb7xQ!tm4v_R', 'strong'],
  ['anvil rosette quiver hamlet', 'strong'],
];

describe('P37 the strength of a password', () => {
  for (const [password, expected] of WORDS)
    it(`of "${password}" is ${expected}`, () => assert.equal(strengthOf(password), expected));

  it('is less where it holds pieces of the name or the address', () => {
    const known = ['Ana Kowalczyk', 'ana.kowalczyk@acme.test'];
    assert.equal(strengthOf('kowalczyk_Acme'), 'strong');
    assert.equal(strengthOf('kowalczyk_Acme', known), 'weak');
    assert.equal(strengthOf('KOWALCZYK_ana7', known), 'weak');
  });

  it('does not mind short pieces and empty names', () => {
    assert.equal(strengthOf('kb7xQ!tm4v_R', ['', 'kb', 'x q']), 'strong');
  });

  it('never falls when a surprising character is added', () => {
    const order: PasswordStrength[] = ['weak', 'fair', 'good', 'strong'];
    let before = 0;
    for (const password of [
      'k',
      'kb',
      'kb7',
      'kb7x',
      'kb7xQ',
      'kb7xQ!',
      'kb7xQ!t',
      'kb7xQ!tm4',
      'kb7xQ!tm4v_R',
    ]) {
      const now = order.indexOf(strengthOf(password));
      assert.ok(now >= before, password);
      before = now;
    }
  });
});
