// Passwords on the server: kept exactly, hashed beside the loop, the same cost for nobody, and none that everybody tries.
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import { hash } from '@node-rs/argon2';
import { AppError } from '../../shared/errors.ts';
import type { PasswordRules } from '../../shared/passwords/rules.ts';
import { isRefusal } from '../testing/refusal.ts';
import { assertPasswordAllowed } from './allowed.ts';
import { boundedLine } from './bounded.ts';
import { isCommonPassword } from './common.ts';
import { hashPassword, renewedHash, verifyPassword } from './hash.ts';

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
const six: PasswordRules = { minimum: 6, maximum: 1024, advised: 8, classes: [] };

describe('the hash of a password', () => {
  it('SEC_C05 is argon2id at the cost that was decided, salted, and opens for the password alone', async () => {
    const [one, other] = await Promise.all([hashPassword('kb7xQ!tm'), hashPassword('kb7xQ!tm')]);
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.notEqual(one, other);
    assert.equal(await verifyPassword(one, 'kb7xQ!tm'), true);
    assert.equal(await verifyPassword(one, 'kb7xQ!tn'), false);
    assert.equal(await renewedHash(one, 'kb7xQ!tm'), null);
  });

  const long = 'x'.repeat(72);
  const PAIRS = [
    ['what stands behind the 72nd byte counts', `${long}a`, `${long}b`],
    ['a blank at the end counts', 'kb7xQ!tm ', 'kb7xQ!tm'],
    ['a blank at the start counts', ' kb7xQ!tm', 'kb7xQ!tm'],
    ['a line break counts', 'kb7xQ!tm\n', 'kb7xQ!tm'],
    ['case counts', 'Kb7xQ!tm', 'kb7xQ!tm'],
    ['composed and decomposed letters are two', 'kb7xQ!t\u00e9', 'kb7xQ!te\u0301'],
    ['full-width letters are others', 'kb7xQ!tｍ', 'kb7xQ!tm'],
    ['what stands behind a NUL counts', 'kb7\0xQ!tm', 'kb7\0xQ!tn'],
  ] as const;
  for (const [name, password, other] of PAIRS)
    it(`SEC_C03 ${name}`, async () => {
      const stored = await hashPassword(password);
      assert.equal(await verifyPassword(stored, password), true);
      assert.equal(await verifyPassword(stored, other), false);
    });

  it('nothing opens where no password is stored, the empty one neither', async () => {
    assert.equal(await verifyPassword(null, 'kb7xQ!tm'), false);
    assert.equal(await verifyPassword(null, ''), false);
  });

  it('SEC_C06 costs the same where no password is stored', async () => {
    const stored = await hashPassword('kb7xQ!tm');
    const times = { stored: [] as number[], none: [] as number[] };
    // In turn, and the quickest of each, for whatever else this machine does only slows one or the other.
    for (let n = 0; n < 40; n++) {
      times.stored.push(await timed(() => verifyPassword(stored, 'wrong')));
      times.none.push(await timed(() => verifyPassword(null, 'wrong')));
    }
    const [a, b] = [Math.min(...times.stored), Math.min(...times.none)];
    assert.ok(Math.abs(a - b) / Math.max(a, b) < 0.25, `${a} ms and ${b} ms`);
  });

  it('SEC_C05 a text of five million characters is refused at once', async () => {
    const stored = await hashPassword('kb7xQ!tm');
    const hashing = await timed(() => verifyPassword(stored, 'wrong'));
    const refusing: number[] = [];
    for (let n = 0; n < 10; n++)
      refusing.push(await timed(() => verifyPassword(stored, 'x'.repeat(5_000_000))));
    assert.equal(await verifyPassword(stored, 'x'.repeat(5_000_000)), false);
    assert.ok(Math.min(...refusing) < hashing / 2, `${refusing.join(', ')} ms, and ${hashing} ms for a hash`);
  });

  it('is made anew where it was made at another cost', async () => {
    const cheap = await hash('kb7xQ!tm', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    assert.equal(await verifyPassword(cheap, 'kb7xQ!tm'), true, 'it opens all the same');
    const renewed = await renewedHash(cheap, 'kb7xQ!tm');
    assert.match(renewed!, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.equal(await verifyPassword(renewed, 'kb7xQ!tm'), true);
  });

  it('SEC_C05 fifty at once leave the loop free', async () => {
    const stored = await hashPassword('kb7xQ!tm');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) => verifyPassword(stored, n % 2 === 0 ? 'kb7xQ!tm' : 'wrong')),
    );
    delay.disable();
    assert.deepEqual(
      results,
      results.map((_, n) => n % 2 === 0),
    );
    assert.ok(delay.max / 1e6 < 250, `the loop stood still for ${delay.max / 1e6} ms`);
  });
});

