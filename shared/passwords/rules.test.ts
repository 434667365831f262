// Rules of passwords: the directory's in a full table, a short minimum, no classes, and passwords kept exactly as they are.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collaborators } from '../presets/collaborators.ts';
import { tables } from '../presets/tables.ts';
import type { PasswordRule, PasswordRules } from './rules.ts';
import { checkRules, hasAdvisedLength, passwordProblem } from './rules.ts';

/** 8 to 60 characters of four classes. */
const directory: PasswordRules = {
  minimum: 8,
  maximum: 60,
  advised: 12,
  classes: [
    { kind: 'upper' },
    { kind: 'lower' },
    { kind: 'digit' },
    { kind: 'special', characters: '!@#$%^&*_-' },
  ],
};
/** At least 6, and 8 are advised. */
const packages: PasswordRules = { minimum: 6, maximum: 128, advised: 8, classes: [] };

/** The rules that a password does not fulfil. */
const unmet = (rules: PasswordRules, password: string): PasswordRule[] =>
  checkRules(rules, password)
    .filter(({ isMet }) => !isMet)
    .map(({ rule }) => rule);

const VALID = [
  ['the shortest', 'Abcdef1!'],
  ['the longest', `Aa1!${'x'.repeat(56)}`],
  ...[...'!@#$%^&*_-'].map((special) => [`the special character ${special}`, `Abcdef1${special}`] as const),
  ['blank space inside', 'Abc def 1!'],
  ['blank space at both ends, which counts', ' Abcd1! '],
  ['a special character of no class beside one of it', 'Abcdef1!~'],
  ['letters of another script as upper and lower case', 'Жукова1!'],
  ['letters with marks', 'Ünïcödé1!'],
  ['digits of another script', 'Abcdef٣!'],
  ['characters outside of the basic plane', 'Abcde1!😀'],
  ['sixty code points that are more units', `Aa1!${'😀'.repeat(56)}`],
  ['a NUL in the middle', 'Abcd\0ef1!'],
] as const;

const INVALID: readonly (readonly [name: string, password: string, ...unmet: PasswordRule[]])[] = [
  ['nothing', '', 'minimum', 'upper', 'lower', 'digit', 'special'],
  ['one character', 'A', 'minimum', 'lower', 'digit', 'special'],
  ['seven characters', 'Abcde1!', 'minimum'],
  ['seven code points that are eight units', 'Abcd1!😀', 'minimum'],
  ['seven letters where one is written as letter and mark', 'Abc1!\u00e9x', 'minimum'],
  ['sixty-one characters', `Aa1!${'x'.repeat(57)}`, 'maximum'],
  ['sixty-one code points', `Aa1!${'😀'.repeat(57)}`, 'maximum'],
  ['a thousand characters', `Aa1!${'x'.repeat(996)}`, 'maximum'],
  ['sixty characters and a blank behind', `Aa1!${'x'.repeat(56)} `, 'maximum'],
  ['no upper case', 'abcdef1!', 'upper'],
  ['no lower case', 'ABCDEF1!', 'lower'],
  ['no digit', 'Abcdefg!', 'digit'],
  ['no special character', 'Abcdefg1', 'special'],
  ['only lower case', 'abcdefgh', 'upper', 'digit', 'special'],
  ['only upper case', 'ABCDEFGH', 'lower', 'digit', 'special'],
  ['only digits', '12345678', 'upper', 'lower', 'special'],
  ['only special characters', '!@#$%^&*', 'upper', 'lower', 'digit'],
  ['only blank space', '        ', 'upper', 'lower', 'digit', 'special'],
  ['a special character of another kind', 'Abcdef1~', 'special'],
  ['a plus, which is of no class', 'Abcdef1+', 'special'],
  ['a full-width exclamation mark', 'Abcdef1！', 'special'],
  ['a long dash', 'Abcdef1—', 'special'],
  ['a raised digit, which is none', 'Abcdefg²!', 'digit'],
  ['letters of a script without cases', '密码密码密码1!', 'upper', 'lower'],
  ['a letter of title case alone', 'ǅabcde1!', 'upper'],
];

