// Whose address a request has, by what the proxies before the server say, and by what anybody may claim.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf } from './network.ts';
import { addressOf } from './peer.ts';

const from = (forwarded: string | undefined, hops: number, peer: string | undefined = '10.0.0.9') =>
  addressOf(
    new Request('https://people.example', {
      headers: forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded },
    }),
    peer,
    hops,
  );

describe('the address of whoever asks', () => {
  it('SEC_C08 is that of the connection where no proxy is trusted, whatever a header claims', () => {
    assert.equal(from('203.0.113.7', 0), '10.0.0.9');
    assert.equal(from(undefined, 0), '10.0.0.9');
  });

  for (const [forwarded, hops, expected] of [
    ['203.0.113.7', 1, '203.0.113.7'],
    ['198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
    ['198.51.100.1,203.0.113.7, 10.0.0.8', 2, '203.0.113.7'],
    ['1.1.1.1, 2.2.2.2, 203.0.113.7, 10.0.0.8', 2, '203.0.113.7'],
    ['203.0.113.7:4711', 1, '203.0.113.7'],
    ['2001:db8::1', 1, '2001:db8::1'],
    ['[2001:db8::1]:443', 1, '2001:db8::1'],
    ['[2001:db8::1]', 1, '2001:db8::1'],
    ['203.0.113.7', 2, '10.0.0.9'],
    ['', 1, '10.0.0.9'],
    [undefined, 1, '10.0.0.9'],
    ['unknown', 1, '10.0.0.9'],
    ['203.0.113.7, <script>', 1, '10.0.0.9'],
  ] as const) {
    it(`SEC_C08 is ${expected} behind ${hops} trusted for "${forwarded}"`, () =>
      assert.equal(from(forwarded, hops), expected));
  }

  it('SEC_C08 makes one network of all addresses of a /64', () => {
    const networks = Array.from({ length: 300 }, (_, n) =>
      networkOf(from(`2001:db8:1:2:${n.toString(16)}::${(n * 7).toString(16)}`, 1)!),
    );
    assert.deepEqual([...new Set(networks)], ['2001:db8:1:2::/64']);
  });
});
