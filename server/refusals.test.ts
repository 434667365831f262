// What the operator's log is told of refusals: who, what and why, and nothing that was sent.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Deployment } from './testing/deployment.ts';
import { BASE_URL, deploy } from './testing/deployment.ts';
import { PageBrowser } from './testing/page-browser.ts';
import { withPasswords } from './testing/policies.ts';

describe('the log of refusals', () => {
  let site: Deployment;
  before(async () => {
    site = await deploy({ policy: withPasswords });
  });
  after(() => site.close());

  it('SEC_L04 names who was refused what, and why', async () => {
    const staff = await site.addMember({ email: 'staff@acme.test', roles: ['staff'] });
    const cookie = await site.cookieOf(staff.accountId);
    await site.query('members.list', {}, { Cookie: cookie, 'ua-workspace': site.workspaceId });
    await site.query('members.list', {}, { Authorization: 'Bearer not.a.token' });
    await site.query('members.list', {});
    assert.deepEqual(
      site.refusals.map(({ path, reason, caller, workspaceId }) => ({ path, reason, caller, workspaceId })),
      [
        {
          path: 'members.list',
          reason: 'not_granted',
          caller: { kind: 'account', id: staff.accountId },
          workspaceId: site.workspaceId,
        },
        { path: 'members.list', reason: 'token_invalid', caller: null, workspaceId: null },
        {
          path: 'members.list',
          reason: 'not_signed_in',
          caller: { kind: 'anonymous', id: null },
          workspaceId: null,
        },
      ],
    );
  });

  it('SEC_L04 names the network also of what the door turned away', async () => {
    site.refusals.length = 0;
    const asking = new Request(`${BASE_URL}/trpc/members.list`, {
      headers: { Authorization: 'Bearer not.a.token' },
    });
    await site.userAdmin.fetch(asking, { address: '203.0.113.77' });
    assert.deepEqual(
      site.refusals.map(({ reason, network }) => [reason, network]),
      [['token_invalid', '203.0.113.0/24']],
    );
  });

  it('SEC_L04 SEC_L05 tells of what the pages refuse, by the kind of page and without the rest of its address', async () => {
    site.refusals.length = 0;
    const browser = new PageBrowser(site.userAdmin, new URL(BASE_URL).origin);
    const shown = await browser.open(`${BASE_URL}/sign-in?to=/admin/secret-place`);
    const fields = { login: 'staff@acme.test', password: 'hunter2', way: 'password' };
    assert.equal((await browser.submit(shown, '/sign-in', { fields })).response.status, 401);
    assert.deepEqual(
      site.refusals.map(({ path, reason, caller }) => [path, reason, caller]),
      [['/sign-in', 'sign_in_failed', null]],
    );
    assert.doesNotMatch(JSON.stringify(site.refusals), /hunter2|staff@|secret/);
  });

  it('SEC_L05 repeats nothing that was sent, and no input that was only wrong', async () => {
    site.refusals.length = 0;
    const secret = 'hunter2\r\nuser-admin forged line';
    await site.mutate('signIn.password', { login: 'staff@acme.test', password: secret });
    await site.mutate('members.leave', { version: -1 }, { Authorization: `Bearer ${site.token('first')}` });
    const log = site.refusals.map((refusal) => JSON.stringify(refusal)).join('\n');
    assert.doesNotMatch(log, /hunter2|staff@|forged/);
    assert.ok(site.refusals.every(({ reason }) => reason !== 'input_invalid'));
  });
});
