// Signing in over HTTP: what the door lets through, in which shape, from where, and which cookies come back.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LinkId } from '../../shared/ids.ts';
import { all, first, run } from '../db/database.ts';
import { createLinks } from '../invitations/links.ts';
import { spend } from '../limits/limits.ts';
import type { Deployment } from '../testing/deployment.ts';
import { BASE_URL, HOST_ORIGIN, SECRET, deploy } from '../testing/deployment.ts';
import { everyWay } from '../testing/policies.ts';
import { givePassword, tokenOf, visitor } from '../testing/visitors.ts';
import { workOf } from '../testing/work.ts';
import type { World } from '../testing/world.ts';
import { createWorld } from '../testing/world.ts';

const OWN = { Origin: 'https://people.example', 'Sec-Fetch-Site': 'same-origin' };
const PASSWORD = 'correct horse battery';
const EMAIL = 'ann@acme.test';

describe('the door to sign in', () => {
  let site: Deployment;
  let world: World;
  let ann: Awaited<ReturnType<Deployment['addMember']>>;
  before(async () => {
    site = await deploy({ policy: everyWay });
    world = await createWorld({ policy: everyWay, url: site.url, workspaceId: site.workspaceId });
    ann = await site.addMember({ email: EMAIL, roles: ['owner'] });
    await givePassword(world, ann.accountId, PASSWORD);
  });
  after(async () => {
    await world.close();
    await site.close();
    assert.deepEqual(site.failures, []);
  });

  const call = (procedure: string, input: unknown, headers: Record<string, string> = OWN) =>
    site.mutate(`signIn.${procedure}`, input, headers);
  const login = { login: EMAIL, password: PASSWORD };

  it('SEC_D03 SEC_D08 a page of ours signs in, gets its cookies in the headers alone, and signs out for good', async () => {
    const answer = await call('password', login);
    assert.deepEqual([answer.status, answer.data], [200, { to: null, mustChangePassword: false }]);
    const [session, device] = answer.headers.getSetCookie();
    assert.match(session!, /^__Host-user-admin=[\w-]{43}; .*HttpOnly; .*SameSite=Lax/);
    assert.match(session!, /Secure/);
    assert.match(device!, /^__Host-user-admin-device=/);
    const cookie = session!.split(';', 1)[0]!;
    const here = { Cookie: cookie, 'ua-workspace': site.workspaceId };
    assert.equal((await site.query('members.list', {}, here)).status, 200);
    const out = await call('signOut', {}, { ...OWN, ...here });
    assert.equal(out.status, 200);
    assert.match(out.headers.getSetCookie()[0]!, /^__Host-user-admin=; .*Max-Age=0/);
    assert.deepEqual((await site.query('members.list', {}, here)).reason, 'not_signed_in');
  });

  it('SEC_D02 a cookie that was set before signing in is worth nothing after', async () => {
    const planted = `__Host-user-admin=${'p'.repeat(43)}`;
    const answer = await call('password', login, { ...OWN, Cookie: planted });
    assert.ok(!answer.headers.getSetCookie().join().includes('p'.repeat(43)));
    const here = { Cookie: planted, 'ua-workspace': site.workspaceId };
    assert.equal((await site.query('members.list', {}, here)).reason, 'not_signed_in');
  });

  it('no other page, and no host, signs anybody in', async () => {
    for (const headers of [
      {},
      { Origin: HOST_ORIGIN },
      { Origin: 'null' },
      { Origin: 'https://people.example.evil.example' },
      { ...OWN, 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      const answer = await call('password', login, headers);
      assert.deepEqual([answer.reason, answer.headers.getSetCookie()], ['not_signed_in', []]);
    }
    const bearer = { ...OWN, Authorization: `Bearer ${await site.tokenOf(ann)}` };
    assert.equal((await call('password', login, bearer)).reason, 'account_action_by_host');
  });

  it('SEC_C12 an address is a text: lists, objects, numbers, nothing and unknown keys are refused', async () => {
    for (const value of [
      [EMAIL],
      [EMAIL, 'evil@evil.example'],
      { email: EMAIL },
      1,
      true,
      null,
      undefined,
      '',
    ]) {
      for (const [procedure, input] of [
        ['requestLink', { kind: 'sign-in', login: value }],
        ['requestLink', { kind: 'reset', login: value }],
        ['password', { login: value, password: PASSWORD }],
        ['password', { login: EMAIL, password: value }],
      ] as const) {
        const answer = await call(procedure, input);
        assert.deepEqual(
          [answer.status, answer.reason],
          [400, 'input_invalid'],
          `${procedure} ${JSON.stringify(value)}`,
        );
      }
    }
    assert.equal((await call('password', { ...login, email: EMAIL })).reason, 'input_invalid');
    assert.equal((await call('requestLink', { kind: 'email', login: EMAIL })).reason, 'input_invalid');
    assert.deepEqual(await all(site.database.read, 'SELECT 1 FROM links'), []);
  });

  it('SEC_C05 a password of megabytes is refused before anything is computed from it', async () => {
    const work = await workOf(async () => {
      const huge = await call('password', { login: EMAIL, password: 'x'.repeat(5 * 1024 * 1024) });
      const large = await call('password', { login: EMAIL, password: 'x'.repeat(900_000) });
      assert.deepEqual([huge.status, large.status], [413, 400]);
    });
    assert.ok(work < 2000, `${work} ms`);
  });

  it('SEC_F11 SEC_G08 an address to go on to that holds half a character is refused like every other text', async () => {
    const to = '/a\ud800';
    const { status, reason } = await site.query('signIn.offer', { to });
    assert.deepEqual([status, reason], [400, 'input_invalid']);
    assert.equal((await call('requestLink', { kind: 'sign-in', login: EMAIL, to })).reason, 'input_invalid');
    assert.equal((await call('password', { ...login, to })).reason, 'input_invalid');
    assert.deepEqual(site.failures, []);
  });

  it('SEC_G03 SEC_B02 looking never signs in: each of these procedures is refused as a query', async () => {
    for (const [procedure, input] of [
      ['password', login],
      ['link', { token: 'x'.repeat(60) }],
      ['reset', { token: 'x'.repeat(60), password: PASSWORD, confirmation: PASSWORD }],
      ['requestLink', { kind: 'sign-in', login: EMAIL }],
      ['setUp', { token: 'x'.repeat(60), workspace: 'A', email: EMAIL }],
      ['signOut', {}],
    ] as const)
      assert.equal((await site.query(`signIn.${procedure}`, input, OWN)).status, 405, procedure);
  });

  it('T9 T10 SEC_B04 a link that was asked for over HTTP signs in over HTTP, once', async () => {
    assert.equal(
      (await call('requestLink', { kind: 'sign-in', login: EMAIL, to: '//evil.example' })).status,
      200,
    );
    const row = await first<{ id: LinkId }>(site.database.read, 'SELECT id FROM links WHERE account_id = ?', [
      ann.accountId,
    ]);
    const token = tokenOf(createLinks(BASE_URL, SECRET).account('sign-in', row!.id));
    const answers = await Promise.all(Array.from({ length: 20 }, () => call('link', { token })));
    assert.deepEqual(answers.map(({ reason }) => reason ?? 'in').toSorted(), [
      'in',
      ...Array<string>(19).fill('link_used'),
    ]);
    const { data, headers } = answers.find(({ status }) => status === 200)!;
    assert.deepEqual(data, { to: 'https://people.example/admin/account', mustChangePassword: false });
    const here = { Cookie: headers.getSetCookie()[0]!.split(';', 1)[0]!, 'ua-workspace': site.workspaceId };
    assert.equal((await site.query('members.list', {}, here)).status, 200);
  });

  it('SEC_C06 what is unknown, wrong or deactivated is answered byte for byte alike', async () => {
    const off = await site.addMember({ email: 'off@acme.test', roles: ['member'], status: 'deactivated' });
    await givePassword(world, off.accountId, PASSWORD);
    const answers = [];
    for (const [who, password] of [
      ['nobody@acme.test', PASSWORD],
      [EMAIL, 'wrong'],
      ['off@acme.test', PASSWORD],
    ] as const) {
      const { status, text, headers } = await call('password', { login: who, password });
      answers.push([status, text, [...headers].filter(([name]) => name !== 'date')]);
    }
    assert.equal(answers[0]![0], 401);
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    const asked = [];
    for (const who of ['nobody@acme.test', EMAIL, 'off@acme.test']) {
      const { status, text } = await call('requestLink', { kind: 'sign-in', login: who });
      asked.push([status, text]);
    }
    for (const answer of asked) assert.deepEqual(answer, [200, asked[0]![1]]);
  });

  it('SEC_C08 SEC_G06 each sign-in of a batch counts, for all addresses of a /64, and the reply says when to come back', async () => {
    const network = '2001:db8:5:5::/64';
    world.clock.now = site.clock.now;
    await visitor(world).write({ action: 'test.spend', input: null }, (tx) =>
      spend(tx, 'wrongPasswordsOfNetwork', network, 94),
    );
    let claimed = 0;
    const send = (calls: readonly object[], address: string) =>
      site.userAdmin.fetch(
        new Request(
          `https://people.example/admin/trpc/${calls.map(() => 'signIn.password').join()}?batch=1`,
          {
            method: 'POST',
            // Whoever asks may write what they like into the last one.
            headers: {
              ...OWN,
              'Content-Type': 'application/json',
              'X-Forwarded-For': `198.51.100.${(claimed += 1)}`,
            },
            body: JSON.stringify({ ...calls }),
          },
        ),
        { address },
      );
    const calls = Array.from({ length: 10 }, (_, n) => ({ login: `nobody${n}@acme.test`, password: 'x' }));
    const answer = await send(calls, '2001:db8:5:5::1');
    const reasons = ((await answer.json()) as { error: { data: { reason: string } } }[]).map(
      ({ error }) => error.data.reason,
    );
    assert.deepEqual(reasons.toSorted(), [
      ...Array<string>(4).fill('rate_limited'),
      ...Array<string>(6).fill('sign_in_failed'),
    ]);
    // How the others end was not known yet.
    assert.equal(answer.headers.get('Retry-After'), '5');
    for (let n = 0; n < 20; n += 1) {
      const late = await send([login], `2001:db8:5:5:${(n * 3271).toString(16)}::${n}`);
      assert.match(await late.text(), /rate_limited/);
      assert.equal(late.headers.get('Retry-After'), '900');
    }
    assert.match(await (await send([login], '2001:db8:5:6::1')).text(), /mustChangePassword/);
  });

  it('the offer tells a stranger the ways, and names no workspace that has nothing of its own to show', async () => {
    const offer = async (workspaceId?: string) =>
      (await site.query('signIn.offer', workspaceId === undefined ? {} : { workspaceId })).data as unknown;
    const bare = {
      workspace: null,
      ways: ['link', 'password', 'provider'],
      hasUsername: true,
      hasMail: false,
      providers: [],
    };
    assert.deepEqual(await offer(), bare);
    assert.deepEqual(await offer(site.workspaceId), bare);
    assert.deepEqual(await offer('no-such-workspace'), bare);
    await site.database.write(async (tx) => {
      for (const [id, isEnabled] of [
        ['provider-1', 1],
        ['provider-2', 0],
      ] as const)
        await run(
          tx,
          "INSERT INTO providers (id, workspace_id, name, is_enabled, config, admission, created_at) VALUES (?, ?, 'Acme ID', ?, '{}', '{}', 0)",
          [id, site.workspaceId, isEnabled],
        );
    });
    const href = 'https://people.example/admin/sign-in/provider/provider-1';
    const own = { ...bare, workspace: 'Acme', providers: [{ id: 'provider-1', name: 'Acme ID', href }] };
    assert.deepEqual(await offer(site.workspaceId), own);
    assert.deepEqual(await offer(), bare);
    await site.database.write((tx) =>
      run(tx, 'UPDATE workspaces SET home = 1 WHERE id = ?', [site.workspaceId]),
    );
    assert.deepEqual(await offer('no-such-workspace'), { ...own, workspace: null });
  });
});
