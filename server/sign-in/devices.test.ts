// Whose browser a mark says it is: sealed, for a few people, until the password changes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountId } from '../../shared/ids.ts';
import { createDevices, deviceMarkOf } from './devices.ts';

const devices = createDevices(
  new URL('https://people.example/admin'),
  'a secret for tests only, long enough',
);
const ann = { id: 'account-ann' as AccountId, validFrom: 0 };
const bob = { id: 'account-bob' as AccountId, validFrom: 0 };
const markOf = (header: string) => deviceMarkOf(header.split(';', 1)[0]!)!;

describe('a browser that is known', () => {
  it('is one of whoever signed in in it, and of nobody else', () => {
    const mark = markOf(devices.cookie(undefined, ann));
    assert.match(devices.deviceOf(mark, ann)!, /^[\w-]{22}$/);
    assert.equal(devices.deviceOf(mark, bob), null);
    const shared = markOf(devices.cookie(mark, bob));
    assert.equal(devices.deviceOf(shared, ann), devices.deviceOf(mark, ann));
    assert.equal(devices.deviceOf(shared, bob), devices.deviceOf(mark, ann));
  });

  it('keeps the last five of its people', () => {
    let mark: string | undefined;
    const people = Array.from({ length: 7 }, (_, n) => ({ id: `account-${n}` as AccountId, validFrom: 0 }));
    for (const person of [...people, people[6]!]) mark = markOf(devices.cookie(mark, person));
    assert.deepEqual(
      people.map((person) => devices.deviceOf(mark, person) !== null),
      [false, false, true, true, true, true, true],
    );
  });

  it('SEC_C09 is forgotten when the password changes, and cannot be made up', () => {
    const mark = markOf(devices.cookie(undefined, ann));
    assert.equal(devices.deviceOf(mark, { ...ann, validFrom: 1 }), null);
    for (let at = 0; at < mark.length; at += 1) {
      const altered = mark.slice(0, at) + (mark[at] === 'A' ? 'B' : 'A') + mark.slice(at + 1);
      assert.equal(devices.deviceOf(altered, ann), null);
    }
    for (const none of [undefined, '', '.', 'a.b', `${mark}.`, `${mark}x`, mark.repeat(9)])
      assert.equal(devices.deviceOf(none, ann), null);
    const elsewhere = createDevices(
      new URL('https://people.example'),
      'another secret for tests, long enough',
    );
    assert.equal(elsewhere.deviceOf(mark, ann), null);
  });

  it('SEC_D03 has a cookie that no script reads and no other site sets', () => {
    const header = devices.cookie(undefined, ann);
    assert.match(
      header,
      /^__Host-user-admin-device=[\w.-]+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure$/,
    );
    assert.ok(!header.includes(ann.id));
    const local = createDevices(new URL('http://localhost:8787'), 'a secret for tests only, long enough');
    assert.match(
      local.cookie(undefined, ann),
      /^user-admin-device=[^;]+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
    );
    assert.equal(deviceMarkOf('a=b; user-admin-device=x.y; c=d'), 'x.y');
    assert.equal(deviceMarkOf('not-user-admin-device=x.y'), undefined);
  });
});
