// What is sealed opens for whoever sealed it and for what it was sealed for, and for nothing else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SealError, createSealer } from './seal.ts';

const SECRET = 'a secret for tests only, long enough';

describe('the seal', () => {
  const sealer = createSealer(SECRET);

  it('SEC_K03 gives back what was sealed, whatever is in it, and looks different every time', () => {
    for (const text of ['', 'hunter2', 'päss wörd ☂', 'a'.repeat(5000), '\u0000\r\n']) {
      const sealed = sealer.seal('mail', text);
      assert.equal(sealer.unseal('mail', sealed), text);
      assert.notEqual(sealer.seal('mail', text), sealed);
      if (text.length > 3) assert.ok(!Buffer.from(sealed.slice(3), 'base64url').includes(text));
    }
    assert.equal(createSealer(SECRET).unseal('mail', sealer.seal('mail', 'again')), 'again');
  });

  it('SEC_K03 opens for no other purpose and under no other secret', () => {
    const sealed = sealer.seal('provider:one', 'hunter2');
    for (const purpose of ['provider:two', 'mail', '', 'provider:one\n'])
      assert.throws(() => sealer.unseal(purpose, sealed), SealError, purpose);
    assert.throws(() => createSealer(`${SECRET}!`).unseal('provider:one', sealed), SealError);
  });

  it('SEC_K03 says clearly that something was altered, wherever it was, and nothing of what is in it', () => {
    const sealed = sealer.seal('mail', 'hunter2');
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      assert.throws(() => sealer.unseal('mail', altered), SealError, `character ${at}`);
    }
    for (const wrong of [
      '',
      'v1.',
      'hunter2',
      sealed.slice(0, -1),
      `${sealed}A`,
      ` ${sealed}`,
      `v2${sealed.slice(2)}`,
    ])
      assert.throws(() => sealer.unseal('mail', wrong), SealError, wrong);
    assert.throws(
      () => sealer.unseal('mail', `${sealed}AAAA`),
      (error) =>
        error instanceof SealError && !error.message.includes('hunter2') && error.cause === undefined,
    );
  });
});
