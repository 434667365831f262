// What a request that is none of ours is told, and what is told to who takes something else for a link.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Deployment } from '../testing/deployment.ts';
import { deploy } from '../testing/deployment.ts';

describe('words to whoever asks wrongly', () => {
  let site: Deployment;
  let bearer: Record<string, string>;
  let cookie: string;
  before(async () => {
    site = await deploy();
    const owner = await site.addMember({ email: 'olga@acme.test', roles: ['owner'] });
    bearer = { Authorization: `Bearer ${await site.tokenOf(owner)}` };
    cookie = await site.cookieOf(owner.accountId);
  });
  after(async () => {
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  it('SEC_G08 says of a request that is none what is wrong with it, and asks nobody to check what they entered', async () => {
    const headers = { ...bearer, 'Content-Type': 'application/json' };
    const post = (name: string, init: RequestInit) =>
      site.request(`/admin/trpc/${name}`, { method: 'POST', headers, ...init });
    const answers = {
      'no procedure': [await site.query('nothing.here', {}, bearer), 404, 'nothing at this address'],
      'no path': [await site.request('/admin/nothing'), 404, 'nothing at this address'],
      'query by POST': [await post('viewer.get', { body: '{}' }), 405, 'queries by GET'],
      'mutation by GET': [await site.query('members.leave', {}, bearer), 405, 'mutations by POST'],
      form: [await post('members.leave', { headers: bearer, body: 'x' }), 415, 'as application/json'],
      'too large': [await post('members.leave', { body: ' '.repeat(2 ** 20 + 1) }), 413, 'Send less at once'],
      'broken JSON': [await post('members.leave', { body: '{' }), 400, 'Send JSON'],
      'long batch': [
        await site.request(`/admin/trpc/${Array(11).fill('viewer.get').join()}?batch=1`, { headers: bearer }),
        400,
        'at most 10 procedures',
      ],
      'wrong input': [
        await site.query('members.list', { limit: 1e9 }, bearer),
        400,
        'Check what you entered',
      ],
    } as const;
    for (const [name, [{ status, reason, text }, expected, words]] of Object.entries(answers)) {
      assert.deepEqual([status, reason], [expected, 'input_invalid'], name);
      assert.ok(text.includes(words), `${name}: ${text}`);
    }
  });

  it('SEC_B10 calls a link that does not work by its name, whatever somebody took for one', async () => {
    const sent = ['x', 'nonsense', bearer['Authorization']!.slice('Bearer '.length), cookie, 'é'.repeat(500)];
    for (const token of sent)
      for (const name of [
        'invitations.peek',
        'invitations.accept',
        'invitations.decline',
        'account.confirmEmail',
      ]) {
        const wish = ['accept', 'decline'].some((end) => name.endsWith(end)) && {
          idempotencyKey: randomUUID(),
        };
        const { status, reason } = await site.mutate(name, { token, ...wish });
        assert.deepEqual([status, reason], [404, 'link_invalid'], `${name} ${token.slice(0, 20)}`);
      }
  });
});