const CONFIRMATIONS = [
  ['the same', 'Abcdef1!', 'Abcdef1!', null],
  ['another case', 'Abcdef1!', 'abcdef1!', 'password_mismatch'],
  ['a blank behind', 'Abcdef1!', 'Abcdef1! ', 'password_mismatch'],
  ['nothing', 'Abcdef1!', '', 'password_mismatch'],
  ['the same to the eye, composed otherwise', 'Abcd1!\u00e9x', 'Abcd1!e\u0301x', 'password_mismatch'],
  ['the same, of a password that is too weak', 'abc', 'abc', 'password_too_weak'],
] as const;

describe('the rules of a directory (D34, SEC_C01)', () => {
  for (const [name, password] of VALID)
    it(`D34 takes ${name}`, () => assert.deepEqual(unmet(directory, password), []));

  assert.equal(INVALID.length, 25);
  for (const [name, password, ...expected] of INVALID)
    it(`D34 refuses ${name} by ${expected.join(', ')}`, () => {
      assert.deepEqual(unmet(directory, password), expected);
      assert.equal(passwordProblem(directory, password, password), 'password_too_weak');
    });

  assert.equal(CONFIRMATIONS.length, 6);
  for (const [name, password, confirmation, expected] of CONFIRMATIONS)
    it(`D33 answers ${expected ?? 'nothing'} to a confirmation with ${name}`, () =>
      assert.equal(passwordProblem(directory, password, confirmation), expected));

  it('gives one result for each rule in the order of the rules, for a list that is ticked off', () => {
    assert.deepEqual(checkRules(directory, 'abc1'), [
      { rule: 'minimum', isMet: false },
      { rule: 'maximum', isMet: true },
      { rule: 'upper', isMet: false },
      { rule: 'lower', isMet: true },
      { rule: 'digit', isMet: true },
      { rule: 'special', isMet: false },
    ]);
  });
});

describe('the rules of other policies', () => {
  it('P12 P24 six characters are enough where the minimum is six, and five are not', () => {
    assert.deepEqual(unmet(packages, '123456'), []);
    assert.deepEqual(unmet(packages, '12345'), ['minimum']);
    assert.deepEqual(unmet(packages, '😀😀😀😀😀😀'), []);
    assert.deepEqual(unmet(packages, '😀😀😀'), ['minimum'], 'code points, not units');
  });

  it('P37 advises eight characters and takes fewer', () => {
    assert.equal(hasAdvisedLength(packages, '1234567'), false);
    assert.equal(hasAdvisedLength(packages, '12345678'), true);
    assert.equal(passwordProblem(packages, '1234567', '1234567'), null);
  });

  it('ready policies: none for tables, eight to 128 of any kind for collaborators', () => {
    assert.equal(tables.identity.passwords, null);
    const rules = collaborators.identity.passwords;
    assert.deepEqual(unmet(rules, 'x'.repeat(7)), ['minimum']);
    assert.deepEqual(unmet(rules, 'x'.repeat(8)), []);
    assert.deepEqual(unmet(rules, 'x'.repeat(128)), []);
    assert.deepEqual(unmet(rules, 'x'.repeat(129)), ['maximum']);
  });

  it('SEC_C03 counts blank space at the ends and tells composed from decomposed letters', () => {
    const six: PasswordRules = { minimum: 6, maximum: 6, advised: 6, classes: [] };
    assert.deepEqual(unmet(six, ' 1234 '), []);
    assert.deepEqual(unmet(six, '1234'), ['minimum']);
    assert.deepEqual(unmet(six, '12345e\u0301'), ['maximum']);
    assert.deepEqual(unmet(six, '12345\u00e9'), []);
  });

  it('a special class may hold characters outside of the basic plane, which count whole', () => {
    const rules: PasswordRules = {
      minimum: 1,
      maximum: 9,
      advised: 1,
      classes: [{ kind: 'special', characters: '😀' }],
    };
    assert.deepEqual(unmet(rules, 'a😀'), []);
    assert.deepEqual(unmet(rules, 'a😁'), ['special']);
  });
});
