// Every refusal reads well, has a kind, and can be told apart from what is none.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ErrorCode, ErrorKind } from './errors.ts';
import { AppError, ERRORS, fail, isErrorCode } from './errors.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];

/** Each kind and what the person does about it; a new kind has to be thought about here. */
const KINDS: { readonly [K in ErrorKind]: string } = {
  unauthenticated: 'sign in',
  forbidden: 'ask somebody with more rights',
  precondition: 'do something else first',
  not_found: 'look elsewhere',
  conflict: 'look at the fresh state and decide again',
  invalid: 'correct what was entered',
  limit: 'wait',
  unavailable: 'try again',
};

/** Words that belong to the inside and mean nothing to the people who read these sentences. */
const INTERNAL =
  /\b(sql|sqlite|libsql|database|db|query|transaction|row|column|table|null|undefined|exception|stack|token|jwt|cookie|header|payload|json|schema|enum|uuid|id|http|api|endpoint|tenant|actor|policy|rank|guard|grant|idempoten\w*|status code|trpc|zod|hono|lucia)\b/i;

describe('the table of refusals', () => {
  for (const code of CODES) {
    it(`${code} is told in whole, calm sentences without words from the inside`, () => {
      const { text } = ERRORS[code];
      assert.match(text, /^[A-Z]/, 'starts with a capital');
      assert.match(text, /\.$/, 'ends with a full stop');
      for (const sentence of text.slice(0, -1).split('. '))
        assert.match(sentence, /^[A-Z][^.!?]*$/, `"${sentence}" is one sentence`);
      assert.doesNotMatch(text, /[!<>{}_`]|\s{2}|please|oops|sorry|error|failed/i);
      assert.doesNotMatch(text, INTERNAL);
      assert.ok(text.length <= 120, 'fits beside a control');
    });
  }

  it('gives every code one of the kinds, and uses every kind', () => {
    assert.deepEqual(
      [...new Set(CODES.map((code) => ERRORS[code].kind))].toSorted(),
      Object.keys(KINDS).toSorted(),
    );
  });

  it('names every code in small letters and underscores', () => {
    for (const code of CODES) assert.match(code, /^[a-z]+(_[a-z]+)*$/);
  });

  it('never says the same under two codes', () => {
    const texts = CODES.map((code) => ERRORS[code].text);
    assert.deepEqual(
      texts.filter((text, i) => texts.indexOf(text) !== i),
      [],
    );
  });

  it('tells a stranger less than a member: whoever is not signed in hears only that (SEC_A01)', () => {
    assert.equal(ERRORS.not_signed_in.kind, 'unauthenticated');
    for (const code of [
      'not_a_member',
      'actor_deactivated',
      'not_granted',
      'outranked',
      'is_self',
      'role_not_yours_to_give',
    ] as const)
      assert.equal(ERRORS[code].kind, 'forbidden');
  });
});

describe('AppError', () => {
  it('carries code, kind and sentence, and what the other side needs', () => {
    const error = new AppError('changed_meanwhile', { version: 3 });
    assert.ok(error instanceof Error);
    assert.deepEqual(
      [error.name, error.code, error.kind, error.message, error.details],
      ['AppError', 'changed_meanwhile', 'conflict', ERRORS.changed_meanwhile.text, { version: 3 }],
    );
  });

  it('has no details unless given', () => {
    assert.equal(new AppError('busy').details, undefined);
  });

  it('is what fail throws', () => {
    assert.throws(
      () => fail('is_self', 'x'),
      (error: unknown) => error instanceof AppError && error.code === 'is_self' && error.details === 'x',
    );
  });
});

describe('isErrorCode', () => {
  it('knows our codes and nothing else, not even the names that every object has (SEC_F07)', () => {
    for (const code of CODES) assert.equal(isErrorCode(code), true);
    for (const other of [
      '',
      'IS_SELF',
      'toString',
      '__proto__',
      'constructor',
      404,
      null,
      undefined,
      ['is_self'],
    ])
      assert.equal(isErrorCode(other), false);
  });
});
