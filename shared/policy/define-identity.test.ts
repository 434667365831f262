// Each way of signing in that makes no sense in a policy is refused with a message that names the place.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PasswordRules } from '../passwords/rules.ts';
import { guest, lead, refuses, small, worker } from '../testing/small-policy.ts';
import { definePolicy } from './define.ts';
import type { Policy } from './policy.ts';

describe('definePolicy refuses ways of signing in', () => {
  const rules: PasswordRules = { minimum: 8, maximum: 60, advised: 12, classes: [] };
  const withIdentity = (change: Partial<Policy['identity']>): Policy => ({
    ...small,
    identity: { ...small.identity, ...change },
  });
  const withRules = (change: Partial<PasswordRules>): Policy =>
    withIdentity({ ways: ['password'], passwords: { ...rules, ...change } });

  it('takes each way alone, with the rules that it needs', () => {
    for (const policy of [
      withIdentity({ ways: ['link'] }),
      withIdentity({ ways: ['provider'] }),
      withRules({}),
      withRules({ minimum: 1, advised: 1, maximum: 1 }),
      withRules({ maximum: 1024 }),
      withIdentity({ hostPeople: 'worker' }),
    ])
      assert.equal(definePolicy(policy), policy);
  });

  refuses(
    'none at all',
    withIdentity({ ways: [] }),
    'identity.ways: name at least one, or nobody could sign in',
  );
  refuses(
    'one twice',
    withIdentity({ ways: ['link', 'link'] }),
    'identity.ways[1]: the key "link" is used twice',
  );
  refuses(
    'a password without rules',
    withIdentity({ ways: ['password'] }),
    'identity.passwords: people sign in with a password, so say what one must be',
  );
  refuses(
    'rules without a password',
    withIdentity({ passwords: rules }),
    'identity.ways: passwords have rules, but nobody could sign in with one; add "password"',
  );
  refuses(
    'a minimum of nothing',
    withRules({ minimum: 0 }),
    'identity.passwords.minimum: must be at least 1',
  );
  refuses(
    'half a character',
    withRules({ minimum: 7.5 }),
    'identity.passwords.minimum: must be a whole number',
  );
  refuses(
    'advice below the minimum',
    withRules({ advised: 7 }),
    'identity.passwords.advised: below the minimum, so it advises nothing',
  );
  refuses(
    'a maximum below the advice',
    withRules({ maximum: 11 }),
    'identity.passwords.maximum: below the length that is advised',
  );
  refuses(
    'a maximum that is never taken',
    withRules({ maximum: 1025 }),
    'identity.passwords.maximum: at most 1024 can be taken',
  );
  refuses(
    'more classes than characters',
    withRules({ minimum: 1, advised: 1, maximum: 1, classes: [{ kind: 'upper' }, { kind: 'lower' }] }),
    'identity.passwords.maximum: too short for one character of each of its 2 classes',
  );
  refuses(
    'special characters without any',
    withRules({ classes: [{ kind: 'digit' }, { kind: 'special', characters: '' }] }),
    'identity.passwords.classes[1] (special).characters: name at least one',
  );
  refuses(
    'a class twice',
    withRules({ classes: [{ kind: 'digit' }, { kind: 'digit' }] }),
    'identity.passwords.classes[1]: the key "digit" is used twice',
  );
  refuses(
    'an unknown role for people of a host',
    withIdentity({ hostPeople: 'boss' }),
    'identity.hostPeople: there is no role "boss"',
  );
  refuses(
    'a public role for people of a host',
    { ...withIdentity({ hostPeople: 'guest' }), roles: [lead, worker, guest] },
    'identity.hostPeople: "guest" is public and cannot be given to a person',
  );
  refuses(
    'a role in charge for people of a host',
    withIdentity({ hostPeople: 'lead' }),
    'identity.hostPeople: "lead" is in charge, and a host names whom it likes',
  );
});