describe('a line of a few at a time', () => {
  it('SEC_C05 runs no more than its width at once, in the order they came', async () => {
    const inLine = boundedLine(2, 100);
    let [running, most] = [0, 0];
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        inLine(async () => {
          most = Math.max(most, ++running);
          order.push(n);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
        }),
      ),
    );
    assert.equal(most, 2);
    assert.deepEqual(
      order,
      order.map((_, n) => n),
    );
  });

  it('says that it is busy where too many wait, and goes on after failures', async () => {
    const inLine = boundedLine(1, 1);
    const gate = Promise.withResolvers<void>();
    const first = inLine(() => gate.promise);
    const second = inLine(() => Promise.reject(new Error('no')));
    await assert.rejects(
      inLine(() => Promise.resolve()),
      isRefusal('busy'),
    );
    gate.resolve();
    await first;
    await assert.rejects(second, /^Error: no$/);
    assert.equal(await inLine(() => Promise.resolve('next')), 'next');
  });
});

describe('SEC_C02 what everybody tries', () => {
  for (const password of [
    'password',
    'PASSWORD',
    'Password1!',
    'P@ssw0rd1!',
    'Pa$$w0rd2026!',
    '12345678',
    'Qwerty123!',
    'Dragon_2026',
    'letmein!!',
    'iloveyou',
    'Michael1!',
  ])
    it(`"${password}" is known`, async () => assert.equal(await isCommonPassword(password), true));

  for (const password of [
    'kb7xQ!tm',
    'anvil rosette quiver',
    'passwordless-anvil',
    'Password1!Password',
    'dragon12345678',
    '20261122',
    '!!!!!!!!',
    '',
  ])
    it(`"${password}" is not`, async () => assert.equal(await isCommonPassword(password), false));
});

describe('assertPasswordAllowed', () => {
  it('D34 takes what fulfils every rule', async () => {
    await assertPasswordAllowed(directory, 'kb7xQ!tm', 'kb7xQ!tm');
    await assertPasswordAllowed(six, 'kb7xQ!', 'kb7xQ!');
  });

  it('D33 P24 refuses two that differ, and names the field', async () => {
    const refused = assertPasswordAllowed(directory, 'kb7xQ!tm', 'kb7xQ!tm ');
    await assert.rejects(refused, (error: unknown) => {
      assert.ok(error instanceof AppError);
      assert.deepEqual([error.code, error.details], ['password_mismatch', { field: 'confirmation' }]);
      return true;
    });
  });

  it('D34 P12 names the rules that are not met and nothing of what was entered', async () => {
    for (const [rules, password, unmet] of [
      [directory, 'secret-value', ['upper', 'digit']],
      [six, 'abcde', ['minimum']],
    ] as const)
      await assert.rejects(assertPasswordAllowed(rules, password, password), (error: unknown) => {
        assert.ok(error instanceof AppError);
        assert.equal(error.code, 'password_too_weak');
        assert.deepEqual(error.details, { field: 'password', rules: unmet });
        assert.doesNotMatch(JSON.stringify({ ...error, message: error.message }), new RegExp(password));
        return true;
      });
  });

  it('SEC_C02 refuses what fulfils the rules and is tried first', async () => {
    await assert.rejects(
      assertPasswordAllowed(directory, 'Password1!', 'Password1!'),
      isRefusal('password_common'),
    );
    await assert.rejects(assertPasswordAllowed(six, '123456', '123456'), isRefusal('password_common'));
  });

  it('D10 has none where the policy has none', async () => {
    await assert.rejects(assertPasswordAllowed(null, 'kb7xQ!tm', 'kb7xQ!tm'), isRefusal('not_in_policy'));
  });
});

async function timed(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}
